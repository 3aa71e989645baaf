"""The words of a line as cells: numbers, units, strokes for nothing, and names; letter-spaced words put together."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhibiao.tables.cells import Sort, number_in, plain, sort_of
from zhibiao.tables.words import is_unit

_WORD = re.compile(r"\S+")
_GAP = re.compile(r"\t+ *(?=\S)|\t+| {2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-—~](?:19|20)?\d\d)?年?")
MARKS = "*_"


class Token(NamedTuple):
    """A cell of a line: what it holds and its span."""

    sort: Sort
    start: int
    end: int

    @property
    def is_value(self) -> bool:
        """Whether it stands in a column of numbers."""
        return self.sort in (Sort.NUMBER, Sort.NOTHING)


def tokens_of(folded: str, start: int, end: int) -> list[Token]:
    """Return the cells of a line or a part of one, parted by tabs or spaces.

    Where tabs part the cells, spaces do not, and a space between two tabs is an empty cell. Of words parted by single spaces, 亿 吨 is one unit and 持 平 one cell.
    """
    if folded.find("\t", start, end) >= 0:
        spans = _parted(folded, start, end, _GAP)
    else:
        spans = [found.span() for found in _WORD.finditer(folded, start, end)]
    tokens = [_token(folded, *_bare(folded, *span)) for span in spans if span[1] > span[0]]
    return _joined(folded, tokens)


def is_year(folded: str, token: Token) -> bool:
    """Say whether a cell is a year or a span of years, which is a head and no number."""
    return _YEAR.fullmatch(plain(folded[token.start : token.end])) is not None


def _parted(folded: str, start: int, end: int, gap: re.Pattern[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for found in gap.finditer(folded, start, end):
        spans.append((start, found.start()))
        start = found.end()
    return [*spans, (start, end)]


def _bare(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in " *_":
        start += 1
    while end > start and folded[end - 1] in " *_":
        end -= 1
    return start, end


def _token(folded: str, start: int, end: int) -> Token:
    return Token(sort_of(folded, start, end), start, end)


def _joined(folded: str, tokens: list[Token]) -> list[Token]:
    """Put together what single spaces tear: 亿 吨, 持 平, 1. 0."""
    joined: list[Token] = []
    for token in tokens:
        if joined and len(joined) > 1 and (both := _both(folded, joined[-1], token)):
            joined[-1] = both
        else:
            joined.append(token)
    return joined


def _both(folded: str, left: Token, right: Token) -> Token | None:
    if folded[left.end : right.start].strip(" "):
        return None
    words = plain(folded[left.start : left.end]) + plain(folded[right.start : right.end])
    torn = folded[left.end - 1] == "." and left.sort is Sort.NUMBER and folded[right.start].isdigit()
    if torn and number_in(folded, left.start, right.end) is not None:
        return Token(Sort.NUMBER, left.start, right.end)
    if words == "持平":
        return Token(Sort.NOTHING, left.start, right.end)
    one_sign = right.end - right.start == 1 and _HAN.match(folded, right.start) is not None
    if one_sign and left.sort in (Sort.UNIT, Sort.WORDS) and len(words) == 2 and is_unit(words):
        return Token(Sort.UNIT, left.start, right.end)
    return None
