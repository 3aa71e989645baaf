"""Numerals, Arabic and Chinese: how they are written, and what they come to."""

from __future__ import annotations

import re
from decimal import Decimal

# One numeral: 6.9, 12,345.6. Possessive, and bounded where it looks ahead, so that no text makes it slow.
ARABIC = re.compile(r"[0-9]++(?:,(?<![0-9]{4},)[0-9]{3}(?:,[0-9]{3}){0,5}+(?![0-9]))?+(?:\.[0-9]++)?+")
# A numeral torn by spaces or a line's end: 6. 5, 64 .1, 1 200, 2 5 0, 2 70. Taken only where a unit follows.
TORN = re.compile(
    r"(?<!第)(?:[0-9]++(?: ?\. ?[0-9]++|(?: [0-9]{3}){1,4}+(?![0-9])(?:\.[0-9]++)?+|(?: [0-9](?![0-9])){1,6}+(?:\.[0-9]++)?+)"
    r"|(?<![0-9] )[0-9]{1,2} [0-9]{2}(?![0-9]))"
)
# 1.2.3, the number of a section or version, no decimal
CHAINED = re.compile(r"[0-9]++(?:\.[0-9]++){2,}+")

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "○": 0,
    "俩": 2,
}
STEPS = {"十": 10, "百": 100, "千": 1000}
LEAPS = {"万": 10**4, "亿": 10**8}

LONGEST = 18
"""More digits than a column of the warehouse holds: such a numeral is a number of an account or the like."""


def arabic(text: str) -> Decimal:
    """Return what an Arabic numeral as matched by ``ARABIC`` or ``TORN`` comes to.

    >>> arabic("12,345.6")
    Decimal('12345.6')
    """
    return Decimal(text.replace(",", "").replace(" ", ""))


def chinese(text: str) -> Decimal | None:
    """Return what a Chinese numeral comes to, ``None`` where it is none (三五, 万亿).

    >>> chinese("一百零五"), chinese("八点五"), chinese("三五"), chinese("五二九点零七")
    (Decimal('105'), Decimal('8.5'), None, Decimal('529.07'))
    """
    whole, point, part = text.partition("点")
    if point:
        units = _digit_by_digit(whole) or _whole(whole)
        if units is None or not part or any(sign not in DIGITS for sign in part):
            return None
        return Decimal(f"{units}.{''.join(str(DIGITS[sign]) for sign in part)}")
    units = _whole(text)
    return None if units is None else Decimal(units)


def _digit_by_digit(text: str) -> int | None:
    """What digits side by side come to, as decimals tell that they are read one by one: 五二九 of 五二九点零七."""
    if len(text) < 2 or any(sign not in DIGITS for sign in text):
        return None
    return int("".join(str(DIGITS[sign]) for sign in text))


def _whole(text: str) -> int | None:
    """A whole Chinese numeral; digits side by side (二三) are no number but an estimate."""
    total = section = 0
    digit: int | None = None
    for sign in text:
        if sign in DIGITS:
            if digit:  # a zero may stand before a digit, nothing else
                return None
            digit = DIGITS[sign]
        elif sign in STEPS:
            if digit is None and section and sign != "十":  # 千百万, 千千万万: very many
                return None
            section += (1 if digit is None else digit or 1) * STEPS[sign]
            digit = None
        elif sign in LEAPS:
            section += digit or 0
            if sign == "万":
                total += (section or 1) * LEAPS[sign]
            else:
                total = (total + section or 1) * LEAPS[sign]
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0) if text else None
