"""Tables whose cells are parted by tabs or spaces: a row a line, its name first, its numbers last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from zhibiao.tables.cells import Sort, number_in, plain, sort_of
from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.heads import head_rows, placed
from zhibiao.tables.lines import CAPTION, Line, captions_above, is_unit_note, names_columns, undressed
from zhibiao.tables.placing import place_short_rows
from zhibiao.tables.stubs import OF_WHICH
from zhibiao.tables.tokens import Token, is_year, tokens_of

LONGEST_ROW = 160
# Rows of one number each are a table only under a head or a caption; of several numbers, from so many rows on.
FEWEST_ROWS, FEWEST_WITHOUT_HEAD = 3, 4
# Rows of as many cells as most have.
SHARE_ALIKE = 0.6
MOST_HEADS = 4
LONGEST_HEAD = 16
ROW_HINT = re.compile(r"[ \t]\**[(\[]?[-+—]?[0-9]|[ \t]\**[-—─]{1,2}(?:\s|$)|\t")
_SENTENCE = re.compile(r"[。;!?]")
# A heading, a picture, a row of pipes.
_OTHER_LINE = re.compile(r"[|!#]|[(第]?[一二三四五六七八九十]{1,3}[、)章节部]")
_IN_BRACKETS = re.compile(r"\([^()]*\)(?:\s*\([^()]*\))*")
_HAN = re.compile(r"[\u4e00-\u9fff]")


class _Parsed(NamedTuple):
    """A line read as a row: the span of its name (empty where it has none) and its cells."""

    name: Cell
    cells: list[Token]

    @property
    def width(self) -> int:
        """How many columns of numbers it has."""
        return sum(token.is_value for token in self.cells)

    @property
    def has_unit_first(self) -> bool:
        """Whether a unit stands in a column of its own before the numbers."""
        return bool(self.cells) and self.cells[0].sort is Sort.UNIT


def spaced_tables(folded: str, lines: list[Line]) -> list[Grid]:
    """Return the tables of lines with spaces or tabs between their cells."""
    grids: list[Grid] = []
    number = 0
    while number < len(lines):
        parsed = _parse(folded, lines[number])
        if parsed is None or parsed.width == 0:
            number += 1
            continue
        last, rows = _run(folded, lines, number)
        grid = _grid(folded, lines, number, rows)
        if grid is not None:
            grids.append(grid)
        number = last
    return grids


def _parse(folded: str, line: Line) -> _Parsed | None:
    """A line as a row; None where it is a sentence, too long, or has no number at its end."""
    if not 3 <= line.end - line.start <= LONGEST_ROW or not ROW_HINT.search(folded, line.start, line.end):
        return None
    span = undressed(folded, line)
    of_which = OF_WHICH.match(folded, *span)
    opening = of_which.end() if of_which else span.start
    if folded.startswith("|", span.start) or _SENTENCE.search(folded, opening, span.end):
        return None
    tokens = tokens_of(folded, *span)
    first = len(tokens)
    while first > 0 and tokens[first - 1].sort is not Sort.WORDS:
        first -= 1
    if first and _is_of_name(tokens, first):
        first += 1
    if first == 0 and tokens and not _is_bare(folded, tokens[0]):
        first = 1  # 15-64岁 is a name
    if first == len(tokens) or not any(token.sort is Sort.NUMBER for token in tokens[first:]):
        return None
    name = Cell(tokens[0].start, tokens[first - 1].end) if first else Cell(span.start, span.start)
    if first and not _HAN.search(folded, *name):
        return None
    return _Parsed(name, tokens[first:])


def _is_of_name(tokens: Sequence[Token], first: int) -> bool:
    """Whether a word of units is the end of a name: 汽 车 万辆 325.1, 薯 类 2668 万吨, which have their unit elsewhere."""
    sorts = [token.sort for token in tokens[first : first + 3]]
    if sorts[:1] != [Sort.UNIT]:
        return False
    spelled = all(token.end - token.start == 1 for token in tokens[first - 1 : first + 1])
    return spelled or sorts[1:2] == [Sort.UNIT] or sorts[1:] == [Sort.NUMBER, Sort.UNIT]


def _is_bare(folded: str, token: Token) -> bool:
    return not _HAN.search(folded, token.start, token.end) and "%" not in folded[token.start : token.end]


def _run(folded: str, lines: list[Line], first: int) -> tuple[int, list[tuple[Line, _Parsed | None]]]:
    """The lines from ``first`` on that are rows, with names without numbers between them; and where they end."""
    rows: list[tuple[Line, _Parsed | None]] = []
    number, beyond = first, first
    between: list[tuple[Line, _Parsed | None]] = []
    while number < len(lines):
        line = lines[number]
        span = undressed(folded, line)
        if span.start == span.end:
            number += 1
            if len(between) == 0 and number - beyond > 2:
                break
            continue
        parsed = _parse(folded, line)
        if rows and _IN_BRACKETS.fullmatch(folded, *span):
            # (折标准燃料), (折238 万吨): the rest of the name above, or another measure of what it names
            cell = [Token(Sort.NUMBER, *span)] if sort_of(folded, *span) is Sort.NUMBER else []
            parsed = parsed or _Parsed(Cell(span.start, span.start), cell)
        if parsed is not None:
            if _is_head(folded, parsed):
                break
            rows += [*between, (line, parsed)]
            between = []
            beyond = number + 1
        elif rows and _is_without_numbers(folded, span):
            rows.append((line, _Parsed(Cell(span.start, span.start), [])))
            beyond = number + 1
        elif len(between) < 1 and _is_name_alone(folded, span) and number - beyond < 2:
            between.append((line, None))
        else:
            break
        number += 1
    return beyond, rows


def _is_head(folded: str, parsed: _Parsed) -> bool:
    """Whether the numbers of a line are the years over the columns of the next table."""
    values = [token for token in parsed.cells if token.sort is Sort.NUMBER]
    return len(values) > 1 and all(is_year(folded, token) for token in values)


def _is_without_numbers(folded: str, span: Cell) -> bool:
    """Whether a line is a row that has a name and a unit and strokes for its numbers, or nothing."""
    if span.end - span.start > LONGEST_ROW or _SENTENCE.search(folded, *span):
        return False
    sorts = {token.sort for token in tokens_of(folded, *span)}
    return len(sorts) > 1 and Sort.NUMBER not in sorts


def _is_name_alone(folded: str, span: Cell) -> bool:
    """Whether a line within a table is a row without numbers, or the rest of a name in brackets."""
    words = folded[span.start : span.end]
    if is_unit_note(words) or words.startswith(("!", "|", "表", "图", "注")) or len(words) > 30:
        return False
    tokens = tokens_of(folded, *span)
    return not re.search(r"[。:;,!?]", words) and all(token.sort is Sort.WORDS for token in tokens)


def _grid(folded: str, lines: list[Line], first: int, rows: list[tuple[Line, _Parsed | None]]) -> Grid | None:
    parsed = [row for _, row in rows if row is not None and row.name.end > row.name.start]
    if _years_alone(folded, parsed):
        return None
    heads = _heads_above(folded, lines, first)
    width, times = Counter(row.width for row in parsed).most_common(1)[0]
    has_units = 2 * sum(row.has_unit_first for row in parsed) > len(parsed)
    placed_rows = [_row(folded, line, row, width, has_units) for line, row in rows]
    attributes = any(token.sort is Sort.ATTRIBUTE for row in parsed for token in row.cells)
    if not attributes:
        place_short_rows(folded, placed_rows, width)
    top, dealt = _deal_heads(folded, heads, first, placed(placed_rows), width + attributes)
    captions = captions_above(folded, lines, top)
    told = bool(dealt) or any(_tells(folded, cell) for cell in captions)
    fewest = FEWEST_ROWS if told else FEWEST_WITHOUT_HEAD
    if len(parsed) < fewest or times < SHARE_ALIKE * len(parsed):
        return None
    if width < 2 and (not told or not _is_bare_column(folded, parsed)):
        return None
    return Grid("spaced", placed_rows, captions, dealt)


def _is_bare_column(folded: str, rows: Sequence[_Parsed]) -> bool:
    """Whether the one number of most rows has no unit: 粮食 24.3 under a head, unlike 生产总值增长 4.9%, which is prose."""
    values = [token for row in rows for token in row.cells if token.sort is Sort.NUMBER]
    bare = sum(
        number is not None and number.unit_text is None
        for number in (number_in(folded, token.start, token.end) for token in values)
    )
    return 2 * bare > len(values)


def _deal_heads(
    folded: str, heads: list[tuple[int, list[Token]]], first: int, columns: int, width: int
) -> tuple[int, list[list[Cell]]]:
    """The heads of the columns, and the first line of them: of the lines above, as many as can be dealt out."""
    for place, (top, _) in enumerate(heads):
        if dealt := head_rows(folded, [tokens for _, tokens in heads[place:]], columns, width):
            return top, dealt
    return first, []


def _years_alone(folded: str, rows: Sequence[_Parsed]) -> bool:
    return all(is_year(folded, token) for row in rows for token in row.cells if token.sort is Sort.NUMBER)


def _tells(folded: str, cell: Cell) -> bool:
    words = plain(folded[cell.start : cell.end])
    return is_unit_note(words) or words.startswith("表") or words.endswith(("如下", ":", "%)"))


def _heads_above(folded: str, lines: list[Line], first: int) -> list[tuple[int, list[Token]]]:
    """The lines above a table that may hold the heads of its columns, from the top, with their numbers."""
    heads: list[tuple[int, list[Token]]] = []
    number = first
    while number > 0 and len(heads) < MOST_HEADS:
        number -= 1
        span = undressed(folded, lines[number])
        words = folded[span.start : span.end]
        if not words:
            continue
        if folded.startswith("#", lines[number].start):
            break
        is_sentence = _SENTENCE.search(words) or words[-1] in ":,、" or len(words) > LONGEST_ROW
        if is_sentence or is_unit_note(words) or CAPTION.match(words) or _OTHER_LINE.match(words):
            break
        tokens = tokens_of(folded, *span)
        if not _may_be_heads(folded, tokens):
            break
        heads.insert(0, (number, tokens))
    words_of_lines = ["".join(plain(folded[one.start : one.end]) for one in tokens) for _, tokens in heads]
    years = any(is_year(folded, token) for _, tokens in heads for token in tokens)
    return heads if years or any(map(names_columns, words_of_lines)) else []


def _may_be_heads(folded: str, tokens: Sequence[Token]) -> bool:
    """Whether a line above a table may stand over its columns: short words and years, no number."""
    if not all(token.end - token.start <= LONGEST_HEAD for token in tokens):
        return False
    return all(token.sort is not Sort.NUMBER or is_year(folded, token) for token in tokens)


def _row(folded: str, line: Line, row: _Parsed | None, width: int, has_units: bool) -> Row:
    """A line with its cells in the columns: name, unit where the table has a column of them, numbers."""
    span = undressed(folded, line)
    if row is None:
        return Row(line.start, line.end, [span])
    if not row.cells:
        return Row(line.start, line.end, [])
    empty = Cell(row.name.end, row.name.end)
    unit = [empty] if has_units else []
    tokens = list(row.cells)
    if has_units and (tokens[0].sort is Sort.UNIT or (tokens[0].sort is Sort.NOTHING and row.width > width)):
        unit = [Cell(tokens[0].start, tokens[0].end)]  # a stroke where things of many units are told
        tokens = tokens[1:]
    values: list[Cell] = []
    for token in tokens:
        if token.sort is Sort.UNIT and values:
            values[-1] = Cell(values[-1].start, token.end)  # 2208 万吨
        elif token.is_value:
            values.append(Cell(token.start, token.end))
    is_short = len(values) < width
    if attribute := [Cell(token.start, token.end) for token in tokens if token.sort is Sort.ATTRIBUTE]:
        values += [*[empty] * (width - len(values)), *attribute]
    nameless = row.name.start == row.name.end
    return Row(line.start, line.end, [row.name, *unit, *values], 0, nameless, is_short and not nameless)
