"""The lists: all regions, all indicators, all reports, what came of the targets, the words, and comparing."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from reading_room.catalogue import Catalogue
from reading_room.cells import Desk
from reading_room.charts.shares import Shares, shares
from reading_room.numbers import points
from reading_room.pages.indicator import BOUNDS
from reading_room.pages.page import Page
from reading_room.records import Attainment, Document, Indicator, Region, Target, Word

MOST_MISSED = 200
# With more regions than these, counties are left to the page of the division above them.
MOST_REGIONS = 600


def list_pages(catalogue: Catalogue) -> list[Page]:
    """The pages that are lists."""
    return [
        regions_page(catalogue),
        indicators_page(catalogue),
        *reports_pages(catalogue),
        attainment_page(catalogue),
        words_page(catalogue),
    ]


def regions_page(catalogue: Catalogue) -> Page:
    """The regions that have a page, under their provinces; of very many, those above the counties."""
    with_counties = len(catalogue.pages) <= MOST_REGIONS
    grouped: dict[str, list[tuple[Region, int]]] = defaultdict(list)
    for code in sorted(catalogue.pages):
        region = catalogue.library.regions[code]
        if region.level == "county" and not with_counties:
            continue
        count = len(catalogue.region_documents.get(code, ()))
        grouped[region.province_name or ""].append((region, count))
    rows = list(grouped.items())
    return Page(
        "regions.html",
        "regions.html.jinja",
        (rows, with_counties),
        lambda desk: {"title": desk.words.all_regions, "groups": rows, "with_counties": with_counties},
    )


def indicators_page(catalogue: Catalogue) -> Page:
    """All indicators, with how many targets each has."""
    rows: list[tuple[Indicator, int, int, int | None]] = []
    for indicator in sorted(catalogue.indicators, key=lambda each: catalogue.order[each.id]):
        targets = catalogue.indicator_targets.get(indicator.id, [])
        regions = len({each.region_code for each in targets})
        rows.append((indicator, len(targets), regions, max((each.year for each in targets), default=None)))
    return Page(
        "indicators.html",
        "indicators.html.jinja",
        rows,
        lambda desk: {"title": desk.words.all_indicators, "indicators": rows},
    )


def reports_pages(catalogue: Catalogue) -> list[Page]:
    """All reports: the years with their numbers, and a page for each year."""
    years: dict[int | None, list[tuple[Document, Region | None]]] = defaultdict(list)
    for document in catalogue.library.documents:
        year = document.plan_year or document.review_year
        years[year].append((document, catalogue.library.regions.get(document.region_code or "")))
    known = sorted((year for year in years if year is not None), reverse=True)
    order: list[int | None] = [*known, *([None] if None in years else [])]
    counts = [(year, len(years[year])) for year in order]
    pages = []
    for place, year in enumerate(order):
        rows = (year, counts, years[year])
        path = "reports.html" if place == 0 else f"reports-{year or 'undated'}.html"
        pages.append(
            Page(
                path,
                "reports.html.jinja",
                rows,
                lambda desk, rows=rows: {  # type: ignore[misc]
                    "title": desk.words.all_reports,
                    "year": rows[0],
                    "counts": rows[1],
                    "documents": rows[2],
                },
            )
        )
    if not pages:
        empty: dict[str, Any] = {"year": None, "counts": [], "documents": []}
        pages.append(
            Page(
                "reports.html",
                "reports.html.jinja",
                empty,
                lambda desk: {**empty, "title": desk.words.all_reports},
            )
        )
    return pages


def attainment_page(catalogue: Catalogue) -> Page:
    """Who reached and who missed what was promised: counts by year, and the misses, the newest first."""
    every = sorted(
        catalogue.attainments.values(),
        key=lambda each: (-each.year, catalogue.order[each.indicator_id], each.region_code),
    )
    years: dict[int, Counter[bool | None]] = defaultdict(Counter)
    for each in every:
        years[each.year][each.is_reached] += 1
    missed = [each for each in every if each.is_reached is False]
    rows = (dict(years), missed[:MOST_MISSED], len(missed))
    return Page(
        "attainment.html", "attainment.html.jinja", rows, lambda desk: _attainment_context(*rows, desk)
    )


def _attainment_context(
    years: dict[int, Counter[bool | None]], missed: list[Attainment], number: int, desk: Desk
) -> dict[str, Any]:
    counted = {
        year: {"reached": count[True], "missed": count[False], "unclear": count[None]}
        for year, count in years.items()
    }
    kinds = [(kind, getattr(desk.words, kind)) for kind in ("reached", "missed", "unclear")]
    return {
        "title": desk.words.who_missed,
        "picture": shares(Shares(desk.words.who_missed, kinds, counted)) if counted else None,
        "years": sorted(counted.items(), reverse=True),
        "missed": [
            (each, desk.target(each.target), desk.reported(each.reported), points(each.deviation))
            for each in missed
        ],
        "number": number,
    }


def words_page(catalogue: Catalogue) -> Page:
    """The words that soften or harden a target, and how the bounds changed over the years."""
    targets = catalogue.library.targets
    years: dict[int, Counter[str]] = defaultdict(Counter)
    for target in targets:
        years[target.year][target.bound or "words"] += 1
    examples: dict[str, Target] = {}
    for target in sorted(
        targets, key=lambda each: (each.year, each.region_code, each.indicator_id), reverse=True
    ):
        for word in filter(None, (target.commitment, target.bound_text)):
            examples.setdefault(word, target)
    rows = (catalogue.library.words, dict(years), examples)
    return Page("words.html", "words.html.jinja", rows, lambda desk: _words_context(*rows, desk))


@dataclass(frozen=True, slots=True)
class Use:
    """A word with a target that uses it."""

    word: Word
    example: str
    link: str
    sentence: int | None


def _words_context(
    known: list[Word], years: dict[int, Counter[str]], examples: dict[str, Target], desk: Desk
) -> dict[str, Any]:
    kinds = [(bound, getattr(desk.words, f"name_{bound}")) for bound in (*BOUNDS, "words")]
    used = []
    for word in known:
        if not word.headline_targets:
            continue
        target = examples.get(word.word)
        cell = desk.target(target)
        told = ""
        if target is not None and cell is not None:
            region = desk.catalogue.library.regions.get(target.region_code)
            name = desk.words.region(region) if region else target.region_name
            indicator = desk.words.indicator(desk.catalogue.library.indicators[target.indicator_id])
            told = f"{name} {target.year} · {indicator} {cell.text}"
        used.append(Use(word, told, cell.link if cell else "", cell.sentence if cell else None))
    return {
        "title": desk.words.words_that_soften,
        "picture": shares(Shares(desk.words.wording_of_bounds, kinds, dict(years))) if years else None,
        "years": sorted(years.items(), reverse=True),
        "kinds": kinds,
        "used": used,
    }
