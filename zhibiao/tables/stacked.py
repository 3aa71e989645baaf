"""Tables without rows: every cell on a line of its own, or all cells in one line.

What shows the rows is that they repeat: a name, perhaps a unit, and as many numbers each time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from zhibiao.tables.cells import Sort, plain
from zhibiao.tables.columns import role_of
from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.heads import head_rows
from zhibiao.tables.lines import Line, captions_above, is_unit_note, names_columns, undressed
from zhibiao.tables.tokens import Token, is_year, tokens_of

LONGEST_CELL = 40
FEWEST_RECORDS = 3
FEWEST_NUMBERS = 6
SHORTEST_INLINE = 40
# Names one under the other over the rows of a group: a chapter's and the group's. Heads torn into two cells.
MOST_NAMES = 2
MOST_TORN = 2
# Of the numbers of rows, how many are as far apart as most.
SHARE_APART = 0.7
NUMBER_ALONE = re.compile(r"[ \t*]*[-+]?[0-9][0-9,.]*%?[ \t*]*\r?")
NUMBERS_TOGETHER = re.compile(r"[ \t][-+]?[0-9][0-9,.]*%?[ \t]+[-+]?[0-9][0-9,.]*%?[ \t]")
_SENTENCE = re.compile(r"[。;!?:]")


def stacked_tables(folded: str, lines: list[Line]) -> list[Grid]:
    """Return the tables of cells on lines of their own."""
    alone = (NUMBER_ALONE.fullmatch(folded, *line) for line in lines)
    if sum(found is not None for found in alone) < FEWEST_NUMBERS:
        return []
    grids: list[Grid] = []
    number = 0
    while number < len(lines):
        first = number
        tokens: list[Token] = []
        of_line: list[int] = []
        while number < len(lines) and (cell := _cell(folded, lines[number])) is not None:
            if cell.end > cell.start:
                tokens.append(_token(folded, cell))
                of_line.append(number)
            number += 1
        if len(tokens) > FEWEST_NUMBERS:
            marks = _row_numbers(folded, tokens)
            of_line = [line for place, line in enumerate(of_line) if place not in marks]
            numbered = [Cell(*tokens[place][1:]) for place in sorted(marks)]
            tokens = [token for place, token in enumerate(tokens) if place not in marks]
            for start, end in _repeated(folded, tokens):
                grid = _grid(folded, "stacked", tokens, start, end)
                if grid is not None:
                    grid.marks = [mark for mark in numbered if grid.start <= mark.start < grid.end]
                    top = of_line[_first_token(tokens, grid.start)]
                    grid.captions = captions_above(folded, lines, top)
                    grids.append(grid)
        number = max(number, first + 1)
    return grids


def inline_tables(folded: str, lines: list[Line]) -> list[Grid]:
    """Return the tables whose cells all stand in one line."""
    grids: list[Grid] = []
    for number, line in enumerate(lines):
        if line.end - line.start < SHORTEST_INLINE or not NUMBERS_TOGETHER.search(
            folded, line.start, line.end
        ):
            continue
        tokens = tokens_of(folded, line.start, line.end)
        marks = _row_numbers(folded, tokens)
        numbered = [Cell(*tokens[place][1:]) for place in sorted(marks)]
        tokens = [token for place, token in enumerate(tokens) if place not in marks]
        for start, end in _repeated(folded, tokens):
            grid = _grid(folded, "inline", tokens, start, end)
            if grid is not None:
                grid.marks = [mark for mark in numbered if grid.start <= mark.start < grid.end]
                first = _first_token(tokens, grid.start)
                grid.captions = [
                    Cell(token.start, token.end) for token in reversed(tokens[max(0, first - 2) : first])
                ]
                grid.captions += captions_above(folded, lines, number) if first == 0 else []
                grids.append(grid)
    return grids


def _row_numbers(folded: str, tokens: Sequence[Token]) -> frozenset[int]:
    """Which cells are the numbers of rows: 1, 2, 3 … as far apart from one another, each before a name."""
    places: list[int] = []
    for place, token in enumerate(tokens[:-1]):
        if tokens[place + 1].sort is Sort.WORDS and folded[token.start : token.end] == str(len(places) + 1):
            places.append(place)
    apart = Counter(second - first for first, second in pairwise(places))
    if len(places) < FEWEST_RECORDS or apart.most_common(1)[0][1] < SHARE_APART * (len(places) - 1):
        return frozenset()
    head = (
        place
        for place, one in enumerate(tokens[: places[0]])
        if role_of(plain(folded[one.start : one.end])) == "row_number"
    )
    return frozenset([*places, *head])


def _first_token(tokens: Sequence[Token], position: int) -> int:
    """The number of the token that begins at a position."""
    return bisect_left(tokens, position, key=lambda token: token.start)


def _cell(folded: str, line: Line) -> Cell | None:
    """A line as a cell; None for one that is a sentence."""
    if line.end - line.start > LONGEST_CELL:
        return None
    span = undressed(folded, line)
    words = folded[span.start : span.end]
    if _SENTENCE.search(words) and not is_unit_note(words) and not words.startswith("其中"):
        return None
    if words.startswith(("|", "#", "!")):
        return None
    return span


def _token(folded: str, cell: Cell) -> Token:
    tokens = tokens_of(folded, *cell)
    if len(tokens) == 1:
        return tokens[0]
    return Token(Sort.WORDS, cell.start, cell.end)


class _Record(NamedTuple):
    """A row of a stack of cells: how many cells it has, whether a unit is among them, and how many numbers.

    ``has_attribute`` says that 约束性 or the like stands at its end; a merged cell is told once for several rows.
    """

    length: int
    has_unit: bool
    width: int
    has_attribute: bool

    def is_like(self, other: _Record | None) -> bool:
        """Say whether two rows have the same columns."""
        return other is not None and (self.has_unit, self.width) == (other.has_unit, other.width)


def _repeated(folded: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the stretches of cells that are rows of one shape, three of them at least."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(tokens):
        shape = _record(folded, tokens, place)
        if shape is None:
            place += 1
            continue
        start, records, end = place, 0, place
        while end < len(tokens):
            here = _record(folded, tokens, end)
            if here is not None and shape.is_like(here):
                records += 1
                end += here.length
            elif here is None and (names := _names_above(folded, tokens, end, shape)):
                end += names
            else:
                break
        if records >= FEWEST_RECORDS and (
            shape.width > 1 or shape.has_unit or _is_headed(folded, tokens, start)
        ):
            found.append((start, end))
            place = end
        else:
            place += 1
    return found


def _names_above(folded: str, tokens: Sequence[Token], place: int, shape: _Record) -> int:
    """How many cells from ``place`` on are names over the rows that follow; 0 where none is."""
    for count in range(1, MOST_NAMES + 1):
        words = tokens[place : place + count]
        if len(words) < count or any(token.sort is not Sort.WORDS for token in words):
            return 0
        if shape.is_like(_record(folded, tokens, place + count)):
            return count
    return 0


def _is_headed(folded: str, tokens: Sequence[Token], start: int) -> bool:
    return start > 1 and all(
        names_columns(folded[token.start : token.end]) for token in tokens[start - 2 : start]
    )


def _record(folded: str, tokens: Sequence[Token], place: int) -> _Record | None:
    """The row that begins with the name at ``place``."""
    if place >= len(tokens) or tokens[place].sort is not Sort.WORDS:
        return None
    end = place + 1
    has_unit = end < len(tokens) and tokens[end].sort is Sort.UNIT
    end += has_unit
    first = end
    while end < len(tokens) and tokens[end].is_value and not is_year(folded, tokens[end]):
        end += 1
    width = end - first
    if width == 0 or not any(token.sort is Sort.NUMBER for token in tokens[first:end]):
        return None
    has_attribute = end < len(tokens) and tokens[end].sort is Sort.ATTRIBUTE
    return _Record(end + has_attribute - place, has_unit, width, has_attribute)


def _grid(folded: str, form: str, tokens: Sequence[Token], start: int, end: int) -> Grid | None:
    rows: list[Row] = []
    records: list[_Record] = []
    place = start
    while place < end:
        record = _record(folded, tokens, place)
        if record is None:
            rows.append(_name_alone(tokens[place]))
            place += 1
            continue
        records.append(record)
        cells = [Cell(token.start, token.end) for token in tokens[place : place + record.length]]
        rows.append(Row(cells[0].start, cells[-1].end, cells))
        place += record.length
    width = records[0].width + any(record.has_attribute for record in records)
    columns = 1 + records[0].has_unit + width
    for is_named in (True, False):
        for above in range(MOST_NAMES + 1):
            first = start - above
            if first < 1 or any(token.sort is not Sort.WORDS for token in tokens[first:start]):
                break
            if dealt := _heads(folded, tokens, first, columns, width, is_named):
                return Grid(form, [*map(_name_alone, tokens[first:start]), *rows], [], dealt)
    return Grid(form, rows) if len(rows) > FEWEST_RECORDS and width > 1 else None


def _heads(
    folded: str, tokens: Sequence[Token], end: int, columns: int, width: int, is_named: bool
) -> list[list[Cell]]:
    """The heads among the cells before ``end``; ``is_named``: from the one that calls the names so (指标, 产品名称)."""
    for length in range(width, columns + MOST_TORN + 1):
        head = tokens[max(0, end - length) : end]
        if is_named and (not head or role_of(plain(folded[head[0].start : head[0].end])) is None):
            continue
        if _are_heads(folded, head) and (dealt := head_rows(folded, [head], columns, width)):
            return dealt
    return []


def _name_alone(token: Token) -> Row:
    return Row(token.start, token.end, [Cell(token.start, token.end)])


def _are_heads(folded: str, head: Sequence[Token]) -> bool:
    words = [plain(folded[token.start : token.end]) for token in head]
    told = [
        names_columns(one) or role_of(one) is not None or is_year(folded, token)
        for one, token in zip(words, head, strict=True)
    ]
    return 2 * sum(told) >= len(head) and sum(told) > 0
