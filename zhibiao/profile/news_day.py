"""The day of which a news item tells: 2月2日下午,市人大会议开幕, published on 2018-02-04.

An item names day and month alone, or says 今天 and 昨日; the page that bears it names the year. Alone, a page's day may
lie years behind what it bears. Where both agree to within days, the item is told as news and the year is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zhibiao.profile.opening import ADDRESS

# Pages name the day of publishing above the item.
HEAD_CHARACTERS = 400
NEWS_CHARACTERS = 900
PUBLISHED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)")
# 3月4下午 leaves 日 out.
DAY_TOLD = re.compile(r"(?<![年\d./-])(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])(?:日|(?=[上下]午))")
RELATIVE_DAY = re.compile(r"今天|昨天|今日|昨日")
OCCASION = re.compile(r"人民代表大会|人大|人代会|两会|政府工作报告|经济工作会议|全体会议")
OCCASION_REACH = 90
MOST_DAYS_BEFORE = 15


@dataclass(frozen=True, slots=True)
class NewsDay:
    """The day of a meeting, the day on which its news was published, and the words that tell of it."""

    day: date
    published: date
    words: str


def day_of_news(folded: str) -> NewsDay | None:
    """Return the day of the meeting that a folded text reports as news; None where no page's day bears it out.

    A report in full is no news: its page may have been filled years behind it.
    """
    if ADDRESS.search(folded, 0, NEWS_CHARACTERS):
        return None
    for published in _published(folded):
        for told in DAY_TOLD.finditer(folded, 0, NEWS_CHARACTERS):
            day = _day_before(published, int(told[1]), int(told[2]))
            words = folded[told.start() : told.end() + OCCASION_REACH]
            if day and OCCASION.search(words):
                return NewsDay(day, published, words[:40])
        for told in RELATIVE_DAY.finditer(folded, 0, NEWS_CHARACTERS):
            words = folded[told.start() : told.end() + OCCASION_REACH]
            if OCCASION.search(words):
                return NewsDay(published, published, words[:40])
    return None


def _published(folded: str) -> Iterator[date]:
    for found in PUBLISHED.finditer(folded, 0, HEAD_CHARACTERS):
        if (day := _date(int(found[1]), int(found[2]), int(found[3]))) is not None:
            yield day


def _day_before(published: date, month: int, day: int) -> date | None:
    """Return the day of this month and day that lies at most ``MOST_DAYS_BEFORE`` days before another."""
    for year in (published.year, published.year - 1):
        told = _date(year, month, day)
        if told is not None and timedelta(0) <= published - told <= timedelta(MOST_DAYS_BEFORE):
            return told
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
