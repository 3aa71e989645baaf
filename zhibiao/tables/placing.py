"""Rows that lack cells: which columns their numbers are of, where only one way to place them is like the other rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from zhibiao.tables.cells import number_in
from zhibiao.tables.grid import Cell, Row


class _Like(NamedTuple):
    """What the numbers of a column are like: how many decimals they have, and whether some are negative."""

    decimals: frozenset[int]
    has_negative: bool


def place_short_rows(folded: str, rows: Sequence[Row], width: int) -> None:
    """Move the numbers of short rows under their columns, of which the last ``width`` of a full row are of numbers.

    A row that fits in several ways, or in none, stays short: no telling which of its cells were lost.
    """
    full = [row for row in rows if row.cells and not row.is_short and not row.is_name_above]
    if not full or width < 2:
        return
    lead = max(len(row.cells) for row in full) - width
    columns = [
        _like(folded, [row.cells[lead + place] for row in full if len(row.cells) == lead + width])
        for place in range(width)
    ]
    for row in rows:
        if not row.is_short or len(row.cells) <= lead:
            continue
        values = row.cells[lead:]
        ways = [
            places
            for places in combinations(range(width), len(values))
            if all(_fits(folded, cell, columns[place]) for cell, place in zip(values, places, strict=True))
        ]
        if len(ways) == 1:
            _place(row, lead, width, ways[0])


def _like(folded: str, cells: Sequence[Cell]) -> _Like:
    numbers = [(cell, number) for cell in cells if (number := number_in(folded, *cell)) is not None]
    return _Like(
        frozenset(_decimals(folded, cell) for cell, _ in numbers),
        any(number.sign < 0 for _, number in numbers),
    )


def _decimals(folded: str, cell: Cell) -> int:
    number = number_in(folded, *cell)
    exponent = number.number.as_tuple().exponent if number else 0
    return -exponent if isinstance(exponent, int) else 0


def _fits(folded: str, cell: Cell, column: _Like) -> bool:
    number = number_in(folded, *cell)
    if number is None:
        return True
    return _decimals(folded, cell) in column.decimals and (number.sign >= 0 or column.has_negative)


def _place(row: Row, lead: int, width: int, places: Sequence[int]) -> None:
    values = iter(row.cells[lead:])
    empty = Cell(row.cells[0].end, row.cells[0].end)
    row.cells = [*row.cells[:lead], *(next(values) if place in places else empty for place in range(width))]
    row.is_short = False
