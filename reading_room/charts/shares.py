"""What each of a few kinds has of a year's whole, as bars one on the other."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from reading_room.charts.axes import picture, year_axis
from reading_room.charts.scales import Scale, ticks
from reading_room.svg import element, joined

WIDTH, HEIGHT = 520, 200
LEFT, RIGHT, TOP, BOTTOM = 44, 10, 10, 26


@dataclass(frozen=True, slots=True)
class Shares:
    """Counts by year and kind; ``kinds`` are pairs of a class and a name, from the foot up."""

    title: str
    kinds: list[tuple[str, str]]
    years: dict[int, dict[str, int]]
    # Whether a bar is as high as its counts, rather than always whole.
    counted: bool = False


def shares(data: Shares) -> Markup:
    """Draw a bar for each year from the first to the last; a year without any is left empty."""
    first, last = min(data.years), max(data.years)
    across = Scale(first - 0.5, last + 0.5, LEFT, WIDTH - RIGHT)
    most = max(sum(counts.values()) for counts in data.years.values()) if data.counted else 1
    marks = ticks(0, most) if data.counted else [0, 0.5, 1]
    up = Scale(0, marks[-1], HEIGHT - BOTTOM, TOP)
    step = (WIDTH - LEFT - RIGHT) / (last - first + 1)
    parts = []
    for mark in marks:
        y = up(mark)
        told = f"{mark:g}" if data.counted else f"{mark:.0%}"
        parts += [
            element("line", class_="grid", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y),
            element("text", told, class_="tick y", x=LEFT - 5, y=y + 4),
        ]
    parts += year_axis(first, last, across, HEIGHT - 8, 10)
    width = min(step * 0.8, 26.0)
    parts += [
        _bar(data, year, counts, across(year), up, width) for year, counts in sorted(data.years.items())
    ]
    return picture("shares", data.title, WIDTH, HEIGHT, parts)


def _bar(data: Shares, year: int, counts: dict[str, int], x: float, up: Scale, width: float) -> Markup:
    total = 1 if data.counted else sum(counts.values())
    told = " · ".join(f"{name} {counts[kind]}" for kind, name in data.kinds if counts.get(kind))
    title = f"{year}: {told}"
    parts, foot = [element("title", title)], 0
    for kind, _ in data.kinds:
        count = counts.get(kind, 0)
        if count:
            y = up((foot + count) / total)
            parts.append(
                element(
                    "rect",
                    class_=f"share-{kind}",
                    x=x - width / 2,
                    width=width,
                    y=y,
                    height=up(foot / total) - y,
                )
            )
            foot += count
    return element("g", joined(parts), tabindex=-1, role="img", aria_label=title)
