"""What a heading says about the lines under it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from zhibiao.lexicon import DIVISION, rows
from zhibiao.outline.lines import Role
from zhibiao.periods.numbers import read_count, read_year
from zhibiao.periods.patterns import CHINESE_YEAR, COUNT
from zhibiao.periods.plans import PLAN, plan_years

YEAR = re.compile(rf"(?<!\d)((?:19|20)\d\d)(?!\d)|({CHINESE_YEAR})年")
SPAN = re.compile(
    rf"(过去|近|前|这|回顾|今后|未来|后)?的?(?<![\d〇零○一二三四五六七八九十])({COUNT})年(来|间)?(?!行动|计划|规划|攻坚)"
)
DIGITS = frozenset("0123456789")
# The title of the report itself, or of one on a plan, says nothing of what stands under it.
REPORT_TITLE = re.compile(
    r"工作报告|报告[》)]?$|会议上|[\d一二三四五六七八九十]日|会议?[^。,:]{0,4}(?:开幕|闭幕|召开)"
)
# 《政府工作报告》名词术语解释 names the report, and is no title of one: (附件)…报告.
TITLE_END = re.compile(r"报告[》)]?$")
SINCE = re.compile(r"年?以来")
# 七届政府工作回顾, 第十四届市政府及2021年工作回顾; but 新一届政府 is the one to come
TERM = re.compile(
    r"(?:[本这]|第?(?<![新上])(?:十[一二三四五六七八九]?|[二三四五六七八九]十?[一二三四五六七八九]?|(?<=第)一))届"
    rf"(?:[{DIVISION}]|自治[{DIVISION}])?(?:人民)?政府"
)
# 对下届政府工作的建议, by one that leaves
NEXT_GOVERNMENT = re.compile("新一届政府|下一?届政府")
GOOD_START = re.compile(r"开局|起步|起好步|开好局|开门红|第一年")
# “十一五”开局之年成效显著, in a report of 2007; what is yet to be made of it is no review.
AIMED = re.compile("为|努力|奋力|全力|着力|力争|确保|做好|抓好|巩固|保持|基础上")
BEGAN_WELL = re.compile("(?:成效|成绩|成果)(?:显著|明显)|(?:良好|圆满|胜利|顺利)")
TROUBLES = re.compile(r"存在|面临|困难和问题|问题和不足")
REVIEWED = re.compile(r"工作(?:的)?(?:主要)?回顾|工作总结")
FIRST_OF_PLAN = re.compile(r"(?:开局|起步)之年")
AHEAD = re.compile(r"预期目标|奋斗目标|总体要求|指导思想|总体思路|重点任务|重点工作$|工作重点$")
WORK_AHEAD = re.compile(r"目标|任务|重点|安排")
GOALS = re.compile(r"目标|任务|计划|安排|打算|实事")
PAST_YEAR = re.compile(r"(?:过去的?|刚刚过去的?|这)一年|一年来|去年")


@dataclass(frozen=True, slots=True)
class Years:
    """The years of a document, as far as they are known; ``now`` is the year in which it speaks."""

    plan: int | None
    review: int | None
    now: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A role with its years."""

    role: Role
    year: int | None = None
    span: tuple[int, int] | None = None


@cache
def words(sense: str) -> re.Pattern[str]:
    """Return a pattern of the words of a sense (review, plan, requirement, problems, notes, other)."""
    senses: dict[str, list[str]] = defaultdict(list)
    for row in rows("heading_words"):
        senses[row["sense"]].append(re.escape(row["word"]))
    return re.compile("|".join(senses[sense]))


def make_all_patterns() -> None:
    """Make the patterns of all senses, which are else made when they are first asked (``prepared_patterns.py``)."""
    for row in rows("heading_words"):
        words(row["sense"])


def past_span(years: Years, count: int) -> Reading:
    """Return the reading of a review of ``count`` years."""
    if years.review is None:
        return Reading(Role.SPAN_REVIEW)
    return Reading(Role.SPAN_REVIEW, years.review, (years.review - count + 1, years.review))


def coming_span(years: Years, count: int) -> Reading:
    """Return the reading of a plan of ``count`` years."""
    if years.plan is None:
        return Reading(Role.SPAN_PLAN)
    return Reading(Role.SPAN_PLAN, years.plan + count - 1, (years.plan, years.plan + count - 1))


def of_role(role: Role, years: Years) -> Reading:
    """Return the reading of a role that is about a single year."""
    if role in (Role.REVIEW, Role.PROBLEMS):
        return Reading(role, years.review)
    if role in (Role.PLAN, Role.REQUIREMENT, Role.LEAD):
        return Reading(role, years.plan)
    return Reading(role)


