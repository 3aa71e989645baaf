"""What the words around an expression of time say of it: a benchmark, a deadline, part of a name."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from zhibiao.lexicon import DIVISION
from zhibiao.periods.expressions import Base, TimeExpression

# What stands before an expression and belongs to it. In 提高到2020年的水平, 到 belongs to the verb.
AS_OF = re.compile(r"(?:截至|截止到?)(?:到|目前|当前)?[ ]?$")
UNTIL = re.compile(r"(?<![达提升降低高增减扩缩调回])(?:到|至)[ ]?$")
BENCHMARK_BEFORE = re.compile(
    r"(?:比|较|高于|低于|好于|快于|少于|多于|优于|超过|达到|恢复到|回到|相当于|等于)(?:了|起)?[ ]?$"
    # 比金融危机前2008年增长18.8%
    r"|[比较][^,。;、:\d\n]{2,6}前$"
)
JOINT = re.compile(r"[、和与及]")
COMPANION_BEFORE = re.compile(r"(?:与|同|和|跟)[ ]?$")
BENCHMARK_AFTER = re.compile(r"[^,。;、]{0,12}?(?:相比|比较|持平|相当|一致|(?<![占对环同之])比(?![重例值]))")
BASE_AFTER = re.compile(
    rf"的?同期|的?(?:实际|平均|全[国{DIVISION}]平均)?(?:水平|涨幅|增幅)(?=[,。;、\n]|左右|以[上下内]|之[内下上]|$)|(?:的|年)?(?:不变|可比)?价|[^,。;、]{{0,4}}的?基础上|[^,。;、\d]{{0,8}}为(?:基数|基期|基准|基础)|[^,。;]{{0,6}}?的[ ]?"
    r"(?:[\d.]+[、和与])*[\d一二两三四五六七八九十百. ]+(?:点[一二三四五六七八九])?[ ]?(?:多)?倍"
    r"|的[近约][\d.一二两三四五六七八九十]+[ ]?倍"
)
RATIO_BEFORE = re.compile(r"(?:(?<![降升增减变])[为是]|相当于|占)[ ]?$")
RATIO_AFTER = re.compile(r"[^,。;、\d]{0,16}的[ ]?[\d.]+[ ]?%|[ ]?[\d.]+[ ]?倍|[^,。;、]{0,10}总和")
# 筹办2013年伊斯兰合作组织展览会,…: the year is the event's
HELD_BEFORE = re.compile(r"(?:筹办|举办|承办|申办|办好|参加|迎接|备战|筹备)$")
EVENT_AFTER = re.compile(r"[^,。;、\d]{2,24}?(?:会|节|赛|论坛)[,、。;]")
FILE_AFTER = re.compile(r"[^,。;、\d]{0,8}\d{1,4}号(?:文件|公告|令)")  # 2009年市政府1号文件
# 去年初向全省人民承诺的10件实事完成: when it was promised; 去年初的20家 is how many there were
BEGINNING, WHEN_DECIDED = "初", re.compile(r"(?!的|[^,。;\d]{0,4}有|为|达|共|仅|只|还|[约近\s]*\d)")
COUNTED_FROM = ("由", "从", "自", "比", "较", "与", "同", "到", "至", "截止")
SOURCE_AFTER = re.compile(r"[^,。;\d]{1,12}(?<!年)中")  # 从去年超收收入中安排
# 十年来首次超过全国增速, 分别为35年来、20年来首次
FIRST_AFTER = re.compile(
    r"(?:[、和与][^,;。、\n]{1,5}年来){0,3}(?:的)?(?:首次|首个|第一次|最|罕见|少有|未有|新高)"
)
FIRST_SINCE = re.compile(r",?(?:首次|第一次)")  # 自2000年以来首次高于全国
# 2007年新农合开展以来
SINCE_AFTER = re.compile(r"(?:[^,。;、:\d\n]{0,14}[^,。;、:\d\n年])?(?:以来|至今)")
LEFT_OVER = re.compile(r"(?:年?末?)?(?:滚存)?(?:结余|结转|节余)")  # 不包括上年结余
FAR = re.compile(
    r"远景|愿景|议程|(?:发展|总体|建设)规划|[一-鿿]{0,4}?(?:冬奥会|残奥会|奥运会|亚运会|全运会|世博会|大运会)(?!以|期|前|后)"
)
# 是1995年以来的最高增幅: how long there was none like it.
RECORD_BEFORE, RECORD_AFTER = re.compile(r"[是为创]$"), re.compile(r"的?[^,;。\d]{0,6}(?:最|新高|新[纪记]录)")
CARRIED_OUT = re.compile(r"(?:完成|制定|编制|落实|执行|实施)(?:好|了)?$")  # 确保完成第十个五年计划,…
# 2016年是本届政府的收官之年, 是“九五”时期的最后一年: one year of several.
ONE_YEAR_OF = re.compile(
    r"(?:时期|期间|规划|计划|工作|任期)?的?(?:收官|开局|起步|最后|第[一二三四五]|关键|攻坚|冲刺)[^,。;:\d]{0,6}年"
)
NAMED_PLAN = re.compile(r"(?:规划|纲要|方案|计划|行动)\($")
FIRST_YEARS = re.compile(r"(?:的|时期的?|期间的?|规划的?|计划的?)?")
OF_A_PLAN = re.compile(r"五年(?:计划|规划)[期的]{0,2}$")
# 低于去年实际涨幅, 不低于2023年实际: how it was then; 超过2022年5亿元 tells how much that was.
# 快于2024年1.8个百分点: by how much it differs from what was then
STATE_OF_THEN = re.compile(
    r"的|水平|同期|实际|平均|实绩|增速|涨幅|约?[\d.]+(?:个百分点|%)|[^,。;\n\d]{0,12}[,。;\n]"
)
# The line that a page puts above its text: …网 2011年02月16日 来源:…
SOURCE_LINE_BEFORE = re.compile(r"(?:时间|日期)[:][ ]*$")
SOURCE_LINE_AFTER = re.compile(
    r"[ ]*(?:\d\d?:\d\d(?::\d\d)?)?[ |]*(?:来源|作者|字号|浏览|点击|编辑)[ ]*[:(\[【]"
)
STATES = ("高于", "低于", "好于", "快于", "少于", "多于", "优于", "超过", "达到", "恢复到", "回到")


def place(expression: TimeExpression, folded: str, last: TimeExpression | None) -> None:
    """Read the surroundings of an expression found in ``folded``, and write into it what they say.

    That is what belongs to it (到, 截至, 以来), whether it is a benchmark, and whether it governs. ``last`` is
    the expression before it.
    """
    start, end = expression.start, expression.end
    before = folded[max(last.end if last else 0, start - 8) : start]
    _compare(expression, folded, last, before, end)
    if _is_aside(expression, folded, before, start, end):
        expression.governs = False
    if expression.kind == "years" and CARRIED_OUT.search(before) and not expression.as_of:
        expression.governs = expression.governs and folded[end : end + 1] not in (",", "规", "计")
    if match := SINCE_AFTER.match(folded, end):
        expression.since = expression.kind in ("year", "months", "day", "years")
        expression.end = match.end()
        if expression.since and FIRST_SINCE.match(folded, expression.end):
            expression.governs = False
        if RECORD_BEFORE.search(before) and RECORD_AFTER.match(folded, match.end()):
            expression.is_comparison = True
    if folded.rfind("《", max(0, start - 40), start) > folded.rfind("》", max(0, start - 40), start) or (
        NAMED_PLAN.search(before) and folded.startswith(")", end)
    ):
        expression.governs, expression.in_name = False, True
    elif before.endswith("(") and folded.startswith(")", end):
        expression.governs = expression.as_of  # 常住人口(2022年末)352万人
    elif expression.months and folded.startswith("当月", end):
        expression.end += 2
    if expression.kind == "past_years" and folded[start] in "前头":
        _first_years(expression, folded, last)
    elif expression.count and last and last.kind == "years" and folded[last.end : start] in ("", "的"):
        expression.governs = False  # 从1978年到1985年八年间: the words before say which years
    settle(expression)


def _compare(
    expression: TimeExpression, folded: str, last: TimeExpression | None, before: str, end: int
) -> None:
    """Take the words before an expression to it (到, 截至), and say whether they or those behind make it a benchmark."""
    if match := AS_OF.search(before):
        expression.as_of = True
        expression.start -= len(before) - match.start()
    elif BENCHMARK_BEFORE.search(before):
        own = expression.base is not Base.LINE_BEFORE and before.endswith(STATES)
        expression.is_comparison = not own or STATE_OF_THEN.match(folded, end) is not None
    elif last is not None and last.is_comparison and JOINT.fullmatch(folded, last.end, expression.start):
        expression.is_comparison = True  # 比上年和2005年
    elif COMPANION_BEFORE.search(before) and BENCHMARK_AFTER.match(folded, end, end + 20):
        earlier = last is not None and _is_earlier(folded, last, expression)
        (last if last is not None and earlier else expression).is_comparison = True
    elif match := UNTIL.search(before):
        expression.start -= len(before) - match.start()
    if BASE_AFTER.match(folded, end, end + 24) or (
        (RATIO_BEFORE.search(before) or BENCHMARK_BEFORE.search(before))
        and RATIO_AFTER.match(folded, end, end + 30)
    ):
        expression.is_comparison = True


def _is_earlier(folded: str, one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether two years stand side by side, the earlier first: 2000年与2005年相比 tells of 2005."""
    years = one.kind == other.kind == "year" and one.base is other.base is Base.ABSOLUTE
    return years and one.offset < other.offset and JOINT.fullmatch(folded, one.end, other.start) is not None


