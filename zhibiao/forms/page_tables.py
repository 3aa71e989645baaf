"""The rows of a table on a page: which column each cell stands in, told by its place from left to right."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

# An empty cell between two tabs, so that it is told from tabs that only part.
EMPTY = " "


class Box(NamedTuple):
    """A cell of a row: its edges from left to right, and its text."""

    left: float
    right: float
    text: str


def rows_of_text(rows: Sequence[Sequence[Box]]) -> list[str]:
    """Return the text of each row, cells parted by tabs; where a table's row lacks cells, empty ones stand for them.

    Rows of several cells that follow one another are of one table. Those with the most cells give its columns.
    """
    texts: list[str] = []
    table: list[Sequence[Box]] = []
    for row in [*rows, ()]:
        if len(row) > 1:
            table.append(row)
            continue
        texts += _table(table)
        table = []
        if row:
            texts.append(row[0].text)
    return texts


def _table(rows: Sequence[Sequence[Box]]) -> list[str]:
    if not rows:
        return []
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    columns = [
        (min(row[place].left for row in full), max(row[place].right for row in full)) for place in range(most)
    ]
    apart = all(left[1] <= right[0] for left, right in itertools.pairwise(columns))
    return ["\t".join(_cells(row, columns) if apart else [box.text for box in row]) for row in rows]


def _cells(row: Sequence[Box], columns: Sequence[tuple[float, float]]) -> list[str]:
    """The texts of a row, a text for each column; as they are where two of them would be of one column."""
    if len(row) == len(columns):
        return [box.text for box in row]
    places = [_nearest(box, columns) for box in row]
    if any(left >= right for left, right in itertools.pairwise(places)):
        return [box.text for box in row]
    cells = dict(zip(places, (box.text for box in row), strict=True))
    return [cells.get(place, EMPTY) for place in range(max(places) + 1)]


def _nearest(box: Box, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a cell overlaps most, else the one that is least far."""

    def overlap(place: int) -> float:
        left, right = columns[place]
        return min(box.right, right) - max(box.left, left)

    return max(range(len(columns)), key=overlap)
