"""A report: its text with every figure marked, the list of them, where it came from, and what the checks say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from reading_room.catalogue import Catalogue
from reading_room.cells import Desk
from reading_room.pages.page import Page
from reading_room.records import Document, Indicator, Region
from reading_room.report_parts import (
    STATUS_STYLES,
    bound_words,
    cut_text,
    figure_lines,
    indicator_name,
    marked_parts,
    marked_text,
)
from reading_room.report_rows import Figure, ReportRows
from reading_room.wording import Words
from zhibiao.commands.visible import visible
from zhibiao.model import Reason


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
    parts = marked_parts(cut_text(rows))
    return Page(
        f"report/{shelf.document.key}.html",
        "report.html.jinja",
        None,
        lambda desk: _context(shelf, rows, parts, desk),
    )


def _context(shelf: ReportShelf, rows: ReportRows, parts: list[str | Reason], desk: Desk) -> dict[str, Any]:
    words = desk.words
    kinds = Counter(figure.status for figure in rows.figures)
    return {
        "title": visible(shelf.document.title),
        "shelf": shelf,
        "document": shelf.document,
        "text": marked_text(parts, words),
        "number": len(rows.figures),
        "lines": figure_lines(rows.figures, shelf.indicators, words, desk.catalogue.library.unit_names),
        "headlines": [
            (
                STATUS_STYLES[each.status],
                indicator_name(each, shelf.indicators, words),
                each,
                bound_words(each, words),
            )
            for each in rows.figures
            if each.is_headline
        ],
        "styles": STATUS_STYLES,
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
