"""Tables of piped lines, as Markdown writes them and as our converters write those of pages and documents."""

from __future__ import annotations

import itertools
import re

from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.lines import Line, captions_above

_RULE = re.compile(r"[|:\- \t]*-[|:\- \t]*")
_LEADING = re.compile(r"(?:<br\s*/?>|\*\*|__|&nbsp;|[ \t])*")
_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
FEWEST_ROWS = 2


def piped_tables(folded: str, lines: list[Line]) -> list[Grid]:
    """Return the tables of lines that begin with a pipe; two rows of two cells at least."""
    grids: list[Grid] = []
    number = 0
    while number < len(lines):
        if not _is_piped(folded, lines[number]):
            number += 1
            continue
        first = number
        while number < len(lines) and _is_piped(folded, lines[number]):
            number += 1
        spans = [line for line in lines[first:number] if not _RULE.fullmatch(folded, line.start, line.end)]
        rows = [_row(folded, line) for line in spans]
        if len(rows) >= FEWEST_ROWS and max(len(row.cells) for row in rows) > 1:
            grids.append(Grid("piped", rows, captions_above(folded, lines, first)))
    return grids


def _is_piped(folded: str, line: Line) -> bool:
    place = line.start
    while place < line.end and folded[place] in " \t":
        place += 1
    return place < line.end and folded[place] == "|" and folded.find("|", place + 1, line.end) > 0


def _row(folded: str, line: Line) -> Row:
    opening = folded.index("|", line.start)
    closing = line.end
    while closing > opening + 1 and folded[closing - 1] in " \t":
        closing -= 1
    if folded[closing - 1] == "|":
        closing -= 1
    edges = [opening]
    while (edge := folded.find("|", edges[-1] + 1, closing)) >= 0:
        edges.append(edge)
    edges.append(closing)
    cells = [_cell(folded, left + 1, right) for left, right in itertools.pairwise(edges)]
    return Row(line.start, line.end, cells, _indent(folded, edges[0] + 1, edges[1]))


def _cell(folded: str, start: int, end: int) -> Cell:
    words = _LEADING.match(folded, start, end)
    start = min(words.end() if words else start, end)
    while end > start and folded[end - 1] in " \t*_":
        end -= 1
    return Cell(start, end)


def _indent(folded: str, start: int, end: int) -> int:
    """How far the words of a row's first cell stand from its edge, behind a break of its own; one space is every cell's."""
    opening = _LEADING.match(folded, start, end)
    broken = folded.rfind(">", start, opening.end() if opening else start) + 1
    space = _INDENT.match(folded, broken or start, end)
    width = len(space[0]) if space else 0
    return width if broken else max(0, width - 1)
