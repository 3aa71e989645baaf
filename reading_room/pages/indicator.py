"""An indicator: all regions over the years, against the level above, the words of its bounds, and what is missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean, median
from typing import Any

from markupsafe import Markup

from reading_room.catalogue import Catalogue
from reading_room.cells import Desk, cell_markup
from reading_room.charts.distribution import Distribution, distribution
from reading_room.charts.lines import Line, lines
from reading_room.charts.shares import Shares, shares
from reading_room.escaping import written
from reading_room.numbers import amount, points, rounded
from reading_room.pages.indicator_rows import MOST_ROWS, IndicatorRows, RegionRow, YearRows, gather
from reading_room.pages.page import Page
from reading_room.records import LEVELS, Indicator
from reading_room.svg import as_markup

BOUNDS = ("at_least", "exact", "range", "about", "at_most")
STATES = ("stated", "stated_in_words", "none_stated", "no_list_found")


def indicator_pages(catalogue: Catalogue, indicator: Indicator) -> list[Page]:
    """The page of an indicator, and one for each year in which a region states a target for it."""
    rows, years = gather(catalogue, indicator)
    own = Page(
        f"indicator/{indicator.id}.html", "indicator.html.jinja", rows, lambda desk: _context(rows, desk)
    )
    return [own, *map(_year_page, years)]


def _year_page(rows: YearRows) -> Page:
    return Page(
        f"indicator/{rows.indicator.id}-{rows.year}.html",
        "indicator_year.html.jinja",
        rows,
        lambda desk: _year_context(rows, desk),
    )


def _lines(rows: Iterable[RegionRow], desk: Desk) -> Markup:
    """The regions' rows of a table, written without the template engine: there are tens of thousands."""
    return as_markup("".join([_line(row, desk) for row in rows]))


def _line(row: RegionRow, desk: Desk) -> str:
    code = row.target.region_code
    region = desk.catalogue.library.regions.get(code)
    name = written(desk.words.region(region, row.target.region_name) if region else row.target.region_name)
    if code in desk.catalogue.pages:
        name = as_markup(f'<a href="{desk.root}region/{written(code)}.html">{name}</a>')
    style, reported = "", None
    if row.attainment is not None:
        style = {True: "reached", False: "missed", None: "unclear"}[row.attainment.is_reached]
    target, before, above = map(cell_markup, map(desk.target, (row.target, row.before, row.above)))
    difference = written(points(row.comparison.amplification)) if row.comparison else ""
    if row.attainment is not None:
        reported = desk.reported(row.attainment.reported)
    verdict = f' <small class="verdict">{written(desk.words[style])}</small>' if style else ""
    return (
        f'<tr><th scope="row">{name}</th><td>{written(desk.words.level(row.level))}</td>'
        f'<td class="num strong">{target}</td><td class="num">{before}</td><td class="num">{above}</td>'
        f'<td class="num">{difference}</td><td class="num {style}">{cell_markup(reported)}{verdict}</td>'
        f"<td>{written(row.target.commitment or '')}</td></tr>\n"
    )


def _year_context(rows: YearRows, desk: Desk) -> dict[str, Any]:
    name = desk.words.indicator(rows.indicator)
    return {
        "title": desk.words.say("indicator_in_year", indicator=name, year=rows.year),
        "indicator": rows.indicator,
        "name": name,
        "year": rows.year,
        "years": rows.years,
        "table": _lines(rows.rows, desk),
    }


def _context(rows: IndicatorRows, desk: Desk) -> dict[str, Any]:
    name = desk.words.indicator(rows.indicator)
    return {
        "title": name,
        "name": name,
        "indicator": rows.indicator,
        "measure": desk.words.measure(rows.measure),
        "newest": rows.newest,
        "years": rows.years,
        "table": _lines(rows.rows[:MOST_ROWS], desk),
        "more": max(0, len(rows.rows) - MOST_ROWS),
        "distributions": _distributions(rows, desk, name),
        "amplification": _amplification(rows, desk),
        "amplification_picture": _amplification_picture(rows, desk, name),
        "amplified_levels": [
            desk.words.level(each) for each in LEVELS if each in {of for of, _ in rows.amplified}
        ],
        "unit": unit_name(rows.indicator.unit, desk),
        "above": _lines(rows.above, desk),
        "above_year": rows.above_year,
        "bounds": _bounds(rows, desk, name),
        "words_of_intent": _words_of_intent(rows),
        "missing": _missing(rows, desk, name),
    }


@dataclass(frozen=True, slots=True)
class LevelPart:
    """The targets of one level over the years, as a picture and as a table."""

    level: str
    name: str
    picture: Markup
    table: list[tuple[int, int, str, str, str]]


