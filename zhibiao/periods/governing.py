"""Which time a figure is about: the words of its sentence, else the section it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from zhibiao.model import Measure, Period
from zhibiao.periods.expressions import TimeExpression
from zhibiao.periods.resolution import resolve

if TYPE_CHECKING:
    from zhibiao.outline import Line

STATES = (Measure.SHARE, Measure.RANK, Measure.INDEX, Measure.GAP)
# A level reached at the end of the span. 累计, 共 and the verbs of doing make it a total.
REACHED = re.compile(
    r"(?:(?:达到?|突破|超过?|稳定[在到]|保持在?|维持在|[增升降提减扩拓长翻跃]\w{0,3}[到至]|发展[到至]|至|拥有|共有|现有|位居|排名|不低于)"
    r"[^,。;、]{0,4}|(?:总量|总数|总额|里程|装机(?:容量)?|规模|保有量|在校生|余额|总值|总产值|覆盖面)[近约为超达]?|每年[^,。;]{0,12})$"
)
TOTAL = re.compile(
    r"(?:累计|累积|年均|合计|(?<![公])共(?!有)|五年|总投资|完成|新增|净增|新建|建设|改造|盘活|投入|发放|争取|引进|实施|减少|压减|化解)"
    r"[^,。;]{0,16}$"
)
OWN_TIME = re.compile(r"[由从][^,。;\d]{0,6}\0[^,。;\d]{0,12}$")
YEARLY_RATE = re.compile(r"年均|平均每年|每年平均")
LISTED = re.compile(r"(?:[\d.]+[^\d,。;、]{0,6}、)+$")
# In a plan, what is so now was so at the end of the year before: 现行16%的税率, 现有贫困人口151.7万人.
CURRENT = re.compile(r"(?:(?<!实)现行|现有(?!基础)|现在|目前)[^,。;、\d]{0,10}$")
CLAUSE_SIGNS = ",。;:!?，；\n"


def period_of(
    folded: str,
    line: Line,
    expressions: Iterable[TimeExpression],
    start: int,
    end: int,
    measure: Measure,
    plan_year: int | None,
    review_year: int | None,
) -> Period:
    """Return the period of the figure at ``start``–``end`` of the folded text.

    ``expressions`` are those of the figure's sentence. The nearest one before the figure governs; 全年 and
    当年 yield to a year named before. Without one, the line's role says it: review year, plan year, its span.
    Of a span, a state or yearly value reached at its end takes the last year, a total or a rate the span.
    """
    expression = governing(folded, expressions, start)
    if expression is not None:
        words = folded[expression.start : expression.end]
        period = resolve(expression, line, plan_year, review_year, words)
        spanning = expression.kind in ("years", "past_years", "coming_years", "term") and not expression.as_of
    else:
        period = of_line(line)
        if line.role == "plan" and CURRENT.search(folded, max(line.start, start - 14), start):
            return state_before(period)
        spanning = line.span is not None
    first, last = period.start, period.end
    if spanning and first and last and first.year < last.year and reached_at_the_end(folded, start, measure):
        return Period(date(last.year, 1, 1), last, period.text)
    return period


def governing(folded: str, expressions: Iterable[TimeExpression], start: int) -> TimeExpression | None:
    """Return the expression that governs a figure at ``start``: the nearest before it that is no benchmark.

    In ``到2010年,收入由2005年的280亿元增加至1000亿元`` 2005年 governs the first number only.
    """
    weak = None
    for expression in sorted(expressions, key=lambda one: one.start, reverse=True):
        if expression.end > start or expression.is_comparison or not expression.governs:
            continue
        if _spent(folded, expression, start):
            continue
        if not expression.whole_year:
            return expression
        weak = weak or expression
    return weak


def _spent(folded: str, expression: TimeExpression, start: int) -> bool:
    """Say whether an expression before a figure was about something else: the state a change began from."""
    before = folded[max(0, expression.start - 1) : expression.start]
    between = folded[expression.end : start]
    if before in ("由", "从", "自") and expression.kind in ("year", "months", "day") and not expression.since:
        return any(sign.isdigit() for sign in between)
    return before == "在" and "基础上" in between


def of_line(line: Line) -> Period:
    """Return the period that a line's role gives to what names none."""
    if line.span:
        return Period(date(line.span[0], 1, 1), date(line.span[1], 12, 31))
    if line.year is not None:
        return Period(date(line.year, 1, 1), date(line.year, 12, 31))
    return Period(None, None)


def reached_at_the_end(folded: str, start: int, measure: Measure) -> bool:
    """Say whether a value given for several years is that of the last one.

    达到2929.4亿元, 稳定在96%以上, 居全省第4位: yes. 年均增长5.5%, 新增40.6万人, 提高5个百分点: no.
    """
    clause = folded[max(0, start - 30) : start]
    cut = max(clause.rfind(sign) for sign in CLAUSE_SIGNS)
    if YEARLY_RATE.search(clause[cut + 1 :]):
        return False
    if measure in STATES:
        return True
    if measure is not Measure.LEVEL:
        return False
    clause = LISTED.sub("", clause[cut + 1 :])
    return bool(REACHED.search(clause)) and not TOTAL.search(clause)


def state_before(period: Period, folded: str = "", start: int = 0) -> Period:
    """Return the period of x in ``由x提高到y``, where ``period`` is what ``period_of`` gave for x.

    That is the year before y's year or span; but a time that stands with x is its own
    (``由2015年的94.51亿元增加到143.86亿元``). ``start`` is where x begins in the folded text.
    """
    if period.text and OWN_TIME.search(folded[max(0, start - 24) : start].replace(period.text, "\0")):
        return period
    if period.start is not None:
        year = period.start.year - 1
    elif period.end is not None:
        year = period.end.year - 1
    else:
        return Period(None, None)
    return Period(date(year, 1, 1), date(year, 12, 31))
