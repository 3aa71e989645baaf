"""Regions in order, each with a dot for this year's number and a ring for last year's."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from reading_room.charts.axes import picture
from reading_room.charts.scales import Scale, short, spread, ticks
from reading_room.svg import element, joined

WIDTH, ROW = 420, 22
LEFT, RIGHT, TOP = 112, 16, 24


@dataclass(frozen=True, slots=True)
class Rank:
    """A row: a region's number now and before, with words and the way to the sentence."""

    name: str
    now: float
    before: float | None
    exact: str
    title: str
    link: str
    sentence: int


def ranking(ranks: list[Rank], title: str, language: str) -> Markup:
    """Draw the rows as they come; there must be one."""
    numbers = [rank.now for rank in ranks] + [rank.before for rank in ranks if rank.before is not None]
    marks = ticks(*spread(numbers))
    across = Scale(marks[0], marks[-1], LEFT, WIDTH - RIGHT)
    height = TOP + ROW * len(ranks) + 6
    parts = []
    for mark in marks:
        x = across(mark)
        parts.append(element("line", class_="grid", x1=x, x2=x, y1=TOP - 6, y2=height))
        parts.append(element("text", short(mark, language), class_="tick", x=x, y=12))
    parts += [_row(rank, across, TOP + ROW * place + ROW / 2) for place, rank in enumerate(ranks)]
    return picture("ranking", title, WIDTH, height, parts)


def _row(rank: Rank, across: Scale, y: float) -> Markup:
    shapes = [
        element("title", rank.title),
        element("text", rank.name, class_="label", x=LEFT - 10, y=y + 4),
    ]
    if rank.before is not None:
        shapes.append(
            element("line", class_="change", x1=across(rank.before), x2=across(rank.now), y1=y, y2=y)
        )
        shapes.append(element("circle", class_="before", cx=across(rank.before), cy=y, r=4))
    shapes.append(element("circle", class_="target", cx=across(rank.now), cy=y, r=5))
    return element(
        "a",
        joined(shapes),
        href=rank.link,
        tabindex=-1,
        data_v=rank.exact,
        data_s=rank.sentence,
    )
