"""From an expression of time to dates, in the light of the line and of the document's years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zhibiao.model import Period
from zhibiao.periods.expressions import Base, TimeExpression
from zhibiao.periods.plans import years_of_plans
from zhibiao.periods.surroundings import dates_of

if TYPE_CHECKING:
    from zhibiao.outline import Line

JANUARY = 1
SPANNING = ("past_years", "coming_years", "within_years", "total_years", "first_years", "term")


def resolve(
    expression: TimeExpression,
    line: Line,
    plan_year: int | None,
    review_year: int | None,
    text: str | None = None,
) -> Period:
    """Return the dates of an expression; null where neither the words nor the line's years say.

    ``text`` is what the period's words are (``period_text``). A state as of a day has no start.
    """
    if expression.kind in ("date", "era"):
        return Period(None, None, text)
    if expression.kind == "years":
        first, last = None if expression.as_of else expression.first, expression.last
        until = _until(expression, line, plan_year, review_year) if expression.since else None
        if until and last and first and first.year <= until < last.year:
            last = date(until, 12, 31)  # “十四五”以来: up to now, not to the plan's end
        return Period(first, last, text)
    if expression.kind in SPANNING:
        return _span(expression, line, plan_year, review_year, text)
    year = _year(expression, line, plan_year, review_year)
    if year is None:
        return Period(None, None, text)
    first, last = dates_of(expression, year)
    if expression.since:
        until = _until(expression, line, plan_year, review_year, year)
        return (
            Period(first, date(until, 12, 31), text) if until and until >= year else Period(first, None, text)
        )
    return Period(None if expression.as_of else first, last, text)


def _until(
    expression: TimeExpression, line: Line, plan_year: int | None, review_year: int | None, first: int = 0
) -> int | None:
    """Return the year that 以来 reaches to: that of the line, in a plan the one under review."""
    begun = first or (expression.first.year if expression.first else 0)
    if line.role in ("plan", "span_plan", "requirement") and review_year and begun < review_year:
        return review_year
    return line.year or line.now or plan_year


def _base_year(base: Base, line: Line, plan_year: int | None, review_year: int | None) -> int | None:
    """Return the year that an expression counts from, where it is not one by its own number."""
    if base is Base.REVIEW:
        return review_year
    if base is Base.PLAN:
        return plan_year
    if base is not Base.NOW and line.year is not None:
        return line.year
    if base is Base.LINE_BEFORE:
        return review_year
    return line.now if line.now is not None else plan_year


def _year(
    expression: TimeExpression, line: Line, plan_year: int | None, review_year: int | None
) -> int | None:
    if expression.base is Base.ABSOLUTE:
        return expression.offset
    base = _base_year(expression.base, line, plan_year, review_year)
    if base is None:
        return None
    in_january = expression.kind == "day" and expression.as_of and expression.months == (JANUARY, JANUARY)
    if in_january and base == review_year and expression.base is Base.LINE:
        return plan_year  # 截至1月5日: days before the report is given
    return base + expression.offset


def _span(
    expression: TimeExpression, line: Line, plan_year: int | None, review_year: int | None, text: str | None
) -> Period:
    """五年来 and the like: the section's own span if it is as long, else counted from the years given."""
    coming = (
        expression.kind in ("coming_years", "within_years")
        or (expression.kind == "total_years" and line.role in ("plan", "span_plan", "requirement"))
        # 五年间 under the goals of as many years
        or (line.role == "span_plan" and (text or "").endswith("年间") and _is_as_long(expression, line))
    )
    if (
        text
        and text[0] in "前头"
        and line.role == "span_review"
        and line.span
        and _is_shorter(expression, line)
    ):
        # 前四年 in a review of five: the first four of them
        return Period(date(line.span[0], 1, 1), date(line.span[0] + expression.count - 1, 12, 31), text)
    if expression.kind == "total_years" and line.span and expression.count < line.span[1] - line.span[0] + 1:
        # Some of the section's years, no telling which.
        return Period(date(line.span[0], 1, 1), date(line.span[1], 12, 31), text)
    alike = line.role == ("span_plan" if coming else "span_review")
    if alike and line.span and (expression.kind == "term" or _is_as_long(expression, line)):
        first, last = line.span
    elif expression.kind == "first_years":
        begun = _begin_of_plan(review_year)
        if begun is None:
            return Period(None, None, text)
        first, last = begun, begun + expression.count - 1
    elif expression.base is Base.NOW:
        now = line.now if line.now is not None else plan_year
        if now is None:
            return Period(None, None, text)
        first, last = now + expression.offset, now + expression.offset + expression.count - 1
    elif coming:
        if plan_year is None:
            return Period(None, None, text)
        first, last = plan_year, plan_year + expression.count - 1
    else:
        if review_year is None:
            return Period(None, None, text)
        last = review_year + expression.offset
        first = last - expression.count + 1
    return Period(date(first, 1, 1), date(last, 12, 31), text)


def _is_shorter(expression: TimeExpression, line: Line) -> bool:
    """Say whether an expression counts fewer years than the line's own span has, and names none of its own."""
    return line.span is not None and 0 < expression.count < line.span[1] - line.span[0] + 1


def _is_as_long(expression: TimeExpression, line: Line) -> bool:
    """Say whether an expression counts as many years as the line's own span has."""
    return line.span is not None and line.span[1] - line.span[0] + 1 == expression.count


def _begin_of_plan(year: int | None) -> int | None:
    """Return the first year of the five-year plan under way in a year."""
    plans = years_of_plans().values() if year is not None else ()
    return next((first for first, last in plans if year is not None and first <= year <= last), None)
