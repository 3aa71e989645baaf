"""Where a change began, when it was done, and the years of a mean that is told within one year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from zhibiao.model import Period
from zhibiao.periods.expressions import TimeExpression
from zhibiao.periods.plans import PLAN

# 由(原来的)2015年
BEGUN = re.compile(r"(?:[由从自]|[由从][^,。;、\d]{1,6})$")
# 在去年增长8%的基础上, but 在年初安排1亿元的基础上 is of one year
ON_BASE, WITHIN_YEAR = re.compile(r"(?:左右|以上|多)?的?基础上"), "年初"
CLAUSE_SIGNS = frozenset(",。;:!?，；\n")
TO_STATE = ("到", "至", "为")
BEGINNINGS = ("year", "months", "day", "years", "past_years")
# 3个贫困村、269户贫困户于2016年全部脱贫: when it was done, behind the things counted.
DONE_THEN = re.compile(
    r"(?:已经?|均|都)?(?:全部|全面|全都|如期|整体|顺利|成功)[^,;。、的\d]{2,10}(?:[,;。、\n]|$)"
)
COUNTED_BEFORE = re.compile(r"[^,;。的]{0,40}[于在]")


def begins_change(folded: str, expression: TimeExpression) -> bool:
    """Say whether an expression dates where a change began: 由2015年的94亿元, but not 从今年起."""
    return (
        BEGUN.search(folded, max(0, expression.start - 8), expression.start) is not None
        and expression.kind in BEGINNINGS
        and (expression.kind != "years" or PLAN.match(folded, expression.start) is not None)
        and not expression.since
        and not folded.startswith(("起", "开始"), expression.end)
    )


def lasts_since(folded: str, expression: TimeExpression) -> bool:
    """Say whether an expression dates since when something has been so: 从2010年11月起已连续补贴12个月."""
    begun = folded.startswith("起", expression.end) and expression.kind in ("year", "months")
    return begun and folded[expression.start - 1 : expression.start] in ("从", "自")


def done_then(folded: str, expressions: Sequence[TimeExpression], end: int) -> TimeExpression | None:
    """Return the year behind a figure in which what it counts was done, if the words around it say so."""
    if not expressions or expressions[-1].start < end:
        return None
    one = next(one for one in expressions if one.start >= end)
    if one.kind != "year" or COUNTED_BEFORE.fullmatch(folded, end, one.start) is None:
        return None
    return one if DONE_THEN.match(folded, one.end) else None


def ended_change(folded: str, expression: TimeExpression, start: int) -> bool:
    """Say whether an expression dates the end of a change in an item before that of a figure at ``start``.

    由2000年的33亿元上升到2004年的73亿元;筹集资金5亿元: the second amount is of the section's years.
    """
    ends = expression.kind == "year" and folded[expression.start - 1 : expression.start] in TO_STATE
    return ends and folded.startswith("的", expression.end) and folded.find(";", expression.end, start) >= 0


def of_comparison(
    folded: str, expressions: Sequence[TimeExpression], figure: tuple[int, int]
) -> TimeExpression | None:
    """Return the benchmark whose own value the figure is: 在去年增长⟦8%⟧的基础上."""
    if not expressions or not ON_BASE.match(folded, figure[1]):
        return None
    last = next((one for one in reversed(expressions) if one.end <= figure[0]), None)
    if last is None or folded.startswith(WITHIN_YEAR, last.start):
        return None
    near = CLAUSE_SIGNS.isdisjoint(folded[last.end : figure[0]])
    return last if near and folded[last.start - 1 : last.start] in ("在", "较") else None


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
