"""The words by which it is told whether a figure is intended, claimed or merely referred to."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives
from zhibiao.lexicon import DIVISION, rows

DECEMBER = 12
UNTIL = ("到", "至")
CLAUSE_ENDS = (",", ";", "。", "!", "?", "\n")


def _intent_words(within: str) -> str:
    """Return a pattern of the words of intent; 要 and 将 only as auxiliaries, not in 主要, 需要, 将近.

    ``within`` is how far such a word reaches: 确保 through its ``sentence``, 不低于 through its ``clause``.
    """
    return "|".join(
        # What may not stand before the word is asked behind it: a search leaps from one first sign to the next.
        row["word"]
        + (f"(?<![{row['not_behind']}]{row['word']})" if row["not_behind"] else "")
        + (f"(?![{row['not_before']}])" if row["not_before"] else "")
        for row in rows("intent_words")
        if row["within"] == within
    )


SENTENCE_COMMITMENT = re.compile(_intent_words("sentence"))
COMMITMENT = re.compile(f"{_intent_words('sentence')}|{_intent_words('clause')}")
# 增长7%、力争7.5%: the stretch of the number before it, and of no other.
STRETCH = re.compile(r"(?:力争|争取|力求|奋斗目标)(?:是|为|达到?|增长|实现|突破)*[\d.]")
# In a review: what is still to come.
STILL_TO_COME = re.compile(
    r"有望|力争(?:全年|下半年|到|在|实现|达到|突破|完成)|努力实现(?:全年|下半年)|确保(?:全年|下半年)|到(?:本|下|20)世纪|本世纪(?<!了本世纪)(?:末|内)|争取(?:到|在)20|计划(?:到|在|于|今年|明年|\d+年[投完建]|(?<![入按照的]计划)建设$)|决定(?:用)?(?:\d+|[两三五十])年时间|拟(?:投|于|在|实施)"
    r"|将(?<!即将)(?:达到?|建成|完成|实现|于|在|新增|突破|超过)|到(?:明年|今年)"
)
# 工作中按8%争取: the word of intent stands behind its number
ARRANGED_FOR = re.compile(
    rf"(?:左右|以上|以内)?(?:的(?:目标|要求|速度|增速|幅度))?(?:来|去)?(?:努力)?{alternatives('arranged_verb')}"
)
STRIVEN_FOR = re.compile(r"(?:左右|以上)?(?:的目标|的要求)?(?:来|去)?(?:努力)?(争取|组织)")
SET = re.compile(r"计划|安排|目标|将(?<!即将)(?!近)|拟|要(?<![重主需必首简纲摘]要)(?!求|素|点)")
# With no year known: what the words themselves tell as done, and as proposed.
TOLD_OUTRIGHT = re.compile(r"完成|实现了|超额|比上年|较上年|同比|去年|已经?|达到了|了(?=[\d约近])")
PROPOSED = re.compile(
    r"预期|目标(?!任务)[^。]{0,6}[:是为]|(?:报告|会议)(?:提出|建议)[^。]{0,8}(?:今年|明年|20\d\d年)"
)
# 去年提出把物价涨幅控制在10%以内: what was aimed at then, also where this year's plan tells of it.
PROPOSED_THEN = re.compile(
    r"(?:年初?,?[^,。;\d]{0,12}(?:提出|确定(?!性)|定下|计划|预期)|原(?:定|计划|预计))(?:的|了)?[^,。;\d]{0,20}?"
    r"(?P<aim>(?:控制在|确保|力争|目标[是为]?|不低于|不超过)[^,。;\d]{0,8})?$"
)
# 人代会通过的上年主要指标是:生产总值增长8%,财政收入增长7%。 What came of them is told behind it.
IS_LIST = "是:"
GOALS_SET = re.compile(
    r"(?:^|[。;!\n] *)(?![^。;!\n]*(?:完成|实现|达到))[^。;:!\n]{0,40}(?:通过|批准|确定|下达)的[^。;:!\n]{0,40}(?:指标|目标|任务)是:$"
)
# 低于年度预期目标2.2个百分点 tells how far the result is from what was proposed, and is no aim.
DISTANCE_FROM = re.compile(r"(?:[高低快慢好优多少]于|高出|超出|超过?|比)了?(?:[全上去当本每]|20\d\d)?$")
# 增速高于“十二五”预期目标0.8个百分点: nor is what the clauses behind it tell.
BESIDE_GOAL = re.compile(
    r"(?:[高低快慢好优]于|高出|超出|超过?|超额|比)[^,。;:\d]{0,12}(?:目标|预期)(?!是|为)"
)
RESULT_AFTER = re.compile(
    r"(?:左右|以上|以内)?(?:的[^,。;\d]{0,4}目标)?,[而但]?(?:全年)?(?:实际|结果|执行结果)"
)
# 一季度生产总值下降8%: part of a year, told plainly in the plan's section, with nothing that intends it.
CHANGED_PLAINLY = re.compile(r"(?:下降|增长|回落|减少|上升)(?:了|仅)?$")
ABOUT = re.compile(r"\**(?:左右|以上|以内|以下)")
# The reasons given for a target: 6%左右的速度可以保证就业, 每增长1个百分点带动就业2万人.
REASON_AFTER = re.compile(
    r"(?:左右|以上|以内)?的(?:增长)?(?:速度|增速|增长)[^,。;\d]{0,6}(?:可以|能够?|有利|足以|主要是?|是为|与)"
)
# 保障就业需要5%以上的增速
# 这样可以保证新增就业5万人,能够消化新增劳动力3万人: what the speed is good for.
REASON_BEFORE = re.compile(
    r"(?:(?:速度|增速|增幅|增长率)[^,。;\d]{0,2}|(?:这样|如此|据此?测算),?|这(?:个|一|样的)(?:速度|目标|增速)[^,。;\d]{0,2})"
    r"(?:[就便也]|大[约体致])*(?:可以?|能够?|足以|可望)(?:[^。;]*,[并也还]?(?:可以?|能够?|足以))?[^,。;\d]{0,14}$"
)
NEEDED = re.compile(r"(?:需要?|要有|须有?|必须有)$")
SPEED_AFTER = re.compile(r"(?:左右|以上)?的[^,。;\d]{0,6}(?:增速|增长|速度)")
PER_POINT = re.compile(r"每(?:增长|提高|增加|下降|降低)(?:[\d.一]+个?百分点,?[^,。;\d]{0,14})?$")
# A digest quotes the report's own words of 今年 below such a label.
OF_REPORT = re.compile(r"【(?:报告)?(?:原文|摘录)】$")
# 2022年伊始,我们…发现1例; 2024年有17万毕业生
BEGUN = re.compile(r"伊始|以来|年初|预计|提前|(?<!没)有$|征集")
GOALS_ABOVE = re.compile(r"(?:预期|主要|奋斗|发展|年度|小|今年)目标[^>]{0,6}(?:$| >)")
# In a plan: what is so already.
ALREADY = re.compile(
    rf"(?:已经?(?![济常])|[多常]年(?:来|持续|连续)?(?:位居|稳居|居)|现有(?<![比由从将把]现有)(?!基础|[^,。;\d]{{2,}}(?:达到?|[高加降]到))|现已|目前(?<![由从比]目前)|尚有|境内(?:建有|拥有|分布[着有])|至今|以来|累计已|曾|去年(?<![比较在由从]去年)|共有(?!产权)|拥有(?<![均人户口]拥有)(?!率|量|[^,。;]{{0,12}}(?:达到|[高加]到))|建成了|完成了|实现了|达到了|取得了|增加了|下降了|增长了|制定了|出台了|形成了|签订了|今年(?:全国|全[{DIVISION}])?高校毕业生(?:预计|将)?(?:超过?|达到?|高达|有)?$)"
)
# 固定职工的比例,已由五十年代的50%左右,上升到80%以上
ALREADY_FROM = re.compile(
    r"已经?[由从][^。;]{2,40},[^,。;\d]{0,6}(?:升|增|提|降|减|变|扩|涨|跃)[^,。;\d]{0,6}$"
)
# 去年下半年开始,选择12家企业试点: so far, unless the sentence goes on to this year.
SINCE_LAST_YEAR = re.compile(
    r"(?:^|[。;!\n] *)[从自]?去年(?!底)[^,。;\d]{0,8}(?:开始|以来|起),(?!.*[今明]年)[^。;]*$"
)
COUNTED_BY = re.compile(r"(?:截[至止]|到)[^,。;]{2,12}统计,[^。;]*$")  # 截至今年二月底统计,停建项目1417个
# 51个项目已纳入规划: done, where the words behind the number say so, and do not merely say which (141条已整治河道)
DONE_BEHIND = re.compile(
    rf"[^,。;、\d]{{0,12}}已经?(?:全部|全面|基本|部分地?|陆续)?{alternatives('finished')}[^,。;的]{{0,16}}(?:[,。;]|$)"
)
# 经过改革开放30年的发展, 经过20多年的改革开放: how long it has been
SINCE_THEN = re.compile(
    rf"(?:经过|走过|历经)了?(?:我国|我[{DIVISION}])?(?:改革开放|新中国成立|建[国{DIVISION}])(?:以来)?近?$"
)
YEARS_PASSED, YEARS_OF_REFORM = (
    re.compile(r"(?:经过|走过|历经)了?近?$"),
    re.compile(r"的?(?:改革开放|光辉历程)"),
)
# 惠及全省7400万人民: how many there are, in whatever is promised to them.
WHOLE_PEOPLE = re.compile(rf"(?:(?:全|我|本)[国{DIVISION}]|中国)$")
PEOPLE_AFTER = re.compile(
    rf"民族大家庭|(?:各族|城乡|干部)*{alternatives('people')}(?![^,。;]*{alternatives('benefit')})"
)
# 为890万济宁人民的幸福生活, 是5000万浙江人民的期盼
PEOPLE_NAMED = re.compile(
    r"[多余]?(?:勤劳[^,。;的\d]{0,6}的)?[一-鿿]{0,4}?(?:各族)?(?:人民(?![币公医代政法群调团武])|儿女)"
    rf"(?![^,。;]*{alternatives('benefit')})"
)
# 目前我省储备的项目中,投资5亿元以上的有67项; 境内3条高速贯穿且有5个出入口: what there is now
HAS_NOW = re.compile(r"目前(?!为止)[^。;]{0,40}(?<![将要会再都])有[约近超过]*$|[且就]有[约近超过]*$")
# What was to be done, not what was: 超额完成…155万吨、…230万头任务, 完成下降3.5%的年度任务. But 完成8个村的改造任务 was.
TASK_BEFORE = re.compile(
    r"(?:超额[^,。;]{0,4}完成|(?:没有|没能|未能?)(?:如期|全部)?(?:实现|完成|达到))[^,。;]{0,50}$"
    r"|(?:超过|超出|高于|低于|达到)[^,。;]{0,10}(?:计划|预定|预期|规划|年初)[^,。;]{0,24}$"
    r"|完成[^,。;\d]{0,24}(?:下降|降低|增长|减排|压减|削减|精简)$"
)
TASK_AFTER = re.compile(r"[^,。;]{0,30}?(?:任务|目标)(?!数?的|区)")
# 控制在3%的预期目标以内, 高于6%的预期目标1.2个百分点: the number is the goal that the result is measured by.
MEASURED_BY = re.compile(
    rf"(?:控制在|{alternatives('comparative')})[^,。;\d]{{0,4}}$"
    # 增长8.2%,实现了8%的预期目标: after a result only; 完成60亿美元的目标任务 tells the result itself
    r"|%,[^,。;\d]{0,6}?(?:接近|超过|超出|未达到?|(?:实现|完成|达到)了?)(?:[^,。;\d]{0,8}(?:的|定|下达)|年增长)?$"
)
GOAL_AFTER = re.compile(
    r"(?:左右|以内|以上)?的[^,。;\d]{0,8}?(?:目标|预期|控制数|标准|计划指标)|(?:的?预期)?(?:控制)?目标(?:值?(?:以|之)?内|(?=[,。;]))"
)
# 失业率3.52%,控制在预期4.2%以内: the goal is told before its number
KEPT_WITHIN = re.compile(r"控制在(?:年初|年度|全年)?(?:预期|预定|计划|规定)(?:目标|值)?$")
# 900万人的目标充分考虑了影响: a goal spoken of, neither reached nor set here
GOAL_SPOKEN_OF = re.compile(r"(?:左右|以上|以内)?的(?:预期|年度|全年|增长|就业)*目标(?![任数]|管理|责任)")
# 年初预算安排45.2亿元,执行中调整为42亿元: what was budgeted, told beside what came of it.
BUDGETED = re.compile(r"(?:(?:年初|年度|原|调整后?)预算(?:数|安排)?|执行中调整|预算调整)[为是]?$")
ASIDE = re.compile(r"\((?:[^()]{0,6}目标(?:是|为|任务)?[^()\d]{0,12}|(?:年初|年度|全年|原)?计划(?:为|是)?)$")
# A case supposed: 如果每人每年增加一元,…就增加六亿元. 如果按可比价计算 supposes nothing.
SUPPOSES = re.compile("如果|假如|假使|倘若|假定|只要")
SUPPOSED = re.compile(rf"(?:{SUPPOSES.pattern})(?![^,。]{{0,16}}(?:完成|计算|[扣剔]除|口径|在内))[^。]*$")
THEN = re.compile(r"[^。!?\n]*?(?:就|那么|便)")
NORM_AFTER = re.compile(rf"[^,。;\d]{{0,14}}{alternatives('norm')}")
OF_EACH = re.compile(r"每(?:[一个位名家人县区镇乡村所校]|[一二两三四五六七八九十]个)[^。;]*$")
WITHIN_YEARS = re.compile(r"[\d一二三四五六七八九十]年(?:[之以]?内|时间)[^。;]*$")
# 争取中央提前下达专项债券231亿元 tells what was got, not what is striven for.
GOT = re.compile(r"争取(?:到|中央|国家|上级|省|各类|专项|资金|政策)")
# 60万千瓦火电项目将于今年竣工: a project to come, by its size.
COMING_AFTER = re.compile(r"[^,。;\d]{0,16}将(?:于|在)(?:今年|明年|年[内底]|[上下]半年)")
# Which things a statistic covers, and what a word means: 年营业收入1000万元及以上, 是指…达到200公里的铁路.
FROM_UPWARDS = re.compile(r"(?:及|\(含\))以[上下]")
DEFINED = re.compile(r"(?:是指|系指|所指|即指|[。:]指)[^。;]*$")
STATED = re.compile(r"(?:[为占达约]|达到|分别为|修订为|调整为)[约近超]?$")
DONE = re.compile(r"已|实际|截至|目前|了")
# 与“十四五”规划年均增长7%的要求相衔接: the goal of another plan, beside which this one is set.
AGREES_WITH = re.compile(r"(?:与|同|和)[^,。;\d]{2,24}$")
AGREES = re.compile(alternatives("agreeing"))
AGREES_AFTER = re.compile(rf"(?:左右|以上|以内)?的?[^,。;\d]{{0,12}}?相?(?:{AGREES.pattern})")
# 按照2012年40%、2013年30%的进度: what is to be done year by year
SCHEDULE_BEFORE, SCHEDULE_AFTER = re.compile(r"按照?[^,。;]*$"), re.compile(r"[^,。;]{0,24}的进度")
# What a note says to be so: 目前已建成12个, 部分指标未完成的情况.
SO_NOW = re.compile(
    rf"已(?!经济|达标)|目前|现有|截至|实际|(?:完成|落实|执行)情况|未(?:能|如期)*(?:实现|完成)|完成率|居全[国{DIVISION}]"
)
PERFORMED = re.compile(rf"已|(?<![没所具含拥])有(?![关力效])|共|达到?|{alternatives('performed')}")
# In a review: 全年预期增长6%,完成3%; 目标为10%. What came about is not 好于预期, nor 达到预期目标.
FORESEEN = re.compile(
    r"(?:预期(?<![于过合到了]预期)(?:目标)?(?:为|是)?(?:年均)?(?:增长|增幅|增速|涨幅|上涨)?|目标(?<![到成现了]目标)(?:值|数)?(?:为|是)(?:增长)?"
    r"|计划(?:为|是)?增长)$"
)
