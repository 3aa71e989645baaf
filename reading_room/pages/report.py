"""A report: its text with every figure marked, the list of them, where it came from, and what the checks say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from reading_room.catalogue import Catalogue
from reading_room.cells import Desk
from reading_room.numbers import amount
from reading_room.pages.page import Page
from reading_room.records import Document, Indicator, Region
from reading_room.report_rows import Figure, ReportRows
from reading_room.wording import Words
from zhibiao.commands.cells import plain_number
from zhibiao.commands.marking import Mark, MarkKind, Stretch, stretches
from zhibiao.commands.visible import visible
from zhibiao.commands.wording import BOUND, REASON, period_words
from zhibiao.model import Bound, Reason

# Short names of the kinds of marks, for there are thousands of them.
STYLES = {
    MarkKind.TARGET: "t",
    MarkKind.ACTUAL: "a",
    MarkKind.REFERENCE: "r",
    MarkKind.QUALITATIVE: "q",
    MarkKind.EXCLUDED: "x",
    MarkKind.UNEXPLAINED: "u",
}


@dataclass(frozen=True, slots=True)
class ReportShelf:
    """What stands around a report: its region, and the reports before and after it."""

    document: Document
    region: Region | None
    earlier: Document | None
    later: Document | None
    has_region_page: bool
    # The same for all reports, and so no part of what tells one from another.
    check_titles: dict[str, tuple[str, str]] = field(repr=False)
    indicators: dict[str, Indicator] = field(repr=False)


def report_shelf(
    catalogue: Catalogue, document: Document, check_titles: dict[str, tuple[str, str]]
) -> ReportShelf:
    """Gather what stands around a report."""
    code = document.region_code or ""
    dated = [each for each in reversed(catalogue.region_documents.get(code, [])) if each.plan_year]
    earlier = later = None
    if document in dated:
        place = dated.index(document)
        earlier = dated[place - 1] if place else None
        later = dated[place + 1] if place + 1 < len(dated) else None
    return ReportShelf(
        document,
        catalogue.library.regions.get(code),
        earlier,
        later,
        code in catalogue.pages,
        check_titles,
        catalogue.library.indicators,
    )


def report_page(shelf: ReportShelf, rows: ReportRows) -> Page:
    """The page of a report."""
    return Page(
        f"report/{shelf.document.key}.html",
        "report.html.jinja",
        None,
        lambda desk: _context(shelf, rows, desk),
    )


def _context(shelf: ReportShelf, rows: ReportRows, desk: Desk) -> dict[str, Any]:
    words = desk.words
    kinds = Counter(figure.status for figure in rows.figures)
    return {
        "title": visible(shelf.document.title),
        "shelf": shelf,
        "document": shelf.document,
        "text": _marked_text(rows, words),
        "figures": [
            _figure_row(place, each, shelf, desk) for place, each in enumerate(rows.figures, start=1)
        ],
        "kinds": [
            (style, getattr(words, f"status_{kind}"), kinds[kind])
            for kind, style in (("target", "t"), ("qualitative", "q"), ("actual", "a"), ("reference", "r"))
            if kinds[kind]
        ],
        "subjects": _subjects(rows, shelf, words),
        "findings": [*rows.findings, *rows.rejected],
        "check_title": lambda name: _check_title(shelf, name, words),
    }


def _check_title(shelf: ReportShelf, names: str, words: Words) -> str:
    """The titles of one or more checks, joined with ;."""
    titles = [words.pick(shelf.check_titles.get(name, (name, name))) for name in names.split(";")]
    return "；".join(titles) if words.language == "zh" else "; ".join(titles)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of the list of figures."""

    id: str
    style: str
    start: int
    text: str
    exact: str
    canonical: str
    indicator: str
    indicator_id: str
    status: str
    is_headline: bool
    bound: str
    measure: str
    period: str
    place: str
    commitment: str


def _figure_row(place: int, figure: Figure, shelf: ReportShelf, desk: Desk) -> FigureRow:
    words = desk.words
    indicator = shelf.indicators.get(figure.indicator_id or "")
    canonical = ""
    if figure.value is not None:
        names = desk.catalogue.library.unit_names
        ends = [figure.value] if figure.value_high is None else [figure.value, figure.value_high]
        canonical = "–".join(amount(end, figure.unit, words, names) for end in ends)
    bound = ""
    if figure.bound and figure.bound != "exact":
        bound = (
            figure.bound_text
            if words.language == "zh" and figure.bound_text
            else words.pick(BOUND[Bound(figure.bound)])
        )
    named = words.indicator(indicator) if indicator else ""
    return FigureRow(
        id=f"e{place}",
        style=STYLES[MarkKind(figure.status)],
        start=figure.char_start,
        text=visible(figure.text or ""),
        exact="" if figure.value is None else plain_number(figure.value),
        canonical=canonical if canonical != figure.text else "",
        indicator=named or visible(figure.indicator_text or ""),
        indicator_id=figure.indicator_id or "",
        status=getattr(words, f"status_{figure.status}"),
        is_headline=figure.is_headline,
        bound=bound,
        measure=words.measure(figure.measure),
        period=period_words(figure.period_start, figure.period_end).replace("截至", words.as_of),
        place=visible(figure.place or ""),
        commitment=figure.commitment or "",
    )


def _subjects(rows: ReportRows, shelf: ReportShelf, words: Words) -> list[tuple[str, str, list[Figure]]]:
    """The indicators that the report speaks of, each with its figures."""
    found: dict[str, list[Figure]] = {}
    for figure in rows.figures:
        if figure.indicator_id in shelf.indicators:
            found.setdefault(figure.indicator_id or "", []).append(figure)
    return [
        (indicator_id, words.indicator(shelf.indicators[indicator_id]), found[indicator_id])
        for indicator_id in shelf.indicators
        if indicator_id in found
    ]


def _marked_text(rows: ReportRows, words: Words) -> Markup:
    marks = [
        _mark(
            place, figure.char_start, figure.char_end, MarkKind(figure.status), is_headline=figure.is_headline
        )
        for place, figure in enumerate(rows.figures, start=1)
    ]
    for start, end, reason in rows.numerals:
        kind = MarkKind.UNEXPLAINED if reason == Reason.UNEXPLAINED else MarkKind.EXCLUDED
        marks.append(_mark(0, start, end, kind, reason=words.pick(REASON[Reason(reason)])))
    return Markup("".join(_stretch(each) for each in stretches(rows.text, marks)))


def _mark(
    number: int, start: int, end: int, kind: MarkKind, *, is_headline: bool = False, reason: str = ""
) -> Mark:
    return Mark(number, start, end, kind, "", "", is_headline, "", reason, ())


def _stretch(stretch: Stretch) -> str:
    text = escape(visible(stretch.text))
    if not stretch.marks:
        return text
    opening = [mark for mark in stretch.marks if mark.start == stretch.start]
    anchor = f' id="c{stretch.start}"' if opening else ""
    style = STYLES[stretch.kind]
    if stretch.is_headline:
        style += " h"
    if not stretch.is_opening:
        style += " n"
    figures = [mark.number for mark in stretch.marks if mark.number]
    if not figures:
        return f'<span{anchor} class="m {style}" title="{escape(stretch.marks[0].reason)}">{text}</span>'
    more = f' data-e="{" ".join(map(str, figures))}"' if len(figures) > 1 else ""
    return f'<a{anchor} class="m {style}" href="#e{figures[0]}"{more}>{text}</a>'
