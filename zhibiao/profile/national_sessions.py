"""The sessions of the National People's Congress by their number: whose report is told of, and of which year.

A congress sits for five years and meets once in each (Constitution, articles 60 and 61). Since the fifth congress met
in 1978 this has held without a gap; how often the first four met is not told by their number.
"""

from __future__ import annotations

import re

FIRST_REGULAR, FIRST_YEAR, TERM = 5, 1978, 5
NUMBERS = {word: number for number, word in enumerate("一二三四五六七八九", 1)}
# 深入贯彻十三届全国人大二次会议精神 is said of one's own work.
SESSION = re.compile(
    r"(?P<congress>[五六七八九]|[一二]?十[一二三四五六七八九]?)届全国(?:人民代表大会|人大)第?(?P<session>[一二三四五])次会议"
    r"(?![^。,;\n]{0,12}精神)"
)
FIRST_WORDS = 300
# Longer texts tell their year and region by themselves.
LONGEST_SHORT_TEXT = 6000


def session_told(folded: str) -> tuple[int, str] | None:
    """Return the year of the session that the first words of a short folded text tell of, and its name."""
    if len(folded) > LONGEST_SHORT_TEXT:
        return None
    found = SESSION.search(folded, 0, FIRST_WORDS)
    return (year_of(found["congress"], found["session"]), found[0]) if found else None


def year_of(congress: str, session: str) -> int:
    """Return the year in which a session of a congress from the fifth on met.

    >>> year_of("十三", "二")
    2019
    """
    tens, ten, ones = congress.rpartition("十")
    number = (NUMBERS.get(tens, 1) * 10 if ten else 0) + NUMBERS.get(ones, 0)
    return FIRST_YEAR + TERM * (number - FIRST_REGULAR) + NUMBERS[session] - 1
