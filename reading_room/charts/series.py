"""An indicator of a region over the years: what was promised, with its bound as a drawn mark, and what came of it.

A target is a dot; a bar below it ends in nothing (at least: open above) or the other way round (at most); about has a
bar to both sides; a range is a thick line from end to end. What was reported is a diamond. Behind them stand the target of
the level above, a step, and the span of the peers' targets, a band. A year without a report is hatched; a year whose
report states none has a dash on the axis, one that states it in words a sign.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from markupsafe import Markup

from reading_room.charts.axes import boxes, number_axis, picture, year_axis
from reading_room.charts.scales import Scale, spread, ticks
from reading_room.escaping import written
from reading_room.svg import as_markup, element, joined

WIDTH, HEIGHT = 360, 190
LEFT, RIGHT, TOP, BOTTOM = 40, 10, 12, 26
ARM = 9.0


@dataclass(frozen=True, slots=True)
class Point:
    """A number of a year, with the page and the sentence that it leads to."""

    year: int
    value: float
    exact: str
    title: str
    link: str | None
    sentence: int | None = None
    low: float | None = None
    high: float | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """What a picture shows. ``missing`` are years without a report, ``silent`` those that state none."""

    title: str
    language: str
    first: int
    last: int
    targets: list[Point]
    reported: list[Point] = field(default_factory=list)
    above: list[Point] = field(default_factory=list)
    peers: list[tuple[int, float, float]] = field(default_factory=list)
    missing: set[int] = field(default_factory=set)
    silent: dict[int, str] = field(default_factory=dict)
    in_words: dict[int, str] = field(default_factory=dict)


def series_chart(series: Series) -> Markup:
    """Draw a series that has a number; the marks can be reached by the keyboard through the script, and are links without it."""
    across = Scale(series.first - 0.5, series.last + 0.5, LEFT, WIDTH - RIGHT)
    marks = ticks(*_extent(series))
    up = Scale(marks[0], marks[-1], HEIGHT - BOTTOM, TOP)
    step = (WIDTH - LEFT - RIGHT) / (series.last - series.first + 1)
    parts = [
        *_missing(series, across, step),
        *number_axis(marks, up, LEFT, WIDTH - RIGHT, series.language),
        *year_axis(series.first, series.last, across, HEIGHT - 8, 8),
        *_peers(series, across, up, step),
        *_above(series, across, up, step),
        *(_reported(point, across, up) for point in series.reported),
        *(_target(point, across, up) for point in series.targets),
        *_silent(series, across),
    ]
    return picture("series", series.title, WIDTH, HEIGHT, parts)


def _extent(series: Series) -> tuple[float, float]:
    numbers = [
        number
        for point in [*series.targets, *series.reported, *series.above]
        for number in (point.value, point.low, point.high)
        if number is not None
    ]
    numbers += [number for _, low, high in series.peers for number in (low, high)]
    return spread(numbers)


def _missing(series: Series, across: Scale, step: float) -> list[Markup]:
    """The years without a report, those next to one another as one."""
    spans: list[list[int]] = []
    for year in sorted(series.missing):
        if spans and spans[-1][1] == year - 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    height = HEIGHT - TOP - BOTTOM
    return boxes(
        "no-report",
        ((across(first) - step / 2, TOP, step * (last - first + 1), height) for first, last in spans),
    )


def _peers(series: Series, across: Scale, up: Scale, step: float) -> list[Markup]:
    width = max(step - 2, 2)
    return boxes(
        "peers",
        (
            (across(year) - width / 2, up(high) - 1.5, width, up(low) - up(high) + 3)
            for year, low, high in series.peers
        ),
    )


def _above(series: Series, across: Scale, up: Scale, step: float) -> list[Markup]:
    return [
        _link(
            point,
            element(
                "line",
                class_="above",
                x1=across(point.year) - step / 2,
                x2=across(point.year) + step / 2,
                y1=up(point.value),
                y2=up(point.value),
            ),
        )
        for point in series.above
    ]


def _target(point: Point, across: Scale, up: Scale) -> Markup:
    x, y = across(point.year), up(point.value)
    shapes: list[Markup] = []
    if point.bound == "range" and point.low is not None and point.high is not None:
        shapes.append(element("line", class_="span", x1=x, x2=x, y1=up(point.low), y2=up(point.high)))
    elif point.bound == "at_least":
        top = max(y - 2 * ARM, TOP - 8)
        shapes.append(element("path", class_="arm", d=f"M{x:.1f} {y:.1f}V{top:.1f}m-3 4l3 -4l3 4"))
    elif point.bound == "at_most":
        foot = min(y + 2 * ARM, HEIGHT - BOTTOM + 8)
        shapes.append(element("path", class_="arm", d=f"M{x:.1f} {y:.1f}V{foot:.1f}m-3 -4l3 4l3 -4"))
    elif point.bound == "about":
        shapes.append(element("path", class_="arm", d=f"M{x - ARM:.1f} {y:.1f}q{ARM / 2} -5 {ARM} 0t{ARM} 0"))
    shapes.append(element("circle", class_="target", cx=x, cy=y, r=4))
    return _link(point, joined(shapes))


def _reported(point: Point, across: Scale, up: Scale) -> Markup:
    x, y = across(point.year), up(point.value)
    return _link(point, element("path", class_="reported", d=f"M{x:.1f} {y - 5.5:.1f}l5 5.5l-5 5.5l-5 -5.5z"))


def _silent(series: Series, across: Scale) -> list[Markup]:
    parts = []
    for signs, words in (("–", series.silent), ("文", series.in_words)):
        for year, title in sorted(words.items()):
            text = as_markup(f"<title>{written(title)}</title>{signs}")
            parts.append(element("text", text, class_="silent", x=across(year), y=HEIGHT - BOTTOM - 4))
    return parts


def _link(point: Point, shapes: Markup) -> Markup:
    """A mark with its title, a link to the sentence; written without ``element``, for there are tens of thousands."""
    content = f"<title>{written(point.title)}</title>{shapes}"
    exact = escape(point.exact)
    if point.link is None:
        return as_markup(f'<g data-v="{exact}">{content}</g>')
    sentence = "" if point.sentence is None else f' data-s="{point.sentence}"'
    return as_markup(f'<a href="{escape(point.link)}" tabindex="-1" data-v="{exact}"{sentence}>{content}</a>')
