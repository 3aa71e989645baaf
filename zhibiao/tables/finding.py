"""The tables of a text, in whatever form each of them came."""

from __future__ import annotations

from zhibiao.tables.grid import Grid
from zhibiao.tables.lines import Line, lines_of
from zhibiao.tables.piped import piped_tables
from zhibiao.tables.spaced import FEWEST_ROWS, LONGEST_ROW, ROW_HINT, spaced_tables
from zhibiao.tables.stacked import (
    FEWEST_NUMBERS,
    NUMBER_ALONE,
    NUMBERS_TOGETHER,
    SHORTEST_INLINE,
    inline_tables,
    stacked_tables,
)
from zhibiao.tables.tabbed import tabbed_tables
from zhibiao.tables.tagged import tagged_tables

# Three rows of a name and two numbers in one line have so many spaces, and are no shorter.
FEWEST_GAPS = 8
_LAST_OF_NUMBER = frozenset("0123456789%* \t\r")


def find_tables(folded: str) -> list[Grid]:
    """Return the tables of a folded text, in order, none overlapping another. Takes time linear in the text."""
    if not _may_hold_tables(folded):
        return []
    lines = lines_of(folded)
    grids: list[Grid] = []
    if "<td" in folded or "<TD" in folded:
        grids += tagged_tables(folded, lines)
    if "|" in folded:
        grids += piped_tables(folded, _outside(lines, grids))
    if "\t" in folded:
        grids += tabbed_tables(folded, _outside(lines, grids))
    grids += spaced_tables(folded, _outside(lines, grids))
    grids += stacked_tables(folded, _outside(lines, grids))
    grids += inline_tables(folded, _outside(lines, grids))
    return sorted(grids, key=lambda grid: grid.start)


def _may_hold_tables(folded: str) -> bool:
    """Say whether a text has lines that look like rows: hardly any report has, and a look costs less than a search."""
    gaps = folded.count(" ") + folded.count("\t")
    rows = numbers = 0
    for line in folded.split("\n"):
        if (
            gaps >= FEWEST_GAPS
            and len(line) >= SHORTEST_INLINE
            and line.count(" ") + line.count("\t") >= FEWEST_GAPS
        ) and NUMBERS_TOGETHER.search(line):
            return True
        if not 0 < len(line) <= LONGEST_ROW:
            continue
        if gaps and (" " in line or "\t" in line):
            if line.lstrip()[:1] == "|":
                return True
            rows += ROW_HINT.search(line) is not None and "。" not in line
        if line[0] == "|":
            return True
        if line[-1] in _LAST_OF_NUMBER:
            numbers += NUMBER_ALONE.fullmatch(line) is not None
        if rows >= FEWEST_ROWS or numbers >= FEWEST_NUMBERS:
            return True
    return "<" in folded and ("</table>" in folded or "</TABLE>" in folded)


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
