"""Texts whose lines are as wide as a page was: the ends of lines that end no sentence, and what a page adds there."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

# Narrower lines are those of a list, wider ones paragraphs.
NARROWEST, WIDEST = 24, 150
# How far a line may fall short of the widest: a sign of two columns, or a numeral and its sign, that is not parted.
RAGGED = 6
FEWEST_FULL = 4
SHARE_FULL = 0.3
# A line of less than this share of the widest ends a paragraph, whatever could not be parted behind it.
CLEARLY_SHORT = 0.8
# Of the lines behind a short one, so many begin with white where paragraphs do.
SHARE_INDENTED = 0.8
# Of the full lines, so many end within a sentence; in a list of like items hardly any does.
SHARE_RUNNING = 0.5

_ENDED = re.compile(r"[。；;：:！!？?”）)》】…—|>][\s\u3000]*$")
# A row of a table: cells parted by more than a space before a number, or two numbers at the end.
_TABLE_ROW = re.compile(
    r"\S(?:\t|[ \u3000]{2,})[\s\u3000]*[-－+—]?[\d—]"
    r"|[ \t\u3000][-－+]?\d[\d,，.．]*[%％]?(?:[ \t\u3000]+[^\s\d]{1,6})?[ \t\u3000]+[-－+]?\d[\d,，.．]*[%％]?[ \t\u3000]*$"
)
_PAGE_NUMBER = re.compile(
    r"^[\s\u3000]*(?:[—–\-·]{1,2}\s*\d{1,4}\s*[—–\-·]{1,2}|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}(?:\s*/\s*\d{1,4})?)[\s\u3000]*$"
)
# What begins a paragraph, a heading or an item.
_INDENTED = re.compile(r"[\t ]{2,}|\u3000")
_OPENING = re.compile(
    r"^(?:[\t ]{2,}|\u3000|[#>|*●■◆•\-]|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节条]"
    r"|[（(]?\d{1,2}[）)、]|\d{1,2}[.．](?!\d))"
)


# A page that parts each number from its sentence: 年均增长 and 9.6%, or 8% and 以上, on lines of their own. It begins with
# one sign, to which a search leaps; one that begins with any number of it (\n+) goes sign by sign.
_TORN = re.compile(
    r"\n\n*(?:(?P<number>(?=\d+(?:\.\d+)?[ ]?[%％‰倍元万亿]))|(?=(?:以[上内]|左右)[ ]?[,，。;；、]))"
)
# A line of a cell's width may end so too; that of a sentence goes on.
_GOES_ON = (*"达为由从占在", "增长", "下降", "上升", "提高", "增加", "减少", "达到", "突破", "超过", "完成")
_SHORTEST_TORN = 12
_AMOUNT_ENDS = frozenset("0123456789%％‰元吨人亩倍")


def torn_ends(text: str) -> Iterator[tuple[int, int]]:
    """Return the spans of empty lines that stand between a number and its verb, or its word of bound.

    >>> list(torn_ends("全社会固定资产投资年均增长\\n\\n9.6%\\n\\n以上。"))
    [(13, 15), (19, 21)]
    """
    for found in _TORN.finditer(text):
        start = found.start()
        if found["number"] is None:
            torn = text[start - 1 : start] in _AMOUNT_ENDS
        else:
            line = text[max(text.rfind("\n", 0, start) + 1, start - _SHORTEST_TORN) : start].rstrip(" ")
            torn = len(line) >= _SHORTEST_TORN - 1 and line.endswith(_GOES_ON)
        if torn and start:
            yield start, found.end()


class _Row(NamedTuple):
    """A line: its span, its words and how many columns they take."""

    start: int
    end: int
    words: str
    width: int


def wrapped_line_ends(text: str) -> list[tuple[int, int]]:
    """Return the spans between two parts of a sentence in a text of lines of one width, else nothing.

    A span holds the end of a line, the indentation of the next and, where a page ends there, the page's number
    and its running head.
    """
    rows = _rows(text)
    if rows is None:
        return []
    heads = _running_heads(rows)
    filled = [row for row in rows if row.words.strip() and not _is_of_page(row.words, heads)]
    if not filled:
        return []
    widest = max(row.width for row in filled)
    full = [row for row in filled if row.width >= widest - RAGGED]
    running = [row for row in full if not _ends(row.words)]
    if (
        widest < NARROWEST
        or len(full) < max(FEWEST_FULL, SHARE_FULL * len(filled))
        or len(running) < SHARE_RUNNING * len(full)
    ):
        return []
    clearly_short = int(CLEARLY_SHORT * widest)
    if _begins_indented(filled, clearly_short):
        return _joints(rows, clearly_short, heads, begins_indented=True)
    return _joints(rows, widest - RAGGED, heads, begins_indented=False)


def _begins_indented(rows: list[_Row], clearly_short: int) -> bool:
    """Whether paragraphs begin with white: then a line without it goes on with the one before, however that ends."""
    behind_short = [row for before, row in pairwise(rows) if before.width < clearly_short]
    indented = sum(_INDENTED.match(row.words) is not None for row in behind_short)
    return indented >= max(FEWEST_FULL, SHARE_INDENTED * len(behind_short))


def _ends(words: str) -> bool:
    """Whether a line ends a sentence, or is a row of a table, with which no other goes on."""
    return _ENDED.search(words) is not None or _TABLE_ROW.search(words) is not None


def _is_of_page(words: str, heads: frozenset[str]) -> bool:
    return _PAGE_NUMBER.match(words) is not None or words.strip() in heads


def _rows(text: str) -> list[_Row] | None:
    """The lines; ``None`` where one is wider than any page."""
    if max(map(len, text.split("\n"))) > WIDEST:
        return None
    rows: list[_Row] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        words = text[start:end].rstrip("\r")
        wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words)
        if len(words) + wide > WIDEST:
            return None
        rows.append(_Row(start, start + len(words), words, len(words) + wide))
        start = end + 1
    return rows


def _joints(
    rows: list[_Row], least: int, heads: frozenset[str], begins_indented: bool
) -> list[tuple[int, int]]:
    """The spans between a full line that ends no paragraph and the line that goes on with it."""
    joints: list[tuple[int, int]] = []
    for place, row in enumerate(rows[:-1]):
        ended = _ENDED.search(row.words) is not None
        if row.width < least or _TABLE_ROW.search(row.words) or _PAGE_NUMBER.match(row.words):
            continue
        following = _past_page_end(rows, place + 1, heads)
        if following == len(rows) or (ended and not begins_indented):
            continue
        words = rows[following].words
        opening = _INDENTED if begins_indented and not ended else _OPENING
        if opening.match(words) or not words.strip() or _TABLE_ROW.search(words):
            continue
        joints.append((row.end, rows[following].start + _indentation(rows[following].words)))
    return joints


def _indentation(words: str) -> int:
    return len(words) - len(words.lstrip())


def _running_heads(rows: list[_Row]) -> frozenset[str]:
    """The words that stand beside more than one page number."""
    beside: Counter[str] = Counter()
    for place, row in enumerate(rows):
        if not _PAGE_NUMBER.match(row.words):
            continue
        filled = (one.words.strip() for one in rows[place + 1 : place + 4])
        if head := next((words for words in filled if words), None):
            beside[head] += 1
    return frozenset(head for head, times in beside.items() if times > 1)


def _past_page_end(rows: list[_Row], place: int, heads: frozenset[str]) -> int:
    """The line at ``place``, or the first behind the page's end where one is there."""
    further, numbered = place, False
    while further < len(rows):
        words = rows[further].words.strip()
        if _PAGE_NUMBER.match(words):
            numbered = True
        elif words and not (words in heads and numbered):
            break
        further += 1
    return further if numbered else place
