"""The year in which a text speaks, which is what 今年 means in it."""

from __future__ import annotations

import re

HELD = re.compile(
    r"((?:19|20)\d\d)[ ]?年[ ]?(\d{1,2})[ ]?月[ ]?\d{1,2}[ ]?日"
    r"(?=[ ]*(?:在|于|上午|下午|[\u4e00-\u9fff]{2,20}(?:会议|大会)))"
)
COMING_YEAR = re.compile(r"(?:明年|来年)[^。\n]{0,24}(?:目标|工作|任务|计划|安排|要求|增速)")
THIS_YEAR = re.compile(
    r"今年[^。\n]{0,24}(?:预期目标|主要目标|总体要求|指导思想|重点工作|主要任务|工作的|工作要|是“)"
)


def names_next_year(folded: str) -> bool:
    """Whether a text calls the year that it plans 明年; one that does not may call it 今年 before it has begun."""
    return "明年" in folded or "来年" in folded


def year_of_speech(folded: str, plan_year: int | None, review_year: int | None) -> int | None:
    """Return the year that 今年 means: the plan year, in a digest of December's conference the one before.

    Such a digest speaks of 明年 where it sets targets. Some reports, too, are given in December, as dated.
    """
    if plan_year is None or review_year is None:
        return plan_year
    held = HELD.search(folded, 0, 1500)
    if held and int(held[1]) in (plan_year, review_year):
        return int(held[1]) if int(held[2]) >= 11 or int(held[1]) == plan_year else plan_year
    coming = sum(1 for _ in COMING_YEAR.finditer(folded)) if names_next_year(folded) else 0
    this = sum(1 for _ in THIS_YEAR.finditer(folded)) if coming else 0
    return review_year if coming > this else plan_year
