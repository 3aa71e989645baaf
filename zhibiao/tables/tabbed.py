"""Tables of lines with tabs between their cells, as a PDF page's rows and what is copied from a document come."""

from __future__ import annotations

import re
from collections import Counter

from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.lines import Line, captions_above

FEWEST_ROWS = 3
SHARE_ALIKE = 0.6
LONGEST_NAME = 30
# A tab a cell, so that two of them hold an empty one; else as many as it takes to the next stop.
_SINGLE, _ANY = re.compile(r"\t"), re.compile(r"\t+")
# A tab that only indents a line.
_INDENTED = re.compile(r"[ \t]*\t[^\t]*$")
_SENTENCE = re.compile(r"[。;!?]")


def tabbed_tables(folded: str, lines: list[Line]) -> list[Grid]:
    """Return the tables of lines with tabs, most of which have as many cells; three lines of two cells at least."""
    grids: list[Grid] = []
    number = 0
    while number < len(lines):
        if not _has_cells(folded, lines[number]):
            number += 1
            continue
        first, number = number, _end_of_run(folded, lines, number)
        for gap in (_SINGLE, _ANY):
            rows = [_row(folded, line, gap) for line in lines[first:number]]
            if _alike(rows):
                grids.append(Grid("tabbed", rows, captions_above(folded, lines, first)))
                break
    return grids


def _has_cells(folded: str, line: Line) -> bool:
    tabs = folded.find("\t", line.start, line.end) >= 0 and not folded.startswith("|", line.start)
    return (
        tabs
        and not _INDENTED.match(folded, line.start, line.end)
        and folded.find("。", line.start, line.end) < 0
    )


def _end_of_run(folded: str, lines: list[Line], first: int) -> int:
    """The line behind the last with tabs; between them names may stand alone."""
    number = last = first
    while number < len(lines):
        if _has_cells(folded, lines[number]):
            last = number
        elif number - last > 1 or not _is_name(folded, lines[number]):
            break
        number += 1
    return last + 1


def _is_name(folded: str, line: Line) -> bool:
    return 0 < line.end - line.start <= LONGEST_NAME and not _SENTENCE.search(folded, line.start, line.end)


def _row(folded: str, line: Line, gap: re.Pattern[str]) -> Row:
    cells: list[Cell] = []
    start = line.start
    for found in gap.finditer(folded, line.start, line.end):
        cells.append(_trimmed(folded, start, found.start()))
        start = found.end()
    cells.append(_trimmed(folded, start, line.end))
    return Row(line.start, line.end, cells)


def _trimmed(folded: str, start: int, end: int) -> Cell:
    while start < end and folded[start] in " *_":
        start += 1
    while end > start and folded[end - 1] in " *_":
        end -= 1
    return Cell(start, end)


def _alike(rows: list[Row]) -> bool:
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    width, times = widths.most_common(1)[0]
    return (
        width > 1 and times >= FEWEST_ROWS and times >= SHARE_ALIKE * widths.total() and width == max(widths)
    )
