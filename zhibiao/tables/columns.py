"""What the head of a column says of the numbers under it: measure, unit, time, status, and what is left of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.grammar.names import dimension
from zhibiao.model import Measure, Status, YearScope
from zhibiao.periods import TimeExpression, scan_periods
from zhibiao.tables.cells import plain
from zhibiao.tables.words import pattern_of, units_in, words_of

ROLES = ("name", "category", "unit", "attribute", "row_number", "remark")
"""Senses of words that are the whole head of a column without numbers."""

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TRAILING_UNIT = re.compile(r"[%‰]$")
_UNIT_NAMED = re.compile(r"^.{0,4}单位:")
# ―九八四年: the stroke of a careless copy for the sign 一
_LOST_ONE = re.compile(r"[-—―─](?=[〇○零一二三四五六七八九]{3}年)")
_COMPARED_WITH = re.compile(r"(?:比|较)$")
_PART_OF_WHOLE = re.compile(r"占[^,()]{0,10}(?:比重|比例|份额)")
_LEFT_OVER = re.compile(r"^其中:?|^[的、,:/\s±+*]+|[的、,:/\s±+*]+$|其中:?")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-—~](?:19|20)?\d\d)?年?")
_CAPTION_NUMBER = re.compile(
    r"(?:附?表|专栏)(?:[0-9]{1,2}?[:.、]?(?=(?:19|20)\d\d)|[0-9]{1,3}(?:[-.][0-9]{1,2})?|[一二三四五六七八九十]{1,3})[:.、\s]*"
)
# 增加值 is an amount, no change of one.
_NO_CHANGE = re.compile("增加值|增值税")
# Signs of the private use area stand for such words while those of a change are taken away.
_KEPT = {"增加值": "\ue000", "增值税": "\ue001"}
RATIOS = ("ratio", "multiple")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a head says; null for what it does not.

    ``content`` is what it names beyond all that: 出口额, 城市. ``falls`` says that a number under it is a fall.
    ``times`` are the words of time in ``words``; ``is_part`` says that its
    numbers are shares of a whole.
    """

    words: str
    content: str = ""
    measure: Measure | None = None
    falls: bool = False
    units: tuple[str, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    status: Status | None = None
    scope: YearScope | None = None
    total_in_brackets: bool = False
    is_change: bool = False
    is_part: bool = False


def role_of(head: str) -> str | None:
    """Return what a column is by its whole head, where that is no column of numbers."""
    bare = _BRACKETS.sub("", head) or head
    return next((role for role in ROLES if head in words_of(role) or bare in words_of(role)), None)


@lru_cache(maxsize=4096)
def meaning_of(head: str) -> Meaning:
    """Return the meaning of a head (plain words, folded).

    >>> meaning_of("比上年增长(%)").measure, meaning_of("出口额(亿元)").content
    (<Measure.GROWTH_RATE: 'growth_rate'>, '出口额')
    """
    words = _LOST_ONE.sub("一", head)
    units, rest = _units(words)
    times = tuple(scan_periods(words))
    bare = _without(rest, [words[time.start : time.end] for time in times])
    senses = {sense: pattern_of(sense).search(bare) for sense in ("completion", "share", "rank", "index")}
    changing = _NO_CHANGE.sub("", bare)
    grows, falls = pattern_of("growth", "amount_change").search(changing), pattern_of("fall").search(changing)
    is_amount = pattern_of("amount_change").search(changing) is not None
    mean, total = pattern_of("mean").search(bare), pattern_of("total").search(bare)
    measure = _measure(senses, bool(grows or falls), is_amount, units)
    status = _status(bare)
    content = _content(bare, senses["share"] is not None)
    return Meaning(
        words,
        content,
        measure,
        bool(falls) and not grows,
        tuple(units),
        times,
        status,
        YearScope.YEARLY_MEAN
        if mean
        else YearScope.SEVERAL_YEARS
        if total and not _is_within_year(words)
        else None,
        bool(total and mean),
        bool(grows or falls),
        bool(senses["share"]),
    )


def _is_within_year(words: str) -> bool:
    return "月" in words or "季" in words or "全年" in words


def period_words(meaning: Meaning) -> TimeExpression | None:
    """Return the words of time that say of when the numbers are; what they are compared with does not."""
    for time in meaning.times:
        if not time.is_comparison and not _COMPARED_WITH.search(meaning.words[: time.start]):
            return time
    return None


def is_years_alone(head: str) -> bool:
    """Say whether a cell is a year or a span of years: the head of a column, no number."""
    return _YEARS.fullmatch(head) is not None


def _units(words: str) -> tuple[list[str], str]:
    """The units of a head, and its words without them and without what stands in brackets."""
    units: list[str] = []
    rest = words
    for found in _BRACKETS.finditer(words):
        told = units_in(_UNIT_NAMED.sub("", found[1]))
        if told:
            units = told  # of 合同项目(企业)(个) the last
            rest = rest.replace(found[0], "")
    if trailing := _TRAILING_UNIT.search(rest):
        units.append(trailing[0])
        rest = rest[:-1]
    return units, rest


def _without(words: str, parts: list[str]) -> str:
    for part in parts:
        words = words.replace(part, "", 1)
    return words


def _measure(
    senses: dict[str, re.Match[str] | None], changes: bool, is_amount: bool, units: list[str]
) -> Measure | None:
    kind = dimension(units[0]) if units else "none"
    if senses["rank"]:
        return Measure.RANK
    if senses["completion"] or (senses["share"] and not changes):
        return Measure.SHARE
    if senses["index"]:
        return Measure.INDEX
    if not changes:
        return None
    if kind == "points":
        return Measure.CHANGE_POINTS
    if kind in RATIOS or (kind == "none" and not is_amount):
        return Measure.GROWTH_RATE
    return Measure.CHANGE_AMOUNT


def _status(words: str) -> Status | None:
    """目标, 计划 → target; 完成, 实际 → actual; 完成计划 is the share of a plan that was done."""
    if pattern_of("completion").search(words):
        return Status.ACTUAL
    told = [(found.start(), status) for status, found in _status_words(words) if found]
    return max(told, key=lambda one: one[0])[1] if told else None


def _status_words(words: str) -> list[tuple[Status, re.Match[str] | None]]:
    return [
        (Status.TARGET, pattern_of("target").search(words)),
        (Status.ACTUAL, pattern_of("actual").search(words)),
    ]


def _content(words: str, is_share: bool) -> str:
    """What is left of a head's words when all that is said elsewhere is taken away."""
    if is_share and (part := _PART_OF_WHOLE.search(words)):
        return part[0]
    words = _NO_CHANGE.sub(lambda found: _KEPT[found[0]], words)
    for senses in (
        ("completion",),
        ("growth", "amount_change", "fall", "share", "rank", "index"),
        ("base",),
        ("mean", "total"),
        ("whole",),
    ):
        words = pattern_of(*senses).sub("", words)
    words = _LEFT_OVER.sub("", re.sub(r"[()\[\]]", "", words))
    for kept, sign in _KEPT.items():
        words = words.replace(sign, kept)
    # 实际使用金额 and 计划投资 are names; of 预期目标 and 实际完成 nothing is left.
    bare = _LEFT_OVER.sub("", pattern_of("target", "actual").sub("", words))
    return "" if not bare or {words, bare} & words_of("generic") else words


def caption_words(text: str) -> str:
    """Return a caption without its number: 表102014年… → 2014年…"""
    words = plain(text)
    found = _CAPTION_NUMBER.match(words)
    return words[found.end() :] if found else words
