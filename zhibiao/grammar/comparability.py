"""Whether a number can stand in a series or a panel: what the words before it make of it.

A mean or a total of several years (年均增长, 五年新增), a limit kept over them (五年平均控制在7‰以内) and growth on
another base than the year before (比2005年增长73.8%) are figures like any other, but no year's value. The stretch
goal of a pair (确保14%、力争15%) is not the target itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from zhibiao.folding import fold
from zhibiao.grammar.bases import base_of
from zhibiao.grammar.status_words import STRIVEN_FOR
from zhibiao.lexicon import indicators_of, rows
from zhibiao.model import Bound, Figure, Measure, Status, YearScope
from zhibiao.quantities.tries import longest_of

# How far back the words of a figure's own clause reach.
REACH = 40

# A yearly mean concentration (PM2.5年均浓度) is a value of one year.
MEAN_OF_A_YEAR = re.compile("(?:年均|年平均)(?:质量)?(?:浓度|值)")
YEARLY_MEAN = re.compile("年均|年平均(?<![全0-9二两三四五六七八九十几]年平均)")
# 平均每年增长7%, 每年新增就业8万人 are yearly means too, 每年都 and 每年一 (每年一次) are not.
EACH_YEAR = re.compile("每年(?![都一均初底末])")
# 五年新增, 5年平均, 历年, “十四五”期间. What 连续五年 holds for each year, a comparison with 五年前, 二〇一五年, 第五年 and
# PM2.5年均 only look like a span.
SEVERAL_YEARS = re.compile(
    "历年|期间|(?:^|[^0-9.．〇○零一二三四五六七八九十第个续])"
    "(?:(?:五|5)年(?:[^前规计]|$)|(?:[0-9]{1,2}|[二两三四五六七八九十几]{1,2})年平均)"
)
# Words of time, and headings where there are none, that are of several years and of no single one.
# A calendar year (2014年, 二〇一四年) is no span of four.
TIME_OF_SEVERAL_YEARS = re.compile(
    "(?<![0-9〇○零一二三四五六七八九十])[2-9两二三四五六七八几]年(?:来|间|里|中)?$|时期|期间|以来|本届|任期"
)
HEADING_OF_SEVERAL_YEARS = re.compile("[5五]年|时期|本届|届政府|任期|“十[一二三四]?五”")
HEADING_OF_ONE_YEAR = re.compile("[0-9]{4}年|一年|全年|去年")
# The last thing that its sentence compares with before it: 比2005年增长73.8%, 由2015年的94.9亿元增加到170亿元,增长79.1%.
BASE = re.compile(
    r".*(?:比|较|由|从)\s*(上年|去年|上一年|[0-9]{4}\s*年|[“\"]?[一二三四五六七八九十]+五|五年前|上届)"
)
YEAR_BEFORE = frozenset({"上年", "去年", "上一年"})
BASE_SIGN = re.compile("[比较由从]")
# An end of a movement (涨幅从7.7%降到3.6%), which may lie within the year; with words at its base (由上年的5%提高到7%) it
# does not.
END_OF_A_MOVEMENT = re.compile(r"(?:从|由)\s*(?:[-0-9.．]+\s*[%％]\s*[^0-9]{0,6}[到至为]\s*)?$")
# Of the heading of a review, 2015年 and 新时期 are no span.
HEADING_OF_A_PLAN = re.compile(
    "(?<!新)时期|期间|本届|任期|(?<![0-9〇○零一二三四五六七八九十])(?:五|5)年(?!计划|规划)"
)
# What five-year plans set as the fall over all their years, and each report tells of when the plan ends.
TASKS_OF_A_PLAN = indicators_of("task_of_a_plan")
# What 累计 counts is there at the year's end: 新增726家,累计达到2048家.
COUNTED_STOCK = frozenset({"家", "户"})
# 地方一般公共预算收入 may stand beside 一般公共预算收入, each with its own value.
LOCAL = "地方"
TOLD_BY_ITS_CLAUSE = frozenset({Measure.GAP, Measure.RANK, Measure.OTHER})
TOLD_ENDS = "，,：:；;。"
RATES = frozenset({Measure.GROWTH_RATE, Measure.INDEX})


def mark_comparability(text: str, figures: Iterable[Figure]) -> None:
    """Set what series and panels need of figures whose other fields are final.

    These are ``year_scope``, ``is_year_on_year``, ``is_stretch``, ``is_called_local`` and ``target_text``.
    ``text`` is the document's, folded; takes the same time for each figure, however long the text.
    """
    stretches = _stretch_words()
    for figure in figures:
        before = text[max(figure.char_start - REACH, 0) : figure.char_start]
        sentence = before[max(before.rfind("。"), before.rfind(";")) + 1 :]
        clause = sentence[sentence.rfind(",") + 1 :]
        figure.year_scope = year_scope(figure, clause, sentence)
        figure.is_year_on_year = is_year_on_year(figure, clause, sentence)
        # Only its own part of a list says whether a number is the stretch goal of a pair.
        part = max(clause.rfind("、"), clause.rfind(":")) + 1
        figure.is_stretch = stretches.search(clause, part) is not None or (
            clause.endswith("按") and STRIVEN_FOR.match(text, figure.char_end) is not None
        )
        figure.is_called_local = LOCAL in (figure.indicator_text or "")
        figure.target_text = target_text(figure)


def target_text(figure: Figure) -> str | None:
    """Return the clause of a headline target that is a distance or a place: its number alone says nothing."""
    if not (figure.is_headline and figure.measure in TOLD_BY_ITS_CLAUSE):
        return None
    start = figure.quote.find(figure.value_text)
    end = start + len(figure.value_text)
    if start < 0:
        return None
    return _since(figure.quote[:start], TOLD_ENDS) + figure.value_text + _until(figure.quote[end:], TOLD_ENDS)


def year_scope(figure: Figure, clause: str, sentence: str) -> YearScope | None:
    """Return what a figure is of, if not of one year; ``clause`` and ``sentence`` are their words before it."""
    limited = figure.bound is Bound.AT_MOST or "控制在" in clause
    if limited and _is_of_several_years(figure, clause, sentence):
        return YearScope.LIMIT_OVER_YEARS
    if _is_of_plan_s_task(figure):
        return YearScope.SEVERAL_YEARS
    if "年" not in clause and "期间" not in clause:
        return YearScope.SEVERAL_YEARS if _adds_up_years(figure, clause) else None
    if YEARLY_MEAN.search(MEAN_OF_A_YEAR.sub("", clause)) or EACH_YEAR.search(clause):
        return YearScope.YEARLY_MEAN
    if SEVERAL_YEARS.search(clause) or _adds_up_years(figure, clause):
        return YearScope.SEVERAL_YEARS
    return None


def is_year_on_year(figure: Figure, clause: str, sentence: str) -> bool | None:
    """Say whether a rate of growth is that on the year before; None for what is no rate of growth."""
    if figure.measure not in RATES:
        return None
    if BASE_SIGN.search(sentence) is None:
        return True
    if END_OF_A_MOVEMENT.search(clause):
        return False
    found = BASE.search(sentence)
    if found is None:
        return True
    base = base_of(sentence) or found.group(1)
    if base.removesuffix("同期") in YEAR_BEFORE:
        return True
    year_before = f"{figure.period_end.year - 1}年" if figure.period_end else None
    return "".join(base.split()) == year_before


def _adds_up_years(figure: Figure, clause: str) -> bool:
    """累计 is a total of the year where the clause says 全年 or the period is told in months."""
    return (
        "累计" in clause
        and "全年" not in clause
        and "月" not in (figure.period_text or "")
        and not (figure.measure is Measure.LEVEL and figure.unit in COUNTED_STOCK)
    )


def _is_of_plan_s_task(figure: Figure) -> bool:
    """“十一五”时期及2010年回顾: a fall of energy use without a time of its own is that of the plan, which set it as a task."""
    return (
        figure.indicator_id in TASKS_OF_A_PLAN
        and figure.measure is Measure.GROWTH_RATE
        and figure.status is Status.ACTUAL
        and figure.period_text is None
        and HEADING_OF_A_PLAN.search(fold(figure.section)) is not None
    )


def _is_of_several_years(figure: Figure, clause: str, sentence: str) -> bool:
    if figure.is_headline:
        # The list is the year's, whatever its chapter is of (努力实现“十四五”良好开局), unless its own words differ.
        return SEVERAL_YEARS.search(clause) is not None
    if SEVERAL_YEARS.search(sentence):
        return True
    if figure.period_text is not None:
        return TIME_OF_SEVERAL_YEARS.search(fold(figure.period_text)) is not None
    heading = fold(figure.section)
    return bool(HEADING_OF_SEVERAL_YEARS.search(heading)) and not HEADING_OF_ONE_YEAR.search(heading)


def _since(words: str, ends: str) -> str:
    return words[max(map(words.rfind, ends)) + 1 :]


def _until(words: str, ends: str) -> str:
    return words[: min((place for end in ends if (place := words.find(end)) >= 0), default=len(words))]


@cache
def _stretch_words() -> re.Pattern[str]:
    words = rows("constraint_words_crosswalk")
    return re.compile(longest_of(row["word"] for row in words if row["pair_role"] == "stretch"))
