"""Which time the state before a change is about: x of 由x提高到y."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from zhibiao.model import Measure, Period
from zhibiao.periods.begun import begins_change
from zhibiao.periods.expressions import TimeExpression
from zhibiao.periods.governing import (
    COMING,
    SPANNING,
    Dated,
    governing,
)
from zhibiao.periods.of_lines import of_line, year_before
from zhibiao.periods.resolution import resolve
from zhibiao.periods.span_end import reached_at_the_end

if TYPE_CHECKING:
    from zhibiao.outline import Line

# 到2015年,供水总量由现在的60亿立方米增加到90亿立方米
NOW_BEFORE = re.compile(r"[由从](?:现在|目前)[^,。;、\d]{0,10}$")
COMPARED = re.compile(r"相比|比较")
OF_BASE = ("的", "")
TO_STATE = re.compile("[到至为成]")
FROM_TO = re.compile("年[到至]")
PLANS_YEARS = 5


def period_before(
    folded: str,
    line: Line,
    expressions: Sequence[TimeExpression],
    start: int,
    end: int,
    measure: Measure,
    plan_year: int | None,
    review_year: int | None,
) -> Dated:
    """Return the period of x in ``由x提高到y``, the figure at ``start``–``end``; the rest is as for ``period_of``.

    A time that stands with x is its own (``由2015年的94.51亿元``). Else x is the state before y's year or span:
    in a section on several years the year before them, for a year to come the year under review.
    """
    counted_from = next((one for one in expressions if _is_counted_from(folded, one, start)), None)
    if counted_from is not None:
        period = resolve(counted_from, line, plan_year, review_year)
        if counted_from.as_of and period.end:
            period = Period(date(period.end.year, 1, 1), period.end, period.text)
        return Dated(period, "counted_from")
    expression = governing(folded, expressions, start, coming=line.role in COMING, now=line.now)
    if expression is None or (line.now and NOW_BEFORE.search(folded, max(line.start, start - 14), start)):
        return Dated(year_before(of_line(line)), "year_before_section")
    if begins_change(folded, expression):
        period = resolve(expression, line, plan_year, review_year, folded[expression.start : expression.end])
        return _begun(folded, expression, period, start, measure)
    compared = next(
        (one for one in reversed(expressions) if one.end <= start and COMPARED.match(folded, one.end)), None
    )
    if compared is not None and compared.is_comparison and compared.first and compared.kind == "year":
        compared_with = Period(compared.first, compared.last, folded[compared.start : compared.end])
        return Dated(compared_with, "compared_with")
    begun = next(
        (one for one in reversed(expressions) if one.end <= start and begins_change(folded, one)), None
    )
    if (
        begun is not None
        and begun.end <= expression.start
        and TO_STATE.search(folded, expression.start - 1, expression.start + 1)
    ):
        expression = begun  # 甲由2010年的94亿元增加到2015年的143亿元,乙由50亿元增加到…
    period = resolve(expression, line, plan_year, review_year)
    if begun is expression and period.end:
        return Dated(period, "begun")
    return _year_before(folded, line, expression, period, review_year)


def _begun(folded: str, expression: TimeExpression, period: Period, start: int, measure: Measure) -> Dated:
    """The period that a change began from; of several years, a state reached at their end is of the last."""
    if expression.kind in SPANNING and period.end and reached_at_the_end(folded, start, measure):
        first = None if expression.as_of else date(period.end.year, 1, 1)
        return Dated(Period(first, period.end, period.text), "begun_end")
    return Dated(period, "begun")


def _year_before(
    folded: str, line: Line, expression: TimeExpression, period: Period, review_year: int | None
) -> Dated:
    """The year before what an expression names: of a section's last year before the section, of a plan the review's."""
    if expression.kind == "years" and period.start and _from_year_to_year(folded, expression):
        # 从1950年到1954年,比重从29.6%降低到…
        return Dated(Period(period.start, date(period.start.year, 12, 31)), "first_of_span")
    if period.start is None and period.end is not None:
        period = Period(date(period.end.year, 1, 1), period.end)
    named = period.end.year if period.end else None
    if line.span and named == line.span[1]:
        return Dated(year_before(of_line(line)), "year_before_section")
    if named and line.now and named > line.now and review_year and expression.kind not in SPANNING:
        return Dated(year_before(Period(date(review_year + 1, 1, 1), None)), "year_before_plan")
    return Dated(year_before(period), "year_before_named")


def _from_year_to_year(folded: str, expression: TimeExpression) -> bool:
    """Say whether years are told from the first to the last: 从1950年到1954年, 2020年到2025年.

    A plan's (2016年到2020年) are all its years, and so are those with a dash; from 2020 to 2025 are five of growth.
    """
    if folded[expression.start - 1 : expression.start] in ("从", "自"):
        return True
    if not expression.first or not expression.last:
        return False
    first, last = expression.first.year % PLANS_YEARS, expression.last.year % PLANS_YEARS
    told = FROM_TO.search(folded, expression.start, expression.end)
    return first == last == 0 or (told is not None and (first, last) != (1, 0))


def _is_counted_from(folded: str, expression: TimeExpression, start: int) -> bool:
    """Say whether a year of comparison stands with its own number: 比1952年的213元增长12%, 较“十三五”末的900亿元增加400亿元."""
    of_year = expression.kind == "year" or (expression.as_of and expression.is_comparison)
    if expression.end > start or not of_year or folded[expression.end : start] not in OF_BASE:
        return False
    return folded[expression.start - 1 : expression.start] in ("比", "较")
