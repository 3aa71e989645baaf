"""What one expression of time says, before the years of its document are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Base(StrEnum):
    """Which year an expression counts from."""

    ABSOLUTE = "absolute"  # 2023年: the year itself
    NOW = "now"  # 今年, 去年: from the year in which the text speaks
    LINE = "line"  # 全年, 11月底: the year that the line is about
    LINE_BEFORE = "line_before"  # 上年: the one before
    REVIEW = "review"  # 一年来
    PLAN = "plan"  # 新的一年


@dataclass(slots=True)
class TimeExpression:
    """A span that says when. ``kind`` is one of

    ``year``, ``months`` (a month, a range of them, a quarter), ``day``, ``years`` (a range, a plan's years),
    ``past_years`` (五年来), ``coming_years`` (今后五年), ``within_years`` (5年内), ``total_years`` (五年累计),
    ``first_years`` (五年计划的前三年), ``term`` (本届政府), ``era`` (90年代), ``date``.

    ``first`` and ``last`` are filled where the words alone give them. ``as_of`` marks a state as of ``last``
    (截至11月底, 2020年末). ``is_comparison`` marks a benchmark (比上年, 较2015年), which is never the period
    of a figure; nor is one with ``governs`` false, as in the name of a plan. ``in_name`` marks one that is
    part of a name: 《规划纲要(2013—2020年)》. The other fields are for ``resolve``.
    """

    start: int
    end: int
    kind: str
    first: date | None = None
    last: date | None = None
    is_comparison: bool = False
    governs: bool = True
    as_of: bool = False
    base: Base = Base.ABSOLUTE
    offset: int = 0
    months: tuple[int, int] | None = None
    day: int | None = None
    count: int = 0
    since: bool = False
    whole_year: bool = False
    in_name: bool = False
