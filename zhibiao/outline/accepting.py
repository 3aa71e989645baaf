"""Which headings change what a passage is about."""

from __future__ import annotations

import re

from zhibiao.outline.layout import BARE, Layout
from zhibiao.outline.lines import COMING, PAST, Role
from zhibiao.outline.roles import Reading, Years, read_heading

# A heading below the first level must be explicit to change the role.
EXPLICIT = re.compile("回顾|目标|总体要求|安排|主要任务|重点工作|成就|预期|指导思想|总体思路|展望|怎么[看干]")
LONGEST_TITLE = 30
# 附件二 2014年为民办实事项目: no note
PROMISES = re.compile(r"年[^。,:]{0,12}实事")
LOOKING_BACK = re.compile(r"回顾|回眸|回望|回首")
LONGEST_LOOKING_BACK = 20
# (二)“十二五”时期取得的成绩, where a plan for the next five years is explained
RESULTS = re.compile(r"(?:成绩|成就|主要情况|发展情况|完成情况|执行情况|实施情况|回顾)$")


def run_in_results(title: str, heading: Reading | None, years: Years) -> Reading | None:
    """Return the review that a title before its own text begins among the years to come: (二)“十二五”时期取得的成绩。…"""
    if heading is None or heading.role is not Role.SPAN_PLAN or len(title) > LONGEST_TITLE:
        return None
    readings = read_heading(title, years, major=False) if RESULTS.search(title) else []
    return next((one for one in readings[:1] if one.role is Role.SPAN_REVIEW), None)


def accepts_heading(reading: Reading, shape: Layout, current: Role, above: Role | None, major: bool) -> bool:
    """Say whether a heading that reads as ``reading`` changes the role from ``current``.

    ``above`` is the role of the heading in force, null where there is none; ``major`` says that the heading is of
    the first level.
    """
    if reading.role is Role.OTHER:  # what a page adds follows the report; above it, it is front matter
        return current in COMING or current is Role.NOTES
    if reading.role is Role.NOTES or shape.title.startswith("【"):
        return True
    if current in (Role.NOTES, Role.OTHER) and not major:
        return PROMISES.search(shape.title) is not None
    if major or above is None:
        return True
    if above is Role.SPAN_PLAN and reading.role is Role.SPAN_REVIEW and RESULTS.search(shape.title):
        return len(shape.title) <= LONGEST_TITLE
    if (not EXPLICIT.search(shape.title) and shape.level != BARE) or len(shape.title) > LONGEST_TITLE:
        return False
    if reading.role in PAST and LOOKING_BACK.search(shape.title) and len(shape.title) <= LONGEST_LOOKING_BACK:
        return True
    return not (above in COMING and reading.role in PAST)
