"""The numbers of many regions, year by year: a dot each where they are few, else the span, the middle half, the median."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median, quantiles

from markupsafe import Markup

from reading_room.charts.axes import number_axis, picture, year_axis
from reading_room.charts.scales import Scale, ticks
from reading_room.svg import element, joined

WIDTH, HEIGHT = 520, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 10, 12, 26
# As many of one year as can still be told apart.
MOST_DOTS = 40


@dataclass(frozen=True, slots=True)
class Distribution:
    """Numbers by year; ``label`` says what a year's mark stands for when it is pointed at."""

    title: str
    language: str
    years: dict[int, list[float]]
    labels: dict[int, str]
    low: float
    high: float


def distribution(data: Distribution) -> Markup:
    """Draw the years from the first to the last; ``low`` and ``high`` make several pictures comparable."""
    first, last = min(data.years), max(data.years)
    across = Scale(first - 0.5, last + 0.5, LEFT, WIDTH - RIGHT)
    marks = ticks(data.low, data.high)
    up = Scale(marks[0], marks[-1], HEIGHT - BOTTOM, TOP)
    step = (WIDTH - LEFT - RIGHT) / (last - first + 1)
    parts = [
        *number_axis(marks, up, LEFT, WIDTH - RIGHT, data.language),
        *year_axis(first, last, across, HEIGHT - 8, 10),
    ]
    for year, numbers in sorted(data.years.items()):
        content = [element("title", data.labels[year]), *_year(numbers, across(year), up, step)]
        parts.append(
            element(
                "g",
                joined(content),
                tabindex=-1,
                role="img",
                aria_label=data.labels[year],
            )
        )
    return picture("distribution", data.title, WIDTH, HEIGHT, parts)


def _year(numbers: list[float], x: float, up: Scale, step: float) -> list[Markup]:
    half = min(step * 0.38, 12.0)
    parts: list[Markup] = []
    if len(numbers) > MOST_DOTS:
        low, _, high = quantiles(numbers, n=4)
        parts.append(element("line", class_="whisker", x1=x, x2=x, y1=up(min(numbers)), y2=up(max(numbers))))
        parts.append(
            element(
                "rect",
                class_="box",
                x=x - half,
                width=2 * half,
                y=up(high),
                height=max(up(low) - up(high), 1),
            )
        )
    else:
        for number, times in sorted(Counter(numbers).items()):
            parts.append(element("circle", class_="dot", cx=x, cy=up(number), r=min(2.0 + times**0.5, 7.0)))
    middle = up(median(numbers))
    parts.append(element("line", class_="median", x1=x - half, x2=x + half, y1=middle, y2=middle))
    return parts
