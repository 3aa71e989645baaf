"""Whether a value that is given for several years is that of the last one, a total, or a mean of them."""

from __future__ import annotations

import re

from zhibiao.model import Measure
from zhibiao.text_search import behind_last

# 年平均增长 and 平均每年增长 are as much a mean as 年均增长 is.
MEAN = "(?:年均|年平均(?<![去今上前明]年平均)(?!数)|平均每年|每年平均)"
# 争取上级资金 has been got; what is striven for (争取产值达到500亿元) is still to be reached.
GOT = r"争取(?![^,。;、]{0,14}(?:达|突破|超|翻|[增提升][^,。;、]{0,4}[到至]))|争取(?=[^,。;、]{0,10}(?:资金|项目|债券|补助|支持))"
STATES = (Measure.SHARE, Measure.RANK, Measure.INDEX, Measure.GAP)
# A level reached at the end of the span. 累计, 共 and the verbs of doing make it a total.
REACHED = re.compile(
    r"(?:(?:达到?|突破|接近|逼近|超过?|稳定[在到]|保持在?|维持在|[增升降提减扩拓长翻跃缩压落整]\w{0,3}[到至为]|发展[到至]|迈[上过入]|跨[越过上入]|[跃登站]上|至|拥有|共有|现有|位居|排名|不低于)"
    r"[^,。;、]{0,4}|(?:总量|总数|总额|里程|装机(?:容量)?|规模|保有量|在校生|人均[^,。;、]{2,8}面积|人均[^,。;、]{0,8}(?:收入|生产总值|GDP)|余额|总值|总产值|覆盖面)(?:分别)?[近约为超达]?|每年[^,。;]{0,12})$"
)
TOTAL = re.compile(
    rf"(?:累计|累积|{MEAN}|合计|损失|(?<![公])共(?!有)|五年|总投资|完成|新增|净增|新建|建设|改造|盘活|投入|发放|{GOT}|引进|实施|(?:减少|压减|化解)(?![到至为]))"
    r"[^,。;]{0,16}$"
)
# 连续跨过2个百亿元台阶: so many over the years.
MARKS = re.compile(r"\d+个[一-鿿]{0,6}(?:台阶|大关|关口)")
# 连续跨越4000亿元、5000亿元台阶, each in a year of its own; but 连续五年突破5000亿元 in each of them.
PASSING_IN_TURN = r"(?:连续|先后|相继|接连|依次|[^毗相]连)(?:跨[越过上]?|突破|迈[过上入]|越过|[站登跃]上)了?"
IN_TURN = re.compile(f"{PASSING_IN_TURN}[约近“]*$")
# 一般预算收入673亿元,是2006年的3倍; 1806亿元,比上年增长18.4%: a year's value is held against that of a year,
# and income grows from year to year.
OF_A_YEAR = re.compile(
    r"[\d.]+[^,。;、\d]{1,8}(?:\([^()]{0,16}\))?[,、](?:按[^,。;\d]{2,8})?(?:分别|均)?"
    r"(?:(?:[是为]|相当于|比|较)(?:\d{4}|[一二三四五六七八九〇零○]{4})年(?!底|末)|[是为]“十[一二三四]五”期?末的[约近]?\d|(?:[比较][上去]年|与上年相比|同比)(?:实际)?[增下提减上回]|五年年均)"
)
GROWS_YEARLY = re.compile(
    rf"[\d.]+[^,。;、\d]{{1,8}}(?:\([^()]{{0,16}}\))?[,、]{MEAN}(?:实际)?(?:增长|递增|提高|上升|增加)"
)
INCOME = re.compile(r"(?:收入|生产总值|增加值|GDP)[^,。;、\d旅游]{0,6}$")
ADDED_UP = re.compile(
    rf"累计|累积|合计|(?<!公)共(?![有同享])|五年(?![来间前])|5年(?![来间前])|新增|净增|新建|建设|改造|投入|发放|{GOT}|引进|减少|压减|化解|损失|总投资"
)
# 五年固定资产投资6448亿元、零售总额5780亿元: what follows adds up, unless it is said to be reached.
OVER_FIVE_YEARS = re.compile(r"(?:这|过去)?五年(?![来间内]|[^,。;]*(?:达|超过|突破|[增升]))[^,。;]*$")
# 累计利用外资25亿美元,实现进出口总额106亿美元: both are of all the years.
BOTH_ACCUMULATED = re.compile(r"累计[^。;]{2,40}[,、](?:实现|完成)[^,;。\d]{2,14}$")
ACCUMULATION_REACH = 60
YEARLY_RATE = re.compile(MEAN)
# PM2.5年均浓度下降5%, 全年均增长, 全年平均增长: of one year.
MEAN_OVER_YEARS = rf"{MEAN}(?!浓度|值|气温|降)(?<!全年均)(?<!全年平均)"
MEAN_GROWTH = re.compile(rf"{MEAN_OVER_YEARS}[^,。;]*$")
# 高新技术企业新增217家、达到290家; 研发经费年均增长12%、占生产总值比重达到2.1%: the last item says what there is by then.
COME_TO = re.compile(r"\d[^\d,、]{1,5}、((?:占[^,、\d]{2,14}|总[数量额])?(?:达到?|突破))$")
LISTED = re.compile(r"(?:[\d.]+[^\d,。;、:∶]{0,6}(?:[、:∶]|和|及|与))+$")
LIST_REACH, LIST_JOINTS = 60, ("、", ":", "∶", "和", "及", "与")
# 力争三年内实现…
INTENT, INTENT_REACH = re.compile(r"(?:力争|争取|确保|支持|计划|努力)[^,;。:\d]{0,18}$"), 20
TO_REACH = re.compile(r"(?:实现|达到|建成|突破|完成)(?!了)")
CLAUSE_ENDS, SENTENCE_ENDS = (",", "。", ";", ":", "!", "?", "，", "；", "\n"), ("。", "\n")


