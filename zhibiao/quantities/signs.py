"""Signs before a rate: 增长-2.1%, 同比+6.4%, 增长负6.5%. A dash between two numerals or in a name is none."""

from __future__ import annotations

from zhibiao.quantities.patterns import read_amount

RATES = frozenset(("%", "‰", "个百分点"))
# 增长负6.5%, but not 减负64%
_BEFORE_WORD = frozenset("长速幅率为是达到现")
_RATE_ENDS = ("%", "‰", "点")
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿点")


def sign_before(text: str, start: int, unit: str | None) -> int:
    """Return -1 or 1 where a minus or plus stands right before the rate at ``start`` of the folded text, else 0.

    Before the sign stands a word: in 3%-5% and 五-6% it means "to".
    """
    sign = text[start - 1 : start]
    if unit not in RATES or sign not in ("-", "+", "负"):
        return 0
    word = text[start - 2] if start > 1 else ""
    if word == "、" and text[start - 3 : start - 2] in _RATE_ENDS:
        return 1 if sign == "+" else -1  # 增长3.8%、-7.1%
    if not "\u4e00" <= word <= "\u9fff" or word in _NUMERALS:
        return 0
    if sign == "负" and word not in _BEFORE_WORD:
        return 0
    return 1 if sign == "+" else -1


def is_signed_rate(text: str, start: int, end: int, limit: int) -> bool:
    """Say whether the numeral ``text[start:end]`` is a rate with its sign, and no part of a chain: +6.4%, not 1+3+N."""
    amount = read_amount(text, start, end, limit)
    return amount is not None and sign_before(text, start, amount.unit) != 0
