"""What a check is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from expectations.advice import advice_on
from zhibiao.model import Severity

SAMPLE_SIZE = 20


class Outcome(StrEnum):
    """Passed, failed (rows or a count are not as expected), or error: the check itself could not run."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"


class Scope(StrEnum):
    """What a row that fails a check speaks of, and with that what is kept from being published.

    A figure is kept out of the facts, a document is set aside whole; what is wrong with the warehouse itself
    (layers that do not balance, keys, the reader) keeps all of it from being published.
    """

    FIGURE = "figure"
    DOCUMENT = "document"
    WAREHOUSE = "warehouse"


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation on one column of one frame (``frames/<frame>.sql``).

    ``table`` is the table that the check speaks about (``extracted.figures``); ``expectation`` and
    ``arguments`` name a class of Great Expectations and what it is given. ``reason`` says why the threshold
    lies where it does, ``observed`` what real reports have shown. ``message`` is filled from the columns of
    a row that failed. ``scope`` says what such a row speaks of. With ``quarantine`` the row, a figure, does not
    reach the facts, whatever the severity; of severity error, a document is set aside, and what concerns the
    warehouse keeps it from being published.
    """

    name: str
    table: str
    frame: str
    severity: Severity
    title_zh: str
    title_en: str
    reason: str
    expectation: str
    arguments: Mapping[str, Any]
    message: str
    scope: Scope = Scope.DOCUMENT
    quarantine: bool = False
    observed: str = ""

    @property
    def layer(self) -> str:
        """The layer whose checks it runs with: raw, extracted, or marts with all that dbt makes."""
        schema = self.table.split(".")[0]
        return schema if schema in ("raw", "extracted") else "marts"

    @property
    def blocking(self) -> bool:
        """Whether a failure keeps the warehouse from being published."""
        return self.severity is Severity.ERROR and self.scope is Scope.WAREHOUSE

    @property
    def sets_aside(self) -> bool:
        """Whether a document that fails is set aside whole."""
        return self.severity is Severity.ERROR and self.scope is Scope.DOCUMENT

    @property
    def advice(self) -> str:
        """What a person would do about a finding, in Chinese and English."""
        return advice_on(self.name, self.frame)

    @property
    def description(self) -> str:
        """Both titles and the reason, for people."""
        return f"{self.title_zh} · {self.title_en}. {self.reason}"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What came of a check: the numbers, the first rows that failed, or why it could not run."""

    check: Check
    outcome: Outcome
    checked: int = 0
    failed: int = 0
    sample: tuple[Mapping[str, str], ...] = ()
    error: str | None = None

    @property
    def name(self) -> str:
        """The check's name."""
        return self.check.name

    @property
    def table(self) -> str:
        """The table that the check speaks about."""
        return self.check.table

    @property
    def severity(self) -> Severity:
        """The check's severity."""
        return self.check.severity

    @property
    def passed(self) -> bool:
        """Whether it ran and found nothing."""
        return self.outcome is Outcome.PASSED

    @property
    def sets_aside(self) -> bool:
        """Whether documents were set aside for it."""
        return self.outcome is Outcome.FAILED and self.check.sets_aside

    @property
    def blocks(self) -> bool:
        """Whether the warehouse must not be published: a blocking check failed, or gave no answer at all."""
        return self.outcome is Outcome.ERROR or (self.outcome is Outcome.FAILED and self.check.blocking)

    def markdown(self) -> str:
        """The rows that failed as a Markdown table, or the trace of the check that could not run."""
        if self.outcome is Outcome.ERROR:
            return f"```\n{self.error}\n```"
        if not self.sample:
            return "—"
        lines = ["| file | message | sentence |", "| --- | --- | --- |"]
        lines += [
            "| " + " | ".join(cell(row.get(key, "")) for key in ("file_name", "message", "quote")) + " |"
            for row in self.sample
        ]
        if self.failed > len(self.sample):
            lines.append(f"\n… {self.failed - len(self.sample)} more in `quality.findings`")
        lines.append(f"\n{self.check.advice}")
        return "\n".join(lines)


def column_is_true(
    name: str,
    table: str,
    frame: str,
    column: str,
    severity: Severity,
    titles: tuple[str, str],
    reason: str,
    message: str,
    scope: Scope = Scope.DOCUMENT,
) -> Check:
    """Return the check that a column of a frame is true or null; ``titles`` are the Chinese and the English."""
    return Check(
        name=name,
        table=table,
        frame=frame,
        severity=severity,
        title_zh=titles[0],
        title_en=titles[1],
        reason=reason,
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": column, "value_set": [True]},
        message=message,
        scope=scope,
    )


def cell(text: str) -> str:
    """Text that stays one cell of a Markdown table and no markup of it."""
    shown = " ".join(text.split())
    for mark in "\\|*_`<>[]":
        shown = shown.replace(mark, "\\" + mark if mark not in "<>" else {"<": "&lt;", ">": "&gt;"}[mark])
    return shown
