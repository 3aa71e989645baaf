"""The rows of a table on a page: which column each cell stands in, told by its place from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

# An empty cell between two tabs, so that it is told from tabs that only part.
EMPTY = " "
# In heights of a line: a gap that parts the cells of a row; the white between two columns of a table at least.
CELL_GAP = 1.6
WHITE = 0.4
# A head over several columns may stand in the white between them, in so few of the rows.
SHARE_CROSSING = 0.15
FEWEST_ROWS_CROSSED = 4


class Box(NamedTuple):
    """Words of a row that no gap parts: their edges from left to right, and their text."""

    left: float
    right: float
    text: str


def rows_of_text(rows: Sequence[Sequence[Box]], heights: Sequence[float]) -> list[str]:
    """Return the text of each row; ``heights`` are those of the rows' signs.

    Rows with a wide gap that follow one another are of one table: their cells are parted by tabs, empty ones stand
    where a row has none in a column, and words over several columns stand in each.
    """
    texts: list[str] = []
    table: list[Sequence[Box]] = []
    height = 0.0
    for row, own in zip([*rows, ()], [*heights, 0.0], strict=True):
        if any(right.left - left.right > CELL_GAP * own for left, right in pairwise(row)):
            table.append(row)
            height = max(height, own)
            continue
        texts += _table(table, height)
        table, height = [], 0.0
        if row:
            texts.append(" ".join(box.text for box in row))
    return texts


def _table(rows: Sequence[Sequence[Box]], height: float) -> list[str]:
    if not rows:
        return []
    columns = _columns(rows, WHITE * height)
    return ["\t".join(_cells(row, columns)) for row in rows]


def _columns(rows: Sequence[Sequence[Box]], white: float) -> list[tuple[float, float]]:
    """The columns from left to right: the stretches between the white that runs from the first row to the last."""
    crossing = max(1, int(SHARE_CROSSING * len(rows))) if len(rows) >= FEWEST_ROWS_CROSSED else 0
    edges = sorted(
        [(box.left, 1) for row in rows for box in row] + [(box.right, -1) for row in rows for box in row]
    )
    columns: list[tuple[float, float]] = []
    covered, start = 0, None
    for place, change in edges:
        before, covered = covered, covered + change
        if before <= crossing < covered and start is None:
            start = place
        elif covered <= crossing < before and start is not None:
            columns.append((start, place))
            start = None
    joined: list[tuple[float, float]] = []
    for left, right in columns:
        if joined and left - joined[-1][1] < white:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined


def _cells(row: Sequence[Box], columns: Sequence[tuple[float, float]]) -> list[str]:
    """The texts of a row, one for each column up to its last; a column that it has no words in is empty."""
    cells: dict[int, list[str]] = {}
    for box in row:
        places = [
            place for place, (left, right) in enumerate(columns) if box.left < right and left < box.right
        ]
        for place in places or [_nearest(box, columns)]:
            cells.setdefault(place, []).append(box.text)
    return [" ".join(cells[place]) if place in cells else EMPTY for place in range(max(cells) + 1)]


def _nearest(box: Box, columns: Sequence[tuple[float, float]]) -> int:
    middle = (box.left + box.right) / 2
    return min(
        range(len(columns)),
        key=lambda place: abs(middle - sum(columns[place]) / 2),
    )
