"""A region: its newest list of targets, what came of the earlier ones, and each indicator over the years."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from reading_room.catalogue import Catalogue
from reading_room.cells import Cell, Desk
from reading_room.charts.series import Point, Series, series_chart
from reading_room.numbers import amount, points
from reading_room.pages.page import Page
from reading_room.records import Attainment, Document, Region, Reported, Target

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class RegionRows:
    """All that a region's page shows."""

    region: Region
    parents: tuple[Region, ...]
    before: tuple[Region, ...]
    after: tuple[Region, ...]
    children: tuple[Region, ...]
    documents: tuple[Document, ...]
    targets: dict[Place, Target]
    reported: dict[Place, Reported]
    attainments: tuple[Attainment, ...]
    above: dict[Place, Target]
    peers: dict[Place, tuple[Decimal, Decimal, int]]
    silences: dict[tuple[int, str], str]


def region_page(catalogue: Catalogue, region: Region) -> Page:
    """Gather a region's rows into its page."""
    rows = _rows(catalogue, region)
    return Page(f"region/{region.code}.html", "region.html.jinja", rows, lambda desk: _context(rows, desk))


def _rows(catalogue: Catalogue, region: Region) -> RegionRows:
    regions = catalogue.library.regions
    targets = {(each.indicator_id, each.year): each for each in catalogue.region_targets.get(region.code, [])}
    above, peers = {}, {}
    for place, target in targets.items():
        if (parent := catalogue.above(target)) is not None:
            above[place] = parent
        if target.value is not None:
            values = catalogue.peers(region, target.year, target.indicator_id, target.measure)
            if values:
                peers[place] = (min(values), max(values), len(values))
    parents = []
    code = region.parent_code
    while code is not None and code in regions:
        parents.append(regions[code])
        code = regions[code].parent_code

    def shown(codes: tuple[str, ...]) -> tuple[Region, ...]:
        return tuple(regions[code] for code in codes if code in catalogue.pages)

    return RegionRows(
        region=region,
        parents=tuple(reversed(parents)),
        before=shown(catalogue.library.former.get(region.code, ())),
        after=shown(region.successors),
        children=tuple(
            each for code in sorted(catalogue.pages) if (each := regions[code]).parent_code == region.code
        ),
        documents=tuple(catalogue.region_documents.get(region.code, ())),
        targets=targets,
        reported={(e.indicator_id, e.year): e for e in catalogue.region_reported.get(region.code, [])},
        attainments=tuple(catalogue.region_attainments.get(region.code, ())),
        above=above,
        peers=peers,
        silences=catalogue.region_silences.get(region.code, {}),
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
        "indicators": _indicators(rows, desk),
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


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An indicator of the region: its picture, and the same as a table."""

    id: str
    name: str
    measure: str
    picture: Markup
    table: list[tuple[int, Cell | None, Cell | None, Cell | None, str, str]]
    other_measures: int


def _indicators(rows: RegionRows, desk: Desk) -> list[IndicatorPart]:
    of_indicator: dict[str, list[Target]] = defaultdict(list)
    for (indicator_id, _), target in rows.targets.items():
        of_indicator[indicator_id].append(target)
    in_order = sorted(of_indicator, key=lambda each: desk.catalogue.order[each])
    return [_part(rows, desk, indicator_id, of_indicator[indicator_id]) for indicator_id in in_order]


def _part(rows: RegionRows, desk: Desk, indicator_id: str, targets: list[Target]) -> IndicatorPart:
    indicator = desk.catalogue.library.indicators[indicator_id]
    measures = Counter(each.measure for each in targets if each.value is not None)
    measure = measures.most_common(1)[0][0] if measures else indicator.measure
    name = desk.words.indicator(indicator)
    series = _series(rows, desk, indicator_id, measure, f"{desk.words.region(rows.region)} · {name}")
    return IndicatorPart(
        indicator_id,
        name,
        desk.words.measure(measure),
        series_chart(series),
        _table(rows, desk, indicator_id),
        sum(count for each, count in measures.items() if each != measure),
    )


def _table(
    rows: RegionRows, desk: Desk, indicator_id: str
) -> list[tuple[int, Cell | None, Cell | None, Cell | None, str, str]]:
    years = {year for each, year in [*rows.targets, *rows.reported] if each == indicator_id}
    table = []
    for year in sorted(years, reverse=True):
        place = (indicator_id, year)
        target = rows.targets.get(place)
        span = ""
        if place in rows.peers and target is not None:
            low, high, number = rows.peers[place]
            names = desk.catalogue.library.unit_names
            ends = [amount(end, target.unit, desk.words, names) for end in (low, high)]
            span = desk.words.say("peers_span", span="–".join(dict.fromkeys(ends)), number=number)
        table.append(
            (
                year,
                desk.target(target),
                desk.reported(rows.reported.get(place)),
                desk.target(rows.above.get(place)),
                span,
                (target.commitment or "") if target else "",
            )
        )
    return table


def _series(rows: RegionRows, desk: Desk, indicator_id: str, measure: str | None, title: str) -> Series:
    words = desk.words
    planned = {each.plan_year for each in rows.documents if each.plan_year}
    targets, above, in_words = [], [], {}
    for (each, year), target in rows.targets.items():
        if each != indicator_id:
            continue
        if target.value is None:
            in_words[year] = f"{year} {words.target_in_words}: {target.words or ''}"
        elif target.measure == measure:
            targets.append(_point(desk, target, words.target))
            if (parent := rows.above.get((each, year))) is not None and parent.value is not None:
                above.append(_point(desk, parent, words.level_above))
    reported = [
        _reported_point(desk, each)
        for (of, _), each in rows.reported.items()
        if of == indicator_id and each.measure == measure
    ]
    shown = {each.year for each in [*targets, *reported]} | set(in_words) | planned
    first, last = min(shown), max(shown)
    return Series(
        title=title,
        language=words.language,
        first=first,
        last=last,
        targets=sorted(targets, key=lambda point: point.year),
        reported=reported,
        above=above,
        peers=[
            (year, float(low), float(high))
            for (of, year), (low, high, _) in rows.peers.items()
            if of == indicator_id and rows.targets[of, year].measure == measure
        ],
        missing={year for year in range(first, last + 1) if year not in planned},
        silent={
            year: f"{year} {getattr(words, status)}"
            for (year, of), status in rows.silences.items()
            if of == indicator_id and first <= year <= last
        },
        in_words=in_words,
    )


def _point(desk: Desk, target: Target, role: str) -> Point:
    cell = desk.target(target)
    assert cell is not None
    assert target.value is not None
    return Point(
        target.year,
        float(target.value),
        cell.exact,
        f"{target.year} {role}: {cell.text}",
        cell.link,
        cell.sentence,
        None if target.low is None else float(target.low),
        None if target.high is None else float(target.high),
        target.bound,
    )


def _reported_point(desk: Desk, reported: Reported) -> Point:
    cell = desk.reported(reported)
    assert cell is not None
    title = f"{reported.year} {desk.words.reported}: {cell.text}"
    return Point(reported.year, float(reported.value), cell.exact, title, cell.link, cell.sentence)
