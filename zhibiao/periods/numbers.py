"""Years and small counts of years, in Arabic or Chinese numerals."""

from __future__ import annotations

OTHER_DIGITS = {"零": 0, "○": 0, "O": 0, "o": 0, "两": 2}
CHINESE_DIGITS = {sign: digit for digit, sign in enumerate("〇一二三四五六七八九")} | OTHER_DIGITS


def read_year(text: str) -> int:
    """Return the year that four digits of either kind write: ``2023``, ``一九五四``, ``二○○二``."""
    if text.isdecimal():
        return int(text)
    year = 0
    for sign in text:
        year = year * 10 + (int(sign) if sign.isdigit() else CHINESE_DIGITS[sign])
    return year


def read_count(text: str) -> int:
    """Return a count below one hundred: ``5``, ``五``, ``十二``, ``二十``; of ``三五`` the larger.

    A digit of another script (``٣``) counts as what it says: patterns take it for a digit.

    >>> [read_count(word) for word in ("5", "两", "十", "十二", "三十一", "三五", "1٣")]
    [5, 2, 10, 12, 31, 5, 13]
    """
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.partition("十")
    if not ten:
        return CHINESE_DIGITS[text[-1]]
    return (CHINESE_DIGITS[tens[-1]] if tens else 1) * 10 + CHINESE_DIGITS.get(units[-1:], 0)


def complete_year(short: int, near: int) -> int:
    """Return the year that two digits mean beside another year: ``02`` beside 1998 is 2002."""
    century = near // 100 * 100
    return century + short if century + short >= near else century + 100 + short
