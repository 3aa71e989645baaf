"""One cell: its words without markup and marks of notes, and the number that it is, if it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from zhibiao.grammar.phrases import alternatives
from zhibiao.model import Bound, Quantity
from zhibiao.quantities import bounds
from zhibiao.quantities.numerals import LONGEST, arabic
from zhibiao.quantities.patterns import read_amount
from zhibiao.tables.words import is_unit, pattern_of, words_of

_TAG = r"<[/a-zA-Z][^<>\n]{0,60}>"
MARKUP = re.compile(rf"{_TAG}|\*\*|__|&nbsp;|\\")
# [4], (注2), ①, * behind a name or a number
NOTE = re.compile(r"\[\s*(?:注?\s*\d{1,3}|注)\s*\]|\(注\s*\d{0,2}\)|[①-⑳⑴-⒇]|(?<=\S)\*+(?=\s*$)")
_SPACE = re.compile(r"\s+")
# Nothing is told: a stroke, dots, 持平 (as much as before).
_NOTHING = re.compile(r"(?:[-—–―─一/\\]{1,4}|…+|\.{2,}|持平|不变|无|/)")
NUMERAL = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\s?\.\s?[0-9]+)?(?![0-9])|[0-9]+(?:\s?\.\s?[0-9]+)?(?![0-9])"
)
_SIGN = re.compile(r"[-+—–―±](?=\s*[0-9])")
_UP_TO = re.compile(r"\s*(?:-|—|–|~|至|到)\s*(?=[0-9])")
# What may stand around the number of a cell: words of a bound, a change or an intent, and of the state reached.
_AROUND = re.compile(
    r"折合?|相当于|达到?|完成|实现|保持|稳定|控制|维持|在|为|到|至|约|的|个|上下|[力争取确保预期计划]{2}|同比|比上年|[:,、]"
)
# 7以上,力争更高: what is said further, without a number
_FURTHER = re.compile(r"\s*[、,;][^0-9]*$")
_CLOSING = re.compile(r"[\s*_.,、。;)\]]*")


class Sort(Enum):
    """What a cell holds."""

    NUMBER = auto()
    NOTHING = auto()
    UNIT = auto()
    ATTRIBUTE = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class CellNumber:
    """The number of a cell: its span with its unit, how it is limited, and the words and brackets around it."""

    start: int
    end: int
    number: Decimal
    number_high: Decimal | None
    unit_text: str | None
    bound: Bound
    bound_text: str | None
    sign: int
    before: str
    bracketed: bool

    @property
    def quantity(self) -> Quantity:
        """The number as a quantity of the text."""
        return Quantity(
            self.start,
            self.end,
            self.number,
            self.number_high,
            self.unit_text,
            self.bound,
            self.bound_text,
            self.start,
            self.end,
            sign=self.sign,
        )


def plain(text: str) -> str:
    """Return the words of a cell (folded) without markup, marks of notes and the spaces between characters.

    >>> plain("<br>**钢 材**[14]")
    '钢材'
    """
    bare = MARKUP.sub("", text)
    without = NOTE.sub("", bare)
    return _SPACE.sub("", without if without.strip() else bare)


def sort_of(folded: str, start: int, end: int) -> Sort:
    """Return what the cell at ``start``–``end`` of a folded text holds."""
    words = plain(folded[start:end])
    if not words or _NOTHING.fullmatch(words):
        return Sort.NOTHING
    if words in words_of("attribute_value"):
        return Sort.ATTRIBUTE
    if number_in(folded, start, end) is not None:
        return Sort.NUMBER
    return Sort.UNIT if is_unit(unit_words(words)) else Sort.WORDS


def unit_words(words: str) -> str:
    """Return the words of a cell of units without brackets round them and a stop behind: (万吨), 万台."""
    bare = words.rstrip(".,、;")
    if bare[:1] == "(" and bare[-1:] == ")":
        return bare[1:-1]
    return bare.strip("()") if bare.count("(") != bare.count(")") else bare


def number_in(folded: str, start: int, end: int) -> CellNumber | None:
    """Return the number that a cell is, None where it holds none, or more than its number.

    Beside the number there may be its unit, words that limit it or say how it changes (增长6%左右), brackets round
    all of it, and marks of notes.
    """
    found = NUMERAL.search(folded, start, end)
    if found is None or found.end() - found.start() > LONGEST + 6:
        return None
    first = found.start()
    sign = 0
    before = MARKUP.sub("", folded[start:first])
    if before and (signed := _SIGN.match(folded, max(start, _last_sign(folded, start, first)), end)):
        sign = {"+": 1, "±": 0}.get(signed[0], -1)
        before = MARKUP.sub("", folded[start : signed.start()])
    opening = before.strip()
    bracketed = bool(opening) and (opening[0] in "([" or opening[-1] in "([")
    amount = _amount(folded, found, end)
    if amount is None:
        return None
    high, unit, last = None, amount.unit_text, amount.end
    if over := _UP_TO.match(folded, last, end):
        upper = NUMERAL.match(folded, over.end(), end)
        further = _amount(folded, upper, end) if upper else None
        if further is None:
            return None
        high, unit, last = further.number, further.unit_text or unit, further.end
    limit_before = bounds.word_before(folded, first - abs(sign), start, amount.unit)
    limit_behind = bounds.word_behind(folded, last, amount.unit)
    if limit_behind and limit_behind[0] > end:
        limit_behind = None
    rest = folded[limit_behind[0] if limit_behind else last : end]
    if not _is_alone(opening, rest, bracketed):
        return None
    limiting, behind = limit_before and limit_before[1], limit_behind and limit_behind[1]
    return CellNumber(
        first,
        last,
        amount.number,
        high,
        unit,
        bounds.bound_of(limiting, behind, amount.more, high is not None),
        "…".join(filter(None, (limiting, behind))) or None,
        sign,
        _SPACE.sub("", opening.strip("([")),
        bracketed,
    )


class _Amount(NamedTuple):
    """A numeral with its scale and unit, up to where they end."""

    number: Decimal
    unit: str | None
    unit_text: str | None
    more: str | None
    end: int


def _amount(folded: str, numeral: re.Match[str], end: int) -> _Amount | None:
    """The numeral with what stands behind it; None where it is too long for a number, or a date."""
    amount = read_amount(folded, numeral.start(), numeral.end(), end)
    if amount is None or _is_date(numeral[0], amount.unit):
        return None
    number = arabic(_SPACE.sub("", numeral[0]))
    return _Amount(number, amount.unit, (amount.scale + (amount.unit or "")) or None, amount.more, amount.end)


def _is_date(numeral: str, unit: str | None) -> bool:
    """Say whether a number is a year, a month or a day: 2024年, 12月."""
    if unit in ("月", "月份", "日", "号", "季度"):
        return True
    return unit in ("年", "年度") and len(numeral) == 4 and numeral[:2] in ("18", "19", "20", "21")


def _last_sign(folded: str, start: int, first: int) -> int:
    place = first
    while place > start and folded[place - 1] in " ":
        place -= 1
    return place - 1


def _is_alone(opening: str, rest: str, bracketed: bool) -> bool:
    """Say whether the words around a number are no more than what limits it."""
    behind = _CLOSING.sub("", NOTE.sub("", MARKUP.sub("", rest)))
    if behind and not is_unit(behind) and not _FURTHER.match(rest):
        return False
    words = _SPACE.sub("", opening.strip("(["))
    words = _BOUND_WORDS.sub("", words)
    return not _AROUND.sub("", words)


_BOUND_WORDS = re.compile(
    "|".join(
        [
            *map(re.escape, sorted(bounds.BEFORE, key=len, reverse=True)),
            alternatives("down"),
            alternatives("up"),
            pattern_of("growth", "fall").pattern,
        ]
    )
)
