"""What was read from one document: its text, its figures, words, numerals and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import duckdb


class Figure(NamedTuple):
    """A figure, or a headline target in words (``value`` null, ``text`` its phrase)."""

    char_start: int
    char_end: int
    text: str
    # As texts: most values come again, and what is made of them is remembered.
    value: str | None
    value_high: str | None
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


class Finding(NamedTuple):
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
    numerals: list[tuple[Any, ...]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rejected: list[Finding] = field(default_factory=list)


TEXTS = (
    "select document_id, first(text) from raw.documents where document_id in {wanted} group by 1 order by 1"
)
# Where a number is read for several things, as in 见面率、办结率均达100%, only their names tell its figures apart.
FIGURES = """
    select * exclude (row_id) from (
        select
            document_id, char_start, char_end, value_text, value::varchar, value_high::varchar, unit, bound, bound_text, measure,
            indicator_text, indicator_id, status, is_headline, period_start, period_end, period_text,
            coalesce(entity_text, region_text), commitment, null, figure_id as row_id
        from marts.fact_figures where document_id in {wanted}
        union all
        select
            document_id, char_start, char_end, target_text, null, null, null, null, null, measure,
            indicator_text, indicator_id, 'qualitative', is_headline, period_start, period_end, period_text,
            coalesce(entity_text, region_text), commitment, benchmark_text, target_id
        from marts.fact_targets where not is_quantified and document_id in {wanted}
    )
    order by document_id, char_start, char_end, indicator_id nulls last, indicator_text nulls last, row_id
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
# As many rows of a query are Python objects at once.
FETCHED_AT_ONCE = 2_000
# A report's page is made anew when one of these differs.
# A text is what its bytes, which the document's id is a hash of, how they were read and when they were landed say.
FINGERPRINTS = (
    "select document_id, sum(hash(*columns(lambda name: name not in ('text', 'modified_ns', 'changed_ns'))))"
    " from raw.documents group by 1",
    "select document_id, sum(hash(t)) from marts.fact_targets as t where not is_quantified group by 1",
    "select document_id, sum(hash(check_name, severity, char_start, message)) from quality.findings group by 1",
)
# The long tables, whose rows may have been hashed before.
OF_LONG_TABLES = (
    "select document_id, sum(hash(f)) from marts.fact_figures as f group by 1",
    "select document_id, sum(hash(char_start, char_end, reason)) from quality.numerals group by 1",
    "select document_id, sum(hash(figure_id, failed_checks, messages)) from quality.rejected_figures group by 1",
)
HASHED_BEFORE = (
    "select row_key, sum(hash(said)) from read_parquet({rows}) as said"
    " where table_name in ('marts.fact_figures', 'quality.numerals', 'quality.rejected_figures') group by 1"
)


def read_reports(
    connection: duckdb.DuckDBPyConnection, document_ids: Iterable[str]
) -> Iterator[tuple[str, ReportRows]]:
    """Read what was read from some documents, one after the other in the order of their ids.

    The text is empty where the file is not in ``raw.documents``. Each table is read once, and no more than the rows of
    a document are in memory as objects; DuckDB sorts them.
    """
    ids = sorted(set(document_ids))
    if not ids:
        return
    # Written into the queries: for a parameter, DuckDB imports pandas, which takes longer than a small site.
    wanted = f"({', '.join(map(quoted, ids))})"
    texts, figures, numerals, findings, rejected = (
        _Rows(connection, query.format(wanted=wanted))
        for query in (TEXTS, FIGURES, NUMERALS, FINDINGS, REJECTED)
    )
    for document_id in ids:
        yield (
            document_id,
            ReportRows(
                "".join(text or "" for (text,) in texts.of(document_id)),
                [Figure._make(row) for row in figures.of(document_id)],
                numerals.of(document_id),
                [Finding._make(row) for row in findings.of(document_id)],
                [Finding._make(row) for row in rejected.of(document_id)],
            ),
        )


class _Rows:
    """The rows of a query that begins with a document and is sorted by it, taken up document by document."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, query: str) -> None:
        # A connection has one result at a time; those of cursors of the same database go on beside one another.
        self._groups = groupby(_fetched(connection.cursor().execute(query)), key=itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, document_id: str) -> list[tuple[Any, ...]]:
        """The rows of the next document, without its id; none where it has none."""
        if self._next is None or self._next[0] != document_id:
            return []
        rows = [row[1:] for row in self._next[1]]
        self._next = next(self._groups, None)
        return rows


def _fetched(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := result.fetchmany(FETCHED_AT_ONCE):
        yield from rows


def quoted(text: str) -> str:
    """A string as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def report_fingerprints(connection: duckdb.DuckDBPyConnection, rows: Path | None = None) -> dict[str, str]:
    """Of each document, a hash of what was read from it.

    ``rows`` is a file with hashes of the rows of each document in the long tables, where somebody has made them.
    """
    long = OF_LONG_TABLES if rows is None else [HASHED_BEFORE.format(rows=quoted(str(rows)))]
    queries = [*FINGERPRINTS, *long]
    found: dict[str, list[str]] = {}
    for place, query in enumerate(queries):
        for document_id, number in connection.execute(query).fetchall():
            found.setdefault(document_id, [""] * len(queries))[place] = str(number)
    return {document_id: "-".join(numbers) for document_id, numbers in found.items()}
