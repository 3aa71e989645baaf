"""How long a cue in running text holds: to the next one, or for its paragraph alone."""

from __future__ import annotations

import re
from collections.abc import Set

from zhibiao.outline.layout import number_of
from zhibiao.outline.lines import PAST, Role
from zhibiao.outline.roles import Reading, Years, coming_span, of_role

# 决胜全面建成小康社会取得决定性成就
ACHIEVED = re.compile(r"(?:取得|发展)[^,。]{0,12}成就|发展成效|(?:规划|计划)(?:执行|实施|完成)情况|回顾")

# 2021年各项任务的完成,为市七届政府工作画上了圆满句号。本届政府任职以来,…: what follows is of all its years.
CLOSED = re.compile(
    r"[^。]{0,30}(?:(?:任务|目标)[^。,]{0,8}(?:完成|实现)|成[绩效就][^。,]{0,8}|一年的?工作|年的?工作),也?为[^。]{0,30}(?:句号|收官)"
)


def closes_year(folded: str, start: int, end: int) -> bool:
    """Say whether a sentence closes the review of the year as the last of a plan or of a term."""
    return CLOSED.match(folded, start, end) is not None


OF_THE_REVIEW = re.compile(r"体会|经验|启示|成绩|成就|问题|困难")


def throughout(kind: str | None, years: Years) -> Reading | None:
    """Return the one reading of a document of this kind; None for those of several parts."""
    if kind == "communique" or (years.plan is None and years.review is not None):
        return of_role(Role.REVIEW, years)
    return coming_span(years, 5) if kind == "five_year_plan" else None


def looks_back(reading: Reading, plan: Reading) -> bool:
    """Say whether, within a plan, a paragraph tells of the plan before it: “九五”期间,…"""
    return (
        plan.role is Role.SPAN_PLAN
        and reading.role is Role.SPAN_REVIEW
        and reading.span is not None
        and plan.span is not None
        and reading.span[1] < plan.span[0]
    )


def plan_before(section: str, plan: Reading) -> Reading | None:
    """Return the reading of what stands, within a plan, under a heading on what the plan before it achieved."""
    if (
        plan.role is not Role.SPAN_PLAN
        or plan.span is None
        or not ACHIEVED.search(section.rpartition(" > ")[2])
    ):
        return None
    first, last = plan.span
    return Reading(Role.SPAN_REVIEW, first - 1, (2 * first - last - 1, first - 1))


def announces(announced: Set[Role], of_heading: Reading | None, reading: Reading) -> bool:
    """Say whether a heading names such a review, over as many years: 三年来,… under 五年工作回顾 passes by.

    ``announced`` are the roles that the heading names, ``of_heading`` is the first of its readings.
    """
    span = of_heading.span if of_heading else None
    return reading.role in announced and span in (None, reading.span)


def passes_by(
    announced: Set[Role], of_heading: Reading | None, current: Reading, cue: tuple[Reading, bool, bool]
) -> bool:
    """Say whether ``cue`` holds for its paragraph alone; its third member says so of itself, within several years."""
    if current.role is Role.SPAN_REVIEW:
        return cue[2]
    if cue[2] and cue[0].year != current.year:
        return True
    several = cue[0].role is Role.SPAN_REVIEW and current.role is Role.REVIEW
    return several and cue[0].role in announced and not announces(announced, of_heading, cue[0])


def is_of_part_alone(current: Reading, of_heading: Reading) -> bool:
    """Say whether a role is that of the part that a heading ends: problems, results of the years before a plan."""
    role = current.role
    return role is Role.PROBLEMS or (role is Role.SPAN_REVIEW and of_heading.role is Role.SPAN_PLAN)


def turns_to_last_year(
    before: Reading, after: Reading, announced: Set[Role], of_heading: Reading | None
) -> bool:
    """Say whether a paragraph of a review of several years turns to the last of them, which no heading names.

    去年,生产总值达到2.48万亿元 under 经济总量跃上新台阶 holds up to the next such heading.
    """
    if of_heading is None or of_heading.role is not Role.SPAN_REVIEW or Role.REVIEW in announced:
        return False
    return after.role is Role.REVIEW and before != after


def turns_to_plan(title: str, current: Reading, number_before: int) -> bool:
    """Say whether a heading of the first level without a time of its own begins the plan.

    ``number_before`` is the number of the heading that gave the ``current`` role.
    """
    if current.role in (Role.PROBLEMS, Role.REQUIREMENT):
        return True
    number = number_of(title)
    follows = number > 1 and number_before == number - 1
    return follows and current.role in PAST and not OF_THE_REVIEW.search(title)
