"""The years of a line, which date what names no time of its own."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from zhibiao.model import Period

if TYPE_CHECKING:
    from zhibiao.outline import Line


def of_line(line: Line) -> Period:
    """Return the period that a line's role gives to what names none."""
    return of_years(*(line.span or (line.year, line.year)))


@lru_cache(maxsize=1024)
def of_years(first: int | None, last: int | None) -> Period:
    """Return the time from the first day of a year to the last of another; nothing where one is not known."""
    if first is None or last is None:
        return Period(None, None)
    return Period(date(first, 1, 1), date(last, 12, 31))


def year_before(period: Period) -> Period:
    """Return the year before a period begins."""
    if period.start is None:
        return Period(None, None)
    year = period.start.year - 1
    return of_years(year, year)