def _is_aside(expression: TimeExpression, folded: str, before: str, start: int, end: int) -> bool:
    """Say whether the words around an expression make it none of a figure's: a source line, a plan's place, 年初."""
    if expression.day and (SOURCE_LINE_BEFORE.search(before) or SOURCE_LINE_AFTER.match(folded, end)):
        return True
    if before.endswith("从") and SOURCE_AFTER.match(folded, end, end + 16):
        return True
    if HELD_BEFORE.search(before) and EVENT_AFTER.match(folded, end, end + 30):
        return True
    if LEFT_OVER.match(folded, end) or FAR.match(folded, end) or before.endswith("面向"):
        return True
    if (
        expression.kind in ("years", "term")
        and before.endswith("是")
        and ONE_YEAR_OF.match(folded, end, end + 20)
    ):
        return True
    if expression.kind == "past_years" and FIRST_AFTER.match(folded, end):
        return True
    # 去年年初确定的各项目标, 年初确定的35件实事: when it was decided
    if FILE_AFTER.match(folded, end, end + 16):
        return True
    if (
        folded[end - 1 : end] == BEGINNING
        and WHEN_DECIDED.match(folded, end)
        and not before.endswith(COUNTED_FROM)
    ):
        return True
    return folded.startswith("年初", start) and not before.endswith(("由", "从", "自"))


