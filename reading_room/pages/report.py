"""A report: its text with every figure marked, the list of them, where it came from, and what the checks say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from reading_room.catalogue import Catalogue
from reading_room.pages.page import Page
from reading_room.records import Document, Indicator, Region
from reading_room.report_parts import (
    STATUS_STYLES,
    FigureLines,
    bound_words,
    indicator_name,
    links_to_text,
    marked_text,
)
from reading_room.report_rows import Figure, ReportRows
from reading_room.wording import Words
from zhibiao.commands.visible import visible


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


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator that a report speaks of: how many figures it has there, and links to them."""

    indicator: Indicator
    number: int
    links: Markup


def report_page(shelf: ReportShelf, rows: ReportRows, lists: FigureLines) -> Page:
    """The page of a report; ``lists`` writes the lines of its figures."""
    text = marked_text(rows)
    lines = lists.lines(rows.figures)
    subjects = _subjects(rows, shelf)
    return Page(
        f"report/{shelf.document.key}.html",
        "report.html.jinja",
        None,
        lambda desk: {
            **_context(shelf, rows, desk.words),
            "text": text.text(desk.words),
            "lines": lines[desk.words.language],
            "subjects": [
                (each.indicator.id, desk.words.indicator(each.indicator), each.number, each.links)
                for each in subjects
            ],
        },
    )


def _context(shelf: ReportShelf, rows: ReportRows, words: Words) -> dict[str, Any]:
    kinds = Counter(figure.status for figure in rows.figures)
    return {
        "title": visible(shelf.document.title),
        "shelf": shelf,
        "document": shelf.document,
        "number": len(rows.figures),
        "headlines": [
            (
                STATUS_STYLES[each.status],
                indicator_name(each.indicator_id, each.indicator_text, shelf.indicators, words),
                each,
                bound_words(each.bound, each.bound_text, words),
            )
            for each in rows.figures
            if each.is_headline
        ],
        "kinds": [
            (style, getattr(words, f"status_{kind}"), kinds[kind])
            for kind, style in (("target", "t"), ("qualitative", "q"), ("actual", "a"), ("reference", "r"))
            if kinds[kind]
        ],
        "findings": [*rows.findings, *rows.rejected],
        "check_title": lambda name: _check_title(shelf, name, words),
    }


def _check_title(shelf: ReportShelf, names: str, words: Words) -> str:
    """The titles of one or more checks, joined with ;."""
    titles = [words.pick(shelf.check_titles.get(name, (name, name))) for name in names.split(";")]
    return "；".join(titles) if words.language == "zh" else "; ".join(titles)


def _subjects(rows: ReportRows, shelf: ReportShelf) -> list[Subject]:
    """The indicators that the report speaks of, each with its figures."""
    found: dict[str, list[Figure]] = {}
    for figure in rows.figures:
        if figure.indicator_id in shelf.indicators:
            found.setdefault(figure.indicator_id or "", []).append(figure)
    return [
        Subject(indicator, len(figures), links_to_text(figures))
        for indicator_id, indicator in shelf.indicators.items()
        if (figures := found.get(indicator_id))
    ]
