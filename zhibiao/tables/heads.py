"""The head of a table that stands in lines without edges: which words are over which column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.tables.cells import plain
from zhibiao.tables.grid import Cell, Row
from zhibiao.tables.tokens import Token
from zhibiao.tables.words import words_of

# One sign, as the last of a letter-spaced word with its unit behind it: 全 国(%)
_SIGN_ALONE = re.compile(r"\S(?:\([^()]*\))?")


def placed(rows: Sequence[Row]) -> int:
    """Return how many columns the rows of a table have at most."""
    return max(len(row.cells) for row in rows)


def head_rows(folded: str, lines: Sequence[Sequence[Token]], columns: int, width: int) -> list[list[Cell]]:
    """Return the heads of the columns, a list for each of them, with the cells whose words stand over it.

    ``lines`` are the lines over the table from the top, ``columns`` how many it has, of which the last ``width``
    hold numbers. Words that cannot be dealt out to the columns are given to none.
    """
    lead = columns - width
    singles = [_words(folded, line) for line in lines]
    flat = [cell for line in singles for cell in line]
    if len(singles) > 1 and {len(line) for line in singles} <= {width, columns}:
        return _under_one_another(singles, columns)
    # All lines one after the other: 指标 全国 / 城市 农村.
    joined = _joined_comparisons(folded, flat)
    for names in range(lead + 1):
        if len(joined) == names + width:
            return _dealt(joined, names, lead, width)
    return []


def _under_one_another(lines: Sequence[list[Cell]], columns: int) -> list[list[Cell]]:
    """1990年 12月比 / 比上年上涨% 上年同月上涨%: each line has words over every column of numbers."""
    heads: list[list[Cell]] = [[] for _ in range(columns)]
    for line in lines:
        for place, cell in enumerate(reversed(line)):
            heads[columns - 1 - place].append(cell)
    return heads


def _dealt(groups: Sequence[list[Cell]], names: int, lead: int, width: int) -> list[list[Cell]]:
    heads: list[list[Cell]] = [[] for _ in range(lead + width)]
    for place, group in enumerate(groups[:names]):
        heads[place] = group
    for place, group in enumerate(groups[names:]):
        heads[lead + place] = group
    return heads


def _joined_comparisons(folded: str, cells: Sequence[Cell]) -> list[list[Cell]]:
    """一九七八年比 and 一九七七年增长% are one head; so is what its brackets alone part."""
    groups: list[list[Cell]] = []
    for cell in cells:
        words = plain(folded[cell.start : cell.end])
        before = plain(folded[groups[-1][-1].start : groups[-1][-1].end]) if groups else ""
        if groups and (before.endswith(("比", "较")) or words.startswith(("(", "["))):
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return groups


def _words(folded: str, line: Sequence[Token]) -> list[Cell]:
    """The words of a line of heads: signs that stand by themselves are letter-spaced words of two or more."""
    cells: list[Cell] = []
    run: list[Token] = []
    for token in [*line, None]:
        if token is not None and _SIGN_ALONE.fullmatch(folded, token.start, token.end):
            run.append(token)
            continue
        cells += _spelled(folded, run)
        run = []
        if token is not None:
            cells.append(Cell(token.start, token.end))
    return cells


def _spelled(folded: str, run: Sequence[Token]) -> list[Cell]:
    """指 标 全 国 is 指标 and 全国: the longest word of tables that begins there, else two signs."""
    cells: list[Cell] = []
    place = 0
    known = words_of("name") | words_of("unit") | words_of("generic") | words_of("whole")
    while place < len(run):
        length = 2 if place + 1 < len(run) else 1
        for longer in range(min(5, len(run) - place), 2, -1):
            if "".join(folded[token.start : token.end] for token in run[place : place + longer]) in known:
                length = longer
                break
        cells.append(Cell(run[place].start, run[place + length - 1].end))
        place += length
    return cells
