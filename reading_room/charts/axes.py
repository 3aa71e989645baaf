"""What stands around the numbers of a picture: lines with their numbers, years below."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from reading_room.charts.scales import Scale, short, year_ticks
from reading_room.svg import element, joined


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


def number_axis(marks: Iterable[float], up: Scale, left: float, right: float, language: str) -> list[Markup]:
    """A line across for each mark, with its number at the left."""
    parts = []
    for mark in marks:
        y = up(mark)
        style = "zero" if mark == 0 else "grid"
        parts += [
            element("line", class_=style, x1=left, x2=right, y1=y, y2=y),
            element("text", short(mark, language), class_="tick", x=left - 5, y=y + 4, text_anchor="end"),
        ]
    return parts


def year_axis(first: int, last: int, across: Scale, foot: float, most: int) -> list[Markup]:
    """Years below the picture, at most about ``most`` of them."""
    return [
        element("text", str(year), class_="tick", x=across(year), y=foot, text_anchor="middle")
        for year in year_ticks(first, last, most)
    ]
