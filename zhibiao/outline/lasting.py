"""How long a cue in running text holds: to the next one, or for its paragraph alone."""

from __future__ import annotations

import re
from collections.abc import Set

from zhibiao.outline.lines import Role
from zhibiao.outline.roles import Reading, Years, coming_span, of_role

# 决胜全面建成小康社会取得决定性成就
ACHIEVED = re.compile(r"(?:取得|发展)[^,。]{0,12}成就|发展成效|(?:规划|计划)(?:执行|实施|完成)情况|回顾")


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
    several = cue[0].role is Role.SPAN_REVIEW and current.role is Role.REVIEW
    return several and cue[0].role in announced and not announces(announced, of_heading, cue[0])
