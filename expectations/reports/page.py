"""The run as one page that opens offline: checks with their reasons and failed rows, findings by document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, Template

from expectations.catalogue import CHECKS
from expectations.check import CheckResult
from expectations.reports.summary import Summary
from expectations.reviews import SAME_FINDING, make_reviews

if TYPE_CHECKING:
    import duckdb

# A page of more findings helps nobody; the rest is in quality.findings, and the page says so.
SHOWN_FINDINGS = 3000
LAYERS = {"raw": ("原始层", "Raw"), "extracted": ("提取层", "Extracted"), "marts": ("数据集市", "Marts")}
TITLES = {check.name: (check.title_zh, check.title_en) for check in CHECKS}
# Findings are chosen first: of all texts, only those of files that are shown are looked at. They are taken up by their
# places, since a join by document takes up all of them.
FINDINGS = f"""
    with shown as (
        select findings.*, reviews.verdict, reviews.note
        from checked.findings left join reviews on {SAME_FINDING}
        order by file_name nulls first, char_start nulls first, findings.check_name
        limit ?
    ),

    places as (
        select min(rowid) as place
        from raw.documents
        where removed_at is null and document_id in (select document_id from shown)
        group by document_id
    ),

    documents as (
        select document_id, text
        from raw.documents
        where rowid in (select place from places)
    )

    select
        coalesce(file_name, '—'), check_name, severity, message, char_start, char_end, quote,
        substring(text, char_start + 1, char_end - char_start), verdict, note, occurrences, other_places, advice
    from shown left join documents on documents.document_id = shown.document_id
    order by file_name nulls first, char_start nulls first, check_name
"""
QUARANTINING = frozenset(check.name for check in CHECKS if check.quarantine)


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding as the page shows it: the sentence in three parts, the middle one marked."""

    check_name: str
    severity: str
    message: str
    span: str
    before: str
    marked: str
    after: str
    review: str
    note: str
    occurrences: int
    other_places: tuple[str, ...]
    advice: str

    @property
    def titles(self) -> tuple[str, str]:
        """The check's Chinese and English title."""
        return TITLES.get(self.check_name, (self.check_name, self.check_name))

    @property
    def quarantined(self) -> bool:
        """Whether the figure was kept out of the facts."""
        return self.check_name in QUARANTINING


def page(connection: duckdb.DuckDBPyConnection, summary: Summary) -> str:
    """The HTML of a run. Everything that comes from a text is escaped."""
    findings, hidden = _findings_by_document(connection)
    return _template().render(
        summary=summary,
        layers=[(LAYERS[name], _ordered(group)) for name, group in _by_layer(summary)],
        findings=findings,
        hidden=hidden,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("expectations.reports", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja")


def _by_layer(summary: Summary) -> list[tuple[str, list[CheckResult]]]:
    ordered = sorted(summary.results, key=lambda result: list(LAYERS).index(result.check.layer))
    return [(name, list(group)) for name, group in groupby(ordered, key=lambda result: result.check.layer)]


def _ordered(results: list[CheckResult]) -> list[CheckResult]:
    """What failed first, otherwise as in the catalogue."""
    return sorted(results, key=lambda result: result.passed)


def _findings_by_document(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[list[tuple[str, list[ShownFinding]]], int]:
    """The findings of each file in the order of its text, and how many are left out."""
    make_reviews(connection)
    shown = connection.execute(FINDINGS, [SHOWN_FINDINGS]).fetchall()
    (found,) = connection.execute("select count(*) from checked.findings").fetchone() or (0,)
    grouped = [
        (name, [_shown(*row[1:]) for row in group])
        for name, group in groupby(shown, key=lambda row: str(row[0]))
    ]
    return grouped, found - len(shown)


def _shown(
    check_name: str,
    severity: str,
    message: str,
    start: int | None,
    end: int | None,
    quote: str | None,
    passage: str | None,
    review: str | None,
    note: str | None,
    occurrences: int | None,
    other_places: str | None,
    advice: str | None,
) -> ShownFinding:
    sentence = (quote or "").strip()
    before, marked, after = (
        sentence.partition(passage) if passage and len(passage) < len(sentence) else (sentence, "", "")
    )
    places = tuple(
        f"{_span(place['char_start'], place['char_end'])} {place['message']} {(place['quote'] or '').strip()}"
        for place in json.loads(other_places or "[]")
    )
    return ShownFinding(
        check_name, severity, message, _span(start, end), before, marked, after, review or "", note or "",
        occurrences or 1, places, advice or "",
    )  # fmt: skip


def _span(start: int | None, end: int | None) -> str:
    return "" if start is None or end is None else f"{start}–{end}"
