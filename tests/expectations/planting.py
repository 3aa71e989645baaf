"""How a fault is planted into a sound report: a sentence or a row that has exactly that fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.expectations.sound import YEAR
from tests.expectations.tables import Report, insert
from zhibiao.model import Severity

HEADLINE = {"is_headline": True, **YEAR}


@dataclass(frozen=True, slots=True)
class Fault:
    """A check, its severity, the sentence to plant, and what to do with the report.

    ``plant`` returns the id of the figure that is at fault, where it is a figure's. ``changes`` go to the
    document's profile; ``brings`` are the findings that cannot but come with it. Of severity error, what does not
    quarantine the figure sets its document aside.
    """

    check: str
    severity: Severity
    sentence: str = ""
    plant: Callable[[Report], str | None] = lambda report: None
    quarantines: bool = False
    changes: dict[str, Any] = field(default_factory=dict)
    brings: frozenset[tuple[str, str]] = frozenset()


def figure(value_text: str, after: str, **changes: Any) -> Callable[[Report], str | None]:
    """Plant one figure of the sentence."""
    return lambda report: report.figure(value_text, after=after, **{**YEAR, **changes})


def phrase(target_text: str, **changes: Any) -> Callable[[Report], str | None]:
    """Plant one target without a numeral."""

    def plant(report: Report) -> None:
        report.phrase(target_text, **changes)

    return plant


def two_headline_values(report: Report) -> None:
    """One indicator, two sentences, two values."""
    for value_text in ("8%", "9%"):
        report.figure(
            value_text, after=f"零售总额增长{value_text}"[:-2], indicator_id="retail_sales", **HEADLINE
        )


def one_without_unit(report: Report) -> str | None:
    """The first and the last of a list have a unit of their own, the second has not."""
    _, bare, _ = (
        report.figure(words, after="分别下降", measure="growth_rate", unit="%", unit_text="%", **YEAR)
        for words in ("15.8%", "6.2", "17.3%")
    )
    return bare


def update(table: str, assignment: str, condition: str) -> Callable[[Report], str | None]:
    """Spoil a row of the report itself."""

    def plant(report: Report) -> None:
        report.connection.execute(
            f"update {table} set {assignment} where document_id = ? and {condition}", [report.document_id]
        )

    return plant


def after_closing(statement: str) -> Callable[[Report], str | None]:
    """Spoil the ledger, which has to be written first."""

    def plant(report: Report) -> None:
        report.close()
        report.connection.execute(statement, [report.document_id])

    return plant


def told(check_name: str, quote: str) -> Callable[[Report], str | None]:
    """What the reader says itself."""

    def plant(report: Report) -> None:
        start = report.text.index(quote)
        insert(
            report.connection,
            "extracted.findings",
            check_name=check_name,
            document_id=report.document_id,
            char_start=start,
            char_end=start + len(quote),
            quote=quote,
            message=f"{check_name} of a test",
        )

    return plant