def _distributions(rows: IndicatorRows, desk: Desk, name: str) -> list[LevelPart]:
    values: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for target in rows.targets:
        if target.value is not None:
            values[rows.levels.get(target.region_code, "")][target.year].append(float(target.value))
    everything = [number for years in values.values() for numbers in years.values() for number in numbers]
    parts = []
    for level in LEVELS:
        if not (years := values.get(level)):
            continue
        table = []
        for year, numbers in sorted(years.items(), reverse=True):
            low, middle, high = (
                amount(
                    rounded(Decimal(str(number))), rows.unit, desk.words, desk.catalogue.library.unit_names
                )
                for number in (min(numbers), median(numbers), max(numbers))
            )
            table.append((year, len(numbers), low, middle, high))
        labels = {
            year: desk.words.say("span_of_year", year=year, number=number, low=low, middle=middle, high=high)
            for year, number, low, middle, high in table
        }
        level_name = desk.words.level(level)
        picture = distribution(
            Distribution(
                f"{name} · {level_name}",
                desk.words.language,
                {year: sorted(numbers) for year, numbers in years.items()},
                labels,
                min(everything),
                max(everything),
            )
        )
        parts.append(LevelPart(level, level_name, picture, table))
    return parts


def _amplification(rows: IndicatorRows, desk: Desk) -> list[tuple[int, str, int, str, str]]:
    """By year and level: pairs compared, how much more than the level above on average, and the share above it."""
    table = []
    for (level, year), numbers in sorted(
        rows.amplified.items(), key=lambda e: (-e[0][1], LEVELS.index(e[0][0]))
    ):
        mean = Decimal(str(fmean(map(float, numbers))))
        higher = sum(number > 0 for number in numbers) / len(numbers)
        table.append((year, desk.words.level(level), len(numbers), points(mean), f"{higher:.0%}"))
    return table


def _amplification_picture(rows: IndicatorRows, desk: Desk, name: str) -> Markup | None:
    drawn = []
    for level in LEVELS:
        means = [
            (year, round(fmean(map(float, numbers)), 2))
            for (of, year), numbers in sorted(rows.amplified.items(), key=lambda item: item[0][1])
            if of == level
        ]
        if means:
            drawn.append(Line(desk.words.level(level), [(year, mean, None) for year, mean in means]))
    return lines(drawn, f"{name} · {desk.words.amplification}", desk.words.language) if drawn else None


def unit_name(unit: str | None, desk: Desk) -> str:
    """A unit's name in the language of the page."""
    if unit is None:
        return "–"
    return unit if desk.words.language == "zh" else desk.catalogue.library.unit_names.get(unit, unit)


def _bounds(
    rows: IndicatorRows, desk: Desk, name: str
) -> tuple[Markup, list[tuple[int, dict[str, int]]]] | None:
    years: dict[int, dict[str, int]] = defaultdict(Counter)
    for target in rows.targets:
        years[target.year][target.bound or "words"] += 1
    if not years:
        return None
    kinds = [(bound, getattr(desk.words, f"name_{bound}")) for bound in (*BOUNDS, "words")]
    title = f"{name} · {desk.words.wording_of_bounds}"
    return shares(Shares(title, kinds, dict(years))), sorted(years.items(), reverse=True)


def _words_of_intent(rows: IndicatorRows) -> tuple[list[str], list[tuple[int, list[int]]]]:
    """The words that the targets are set with, most frequent first, and how often each stands in a year."""
    counts: Counter[str] = Counter()
    years: dict[int, Counter[str]] = defaultdict(Counter)
    for target in rows.targets:
        for word in filter(None, (target.commitment, target.bound_text)):
            counts[word] += 1
            years[target.year][word] += 1
    shown = [word for word, _ in counts.most_common(8)]
    return shown, [
        (year, [count[word] for word in shown]) for year, count in sorted(years.items(), reverse=True)
    ]


def _missing(
    rows: IndicatorRows, desk: Desk, name: str
) -> tuple[Markup, list[tuple[int, str, dict[str, int]]]] | None:
    counts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for target in rows.targets:
        state = "stated_in_words" if target.value is None else "stated"
        counts[target.year, rows.levels.get(target.region_code, "")][state] += 1
    for (level, year), silent in rows.silences.items():
        counts[year, level] += silent
    if not rows.silences or not counts:
        return None
    years: dict[int, dict[str, int]] = defaultdict(Counter)
    for (year, _), count in counts.items():
        for state, number in count.items():
            years[year][state] += number
    kinds = [(state, getattr(desk.words, state)) for state in STATES]
    picture = shares(Shares(f"{name} · {desk.words.missing_data}", kinds, dict(years)))
    table = [
        (year, desk.words.level(level), dict(count))
        for (year, level), count in sorted(
            counts.items(), key=lambda e: (-e[0][0], LEVELS.index(e[0][1]) if e[0][1] in LEVELS else 9)
        )
    ]
    return picture, table
