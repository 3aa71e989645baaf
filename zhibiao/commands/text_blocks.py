"""A document's text as it is laid out on a page: passages, and tables of rows and cells. No sign of it is left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zhibiao.commands.marking import Mark, Stretch, stretches
from zhibiao.folding import fold
from zhibiao.tables.finding import find_tables
from zhibiao.tables.grid import Cell, Grid

# Forms of tables whose rows are no lines: a cell is one, or all are in one.
NOT_LAID_OUT = ("stacked", "inline")
# What parts cells and rows, and shows nothing where these stand in a frame.
_BETWEEN = re.compile(r"[\s|:\-–—+=*]*")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: its stretches, and what parts it from the cell before and, in the last of a row, from the next row."""

    before: str
    stretches: tuple[Stretch, ...]
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A passage, or a table: one of the two is empty."""

    stretches: tuple[Stretch, ...] = ()
    rows: tuple[tuple[ShownCell, ...], ...] = ()


class _Pieces:
    """The stretches of a text, found by their place."""

    def __init__(self, pieces: Sequence[Stretch]) -> None:
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def within(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Return the stretches that begin in a span."""
        return tuple(self._pieces[bisect_left(self._starts, start) : bisect_left(self._starts, end)])


class _Row(NamedTuple):
    """A row of a table, a row of heads among them: its span, and the spans of its cells."""

    start: int
    end: int
    cells: list[Cell]


def blocks(text: str, marks: Sequence[Mark]) -> list[Block]:
    """Return the text of a document cut into passages and tables; joined, it is the text again."""
    tables = [_rows_of(table) for table in find_tables(fold(text)) if table.form not in NOT_LAID_OUT]
    tables = [rows for rows in tables if _is_in_order(text, rows)]
    spans = [span for rows in tables for row in rows for span in [(row.start, row.end), *row.cells]]
    pieces = _Pieces(stretches(text, marks, {place for span in spans for place in span}))
    made: list[Block] = []
    reached = 0
    for rows in tables:
        if rows[0].start < reached:
            continue
        made.append(Block(stretches=pieces.within(reached, rows[0].start)))
        made.append(Block(rows=tuple(_shown(text, rows, pieces))))
        reached = rows[-1].end
    made.append(Block(stretches=pieces.within(reached, len(text))))
    return [block for block in made if block.stretches or block.rows]


def _rows_of(table: Grid) -> list[_Row]:
    heads = [_Row(head[0].start, head[-1].end, head) for head in table.heads if head]
    return sorted([*heads, *(_Row(row.start, row.end, row.cells) for row in table.rows if row.cells)])


def _is_in_order(text: str, rows: list[_Row]) -> bool:
    """Return whether cells stand one behind the other, with nothing between them but what parts them."""
    if not rows:
        return False
    cells = [cell for row in rows for cell in row.cells]
    edges = [rows[0].start, *(place for cell in cells for place in (cell.start, cell.end)), rows[-1].end]
    between = (text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True))
    return edges == sorted(edges) and all(map(_BETWEEN.fullmatch, between))


def _shown(text: str, rows: list[_Row], pieces: _Pieces) -> Iterator[tuple[ShownCell, ...]]:
    reached = rows[0].start
    for number, row in enumerate(rows):
        cells: list[ShownCell] = []
        for cell in row.cells:
            cells.append(ShownCell(text[reached : cell.start], pieces.within(cell.start, cell.end)))
            reached = cell.end
        following = rows[number + 1].start if number + 1 < len(rows) else rows[-1].end
        last = cells.pop()
        yield (*cells, ShownCell(last.before, last.stretches, text[reached:following]))
        reached = following
