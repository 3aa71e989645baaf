"""Each indicator of a region over the years: its picture, and the same as a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from reading_room.cells import Cell, Desk
from reading_room.charts.series import Point, Series, series_chart
from reading_room.numbers import amount
from reading_room.pages.region_rows import RegionRows
from reading_room.records import Reported, Target


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An indicator of the region: its picture, and the same as a table."""

    id: str
    name: str
    measure: str
    # None where it is only ever stated in words: the table says all of it.
    picture: Markup | None
    table: list[tuple[int, Cell | None, Cell | None, Cell | None, str, str]]
    other_measures: int


def indicator_parts(rows: RegionRows, desk: Desk) -> list[IndicatorPart]:
    """The indicators that the region states a target for, in the order of the lexicon."""
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
        series_chart(series) if series.targets or series.reported else None,
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
            # An amount of the level above is of another size.
            parent = rows.above.get((each, year)) if target.unit in ("%", "‰") else None
            if parent is not None and parent.value is not None:
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
