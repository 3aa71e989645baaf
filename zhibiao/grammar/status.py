"""Whether the text intends a figure, claims it, or merely refers to it.

The line's role gives the default (a review claims, a plan intends); the time the figure is about, the verbs
of its clause and what the figure counts change it.
"""

from __future__ import annotations

import csv
import re
from importlib.resources import files

from zhibiao.model import Period, Status
from zhibiao.outline.lines import COMING, PAST, Line, Role
from zhibiao.periods.governing import CURRENT

UP_TO_CLAUSE = re.compile(r".*[,;。!?\n]", re.DOTALL)


def _intent_words(within: str) -> str:
    """Return a pattern of the words of intent; 要 and 将 only as auxiliaries, not in 主要, 需要, 将近.

    ``within`` is how far such a word reaches: 确保 through its ``sentence``, 不低于 through its ``clause``.
    """
    with files("zhibiao.lexicon").joinpath("intent_words.csv").open(encoding="utf-8") as lines:
        return "|".join(
            # What may not stand before the word is asked behind it: a search leaps from one first sign to the next.
            row["word"]
            + (f"(?<![{row['not_behind']}]{row['word']})" if row["not_behind"] else "")
            + (f"(?![{row['not_before']}])" if row["not_before"] else "")
            for row in csv.DictReader(lines)
            if row["within"] == within
        )