def _first_years(expression: TimeExpression, folded: str, named: TimeExpression | None) -> None:
    """前三年 behind a plan means its first three years; behind 由, those up to the year before."""
    start = expression.start
    if named and named.kind == "years" and named.first and FIRST_YEARS.fullmatch(folded, named.end, start):
        last = min(named.first.year + expression.count - 1, date.max.year)
        expression.kind, expression.base = "years", Base.ABSOLUTE
        expression.first, expression.last = named.first, date(last, 12, 31)
    elif OF_A_PLAN.search(folded, max(0, start - 6), start):
        expression.kind = "first_years"
    elif named and named.kind == "year" and named.first and folded[named.end : start] in ("", "以"):
        # 一九七八年前的二十六年: those up to that year
        expression.kind, expression.base, expression.last = "years", Base.ABSOLUTE, named.last
        expression.first = date(max(named.first.year - expression.count + 1, date.min.year), 1, 1)
    elif folded[start - 1 : start] in ("由", "从"):
        expression.offset = -1


def settle(expression: TimeExpression) -> None:
    """Fill first and last where the expression is absolute."""
    if (
        expression.base is Base.ABSOLUTE
        and expression.first is None
        and expression.kind in ("year", "months", "day")
    ):
        expression.first, expression.last = dates_of(expression, expression.offset)


def dates_of(expression: TimeExpression, year: int) -> tuple[date, date]:
    """Return first and last day of the year, or of the part of it, that the expression names."""
    if expression.months is None:
        return date(year, 1, 1), date(year, 12, 31)
    first_month, last_month = expression.months
    last_day = monthrange(year, last_month)[1]
    if expression.day:
        day = min(expression.day, last_day)
        return date(year, first_month, day), date(year, last_month, day)
    return date(year, first_month, 1), date(year, last_month, last_day)
