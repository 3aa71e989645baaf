"""What stands around the numbers of a picture: lines with their numbers, years below."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from reading_room.charts.scales import Scale, short, year_ticks
from reading_room.svg import element, joined

# Thousands of pictures have the same few axes.
REMEMBERED = 5_000


def picture(kind: str, title: str, width: float, height: float, parts: Iterable[Markup]) -> Markup:
    """The whole picture, with its title for whoever cannot see it."""
    return element(
        "svg",
        joined([element("title", title), *parts]),
        class_=f"chart {kind}",
        viewBox=f"0 0 {width:g} {height:g}",
        role="group",
        aria_label=title,
    )


@lru_cache(REMEMBERED)
def number_axis(
    marks: tuple[float, ...], up: Scale, left: float, right: float, language: str
) -> tuple[Markup, ...]:
    """A line across for each mark, with its number at the left."""
    lines = "".join(f"M{left:g} {up(mark):.1f}H{right:g}" for mark in marks)
    parts = [element("path", class_="grid", d=lines)]
    if 0 in marks:
        parts.append(element("path", class_="zero", d=f"M{left:g} {up(0):.1f}H{right:g}"))
    parts += [
        element("text", short(mark, language), class_="tick y", x=left - 5, y=up(mark) + 4) for mark in marks
    ]
    return tuple(parts)


@lru_cache(REMEMBERED)
def year_axis(first: int, last: int, across: Scale, foot: float, most: int) -> tuple[Markup, ...]:
    """Years below the picture, at most about ``most`` of them."""
    return tuple(
        element("text", str(year), class_="tick", x=across(year), y=foot)
        for year in year_ticks(first, last, most)
    )


def boxes(style: str, sides: Iterable[tuple[float, float, float, float]]) -> list[Markup]:
    """Rectangles in one element: each of left, top, width and height."""
    path = "".join(
        f"M{x:.1f} {y:.1f}h{width:.1f}v{height:.1f}h{-width:.1f}z" for x, y, width, height in sides
    )
    return [element("path", class_=style, d=path)] if path else []