SENTENCE_COMMITMENT = re.compile(_intent_words("sentence"))
COMMITMENT = re.compile(f"{_intent_words('sentence')}|{_intent_words('clause')}")
# In a review: what is still to come.
# 增长7%、力争7.5%: the stretch of the number before it, and of no other.
STRETCH = re.compile(r"(?:力争|争取|力求|奋斗目标)(?:是|为|达到?|增长|实现|突破)*[\d.]")
STILL_TO_COME = re.compile(
    r"有望|到(?:本|下|20)世纪|力争(?:到|在|实现|达到|突破|完成)|争取(?:到|在)20|计划(?:到|在|于|总投资|今年|明年)|拟(?:投|于|在)"
    r"|将(?<!即将)(?:达到?|建成|完成|实现|于|在|新增|突破|超过)|到(?:明年|今年)"
)
# 工作中按8%争取: the word of intent stands behind its number
STRIVEN_FOR = re.compile(r"(?:左右|以上)?(?:的目标|的要求)?(?:来|去)?(?:努力)?(争取|组织)")
SET = re.compile(r"计划|安排|目标|将(?<!即将)(?!近)|拟|要(?<![重主需必首简纲摘]要)(?!求|素|点)")
# With no year known: what the words themselves tell as done, and as proposed.
TOLD_OUTRIGHT = re.compile(r"完成|实现了|超额|比上年|较上年|同比|去年|已经?|达到了|了(?=[\d约近])")
PROPOSED = re.compile(
    r"预期|目标(?!任务)[^。]{0,6}[:是为]|(?:报告|会议)(?:提出|建议)[^。]{0,8}(?:今年|明年|20\d\d年)"
)
# 去年提出把物价涨幅控制在10%以内: what was aimed at then, also where this year's plan tells of it.
AIMED_AT_THEN = re.compile(
    r"(?:去年|上年|(?:19|20)\d\d年)(?:初)?[^,。;\d]{0,8}(?:提出|确定(?!性)|定下)(?:的|了)?[^,。;\d]{0,20}"
    r"(?:控制在|确保|力争|目标[是为]?|不低于|不超过)[^,。;\d]{0,8}$"
)
# 一季度生产总值下降8%: part of a year, told plainly in the plan's section, with nothing that intends it.
CHANGED_PLAINLY = re.compile(r"(?:下降|增长|回落|减少|上升)(?:了|仅)?$")
ABOUT = re.compile(r"\**(?:左右|以上|以内|以下)")
# The reasons given for a target: 6%左右的速度可以保证就业, 每增长1个百分点带动就业2万人.
REASON_AFTER = re.compile(
    r"(?:左右|以上|以内)?的(?:增长)?(?:速度|增速|增长)[^,。;\d]{0,6}(?:可以|能够?|有利|足以|主要是?|是为)"
)
PER_POINT = re.compile(r"每(?:增长|提高|增加|下降|降低)(?:[\d.一]+个?百分点[^,。;\d]{0,12})?$")
# A digest quotes the report's own words of 今年 below such a label.
OF_REPORT = re.compile(r"【(?:报告)?(?:原文|摘录)】$")
# 2022年伊始,我们…发现1例; 2024年有17万毕业生
BEGUN = re.compile(r"伊始|以来|年初|预计|提前|(?<!没)有$|征集")
GOALS_ABOVE = re.compile(r"(?:预期|主要|奋斗|发展|年度|小|今年)目标[^>]{0,6}(?:$| >)")
# In a plan: what is so already.
ALREADY = re.compile(
    r"(?:已经?(?![济常])|现有(?<![比由从将把]现有)(?!基础|[^,。;\d]{2,}(?:达到?|[高加降]到))|现已|目前|尚有|至今|以来|累计已|曾|去年(?<![比较在由从]去年)|共有(?!产权)|拥有(?<![均人户口]拥有)(?!率|量|[^,。;]{0,12}(?:达到|[高加]到))|建成了|完成了|实现了|达到了|取得了|增加了|下降了|增长了)"
)
# A class, a norm, the size of something: no claim of its own.
CLASS_UNITS = ("岁", "度", "元", "蒸吨", "千瓦", "分贝", "人")
CLASS_AFTER = re.compile(
    r"\**(?:及|\(含\))?以[上下内](?:的)?(?:工业(?:增加|总?产|企)|(?:[\u4e00-\u9fff“”]{0,8}?)"
    r"(?:人口|人群|老人|老年人|人员|儿童|群众|居民|企业|项目|村|坡耕地|农户|大户|家庭|燃煤|锅炉|贫困|学生|园区|集群|产业|地块|商圈))"
)
# 500万元口径固定资产投资
SERIES_AFTER = re.compile(r"\**(?:以上|及以上)?(?:统计)?口径")
AGE_AFTER = re.compile(r"\**(?:及)?以[上下]")
AGE_REACHED = re.compile(r"寿命|年龄[达提]")
# 生产总值超200亿元的县达到34个, 总投资超10亿元项目36个: it says which are counted.
OVER = re.compile(r"(?:超|过|突破|达|不足|低于|不低于)$")
COUNTED_AFTER = re.compile(
    r"\**(?:以[上下])?(?:的|或[\d.]+[万亿]*[美欧]?元)?(?:[特]?大|工业|重点|产业)?"
    r"(?:县|市|区|镇|乡|村|企业|园区|开发区|市县|县区|县市|项目|集群|家庭|农户|街道|城区|贫困人口|人口|人群|对象)(?=[\d达共有数减增])"
)
PROJECT_BEFORE = re.compile(r"年[产加处][^,。;、\d]{0,6}$")
PROJECT_AFTER = re.compile(
    r"[^,。;、\d]{0,16}(?:等\d+个)?(?:项目|[一二三四]期|工程|生产线|基地|电站|电厂|机组)"
)
SIZE_BEFORE = re.compile(r"(?:总投资|(?<!完成)投资|规模|总规模|占地)[^,。;\d增]{0,6}$")
SIZE_AFTER = re.compile(r"\**(?:以上|左右)?的(?:\d+[个项])?[^,。;\d]{1,24}")
VOLTAGES = ("千伏", "kv", "kV", "Kv", "KV")
AMONG_ALL = re.compile(r"(?:全省|全国|全市|省里)[^,。;、\d]{0,10}$")
OF_ALL = re.compile(r"[^,。;、]{0,16}(?:之一|中排名|中位居|中列|中居|当中)")
# What was to be done, not what was: 超额完成…155万吨、…230万头任务, 完成下降3.5%的年度任务. But 完成8个村的改造任务 was.
TASK_BEFORE = re.compile(
    r"(?:超额[^,。;]{0,4}完成|(?:没有|没能|未能?)(?:如期|全部)?(?:实现|完成|达到))[^,。;]{0,50}$"
    r"|(?:超过|高于|达到)[^,。;]{0,10}(?:计划|预定|预期|规划|年初)[^,。;]{0,24}$"
    r"|完成[^,。;\d]{0,24}(?:下降|降低|增长|减排|压减|削减)$"
)
TASK_AFTER = re.compile(r"[^,。;]{0,30}?(?:任务|目标)(?!数?的|区)")
ASIDE = re.compile(r"\((?:[^()]{0,6}目标(?:是|为|任务)?[^()\d]{0,12}|(?:年初|年度|全年|原)?计划(?:为|是)?)$")
# A case supposed: 如果每人每年增加一元,…就增加六亿元. 如果按可比价计算 supposes nothing.
SUPPOSED = re.compile(
    r"(?:如果|假如|假使|倘若|假定|只要)(?![^,。]{0,16}(?:完成|计算|[扣剔]除|口径|在内))[^。]*$"
)
SUPPOSED_REACH = 200
THEN = re.compile(r"[^。!?\n]*?(?:就|那么|便)")
NORM_AFTER = re.compile(r"[^,。;\d]{0,14}(?:标准|红线|补助|补贴|奖励|贷款支持|税收返还)")
OF_EACH = re.compile(r"每(?:[一个位名家人县区镇乡村所校]|[一二两三四五六七八九十]个)[^。;]*$")
WITHIN_YEARS = re.compile(r"[\d一二三四五六七八九十]年(?:[之以]?内|时间)[^。;]*$")
PERFORMED = re.compile(
    r"已|(?<![没所具含拥])有(?![关力效])|共|达到?|建成|完成|实现|评选|组建|开展|带动|新增|累计|截至"
)


