"""Pieces of text with their places on a page → lines in reading order, and which of them are one paragraph.

Columns are found by cutting the page along the white between them (recursive XY-cut: Nagy and Seth,
Hierarchical representation of optically scanned documents, ICPR 1984); a headline over several columns parts
what stands above it from what stands below. The cells of a table are no columns: they do not fill their width.
Places are in points, y upwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from zhibiao.forms.page_tables import CELL_GAP, Box, rows_of_text

# Of a column's lines, how wide the usual one is at least, as a share of the column.
FILLED = 0.6
FEWEST_LINES = 4
# A headline's signs beside the usual ones; lines that differ less may be of one paragraph.
LARGE = 1.4
# Of the rows of a page of columns, so many at most are headlines over several of them.
MOST_HEADLINES = 0.2
# In heights of a line, how wide the usual line of a column is at least: a table's cells are narrower.
NARROWEST = 7
# In heights of a line: the white between columns; a gap that parts cells; one that parts words; an indent.
GUTTER = 0.9
WORD_GAP = 0.3
# Between two Chinese signs, which need none, less white is that of a line stretched to the width of its column.
CHINESE_GAP = 0.45
INDENT = 1.2
# In a row that is stretched, white that parts words is wider than the usual white between its signs by this.
STRETCHED = 1.5
# How far from its column's right edge a full line may end: a sign that may not begin a line has gone down.
RAGGED = 1.7
# Where the line ends no sentence it may have been broken before brackets or quotes.
RAGGED_WITHIN = 4.0
_ENDS_SENTENCE = re.compile(r"[。！？!?：:；;][”）]?$")
_UNBROKEN = re.compile(r"[A-Za-z0-9.,%％‰:/+\\-]{2,}")


class Piece(NamedTuple):
    """A run of text and its box."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """The height of its signs."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Half-way up its signs."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column: its text, its place, and the edges of the column."""

    text: str
    left: float
    right: float
    middle: float
    height: float
    column_left: float
    column_right: float

    def goes_on_in(self, following: Line) -> bool:
        """Return whether a line and the next one, of this column or another, are of one paragraph."""
        # A number or a word that would not have fitted has gone down whole.
        unbroken = _UNBROKEN.match(following.text)
        needed = RAGGED + (0.6 * len(unbroken[0]) if unbroken else 0)
        if not _ENDS_SENTENCE.search(self.text):
            needed = max(needed, RAGGED_WITHIN)
        is_full = self.right >= self.column_right - needed * self.height
        is_indented = following.left > following.column_left + INDENT * following.height
        same_size = abs(self.height - following.height) <= 0.25 * max(self.height, following.height)
        has_cells = "\t" in self.text or "\t" in following.text
        return is_full and same_size and not is_indented and not has_cells


def lines_in_order(pieces: Sequence[Piece]) -> list[Line]:
    """Return the lines of a page in the order in which a person reads them."""
    return [line for column in _columns(list(pieces)) for line in _lines(column)]


def _columns(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Give the columns of a part of a page, those above and to the left first."""
    headlines = _headlines(pieces)
    if headlines:
        yield headlines
        pieces = _without(pieces, headlines)
    most = int(MOST_HEADLINES * len(list(rows_of_pieces(pieces))))
    gutter = next(filter(None, (_gutter(pieces, crossed) for crossed in range(most + 1))), None)
    if gutter is None:
        yield pieces
    elif any(piece.left < gutter < piece.right for piece in pieces):
        for band in _bands(pieces, gutter):
            yield from _columns(band)
    else:
        yield from _columns([piece for piece in pieces if piece.right <= gutter])
        yield from _columns([piece for piece in pieces if piece.right > gutter])


def _without(pieces: list[Piece], others: list[Piece]) -> list[Piece]:
    """Return the pieces that are none of the others."""
    left_out = set(others)
    return [piece for piece in pieces if piece not in left_out]


def _headlines(pieces: list[Piece]) -> list[Piece]:
    """Return the rows at the top in larger signs than the rest: they stand above all columns, however long they are."""
    if not pieces:
        return []
    large = LARGE * median(piece.height for piece in pieces)
    found: list[Piece] = []
    for row in rows_of_pieces(pieces):
        if min(piece.height for piece in row) < large:
            break
        found += row
    return found


def _gutter(pieces: list[Piece], crossed: int = 0) -> float | None:
    """Return the middle of the widest white from top to bottom that has columns on both sides.

    As many pieces as ``crossed`` may reach over it or into it: headlines, lines whose last sign hangs out.
    """
    if len(pieces) < 2 * FEWEST_LINES:
        return None
    wide = GUTTER * median(piece.height for piece in pieces)
    found = [
        (right - left, (left + right) / 2) for left, right in _whites(pieces, crossed) if right - left >= wide
    ]
    for _, middle in sorted(found, reverse=True):
        if _parts_columns([p for p in pieces if p.right <= middle], [p for p in pieces if p.left >= middle]):
            return middle
    return None


