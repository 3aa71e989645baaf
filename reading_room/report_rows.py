"""What was read from one document: its text, its figures, words, numerals and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, or a headline target in words (``value`` null, ``text`` its phrase)."""

    char_start: int
    char_end: int
    text: str
    value: Decimal | None
    value_high: Decimal | None
    unit: str | None
    bound: str | None
    bound_text: str | None
    measure: str | None
    indicator_text: str | None
    indicator_id: str | None
    status: str
    is_headline: bool
    period_start: date | None
    period_end: date | None
    period_text: str | None
    place: str | None
    commitment: str | None
    benchmark_text: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something of the document that a person should look at."""

    check_name: str
    severity: str
    char_start: int | None
    quote: str | None
    message: str


@dataclass(slots=True)
class ReportRows:
    """A document's text and all that was read from it."""

    text: str = ""
    figures: list[Figure] = field(default_factory=list)
    numerals: list[tuple[int, int, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rejected: list[Finding] = field(default_factory=list)


TEXTS = "select document_id, first(text) from raw.documents where document_id in {wanted} group by 1"
FIGURES = """
    select
        document_id, char_start, char_end, value_text, value, value_high, unit, bound, bound_text, measure,
        indicator_text, indicator_id, status, is_headline, period_start, period_end, period_text,
        coalesce(entity_text, region_text), commitment, null
    from marts.fact_figures where document_id in {wanted}
    union all
    select
        document_id, char_start, char_end, target_text, null, null, null, null, null, measure,
        indicator_text, indicator_id, 'qualitative', is_headline, period_start, period_end, period_text,
        coalesce(entity_text, region_text), commitment, benchmark_text
    from marts.fact_targets where not is_quantified and document_id in {wanted}
    order by 1, 2, 3, indicator_id nulls last
"""
NUMERALS = """
    select document_id, char_start, char_end, reason from quality.numerals
    where reason is not null and document_id in {wanted} order by 1, 2
"""
FINDINGS = """
    select document_id, check_name, severity, char_start, quote, message from quality.findings
    where document_id in {wanted}
    order by document_id, severity, char_start nulls first, check_name, message
"""
REJECTED = """
    select document_id, failed_checks, 'warning', char_start, value_text || ' · ' || quote, messages
    from quality.rejected_figures where document_id in {wanted} order by 1, 4, 2
"""
# A report's page is made anew when one of these differs.
FINGERPRINTS = (
    "select document_id, sum(hash(text)) from raw.documents group by 1",
    "select document_id, sum(hash(f)) from marts.fact_figures as f group by 1",
    "select document_id, sum(hash(t)) from marts.fact_targets as t where not is_quantified group by 1",
    "select document_id, sum(hash(char_start, char_end, reason)) from quality.numerals group by 1",
    "select document_id, sum(hash(check_name, severity, char_start, message)) from quality.findings group by 1",
    "select document_id, sum(hash(figure_id, failed_checks, messages)) from quality.rejected_figures group by 1",
)


def load_reports(connection: duckdb.DuckDBPyConnection, document_ids: Iterable[str]) -> dict[str, ReportRows]:
    """Read what was read from some documents; the text is empty where the file is not in ``raw.documents``."""
    found = {document_id: ReportRows() for document_id in document_ids}
    if not found:
        return found
    # Written into the query: for a parameter, DuckDB imports pandas, which takes longer than a small site.
    wanted = f"({', '.join(map(quoted, found))})"

    def rows(query: str) -> Iterator[tuple[Any, ...]]:
        yield from connection.execute(query.format(wanted=wanted)).fetchall()

    for document_id, text in rows(TEXTS):
        found[document_id].text = text or ""
    for document_id, *figure in rows(FIGURES):
        found[document_id].figures.append(Figure(*figure))
    for document_id, start, end, reason in rows(NUMERALS):
        found[document_id].numerals.append((start, end, reason))
    for document_id, *finding in rows(FINDINGS):
        found[document_id].findings.append(Finding(*finding))
    for document_id, *finding in rows(REJECTED):
        found[document_id].rejected.append(Finding(*finding))
    return found


def quoted(text: str) -> str:
    """A string as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def report_fingerprints(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Of each document, a hash of what was read from it."""
    found: dict[str, list[str]] = {}
    for place, query in enumerate(FINGERPRINTS):
        for document_id, number in connection.execute(query).fetchall():
            found.setdefault(document_id, [""] * len(FINGERPRINTS))[place] = str(number)
    return {document_id: "-".join(numbers) for document_id, numbers in found.items()}
