"""Tables without rows: every cell on a line of its own, or all cells in one line.

What shows the rows is that they repeat: a name, perhaps a unit, and as many numbers each time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.tables.cells import Sort
from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.heads import head_rows
from zhibiao.tables.lines import Line, captions_above, is_unit_note, names_columns, undressed
from zhibiao.tables.tokens import Token, is_year, tokens_of

LONGEST_CELL = 40
FEWEST_RECORDS = 3
FEWEST_NUMBERS = 6
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
            for start, end in _repeated(folded, tokens):
                grid = _grid(folded, "stacked", tokens, start, end)
                if grid is not None:
                    top = of_line[start - sum(len(head) for head in grid.heads)]
                    grid.captions = captions_above(folded, lines, top)
                    grids.append(grid)
        number = max(number, first + 1)
    return grids


def inline_tables(folded: str, lines: list[Line]) -> list[Grid]:
    """Return the tables whose cells all stand in one line."""
    grids: list[Grid] = []
    for number, line in enumerate(lines):
        if line.end - line.start < 60 or not NUMBERS_TOGETHER.search(folded, line.start, line.end):
            continue
        tokens = tokens_of(folded, line.start, line.end)
        for start, end in _repeated(folded, tokens):
            grid = _grid(folded, "inline", tokens, start, end)
            if grid is not None:
                first = start - sum(len(head) for head in grid.heads)
                grid.captions = [
                    Cell(token.start, token.end) for token in reversed(tokens[max(0, first - 2) : first])
                ]
                grid.captions += captions_above(folded, lines, number) if first == 0 else []
                grids.append(grid)
    return grids


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
            if here == shape:
                records += 1
                end += shape[0]
            elif (
                here is None and tokens[end].sort is Sort.WORDS and _record(folded, tokens, end + 1) == shape
            ):
                end += 1  # a name over the rows that follow
            else:
                break
        if records >= FEWEST_RECORDS and (shape[2] > 1 or shape[1] or _is_headed(folded, tokens, start)):
            found.append((start, end))
            place = end
        else:
            place += 1
    return found


def _is_headed(folded: str, tokens: Sequence[Token], start: int) -> bool:
    return start > 1 and all(
        names_columns(folded[token.start : token.end]) for token in tokens[start - 2 : start]
    )


def _record(folded: str, tokens: Sequence[Token], place: int) -> tuple[int, bool, int] | None:
    """The row that begins with the name at ``place``: its length, whether it has a unit, how many numbers."""
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
    return end - place, has_unit, width


def _grid(folded: str, form: str, tokens: Sequence[Token], start: int, end: int) -> Grid | None:
    rows: list[Row] = []
    place = start
    width, has_unit = 0, False
    while place < end:
        record = _record(folded, tokens, place)
        if record is None:
            rows.append(Row(tokens[place].start, tokens[place].end, [Cell(*tokens[place][1:])]))
            place += 1
            continue
        length, has_unit, width = record
        cells = [Cell(token.start, token.end) for token in tokens[place : place + length]]
        rows.append(Row(cells[0].start, cells[-1].end, cells))
        place += length
    columns = 1 + has_unit + width
    for names in (1 + has_unit, has_unit, 0):
        head = tokens[max(0, start - names - width) : start]
        if len(head) == names + width and _are_heads(folded, head):
            return Grid(form, rows, [], head_rows(folded, [head], columns, width))
    return Grid(form, rows) if len(rows) > FEWEST_RECORDS and width > 1 else None


def _are_heads(folded: str, head: Sequence[Token]) -> bool:
    told = [names_columns(folded[token.start : token.end]) or is_year(folded, token) for token in head]
    return 2 * sum(told) >= len(head) and sum(told) > 0