def reached_at_the_end(folded: str, start: int, measure: Measure) -> bool:
    """Say whether a value given for several years is that of the last one.

    达到2929.4亿元, 稳定在96%以上, 居全省第4位: yes. 年均增长5.5%, 新增40.6万人, 提高5个百分点: no.
    """
    words = folded[max(0, start - 30) : start]
    if "累计" in folded[max(0, start - ACCUMULATION_REACH) : start] and BOTH_ACCUMULATED.search(
        folded, max(0, start - ACCUMULATION_REACH), start
    ):
        return False
    if words.endswith(LIST_JOINTS):  # 分别达到11.5万人、24.2万人、12.2万人、54.4万人、8.5万人和6.5万人
        words = LISTED.sub("", folded[max(0, start - LIST_REACH) : start])
    clause = _last_clause(words)
    if "、" in clause and (come_to := COME_TO.search(clause)):
        clause = come_to[1]
    if YEARLY_RATE.search(clause):
        return False
    if measure in STATES:
        return True
    if measure is not Measure.LEVEL or OVER_FIVE_YEARS.match(clause):
        return False
    if REACHED.search(clause) and not TOTAL.search(clause):
        return MARKS.match(folded, start) is None and IN_TURN.search(clause) is None
    of_year = OF_A_YEAR.match(folded, start) or (GROWS_YEARLY.match(folded, start) and INCOME.search(clause))
    return of_year is not None and not ADDED_UP.search(_sentence(folded, start))


def is_yearly_rate(folded: str, start: int) -> bool:
    """Say whether the clause before a figure makes it a mean of several years: 年均增长8%."""
    words = folded[max(0, start - 30) : start]
    return "均" in words and YEARLY_RATE.search(_last_clause(words)) is not None


def is_mean_growth(folded: str, start: int) -> bool:
    """Say whether the clause before a rate makes it a mean over years, which is the rate of none of them."""
    words = folded[max(0, start - 30) : start]
    return "均" in words and MEAN_GROWTH.search(words) is not None


def _sentence(folded: str, start: int) -> str:
    """The words before a figure, as far back as its sentence and ``ACCUMULATION_REACH`` go."""
    opening = max(0, start - ACCUMULATION_REACH)
    return folded[behind_last(folded, SENTENCE_ENDS, opening, start) : start]


def _last_clause(words: str) -> str:
    return words[behind_last(words, CLAUSE_ENDS, 0, len(words)) :]


def is_meant_deadline(folded: str, start: int, end: int) -> bool:
    """支持基地4年内实现产销100万辆: in a review too, a deadline that an intent leads to is one; 3年内建成了 is past."""
    return (
        TO_REACH.match(folded, end) is not None
        and INTENT.search(folded, max(0, start - INTENT_REACH), start) is not None
    )
