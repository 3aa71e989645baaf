"""Which time a figure is about: the words of its sentence, else the section it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from zhibiao.model import Measure, Period
from zhibiao.periods.at_present import is_current
from zhibiao.periods.begun import begins_change, done_then, ended_change, lasts_since, of_comparison, of_mean
from zhibiao.periods.expressions import TimeExpression
from zhibiao.periods.of_items import of_item_alone
from zhibiao.periods.of_lines import of_line, of_years, year_before
from zhibiao.periods.parallel import own_of_parallel
from zhibiao.periods.resolution import resolve
from zhibiao.periods.span_end import is_mean_growth, is_meant_deadline, is_yearly_rate, reached_at_the_end

if TYPE_CHECKING:
    from zhibiao.outline import Line

COMING = ("plan", "span_plan", "requirement")

# The number of where a change began is passed, so that the change itself follows.
NUMBER = r"(?:\d|百分之|[一二三四五六七八九十百千万亿两]{2}|第[一二三四五六七八九十]|末位|倒数|空白)"
CHANGED = re.compile(rf"{NUMBER}.*?(?:[,;到至为成]|增|减|升|降|提|涨|变|跃|跻)", re.DOTALL)
# What was said or decided then is no date of what came of it: 2004年我们提出用三年时间…,各地已偿还1834亿元.
# 今年继续承诺办好5件实事:一是… is of this year
SAID = re.compile(
    r"[^,。;\d]{0,12}(?:提出|决定(?!性)|部署|确定|承诺|颁布|制定|审定|开始|规定)[^,;:]{0,40}[,;]"
)
# 园区2008年列入省级聚集区,累计投资5.2亿元: what adds up since then is no sum of that year
BEGAN = re.compile(
    r"[^,。;\d]{0,4}(?:列入|纳入|入选|获批|批准|成立|设立|挂牌|升格|组建|启动)[^。;\d]{0,30},[^。;]*累计[^,。;、\d]{0,10}$"
)
ADDED_UP_SINCE = "累计"
# 去年提出涨幅控制在10%以内,实际为4.2%: what came of it is of that year.
REALISED = re.compile(r"[,;][而但]?(?:全年)?(?:实际|结果|执行结果)[^,;。\d]{0,8}$")
# 提前达到第六个五年计划规定的一九八五年招生指标;在校学生…: the year of what was laid down then.
LAID_DOWN = re.compile(r"(?:规定|确定|计划|预定)的$")
GOAL_OF_YEAR = re.compile(r"[^,。;\d]{0,8}(?:指标|目标|任务|水平)[,;。]")
# 继2021年迈过4000亿元台阶后,突破5000亿元大关: an earlier achievement, in passing.
FOLLOWED, FOLLOWED_BY = "继", re.compile(r"[^。;]{2,40}后,")
# 大部分将于今年建成投产;一期顺利建成,已有9家入园: what is to come is of its own item.
AHEAD = ("将于", "将在")
# 将1983年以来被征地人员纳入城保体系,…: since when they have been so, and no time of what follows.
OBJECT_OF = ("将", "把", "对")
# A mean over years is of its own clause: 生产总值两年平均增长6.3%;一般公共预算收入增长10.2%.
MEAN = re.compile(r"(?:来|间|的)?年?(?:平均|均)(?![,:、])")
PASSED = re.compile(r"\d[^,;。]*[,;]")
ACCUMULATED = re.compile(r"(?:累计|累积|合计)[^,。;、]{0,10}$")
TOTALLED = re.compile(r"(?:时期|期间)?,?(?:累计|累积|合计)")
SPANNING = ("years", "past_years", "coming_years", "within_years", "total_years", "first_years", "term")
LAST_YEAR = re.compile(r"(?:同比|[比较](?:上年|去年|上一年)|与(?:上年|去年)相比)[^,。;]*$")
# 实现在2000年基础上翻一番: no 现在.
NOW_WORD = re.compile("现在|目前|如今|现已|至今")
NOW = re.compile(
    r"[,;。]至今(?!年)|(?:^|[,;。])[^,;。]{0,6}(?:(?<![实体出表呈发由从])现在|(?<![由从])目前|如今|现已)"
)
# 在上半年受灾的情况下,粮食总产量达到…: what came of it is of the whole year.
# 在用好去年资金的基础上,再投入3亿元
ON_WHAT = re.compile(r"在[^,;。、\d]{0,4}$")
SETTING = re.compile("(?:情况|形势|局面|背景|条件)下,")
SO_NOW = re.compile(r"(?:现已|已经?(?:达到?|有|建成|发展|超过)|是一个)[^,。;]*$")
BY_PLAN = re.compile(r"(?:计划|规划)(?:纲要)?(?:草案)?(?:的?(?:规定|要求|确定|提出|安排))?,")
# 1995年前的老工伤: how old it is, no time of what was done for it. 10月底前完成改革任务;六县选取50个村: of its own item.
BEFORE_THEN = ("前", "以前", "之前")


@dataclass(slots=True)
class Dated:
    """The period of a figure, and the id of the rule that found it."""

    period: Period
    rule: str


def period_of(
    folded: str,
    line: Line,
    expressions: Sequence[TimeExpression],
    start: int,
    end: int,
    measure: Measure,
    plan_year: int | None,
    review_year: int | None,
) -> Dated:
    """Return the period of the figure at ``start``–``end`` of the folded text.

    ``expressions`` are those of the figure's sentence. The nearest one before the figure governs; 全年 and
    当年 yield to a year named before. Without one, the line's role says it: review year, plan year, its span.
    Of a span, a state or yearly value reached at its end takes the last year, a total or a rate the span.
    """
    if line.role in ("plan", "span_plan") and is_current(folded, max(line.start, start - 14), start):
        return Dated(year_before(of_line(line)), "so_now_in_plan")
    if not expressions and line.span is None and line.role != "span_plan":
        return _unless_mean(folded, line, (), start, measure, Dated(of_line(line), "section"))
    own = of_comparison(folded, expressions, (start, end))
    if own is not None:
        base = resolve(own, line, plan_year, review_year, folded[own.start : own.end])
        return Dated(base, "base_of_comparison")
    expression = _governing(folded, line, expressions, start) or done_then(folded, expressions, end)
    if expression is not None and expression.kind == "year" and is_yearly_rate(folded, start):
        mean = _years_of_mean(folded, line, expressions, expression, start)
        if mean is not None:
            return Dated(mean, "years_of_mean")
    if expression is not None:
        words = folded[expression.start : expression.end]
        period, rule = resolve(expression, line, plan_year, review_year, words), "named"
        spanning = (expression.kind in SPANNING or expression.since) and not expression.as_of
        beyond = _beyond_named(folded, line, expression, period, start)
        if beyond is not None:
            return beyond
        if _adds_up(folded, expression, period, line, start):
            period, rule, spanning = replace(of_line(line), text=words), "adds_up", False
    else:
        period, rule, spanning = of_line(line), "section", line.span is not None
    if expression is None and line.role == "span_plan" and line.now and _is_so_now(folded, line, start):
        return Dated(Period(date(line.now, 1, 1), date(line.now, 12, 31)), "so_now")
    if expression is None and spanning and measure is not Measure.LEVEL and _over_last_year(folded, start):
        return Dated(of_years(line.year, line.year) if line.year else period, "over_last_year")
    first, last = period.start, period.end
    if spanning and first and last and first.year < last.year and reached_at_the_end(folded, start, measure):
        return Dated(Period(date(last.year, 1, 1), last, period.text), f"{rule}_end")
    if first and last and first.year == last.year:
        return _unless_mean(folded, line, expressions, start, measure, Dated(period, rule))
    return Dated(period, rule)


def _beyond_named(
    folded: str, line: Line, expression: TimeExpression, period: Period, start: int
) -> Dated | None:
    """Return what dates a figure of a review beyond the earlier time named: since when it has been so, or a change before."""
    until = None if line.role in COMING or period.end is None else of_line(line).end
    if until is None or period.end is None or until <= period.end:
        return None
    if lasts_since(folded, expression):
        return Dated(Period(period.start, until, period.text), "since_then")
    return Dated(of_line(line), "section") if ended_change(folded, expression, start) else None


def _governing(
    folded: str, line: Line, expressions: Sequence[TimeExpression], start: int
) -> TimeExpression | None:
    """Return the expression that dates the figure at ``start``; of a yearly mean also a plan named as its source."""
    coming = line.role in COMING or line.role == "lead"
    found = own_of_parallel(folded, expressions, start) or governing(
        folded, expressions, start, coming=coming, now=line.now
    )
    if found is None and is_yearly_rate(folded, start):
        return _plan_named(folded, expressions, start)
    return found


def _unless_mean(
    folded: str, line: Line, expressions: Sequence[TimeExpression], start: int, measure: Measure, dated: Dated
) -> Dated:
    """Return what dates a figure to one year, or the years of the mean that it is.

    They end with that year where it is past; in a plan nobody says where.
    """
    if measure is not Measure.GROWTH_RATE or not is_mean_growth(folded, start):
        return dated
    last = None if line.role in COMING else dated.period.end
    return Dated(of_mean(folded, expressions, start, last), "mean_growth")


def _is_so_now(folded: str, line: Line, start: int) -> bool:
    """Say whether a plan for years to come tells of the present: 目前…已经达到320亿元."""
    return SO_NOW.search(folded, max(line.start, start - 40), start) is not None


def _over_last_year(folded: str, start: int) -> bool:
    """Say whether a change is one against the year before, whatever its section is about."""
    return LAST_YEAR.search(folded, max(0, start - 30), start) is not None


def _plan_named(folded: str, expressions: Sequence[TimeExpression], start: int) -> TimeExpression | None:
    """Return the plan that a yearly mean is of, though it is named only as its source: 按“八五”计划,增长速度平均每年6%."""
    for one in reversed(expressions):
        if one.end <= start and one.kind == "years" and not one.in_name and BY_PLAN.match(folded, one.end):
            return one
    return None


def _years_of_mean(
    folded: str, line: Line, expressions: Sequence[TimeExpression], year: TimeExpression, start: int
) -> Period | None:
    """Return the years over which a yearly mean is taken whose sentence names the last of them only.

    In ``2005年达到3000亿元,年均增长12%`` those of the section; in ``由2010年的94亿元增加到2015年的143亿元,
    年均增长8.8%`` those since 2010; None where neither tells.
    """
    if line.span:
        return of_line(line)
    for one in reversed(expressions):
        if one.end <= year.start and one.first and year.last and begins_change(folded, one):
            return Period(date(one.first.year + 1, 1, 1), year.last)
    return None


def _adds_up(folded: str, expression: TimeExpression, period: Period, line: Line, start: int) -> bool:
    """Say whether ``到2007年`` closes the span of the section, over which a total adds up (累计达到3500亿元)."""
    until = expression.kind in ("year", "day") and folded[expression.start] in "到至"
    closes = line.span is not None and period.end is not None and period.end.year == line.span[1]
    return until and closes and ACCUMULATED.search(folded, expression.end, start) is not None


def governing(
    folded: str,
    expressions: Sequence[TimeExpression],
    start: int,
    coming: bool = True,
    now: int | None = None,
) -> TimeExpression | None:
    """Return the expression that governs a figure at ``start``: the nearest before it that is no benchmark.

    In ``到2010年,收入由2005年的280亿元增加至1000亿元`` 2005年 governs the first number only. 全年 yields to a
    year named before, but not to a part of one. A deadline (5年内) counts only where the text looks ahead
    (``coming``), and one before the year ``now`` in which it speaks is none: 2000年前建成的小区 (明年 has the offset 1).
    """
    weak = None
    for expression in reversed(expressions):
        if expression.end > start or expression.is_comparison or not expression.governs:
            continue
        if _spent(folded, expression, start) or of_item_alone(folded, expression, start):
            continue
        if _is_aside(folded, expression, expressions, start):
            continue
        if folded.startswith(BEFORE_THEN, expression.end) and (
            1 < expression.offset < (now or 0) - 1 or (expression.kind == "year" and not coming)
        ):
            continue
        if expression.kind == "within_years" and (
            ";" in folded[expression.end : start]
            or not (coming or is_meant_deadline(folded, expression.start, expression.end))
        ):
            continue
        if weak is not None and expression.kind in ("months", "within_years"):
            break
        if not expression.whole_year:
            return expression
        weak = weak or expression
    return weak


def _is_aside(
    folded: str, expression: TimeExpression, expressions: Sequence[TimeExpression], start: int
) -> bool:
    """预计2005年A增长4%;B增长33%,“十五”时期累计完成2290亿元;C增长17%: the total is of one item of the year's list."""
    return (
        expression.kind in SPANNING
        and folded.startswith(",", expression.start - 1)
        and TOTALLED.match(folded, expression.end) is not None
        and ";" in folded[expression.end : start]
        and any(
            one.kind == "year" and one.governs and not one.is_comparison and one.end <= expression.start
            for one in expressions
        )
    )