def _whites(pieces: list[Piece], crossed: int) -> Iterator[tuple[float, float]]:
    """Give the intervals from left to right that no more pieces than ``crossed`` reach over."""
    edges = sorted([(p.left, 1) for p in pieces] + [(p.right, -1) for p in pieces])
    over, opened = 0, None
    for place, change in edges:
        over += change
        if over > crossed and opened is not None:
            yield opened, place
            opened = None
        elif over <= crossed and opened is None:
            opened = place


def _parts_columns(left: list[Piece], right: list[Piece]) -> bool:
    """Return whether both sides are columns; the last one may end after a line or two."""
    if not left or not right or not _is_column(left):
        return False
    if _is_column(right):
        return True
    top = max(p.middle for p in left)
    height = median(p.height for p in right)
    rows = list(rows_of_pieces(right))
    begins_above = max(p.middle for p in right) >= top - 2 * height
    return begins_above and len(rows) < FEWEST_LINES and all(_is_text(row) for row in rows)


def _is_column(pieces: list[Piece]) -> bool:
    rows = list(rows_of_pieces(pieces))
    if len(rows) < FEWEST_LINES:
        return False
    lines = [line for row in rows for line in _segments(row)]
    widths = [line[-1].right - line[0].left for line in lines]
    if median(widths) >= FILLED * max(widths) and sum(map(_is_text, lines)) >= FILLED * len(lines):
        return True  # one column or several, one of which may be short
    height = median(piece.height for piece in pieces)
    if 2 * sum(_has_cells(row, height) for row in rows) > len(rows):
        return False  # columns of a table
    row_width = median(row[-1].right - row[0].left for row in rows)
    width = max(p.right for p in pieces) - min(p.left for p in pieces)
    return row_width >= max(FILLED * width, NARROWEST * height)


def _segments(row: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Give the parts of a row between which there is as much white as between columns."""
    part: list[Piece] = []
    for piece in row:
        if part and piece.left - part[-1].right >= GUTTER * piece.height:
            yield part
            part = []
        part.append(piece)
    if part:
        yield part


def _is_text(line: Sequence[Piece]) -> bool:
    """Return whether a line is too long for the cell of a table."""
    return line[-1].right - line[0].left >= NARROWEST * line[0].height


def _bands(pieces: list[Piece], gutter: float) -> Iterator[list[Piece]]:
    """Part a page of columns at the lines that reach over the white between them."""
    band: list[Piece] = []
    for row in rows_of_pieces(pieces):
        spans = any(piece.left < gutter < piece.right for piece in row)
        if spans and band:
            yield band
            band = []
        band += row
        if spans:
            yield band
            band = []
    if band:
        yield band


def rows_of_pieces(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Give the pieces that stand beside one another, from the top, each row from the left."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (-p.middle, p.left)):
        if row and abs(row[0].middle - piece.middle) > 0.5 * min(row[0].height, piece.height):
            yield sorted(row)
            row = []
        row.append(piece)
    if row:
        yield sorted(row)


def _lines(pieces: list[Piece]) -> list[Line]:
    if not pieces:
        return []
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    rows = list(rows_of_pieces(pieces))
    heights = [max(p.height for p in row) for row in rows]
    texts = rows_of_text([_words(row, height) for row, height in zip(rows, heights, strict=True)], heights)
    return [
        Line(text.strip(" "), row[0].left, row[-1].right, median(p.middle for p in row), height, left, right)
        for row, height, text in zip(rows, heights, texts, strict=True)
    ]


def _words(row: list[Piece], height: float) -> list[Box]:
    """The pieces of a row as words: a gap that is wider than between the signs of a line parts two of them."""
    words: list[Box] = []
    stretch = STRETCHED * _stretch(row)
    for piece in row:
        if words and piece.left - words[-1].right <= max(
            _between(words[-1].text, piece.text) * height, stretch
        ):
            words[-1] = Box(words[-1].left, piece.right, words[-1].text + piece.text)
        else:
            words.append(Box(piece.left, piece.right, piece.text))
    return words


def _between(left: str, right: str) -> float:
    return CHINESE_GAP if _is_chinese(left[-1]) and _is_chinese(right[0]) else WORD_GAP


def _has_cells(row: list[Piece], height: float) -> bool:
    return any(piece.left - before.right > CELL_GAP * height for before, piece in pairwise(row))


def _is_chinese(sign: str) -> bool:
    return sign >= "\u2e80"


def _stretch(row: list[Piece]) -> float:
    """Return the white between the Chinese signs of a row that is stretched to its column's width, else nothing."""
    gaps = [
        piece.left - before.right
        for before, piece in pairwise(row)
        if _is_chinese(before.text[-1]) and _is_chinese(piece.text[0])
    ]
    joined = sum(
        _is_chinese(one) and _is_chinese(other) for piece in row for one, other in pairwise(piece.text)
    )
    return median(gaps) if len(gaps) > max(1, joined) else 0.0