def status_of(
    folded: str, sentence_start: int, start: int, end: int, line: Line, period: Period
) -> tuple[Status, str | None]:
    """Return the status of the figure at ``start``–``end`` and its commitment word.

    ``sentence_start`` is where its sentence begins in the folded text, ``period`` what ``period_of`` said.
    The commitment is the word of intent nearest before the figure in its sentence; only targets have one.
    """
    before = folded[max(sentence_start, start - 60) : start]
    after = folded[end : end + 30]
    clause = _clause(before)
    supposed = SUPPOSED.search(folded, max(sentence_start, start - SUPPOSED_REACH), start)
    if supposed and THEN.match(folded, supposed.end() - len(supposed[0])):
        return Status.REFERENCE, None
    if line.role in PAST and _is_task(before, after):
        return Status.REFERENCE, None
    status = _reference(folded[start:end], before, after) or _by_role(line, period, before, clause, after)
    if status is not Status.TARGET:
        return status, None
    striven = STRIVEN_FOR.match(after) if clause.endswith("按") else None
    return status, striven[1] if striven else _commitment(folded, sentence_start, start, before, clause)


def _is_task(before: str, after: str) -> bool:
    """Say whether a figure of a review is what was to be done, as the words before and after it tell."""
    named = "任务" in after or "目标" in after
    return ASIDE.search(before) is not None or (
        named and TASK_AFTER.match(after) is not None and TASK_BEFORE.search(before) is not None
    )


def _clause(before: str) -> str:
    ended = UP_TO_CLAUSE.match(before)
    return before[ended.end() :] if ended else before


def _commitment(folded: str, sentence_start: int, start: int, before: str, clause: str) -> str | None:
    words = COMMITMENT.findall(clause)
    if words:
        return str(words[-1])
    carried = [
        one[0]
        for one in SENTENCE_COMMITMENT.finditer(before, before.rfind(";") + 1)
        if not STRETCH.match(before, one.start())
    ]
    if carried:
        return carried[-1]
    # 主要预期目标是: reaches through the list that it opens, however long.
    return "预期" if folded.rfind("预期", sentence_start, start) >= 0 else None


def _reference(figure: str, before: str, after: str) -> Status | None:
    """What the words beside a figure make a reference; of two tests the one that fails sooner comes first."""
    if figure.endswith(VOLTAGES):
        return Status.REFERENCE
    if figure.endswith(CLASS_UNITS) and CLASS_AFTER.match(after):
        return Status.REFERENCE
    if figure.endswith("元") and SERIES_AFTER.match(after):
        return Status.REFERENCE
    if figure.endswith("岁") and AGE_AFTER.match(after) and not AGE_REACHED.search(before):
        return Status.REFERENCE
    if figure.endswith("元") and COUNTED_AFTER.match(after) and OVER.search(before):
        return Status.REFERENCE
    if PROJECT_BEFORE.search(before) and PROJECT_AFTER.match(after):
        return Status.REFERENCE
    if "的" in after and REASON_AFTER.match(after):
        return Status.REFERENCE
    if PER_POINT.search(before):
        return Status.REFERENCE
    if "的" in after and SIZE_AFTER.match(after) and SIZE_BEFORE.search(before):
        return Status.REFERENCE
    if ("之一" in after or "中" in after) and AMONG_ALL.search(before) and OF_ALL.match(after):
        return Status.REFERENCE
    return None


