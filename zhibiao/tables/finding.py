"""The tables of a text, in whatever form each of them came."""

from __future__ import annotations

from zhibiao.tables.grid import Grid
from zhibiao.tables.lines import Line, lines_of
from zhibiao.tables.piped import piped_tables
from zhibiao.tables.spaced import spaced_tables
from zhibiao.tables.stacked import inline_tables, stacked_tables


def find_tables(folded: str) -> list[Grid]:
    """Return the tables of a folded text, in order, none overlapping another. Takes time linear in the text."""
    lines = lines_of(folded)
    grids: list[Grid] = []
    if "|" in folded:
        grids += piped_tables(folded, lines)
    grids += spaced_tables(folded, _outside(lines, grids))
    grids += stacked_tables(folded, _outside(lines, grids))
    grids += inline_tables(folded, _outside(lines, grids))
    return sorted(grids, key=lambda grid: grid.start)


def _outside(lines: list[Line], grids: list[Grid]) -> list[Line]:
    """The lines with those of tables emptied, so that what stands above a table is still found."""
    taken = sorted((grid.start, grid.end) for grid in grids)
    outside: list[Line] = []
    place = 0
    for line in lines:
        while place < len(taken) and taken[place][1] < line.start:
            place += 1
        inside = place < len(taken) and taken[place][0] <= line.end and line.start <= taken[place][1]
        outside.append(Line(line.start, line.start) if inside and line.end > line.start else line)
    return outside
