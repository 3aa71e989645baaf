"""The lines of a text, as tables ask for them: their spans without the line's end, and what stands above one."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhibiao.tables.grid import Cell
from zhibiao.tables.words import is_unit, pattern_of

# A caption or a head is no longer than this, and ends no sentence but with the colon that announces the table.
LONGEST_CAPTION = 80
MOST_ABOVE = 6
_DRESS = re.compile(r"[ \t]*(?:\*\*|__)?(?:#{1,6}[ \t]+|[-*●·][ \t]+)?(?:\*\*|__)?[ \t]*")
_NOTE = re.compile(r"[(\[]?(?:[\u4e00-\u9fff]{0,4})?单位:")
_ANNOUNCES = re.compile(r"(?:如下|下表|\(%\))[:。]?$|:$")
CAPTION = re.compile(r"(?:附?表|专栏)[ ]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})")


class Line(NamedTuple):
    """The span of a line without its end."""

    start: int
    end: int


def lines_of(folded: str) -> list[Line]:
    """Return the lines of a text in order."""
    lines: list[Line] = []
    start = 0
    while start <= len(folded):
        end = folded.find("\n", start)
        end = len(folded) if end < 0 else end
        lines.append(Line(start, end - (end > start and folded[end - 1] == "\r")))
        start = end + 1
    return lines


def undressed(folded: str, line: Line) -> Cell:
    """Return the span of a line's words: without a bullet, the signs of a heading and bold."""
    dress = _DRESS.match(folded, line.start, line.end)
    start, end = dress.end() if dress else line.start, line.end
    while end > start and folded[end - 1] in " \t*_":
        end -= 1
    return Cell(start, end)


def is_unit_note(words: str) -> bool:
    """Say whether a line says in which unit a table is: 单位：亿元, (金额单位：亿美元)."""
    return _NOTE.match(words) is not None


def captions_above(folded: str, lines: list[Line], first: int) -> list[Cell]:
    """Return the spans of the lines above line ``first`` that speak of the table, the nearest first.

    These are a note of units, and a caption: a short line, or the sentence that announces the table.
    """
    found: list[Cell] = []
    for number in range(first - 1, max(-1, first - 1 - MOST_ABOVE), -1):
        span = undressed(folded, lines[number])
        words = folded[span.start : span.end]
        if not words:
            continue
        if words.startswith(("|", "!", "<")):
            break
        if is_unit_note(words):
            found.append(span)
            continue
        sentence = max(words.rfind(sign, 0, len(words) - 1) for sign in "。;!?")
        last = words[sentence + 1 :]
        is_caption = sentence < 0 and (words[-1] not in "。,;、" or CAPTION.match(words) is not None)
        if len(last) <= LONGEST_CAPTION and (is_caption or _ANNOUNCES.search(last)):
            found.append(Cell(span.end - len(last), span.end))
        break
    return found


def names_columns(words: str) -> bool:
    """Say whether the words of a line name a column of a table (指标, 比上年增长%, 2024年) or a unit of one."""
    return pattern_of("name", "unit", "growth", "share", "generic", "target", "actual", "completion").search(
        words
    ) is not None or is_unit(words)
