"""What the title of a document beside the report tells: the year of a communiqué, the span of a five-year plan."""

from __future__ import annotations

import re

from zhibiao.lexicon import DIVISION
from zhibiao.periods.plans import plan_years
from zhibiao.profile.opening import Opening
from zhibiao.profile.years import YEAR, to_year

NATIONAL_TITLE = re.compile(
    r"中共中央关于|中华人民共和国(?:国家统计局|国民经济和社会发展|(?:19|20)\d\d年|[\s*]*$|\n)|全国(?:财政|国民经济|预算)"
)
NATIONAL_BUREAU = re.compile(r"^国家统计局$", re.M)
OTHER_BUREAU = re.compile(rf"[{DIVISION}][^\n]{{0,6}}统计局|调查总?队")
YEAR_OF_RESULTS = re.compile(rf"{YEAR}年[^\n。]{{0,24}}公报")
YEAR_ALONE = re.compile(rf"^{YEAR}年$", re.M)
# 2021年全省生产总值…, 以2020年11月1日零时为标准时点
YEAR_TOLD = re.compile(rf"{YEAR}年(?:,|全[国{DIVISION}]|末|\d{{1,2}}月\d{{1,2}}日零时)")
# 2023年财政决算(草案)的报告, 2024年上半年计划执行情况的报告; not 2023年决算和2024年上半年…, which are two years.
ONLY_RESULTS = re.compile(rf"{YEAR}年(?:度)?(?:[^\n。]{{0,16}}决算|上半年|前三季度|1[-~—至]\d{{1,2}}月)")
PLANS = re.compile(r"草案(?!\)的报告)|年[^\n\d]{0,8}预算(?!执行)|年[^\n\d]{0,16}计划(?!执行)")
PLAN_IN_TITLE = re.compile(
    r"第[一二三四五六七八九十]{1,3}个五年(?:规划|计划)|“?(?:十[一二三四五六]?|[六七八九])五(?=”?[^\n。,“]{0,24}(?:规划|计划))"
)
TITLE_LINES = 4


def title_lines(opening: Opening) -> str:
    """Return the title and the first lines of a document, a line each."""
    return "\n".join((opening.title or "", *opening.lines[:TITLE_LINES]))


def is_national(opening: Opening) -> bool:
    """Whether the title of such a document names the People's Republic, or only the nation's bureau signs it."""
    lines = title_lines(opening)
    signed = NATIONAL_BUREAU.search(lines) and not OTHER_BUREAU.search(lines)
    return bool(NATIONAL_TITLE.search(lines) or signed)


def year_of_communique(opening: Opening) -> tuple[int, str] | None:
    """Return the year whose results a communiqué gives, and the words that tell it; None where none do.

    The title names it; else the first sentence that gives a year's results or, in a census, its day. The day on which
    it was published stands alone on its line, and tells nothing.
    """
    lines = title_lines(opening)
    found = YEAR_OF_RESULTS.search(lines) or YEAR_ALONE.search(lines) or YEAR_TOLD.search(opening.text)
    return (to_year(found[1]), found[0]) if found else None


def year_of_results(opening: Opening) -> tuple[int | None, str] | None:
    """Return the year of a report on final accounts, or on part of a year, and its words; None for one that plans.

    The year is null where the title names two of them, of which each part of the report has its own.
    """
    for line in title_lines(opening).split("\n"):
        found = ONLY_RESULTS.search(line)
        if not found or "报告" not in line or PLANS.search(line):
            continue
        alone = len(set(re.findall(f"{YEAR}年", line))) == 1
        return (to_year(found[1]) if alone else None), found[0]
    return None


def span_of_plan(opening: Opening) -> tuple[tuple[int, int], str] | None:
    """Return the first and last year of the five-year plan that the title names, and the words that do."""
    found = PLAN_IN_TITLE.search(title_lines(opening))
    span = plan_years(found[0].strip("“”")) if found else None
    return (span, found[0]) if found and span else None
