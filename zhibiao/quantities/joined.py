"""Amounts that stand together: 3%-5% is one range, and 10.6万、3.8万平方公里 share their unit."""

from __future__ import annotations

from decimal import Decimal

from zhibiao.quantities import names
from zhibiao.quantities.numerals import ARABIC
from zhibiao.quantities.patterns import WITH_PIECES, Amount, read_amount
from zhibiao.quantities.units import SCALES


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
    number = low.number
    if low.scale and low.scale != high.scale:
        if not high.scale:
            return None
        number = number * SCALES[low.scale] / SCALES[high.scale]
    if number >= high.number:
        return None
    amount = Amount(low.start, high.end, number, high.scale, high.unit, high.more, high.number_end)
    return amount, high.number


def share_unit(member: Amount, last: Amount) -> None:
    """Give a member of a list the unit that stands behind the last one; its own scale word stays."""
    if member.unit == "个":
        if last.unit in WITH_PIECES and not member.scale:
            member.unit = last.unit
    elif not member.scale:
        member.unit, member.scale = last.unit, last.scale
    elif last.scale:
        member.unit = last.unit
