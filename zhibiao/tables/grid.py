"""What a table is before anything is understood: rows of cells with their places in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Cell(NamedTuple):
    """The span of a cell in the folded text, without spaces at its ends; an empty cell has an empty span."""

    start: int
    end: int


@dataclass(slots=True)
class Row:
    """A row: its span in the text, its cells in order, and how far its name is indented (in half widths).

    ``is_name_above`` marks a row without a name of its own, which tells more of what the row above names;
    ``is_short`` one that lacks cells, no telling which.
    """

    start: int
    end: int
    cells: list[Cell]
    indent: int = 0
    is_name_above: bool = False
    is_short: bool = False


@dataclass(slots=True)
class Grid:
    """A table as it stands in the text, with the lines above it that speak of it.

    ``captions`` are the spans of those lines, the nearest first, and ``heads`` those of lines that hold the heads
    of its columns, for forms in which these are no row, ``marks`` those of row numbers that are in no row's cells.
    """

    form: str  # piped, tabbed, tagged, spaced, stacked, inline
    rows: list[Row]
    captions: list[Cell] = field(default_factory=list)
    heads: list[list[Cell]] = field(default_factory=list)
    marks: list[Cell] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the table begins: its first head or row."""
        return min([self.rows[0].start, *(cell.start for head in self.heads for cell in head)])

    @property
    def end(self) -> int:
        """Where its last row ends."""
        return self.rows[-1].end
