"""Where a change began, and the years of a mean that is told within one year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from zhibiao.model import Period
from zhibiao.periods.expressions import TimeExpression
from zhibiao.periods.plans import PLAN

# 由(原来的)2015年
BEGUN = re.compile(r"(?:[由从自]|[由从][^,。;、\d]{1,6})$")
BEGINNINGS = ("year", "months", "day", "years", "past_years")


def begins_change(folded: str, expression: TimeExpression) -> bool:
    """Say whether an expression dates where a change began: 由2015年的94亿元, but not 从今年起."""
    return (
        BEGUN.search(folded, max(0, expression.start - 8), expression.start) is not None
        and expression.kind in BEGINNINGS
        and (expression.kind != "years" or PLAN.match(folded, expression.start) is not None)
        and not expression.since
        and not folded.startswith(("起", "开始"), expression.end)
    )


def of_mean(folded: str, expressions: Sequence[TimeExpression], start: int, last: date | None) -> Period:
    """Return the years of a mean told within one year: those named, those since its base, else from nobody knows when.

    ``last`` is where they end, None in a plan. 由2015年的94亿元增加到143亿元,年均增长8.8%, or 是2015年的1.5倍,年均增长8.8%: in the review of 2020 since 2016.
    """
    for one in reversed(expressions):
        if one.end > start or not one.first or not one.last:
            continue
        if one.first.year < one.last.year and not one.is_comparison:
            return Period(one.first, one.last, folded[one.start : one.end])
        if last and one.last.year < last.year - 1 and (one.is_comparison or begins_change(folded, one)):
            return Period(date(one.last.year + 1, 1, 1), last)
    return Period(None, last)
