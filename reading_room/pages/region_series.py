"""Each indicator of a region over the years: its picture, and the same as a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from markupsafe import Markup

from reading_room.cells import Desk, cell_markup
from reading_room.charts.series import Point, Series, series_chart
from reading_room.escaping import written
from reading_room.numbers import RATIOS, amount
from reading_room.pages.region_rows import Place, RegionRows
from reading_room.records import Reported, Target
from reading_room.svg import as_markup


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An indicator of the region: its picture, and the same as lines of a table.

    Without a picture, where it is only ever stated in words, the lines are those of a list, which say all of it.
    """

    id: str
    name: str
    measure: str
    picture: Markup | None
    lines: Markup
    other_measures: int


@dataclass(slots=True)
class IndicatorYears:
    """What is known of an indicator in a region, by year."""

    targets: dict[int, Target] = field(default_factory=dict)
    reported: dict[int, Reported] = field(default_factory=dict)
    silences: dict[int, str] = field(default_factory=dict)


def indicator_parts(rows: RegionRows, desk: Desk) -> list[IndicatorPart]:
    """The indicators that the region states a target for, in the order of the lexicon."""
    found: dict[str, IndicatorYears] = defaultdict(IndicatorYears)
    for (indicator_id, year), target in rows.targets.items():
        found[indicator_id].targets[year] = target
    in_order = sorted(found, key=lambda each: desk.catalogue.order[each])
    for (indicator_id, year), reported in rows.reported.items():
        found[indicator_id].reported[year] = reported
    for (year, indicator_id), status in rows.silences.items():
        found[indicator_id].silences[year] = status
    return [_part(rows, desk, indicator_id, found[indicator_id]) for indicator_id in in_order]


def _part(rows: RegionRows, desk: Desk, indicator_id: str, years: IndicatorYears) -> IndicatorPart:
    indicator = desk.catalogue.library.indicators[indicator_id]
    measures = Counter(each.measure for each in years.targets.values() if each.value is not None)
    measure = measures.most_common(1)[0][0] if measures else indicator.measure
    name = desk.words.indicator(indicator)
    series = _series(rows, desk, indicator_id, years, measure, f"{desk.words.region(rows.region)} · {name}")
    has_picture = bool(series.targets or series.reported)
    return IndicatorPart(
        indicator_id,
        name,
        desk.words.measure(measure),
        series_chart(series) if has_picture else None,
        _lines(rows, desk, indicator_id, years, has_picture),
        sum(count for each, count in measures.items() if each != measure),
    )


def _lines(rows: RegionRows, desk: Desk, indicator_id: str, years: IndicatorYears, as_table: bool) -> Markup:
    """A line for each year, the newest first, written without the template engine."""
    lines = []
    for year in sorted(years.targets.keys() | years.reported.keys(), reverse=True):
        place = (indicator_id, year)
        target = years.targets.get(year)
        told, reported, above = map(
            cell_markup,
            (
                desk.target(target),
                desk.reported(years.reported.get(year)),
                desk.target(rows.above.get(place)),
            ),
        )
        if as_table:
            span = _span(rows, desk, place, target)
            commitment = (target.commitment or "") if target else ""
            lines.append(
                f'<tr><th scope="row">{year}</th><td>{told}</td><td>{reported}</td><td>{above}</td>'
                f"<td>{written(span)}</td><td>{written(commitment)}</td></tr>\n"
            )
        else:
            lines.append(f"<li><b>{year}</b> {told}</li>")
    return as_markup("".join(lines))


def _span(rows: RegionRows, desk: Desk, place: Place, target: Target | None) -> str:
    """From the lowest target of the peers to the highest."""
    if place not in rows.peers or target is None:
        return ""
    low, high, number = rows.peers[place]
    names = desk.catalogue.library.unit_names
    ends = [amount(end, target.unit, desk.words, names) for end in (low, high)]
    return desk.words.say("peers_span", span="–".join(dict.fromkeys(ends)), number=number)


def _series(
    rows: RegionRows, desk: Desk, indicator_id: str, years: IndicatorYears, measure: str | None, title: str
) -> Series:
    words = desk.words
    planned = {each.plan_year for each in rows.documents if each.plan_year}
    targets, above, in_words = [], [], {}
    for year, target in years.targets.items():
        if target.value is None:
            in_words[year] = f"{year} {words.target_in_words}: {target.words or ''}"
        elif target.measure == measure:
            targets.append(_point(desk, target, words.target))
            # An amount of the level above is of another size.
            parent = rows.above.get((indicator_id, year)) if target.unit in RATIOS else None
            if parent is not None and parent.value is not None:
                above.append(_point(desk, parent, words.level_above))
    reported = [_reported_point(desk, each) for each in years.reported.values() if each.measure == measure]
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
            (year, float(peers[0]), float(peers[1]))
            for year, target in years.targets.items()
            if target.measure == measure and (peers := rows.peers.get((indicator_id, year)))
        ],
        missing={year for year in range(first, last + 1) if year not in planned},
        silent={
            year: f"{year} {words[status]}"
            for year, status in years.silences.items()
            if first <= year <= last
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
