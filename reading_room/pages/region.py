"""A region: its newest list of targets, what came of the earlier ones, and each indicator over the years."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from reading_room.catalogue import Catalogue
from reading_room.cells import Cell, Desk
from reading_room.numbers import amount, points
from reading_room.pages.compare import region_data
from reading_room.pages.page import Page
from reading_room.pages.region_rows import RegionRows, gather
from reading_room.pages.region_series import indicator_parts
from reading_room.records import Attainment, Document, Region


def region_page(catalogue: Catalogue, region: Region) -> Page:
    """Gather a region's rows into its page, and into the data for comparing it."""
    rows = gather(catalogue, region)
    return Page(
        f"region/{region.code}.html",
        "region.html.jinja",
        rows,
        lambda desk: _context(rows, desk),
        (f"data/region/{region.code}.js", lambda: region_data(catalogue, region)),
    )


def _context(rows: RegionRows, desk: Desk) -> dict[str, Any]:
    years = sorted({year for _, year in rows.targets} | {d.plan_year for d in rows.documents if d.plan_year})
    newest = years[-1] if years else None
    reached = Counter(each.is_reached for each in rows.attainments)
    name = desk.words.region(rows.region)
    return {
        "title": name,
        "rows": rows,
        "name": name,
        "years": _year_strip(rows),
        "newest": newest,
        "list": _list(rows, desk, newest) if newest else [],
        "in_words": _in_words(rows, desk, newest),
        "newest_document": _panel_document(rows, newest),
        "attainments": [_attainment(each, desk) for each in rows.attainments],
        "reached": reached[True],
        "missed": reached[False],
        "unclear": reached[None],
        "indicators": indicator_parts(rows, desk),
    }


def _panel_document(rows: RegionRows, year: int | None) -> Document | None:
    of_year = [each for each in rows.documents if each.plan_year == year]
    return next((each for each in of_year if each.is_panel_source), of_year[0] if of_year else None)


def _year_strip(rows: RegionRows) -> list[tuple[int, Document | None]]:
    """Each year from the first to the last with its document, so that a hole is seen as one."""
    found = {each.plan_year: _panel_document(rows, each.plan_year) for each in rows.documents}
    years = [year for year in found if year is not None]
    return [(year, found.get(year)) for year in range(min(years), max(years) + 1)] if years else []


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line of the year's list."""

    indicator_id: str
    name: str
    measure: str
    target: Cell | None
    before: Cell | None
    reported: Cell | None
    above: Cell | None
    commitment: str


def _list(rows: RegionRows, desk: Desk, year: int) -> list[ListRow]:
    order = desk.catalogue.order
    found = []
    for (indicator_id, of_year), target in sorted(rows.targets.items(), key=lambda item: order[item[0][0]]):
        if of_year != year or target.value is None:
            continue
        before = rows.targets.get((indicator_id, year - 1))
        reported = rows.reported.get((indicator_id, year - 1))
        found.append(
            ListRow(
                indicator_id,
                desk.words.indicator(desk.catalogue.library.indicators[indicator_id]),
                desk.words.measure(target.measure),
                desk.target(target),
                desk.target(before),
                desk.reported(reported),
                desk.target(rows.above.get((indicator_id, year))),
                target.commitment or "",
            )
        )
    return found


def _in_words(rows: RegionRows, desk: Desk, year: int | None) -> list[tuple[str, Cell | None]]:
    order = desk.catalogue.order
    return [
        (desk.words.indicator(desk.catalogue.library.indicators[indicator_id]), desk.target(target))
        for (indicator_id, of_year), target in sorted(rows.targets.items(), key=lambda e: order[e[0][0]])
        if of_year == year and target.value is None
    ]


@dataclass(frozen=True, slots=True)
class AttainmentRow:
    """A target beside what came of it."""

    year: int
    indicator: str
    target: Cell | None
    reported: Cell | None
    deviation: str
    verdict: str
    style: str
    disagree: bool


def _attainment(each: Attainment, desk: Desk) -> AttainmentRow:
    style = {True: "reached", False: "missed", None: "unclear"}[each.is_reached]
    verdict = getattr(desk.words, style)
    if style == "missed" and each.shortfall:
        unit = "个百分点" if each.target.unit in ("%", "‰") else each.target.unit
        by = amount(each.shortfall, unit, desk.words, desk.catalogue.library.unit_names)
        verdict = desk.words.say("missed_by", amount=by)
    return AttainmentRow(
        each.year,
        desk.words.indicator(desk.catalogue.library.indicators[each.indicator_id]),
        desk.target(each.target),
        desk.reported(each.reported),
        points(each.deviation) if each.target.unit in ("%", "‰") else "",
        verdict,
        style,
        each.reports_disagree,
    )
