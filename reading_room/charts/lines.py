"""A few regions over the years, a line each: the colours go by number, and so do the marks on the lines."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from reading_room.cells import Cell
from reading_room.charts.axes import number_axis, picture, year_axis
from reading_room.charts.scales import Scale, spread, ticks
from reading_room.svg import element, joined

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 26
# One for each line, so that they can be told apart without colour.
SHAPES = (
    "M{x} {y}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
    "M{x} {y}m-4 -4h8v8h-8z",
    "M{x} {y}m0 -5l5 9h-10z",
    "M{x} {y}m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",
    "M{x} {y}m0 5l5 -9h-10z",
    "M{x} {y}m-4.5 -1.5h3v-3h3v3h3v3h-3v3h-3v-3h-3z",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A name with its numbers: year, number, and the cell of the target."""

    name: str
    points: list[tuple[int, float, Cell | None]]


def lines(drawn: list[Line], title: str, language: str) -> Markup:
    """Draw the lines; at least one has a point. A year without a number breaks none of the others."""
    years = [year for line in drawn for year, _, _ in line.points]
    first, last = min(years), max(years)
    marks = ticks(*spread(number for line in drawn for _, number, _ in line.points))
    across = Scale(first - 0.5, last + 0.5, LEFT, WIDTH - RIGHT)
    up = Scale(marks[0], marks[-1], HEIGHT - BOTTOM, TOP)
    parts = [
        *number_axis(marks, up, LEFT, WIDTH - RIGHT, language),
        *year_axis(first, last, across, HEIGHT - 8, 14),
        *(_line(number, line, across, up) for number, line in enumerate(drawn)),
    ]
    return picture("lines", title, WIDTH, HEIGHT, parts)


def _plain(number: float) -> str:
    return f"{number:+g}".replace("-", "−")


def _line(number: int, line: Line, across: Scale, up: Scale) -> Markup:
    path, before = "", None
    for year, value, _ in line.points:
        move = "L" if before == year - 1 else "M"
        path += f"{move}{across(year):.1f} {up(value):.1f}"
        before = year
    parts = [element("path", class_=f"line line-{number}", d=path)]
    for year, value, cell in line.points:
        shape = SHAPES[number].format(x=f"{across(year):.1f}", y=f"{up(value):.1f}")
        told = f"{line.name} {year}: {cell.text if cell else _plain(value)}"
        content = joined([element("title", told), element("path", class_=f"mark mark-{number}", d=shape)])
        if cell is None:
            parts.append(element("g", content, tabindex=-1, role="img", aria_label=told))
        else:
            parts.append(
                element(
                    "a",
                    content,
                    href=cell.link,
                    tabindex=-1,
                    data_v=cell.exact,
                    data_s=cell.sentence,
                )
            )
    return joined(parts)
