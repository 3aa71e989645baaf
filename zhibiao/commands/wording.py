"""How the tools name things to a person: fields, statuses, bounds and reasons in Chinese and English."""

from __future__ import annotations

from datetime import date
from functools import cache

from zhibiao.lexicon import rows
from zhibiao.model import Bound, Measure, Reason, Status

STATUS = {
    Status.TARGET: ("目标", "target"),
    Status.ACTUAL: ("实绩", "achievement"),
    Status.REFERENCE: ("参照", "reference"),
}
QUALITATIVE = ("定性目标", "qualitative target")

BOUND = {
    Bound.EXACT: ("等于", "exact"),
    Bound.ABOUT: ("左右", "about"),
    Bound.AT_LEAST: ("不低于", "at least"),
    Bound.AT_MOST: ("不高于", "at most"),
    Bound.RANGE: ("区间", "range"),
}

MEASURE = {
    Measure.LEVEL: ("总量", "level"),
    Measure.CHANGE_AMOUNT: ("增量", "change amount"),
    Measure.GROWTH_RATE: ("增速", "growth rate"),
    Measure.SHARE: ("比率", "share"),
    Measure.CHANGE_POINTS: ("百分点变化", "change in points"),
    Measure.INDEX: ("指数", "index"),
    Measure.GAP: ("差距", "gap"),
    Measure.RANK: ("位次", "rank"),
    Measure.OTHER: ("其他", "other"),
}

REASON = {
    Reason.DATE: ("日期", "date"),
    Reason.LIST_MARKER: ("序号", "list marker"),
    Reason.NAME: ("名称", "name"),
    Reason.ORDINAL: ("序数", "ordinal"),
    Reason.HEADING: ("标题", "heading"),
    Reason.FRAGMENT: ("残片", "fragment"),
    Reason.OTHER: ("其他", "other"),
    Reason.UNEXPLAINED: ("未解释", "unexplained"),
}

DIRECTION = {"up": ("上升", "up"), "down": ("下降", "down")}

KIND = {
    "work_report": ("政府工作报告", "work report"),
    "report_digest": ("报告摘要", "report digest"),
    "conference_digest": ("经济工作会议报道", "conference digest"),
    "communique": ("统计公报", "statistical communiqué"),
    "plan_report": ("计划报告", "plan report"),
    "budget_report": ("预算报告", "budget report"),
    "five_year_plan": ("五年规划", "five-year plan"),
    "other": ("其他文件", "other document"),
}

LEVEL = {
    "national": ("国家级", "national"),
    "province": ("省级", "province"),
    "prefecture": ("地级", "prefecture"),
    "county": ("县级", "county"),
}


def bilingual(names: tuple[str, str]) -> str:
    """``("目标", "target")`` as ``目标 target``."""
    return " ".join(names)


@cache
def indicator_names() -> dict[str, tuple[str, str]]:
    """The Chinese and English name of each indicator, by its id."""
    return {row["indicator_id"]: (row["name_zh"], row["name_en"]) for row in rows("indicators")}


def period_words(start: date | None, end: date | None) -> str:
    """A period as a person writes it: ``2024``, ``2021–2025``, ``2023-01–2023-11``, ``as of 2023-11-30``."""
    if end is None:
        return f"{start} –" if start else ""
    if start is None:
        return f"截至 {end}"
    if start == end:
        return str(end)
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    return f"{start:%Y-%m}–{end:%Y-%m}"