def _intends(line: Line, before: str, clause: str) -> bool:
    """Say whether a figure's own words or its heading intend it, in a document whose years are not known.

    Without the years no section is a plan's; 预期增长6.8% and what stands under 主要目标 are targets all the same.
    """
    if TOLD_OUTRIGHT.search(clause) and not SENTENCE_COMMITMENT.search(clause):
        return False
    if SENTENCE_COMMITMENT.search(clause) or SET.search(clause) or PROPOSED.search(before):
        return True
    if OF_REPORT.search(line.section) and "今年" in before and TOLD_OUTRIGHT.search(before) is None:
        return True
    return GOALS_ABOVE.search(line.section) is not None


def _is_set_for_its_year(line: Line, period: Period, before: str, clause: str) -> bool:
    """Say whether a figure names the whole of the plan year, although its line is not the plan's, and is not told
    as done: 2024年,生产总值增长6% in a digest without headings. A year under way has no results.
    """
    end, start = period.end, period.start
    if line.now is None or line.year == line.now or not period.text or end is None or start is None:
        return False
    if (end.year, end.month) != (line.now, 12) or (start.year, start.month) != (line.now, 1):
        return False
    if SENTENCE_COMMITMENT.search(clause) or SET.search(clause):
        return True
    if period.text.startswith(("到", "至")) or (
        line.role is not Role.FRONT and f"{period.text}," not in before
    ):
        return False  # in a review, a year in passing: 出台2009年1号文件
    told = TOLD_OUTRIGHT.search(before) or ALREADY.search(clause) or CURRENT.search(clause)
    return told is None and BEGUN.search(before) is None


def _is_meant(before: str) -> bool:
    """Say whether any word of a sentence up to a figure intends it."""
    return bool(COMMITMENT.search(before) or SET.search(before)) or "预期" in before or "指标" in before


def _by_role(line: Line, period: Period, before: str, clause: str, after: str) -> Status:
    now = line.now
    ended = period.end is not None and now is not None and period.end.year < now
    ahead = period.end is not None and now is not None and period.end.year > now
    if now is None and line.year is None and line.role is not Role.NOTES and _intends(line, before, clause):
        return Status.TARGET
    if line.role in (*PAST, Role.FRONT) and _is_set_for_its_year(line, period, before, clause):
        return Status.TARGET
    if line.role in PAST:
        if line.year is not None and period.end is not None and period.end.year > line.year:
            until = (period.text or "").startswith(("到", "至")) and period.end.month == 12
            return Status.TARGET if ahead or until or SET.search(before) else Status.ACTUAL
        return Status.TARGET if STILL_TO_COME.search(clause) and "预计" not in clause else Status.ACTUAL
    if line.role in COMING or line.role is Role.LEAD:
        if ended:
            return Status.TARGET if AIMED_AT_THEN.search(before) else Status.ACTUAL
        passed = period.end and period.end.year == now and period.end.month < 12
        if passed and ("同期" in clause or "同比" in clause) and not COMMITMENT.search(clause):
            return Status.ACTUAL
        if passed and CHANGED_PLAINLY.search(clause) and not ABOUT.match(after) and not _is_meant(before):
            return Status.ACTUAL
        if CURRENT.search(clause) or (ALREADY.search(clause) and not COMMITMENT.search(clause)):
            return Status.ACTUAL
        return Status.TARGET
    if line.role is Role.NOTES:
        if ahead and COMMITMENT.search(before):
            return Status.TARGET
        if NORM_AFTER.match(after) or WITHIN_YEARS.search(before) or OF_EACH.search(before):
            return Status.REFERENCE
        return Status.ACTUAL if PERFORMED.search(before) else Status.REFERENCE
    if ahead:
        return Status.TARGET
    if STILL_TO_COME.search(clause) or "目标" in before:
        return Status.TARGET
    return Status.ACTUAL