def read_heading(title: str, years: Years, major: bool) -> list[Reading]:
    """Return what a heading says of the lines under it, nothing where it says nothing.

    ``major`` headings are those of the first level; a lower one must be explicit. In
    ``“十四五”时期和2025年工作回顾`` the first named comes first.
    """
    if len(title) <= 16 and words("notes").search(title) and not TITLE_END.search(title):
        return [Reading(Role.NOTES)]
    if REPORT_TITLE.search(title):
        return []
    if words("other").match(title):
        return [Reading(Role.OTHER)]
    past = bool(words("review").search(title))
    times = [(position, reading) for position, reading in _named_times(title, years, past) if reading]
    if times:
        return [reading for _, reading in sorted(times, key=lambda one: one[0])]
    role = _named_role(title, past, major)
    return [of_role(role, years)] if role else []


def _named_role(title: str, past: bool, major: bool) -> Role | None:
    """Return the role of a heading that names no time."""
    if len(title) <= 24 and TROUBLES.search(title) and words("problems").search(title):
        return Role.PROBLEMS
    if past and len(title) <= 24 and (major or REVIEWED.search(title)):
        return Role.REVIEW
    if not past and FIRST_OF_PLAN.search(title):
        # 本届政府开局之年的工作 tells of the year that has passed; the next one is called 新一届政府.
        told = TERM.search(title, 0, 8) or (BEGAN_WELL.search(title) and not AIMED.search(title))
        return Role.REVIEW if told else Role.PLAN
    if len(title) <= 20 and AHEAD.search(title):
        return Role.REQUIREMENT if words("requirement").search(title) and "目标" not in title else Role.PLAN
    return None


def _named_times(title: str, years: Years, past: bool) -> list[tuple[int, Reading | None]]:
    """Return the readings of the times that a heading names, with their places."""
    found: list[tuple[int, Reading | None]] = []
    for match in PLAN.finditer(title) if "五" in title else ():
        reading = _of_plan(match[0], years, past)
        if reading is not None and reading.role is Role.SPAN_PLAN and GOOD_START.search(title):
            reading = of_role(Role.PLAN, years)
        elif reading is None and _began_well(match[0], title, years):
            reading = of_role(Role.REVIEW, years)
        found.append((match.start(), reading))
    for match in SPAN.finditer(title) if "年" in title else ():
        count = read_count(match[2])
        if count < 2 or count > 20:
            continue
        if match[1] in ("今后", "未来", "后"):
            found.append((match.start(), coming_span(years, count)))
        elif match[1] or match[3] or past:
            found.append((match.start(), past_span(years, count)))
    if past and (term := TERM.search(title)):
        found.append((term.start(), past_span(years, 5)))
    if following := NEXT_GOVERNMENT.search(title):
        reading = of_role(Role.REVIEW, years) if "以来" in title else coming_span(years, 5)
        found.append((following.start(), reading))
    for match in YEAR.finditer(title) if "年" in title or not DIGITS.isdisjoint(title) else ():
        named = read_year(match[1] or match[2])
        since = _since(named, years) if past and SINCE.match(title, match.end()) else None
        found.append((match.start(), since or _of_year(named, years, title, past)))
    if match_past := PAST_YEAR.search(title):
        found.append((match_past.start(), of_role(Role.REVIEW, years)))
    for word, offset in (("今年", 0), ("明年", 1), ("新的一年", None)):
        if (place := title.find(word)) >= 0:
            year = years.plan if offset is None or years.now is None else years.now + offset
            unknown = of_role(Role.PLAN, years) if not past and GOALS.search(title) else None
            found.append((place, _of_year(year, years, title, past) if year is not None else unknown))
    return found


def _of_plan(name: str, years: Years, past: bool) -> Reading | None:
    span = plan_years(name)
    if span is None or years.plan is None:
        return None
    first, last = span
    if last < years.plan or (past and first < years.plan):
        last = min(last, years.plan - 1)
        return Reading(Role.SPAN_REVIEW, last, (first, last))
    if first >= years.plan:
        return Reading(Role.SPAN_PLAN, last, span)
    return None  # a plan under way is named in passing: 冲刺“十四五”


def _began_well(name: str, title: str, years: Years) -> bool:
    """“十二五”开局良好, in a report of 2012: the first year of the plan is the one under review."""
    span = plan_years(name) if GOOD_START.search(title) and not AIMED.search(title) else None
    return span is not None and span[0] == years.review


def _since(year: int, years: Years) -> Reading | None:
    """2003年以来工作回顾, in a report of 2007, is about the years from 2003 to the one under review."""
    if years.review is None or year >= years.review:
        return None
    return Reading(Role.SPAN_REVIEW, years.review, (year, years.review))


def _of_year(year: int, years: Years, title: str, past: bool) -> Reading | None:
    if year == years.review and year != years.plan:
        return of_role(Role.REVIEW, years)
    if year == years.plan:
        if past and year != years.now:
            return of_role(Role.REVIEW, years)
        requirement = words("requirement").search(title) and not WORK_AHEAD.search(title)
        return of_role(Role.REQUIREMENT if requirement else Role.PLAN, years)
    if past and years.plan is not None and year < years.plan:
        return Reading(Role.REVIEW, year)
    if not past and years.plan is not None and year == years.plan + 1 and GOALS.search(title):
        return Reading(Role.PLAN, year)  # 1981年国民经济计划的任务, in a report of 1980
    return None
