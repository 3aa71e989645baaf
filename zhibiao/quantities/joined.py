"""Amounts that stand together: 3%-5% is one range, and 10.6万、3.8万平方公里 share their unit."""

from __future__ import annotations

import re
from decimal import Decimal

from zhibiao.quantities import names
from zhibiao.quantities.numerals import ARABIC
from zhibiao.quantities.patterns import WITH_PIECES, Amount, read_amount
from zhibiao.quantities.signs import sign_before
from zhibiao.quantities.units import SCALES

_OF_ITS_OWN = ("岁", "周岁", "年", "个月", "天")
# 1万零30人: the digits behind it count ones, however many are left out between.
_SKIPS = frozenset("零〇")
MIXES = frozenset("0123456789") | _SKIPS
_OPEN_DIGIT = re.compile(r"[0-9][百千万亿][0-9](?![0-9百千万亿.])")


def range_of(text: str, low: Amount, start: int, limit: int) -> tuple[Amount, Decimal] | None:
    """Return ``low`` and the amount at ``start`` as one amount and its upper end; ``None`` where they are two."""
    found = ARABIC.match(text, start, limit)
    if found is None:
        return None
    high = read_amount(text, start, found.end(), limit)
    if high is None or high.unit in names.BEHIND:
        return None
    if low.unit is not None and low.unit != high.unit:
        return None
    if high.unit is None and not high.scale:
        return None
    if (
        low.unit is not None
        and text[low.end] in "至到"
        and text[low.start - 1 : low.start] in ("由", "从", "自")
    ):
        return None
    sign = sign_before(text, low.start, low.unit)
    number = -low.number if sign < 0 else low.number
    if low.scale and low.scale != high.scale:
        if not high.scale:
            return None
        number = number * SCALES[low.scale] / SCALES[high.scale]
    if number >= high.number:
        return None
    begin = low.start - 1 if sign < 0 else low.start  # 涨幅⟦-1%到1%⟧
    amount = Amount(begin, high.end, number, high.scale, high.unit, high.more, high.number_end)
    return amount, high.number


def mixed_of(text: str, first: Amount, limit: int) -> Amount | None:
    """Return 1万2千人, 5亿3000万元, 1千20户 and 1万零5户 as the one amount they are; ``first`` is the part with the largest scale.

    A last digit without a scale counts the next lower one, as it is spoken: 13万5元 is 135,000, which
    ``is_ambiguous`` tells. ``None`` where what follows is an amount of its own.
    """
    total, below, part = first.number * SCALES[first.scale], SCALES[first.scale], first
    while part.unit is None and part.scale and text[part.end : part.end + 1] in MIXES:
        skips = text[part.end] in _SKIPS
        found = ARABIC.match(text, part.end + skips, limit)
        following = read_amount(text, *found.span(), limit) if found else None
        if found is None or following is None or not found.group().isdigit():
            return None
        places = len(found.group())
        if not following.scale and (places > below.adjusted() or following.unit in _OF_ITS_OWN):
            return None  # 为88万60岁以上居民
        if following.scale:
            worth = SCALES[following.scale]
        elif places == 1 and not skips:
            worth = below / 10
        else:
            worth = Decimal(1)
        if worth >= below or following.number * worth >= below:
            return None
        total, below, part = total + following.number * worth, worth, following
        if not following.scale:
            break
    if part is first or part.unit is None or part.unit in names.BEHIND:
        return None
    number = (total / SCALES[first.scale]).normalize()
    return Amount(first.start, part.end, number, first.scale, part.unit, part.more, part.number_end)


def is_ambiguous(written: str) -> bool:
    """Say whether a quantity as written may be read in two ways: 13万5元, which is 135,000 or 130,005."""
    return _OPEN_DIGIT.search(written) is not None


def share_unit(member: Amount, last: Amount) -> None:
    """Give a member of a list the unit that stands behind the last one; its own scale word stays."""
    if member.unit == "个":
        if last.unit in WITH_PIECES and not member.scale:
            member.unit = last.unit
    elif not member.scale:
        member.unit, member.scale = last.unit, last.scale
    elif last.scale:
        member.unit = last.unit