def _spent(folded: str, expression: TimeExpression, start: int) -> bool:
    """Say whether an expression before a figure was about something else: the state a change began from."""
    before = folded[max(0, expression.start - 8) : expression.start]
    between = folded[expression.end : start]
    if ")" in between and _bracket_closed(before, between):
        return True
    if begins_change(folded, expression):
        return CHANGED.search(between) is not None
    if expression.kind in ("year", "day", "months") and NOW_WORD.search(between) and NOW.search(between):
        return True
    if expression.kind in ("year", "months") and not expression.since and SAID.match(between):
        return REALISED.search(between) is None
    if expression.kind == "year" and ADDED_UP_SINCE in between and BEGAN.match(between):
        return True
    if expression.kind == "year" and LAID_DOWN.search(before) and GOAL_OF_YEAR.match(between):
        return True
    if ";" in between and (before.endswith(AHEAD) or folded.startswith(BEFORE_THEN, expression.end)):
        return True
    if expression.since and before.endswith(OBJECT_OF) and "," in between:
        return True
    if before.endswith(FOLLOWED) and FOLLOWED_BY.match(between):
        return True
    if expression.kind == "total_years" and MEAN.match(between) and PASSED.search(between):
        return not is_yearly_rate(folded, start)
    if "基础上" in between and ON_WHAT.search(before):
        return True
    return expression.kind == "months" and before.endswith("在") and SETTING.search(between) is not None


def _bracket_closed(before: str, between: str) -> bool:
    """Say whether the bracket that an expression opens, with more in it than the time, ends before a figure.

    ``(其中一季度增长7%以上),工业增加值``, ``(2022年增长3%),``: yes. ``常住人口(2023年末)`` dates what follows.
    """
    stated, _, _ = between.partition(")")
    return before.rfind("(") > before.rfind(")") and bool(stated.strip()) and "(" not in stated
