"""The words by which the measure of a number is told: verbs of change, names of ratios, distances to a benchmark."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives, class_of, signs_opening, words_at
from zhibiao.grammar.reference_words import VOLTAGES
from zhibiao.grammar.remembered import Remembered
from zhibiao.lexicon import DIVISION, indicators_of

DOWN = alternatives("down")
UP = alternatives("up")
# 增加值 names an amount, 压缩空气 a thing, 增强 and its like name no change of one; 减排项目 are a kind of project.
NO_CHANGE = (
    rf"{alternatives('no_change')}|减排(?=重点|[项工]|示范|设施)"
    r"|降碳(?=[改路行技、])|降耗(?=[、和改])|压缩(?:[机站空式饼]|天然)"
    r"|减(?:排(?![二化氨氮CS])|[贫污])[^,;。、\d]{0,6}(?:重点)?(?:项目|工程|行动|措施|政策|示范|任务(?=[和及与、]))"
)
SMALLER_START = re.compile(rf"(?!{NO_CHANGE}){DOWN}")
CHANGE = re.compile(rf"(?!{NO_CHANGE})(?:({DOWN})|({UP}))")
# Most words hold none of the signs that a verb of change begins with, and one look for these tells.
CHANGE_SIGNS = signs_opening("down", "up")
CHANGE_OPENS = re.compile(f"[{class_of(CHANGE_SIGNS)}]")
# A change verb with 到, 至 or 为 behind it gives the state reached, not the change.
REACHED = Remembered(f"{alternatives('changing_verb')}了?[到至为]" + r"|由[^,;。]{0,12}$|变为|提至")
# 由1月下降31.1%转变为12月增长32.3%: how much it changed, each time.
CHANGES_PLAINLY = Remembered(r"(?:增长|下降|上涨)[\s*约近]*$")
LEVEL_VERB = Remembered(r"达到|达|突破|超过|完成|实现|稳定在|保持在|控制在|维持在|为|是|有")
# What a distance is told to: the year's goal, how far one was to be by now, the whole that the region is a part of.
A_GOAL = rf"(?:{alternatives('when_set')})*{alternatives('set_goal')}"
AWAY_FROM_A_GOAL = rf"[^,;。\d]{{0,6}}{alternatives('set_goal')}[^,;。\d]{{0,4}}差"
BEYOND = rf"超过?(?={alternatives('opens_benchmark')})"
GAP = Remembered(
    rf"(?:(?<!不)少于(?=[全国省市上标规法][一-鿿])|(?<!不){alternatives('comparative')}(?!每)|相差|{alternatives('outdoing')}|落后[于全省]|距{AWAY_FROM_A_GOAL}|[欠差塌落]后?{A_GOAL}|超额|{BEYOND}"
    r"|超过?(?=“[^”]{2,8}”(?:规划)?(?:目标|任务|计划))|远超(?=[^,;。\d]{2})|领先于|领先全"
    r"|比(?:全国|全省|全市|全区|平均|计划|目标|预算|预期)[^,;。]{0,12}[高低快慢多少]"
    r"|比(?<![占同环可]比)(?!重(?![工化点])|[例率较上去前同年十“\d]|[一二三四]季度)[^,。;:\d]{2,16}(?:高|低|多|少|快|慢)[出了约近]?$"
    # 比去年初提出的目标低0.9个百分点
    r"|比(?<![占同环可]比)[^,。;:\d]{0,12}(?:目标|计划|预期|任务|预算)值?[高低多少快慢][出了约近]?$)"
)
APART_AT_END = re.compile(r"(?:高于|低于|高出)[^,;。的]{1,8}$")
# 高于年初18%的目标2.4个百分点: how far from the number before
OF_GOAL = re.compile(r"的(?:预期|预定|年初|年度|全年|计划)*(?:目标|任务|水平|平均水平|平均)")
# What the region itself had set out to reach in the year, and not what it was given (省定目标) or planned for five years.
OWN_TARGET = r"(?:年初|年度|全年|当年|预期)(?:预期|投资)?(?:目标|计划|预算)(?:任务|数|值)*"
FROM_OWN_TARGET = Remembered(rf"(?:高于|低于|高出|超出|超过?){OWN_TARGET}[约近*\s]*$")
OF_OWN_TARGET = Remembered(rf"(?:完成|占){OWN_TARGET}的[\s*]*$")
# 比东部地区高出14.9个百分点: taken with the number, as a word of its bound
APART = frozenset({"高出"})
# 高于年初12%的目标14个百分点: the goal is told with its own number.
FROM_GOAL_TOLD = Remembered(
    r"^的?(?:年初|年度|全年|当年|预期|增长|调控|控制|考核|规划)*(?:目标|计划|任务|要求|平均水平|平均增速|平均增幅)[高低多少快慢]?[出于约近*\s]*$"
)
# 每新增一张床位补贴2000元: what is paid for each
FOR_EACH_NEW = "每新增"
# By their first signs, so that of many verbs few are tried.
ADDITION = re.compile(
    rf"新(?<!创新)(?:增(?!长[点极])|进$|{alternatives('newly_done')})|净[增减]|增(?:长|加(?!值)|(?=产|收|发?$))"
    r"|扩[招大]|减[少贫产收]|减排(?=[二化氨氮CS])|压[减降采]|压缩(?![机站空中式下饼]|天然)|下[降调]|提高|降低|裁减|精简|削减|上调|多增|少增|调减|缩[短减]"
)
# What is made wider by a project or a measure is not how many of these there are.
WIDENS, WIDENED = "扩大", re.compile(alternatives("widened"))
# 发行新增政府债券1317亿元: so much was issued, of a kind of bonds
ISSUED = re.compile("发行[^,;。、]{0,6}新增")
# 地下水位较去年上涨3.13米, 粮食亩产提升10.1斤: by how much what was named rises; 绿化提升800公里 counts what was bettered
RISES_BY = Remembered(r"(?:[上回抬攀]升|上[涨浮]|下[浮滑]|升高|减小|压降|减排)了?[约近*\s]*$")
BETTERED = "质量"  # 森林质量提升10万亩: so much land was worked on
RISES_EACH = "增发"  # 每人每月增发20元
RISES, RISING = (
    ("提升", "提标"),
    tuple(words_at("raised_end")),
)
# 航站楼完成总工程量80%: how much of the work is done.
WORK_DONE = re.compile(r"完成[^,;。]{0,6}(?:工程量|总量|任务量)$")
# 骨干工程量完成14.9%, 概算总投资完成90%
DONE_SO_FAR = Remembered(r"^(?:已|累计)*(?:完成|到位)[约近*\s]*$")
# What is raised are the examples, not how many they are.
EXAMPLES = Remembered(r"(?:提[高升]|扩大|降低|减少|下调|上调|缩短|精简)[^,;。]{2,160}等$")
# 煤炭消费总量削减、扬尘治理等12项行动: with no object behind it the verb is a noun, and an example of what is counted
AS_NOUN = Remembered(rf"[一-鿿](?:{DOWN}|{UP}|减排|降[费尘碳]|减负|增效)(?:[、和与及][^,;。]{{2,40}})?等$")
# 新增5个高新区,企业从3558家增加到7712家: how many there were.
STATE_BEFORE = Remembered(r"(?<!自)[从由](?:\d{4}年[底末初]?的?)?[约近* ]*$")
# 拉动投资增长9.4个百分点: how much of the growth comes of it.
DRIVES = Remembered(r"(?:拉动|带动|推动)[^,;。]*$")
# GDP增长9.8%,增量达到305.5亿元: not the level that is reached.
# 化肥、农药减量6800吨
INCREMENT = re.compile(r"(?:新?增量|减量|增加额|净增额|增长额)(?:达到?|为|超过?|突破|[约近* ])*$")
# 超额完成下降3.5%的任务, 超过年初预定增长9%的目标: how far it was to go, no distance.
TO_CHANGE = Remembered(
    r"(?:超额完成[^,;。]{0,4}|(?:预定|预期|计划|规划|目标)[^,;。\d]{0,4})(?:下降|降低|削减|压减|增长)$"
)
# 居全省第11位,比上年提升2位
RANK_STEPS = frozenset({"位", "名", "个位次", "位次", "个名次"})
RANK_STEP_ENDS = ("位", "名", "位次", "名次")
# 全国城市排名前移7位, 实现5年前进3位的突破: told in the name, or before what is counted
CLIMBS_IN_NAME = ("排名前移", "位次前移", "排位前移", "排名前进", "位次前进")
CLIMBED_COUNTED = Remembered(r"(?:前移|前进)了?$")
CLIMBS = Remembered(r"(?:提升|提高|上升|前移|前进|跃升|攀升|进位|晋升|下降|后移|下滑|连升)了?$")
OF_WHOLE = Remembered(rf"(?<![速幅])超过?全(?:[国省市球]|[国{DIVISION}][^,。;\d]{{1,6}}的)$")
# 出台稳增长15条措施, 重点增长企业和15个区县, 绩效管理扩大到75个单位: what rises is not how many are counted,
# nor is the object of a verb: 技术创新、人才开发、增加投入四个环节. 新增长城汽车等9户 are new.
NOT_HOW_MANY = re.compile(
    rf"(?<![净新])增长|增[收产效]|减[收产贫]|{alternatives('not_how_many')}"
    r"|(?<!新)(?:增加|减少)(?![了到至为约近])[一-鿿]{2,6}$"
)
# 提高低保标准、覆盖119万人: whom it reaches is not by how much it was raised
REACHES = tuple(words_at("reaching_verb"))
# 新入规工业企业400户: the verb is a part of the name
NEWLY = re.compile("[新净](?:[入升上纳晋]规|[纳入]统|入库)")
# 稳增长43条、促工业增长54条: so many measures, and not by how many they grew
MEASURES_COUNTED, FOR_GROWTH = ("条", "项"), re.compile(r"(?:促进?[^,;。、\d]{0,6}|[稳保])增长$")
NOT_OF_COUNTED = re.compile(rf"{alternatives('not_how_many')}了?$")
# 市场主体快速增长、突破12万户, 粮食连年增产并突破60亿斤: what stands behind the mark is reached.
AFTER_CHANGE, MARK_PASSED = (
    Remembered(r"(?:增长|增加|增产|提高|下降|减少)(?:[、,]|并)$"),
    frozenset({"突破", "超过", "跌破"}),
)
# 新增高新技术企业20家、总数突破300家: what there are in all is not what is new.
IN_ALL = Remembered(rf"{alternatives('sum_total')}(?:分别|均|已|约|近|达到?|[*\s])*$")
# Whose it is may stand before: 市区新增停车泊位, 股权交易中心新增挂牌企业. What flows is no stock that is added to: 产业集聚区新增就业5.5万人.
NEW_FLOW = r"长[点极]|的|劳动|[^,]{0,4}(?:就业|贷款|融资|投资|放款|担保)"
NEW_THING = re.compile(
    rf"(?:[一-鿿]{{0,4}}新增长[点极])?(?:[一-鿿]{{0,4}}?(?:新增(?!长[点极])|净增(?!资))|[一-鿿“”()—-]{{5,16}}?(?:新增(?!{NEW_FLOW})|净增(?!资)))"
)
NEW_OPENS = ("新增", "净增")
# 新增发电装机达到300万千瓦, 新增经营主体户数要达到20户: so many more
NEW_REACHED = re.compile(
    r"(?:[新净]增)?(?:户数|个数|数量|人数)?(?:[要将已约近]|分别|均)*(?:达到?|为|超过|突破)[约近* ]*"
)
# 新增劳动力平均受教育年限13年以上: how long those who are new were at school, and no years more
SCHOOLING = "受教育年限"
# 每个县区至少新发展5家以上: the thing is that of the clause before
NEW_AT_END = ("新增", "净增", "新发展", "新培育", "新引进", "新认定")
# 企业退休人员平均每人每月增加养老金97元, 户均增收3000元: what each has more
EACH_HAS_MORE = re.compile(
    r"(?:[人户月年]均|平均|每[人户月年])(?:每[人户月年]|[月年]均?|分别|稳定|再|各)*(?:增收|增资|增发|增加(?!值)|减少|减负|(?<=月)增)[^到至值率]{0,6}$"
)
EARNS_MORE = "增收"
# In each verb of less and more that stands within a name; most names have none of these signs.
CUTS = re.compile("[减简缩低招加]")
# 为企业降低各类成本280亿元, 高校扩招3700人, 市区增加绿化面积200万平方米: whose it is stands before the verb
INNER_CHANGE = Remembered(
    r"^(?:[^的,;。\d]{1,10}?|[^的,;。\d]{2,30}?(?:改革|调整|优化|整合|撤并|合并))(?:压减|削减|精简|裁减|核减|减少|降低|扩招|增招|增加(?!值)|压缩(?![机站空中式饼]|天然))"
    r"(?![到至率幅量后])[^的,;。\d]{0,12}(?<![后例])(?<!标准)(?<!收入)$"
)
# 从压缩下来的经费中安排18亿元: where the money comes from, not how it changes
SAVED = re.compile(r"[^的,]{2,8}(?:下来|出来)的")
# 提高起征点直接减税5000万元: what is left to the firms is an amount, whatever brings it about
RELIEF = tuple(words_at("relief"))
# 压缩行政经费5%, 压缩审批时限80%: by how much it is cut
CUT = re.compile(
    rf"{alternatives('cutting')}(?<!压缩(?=[机站空中式下饼]|天然))(?![到至率幅量后])[^的,;。\d]{{1,14}}(?<![率比例重度])$"
)
# 新增民营企业8%: so many more than there were
MORE_OF, COUNTED_ONES = re.compile("[新净]增(?:各类)?$"), ("企业", "主体", "工商户", "户数")
# 压减论坛、节庆、展会活动58%
CUT_LIST, LISTS_ON = (
    re.compile(rf"{alternatives('cutting')}[^,;。\d率比]{{1,16}}[、和及]$"),
    ("、", "和", "及"),
)
# 其中60%达10万元以上: so many of them
AMONG_THEM = "其中"
RATIO_NAME = Remembered(rf"{alternatives('ratio_end')}(?:为|达|达到|在|提高|上升|下降|降低|[一-龥]{{0,4}})?$")
GROWTH_NAME = Remembered(rf"(?:{alternatives('growth_name')}|(?:增长|增速)(?:预期|性)*目标)$")
SHRINKING = re.compile(alternatives("fall_noun"))
GROWTH_OPENING = Remembered(
    r"(?:增速|增幅|涨幅|升幅|降幅)(?:分别|均)?(?:为|达到?|由|从|在|保持|回落|回升|收窄|放缓|下降|上升|提高|提升|扩大|加快|攀升)"
)
COMPLETION = re.compile(
    rf"(?:占|完成|为|达)[^,;。]{{0,14}}{alternatives('goal_of_completion')}(?:任务|的|数)*$"
)
# 是全国平均水平的63.9%, 恢复到上年的95%, 仅为全区63%、全国56.5%: a ratio to a benchmark.
RELATIVE = Remembered(
    r"相当于|(?:[是为]|达到|恢复到)[^,;。\d]{0,8}(?:平均(?:水平|值)?|上年|去年|上年同期|去年同期|\d{4}年(?:同期)?)的$"
    rf"|全[国{DIVISION}](?:同期|平均|水平|人均|的|全[国{DIVISION}]|和|与|、)*$"
)
WHOLE = re.compile(rf"全[国{DIVISION}]|世界|全球")
STATE = Remembered(r"(?:达到|达|为|占|超过|突破)[\s*]*$")
SHARE_OF = Remembered(r"占[^,;。]{1,24}$")
# 占工业总产值比重每年提高8%
SHARE_RISES = Remembered(
    r"(?:比重|占比|比例)[^,;。]{0,6}(?:提高|提升|增加|增长|上升|下降|降低)了?[\s*约近]*$"
)
# 工业经济效益综合指数238.8%; 满意度指数 is how many are content
COMPOSITE_INDEX = "综合指数"
# 压减煤炭产能目标完成率98%
COMPLETION_RATE = "完成率"
# 核减规划面积6万公顷，占原有面积的65%, 减轻负担目标完成率100%: what was cut is the part, and its share does not fall
SHARE_OF_CHANGED = re.compile(r"占[^,;。]{1,24}$|(?:完成|到位|落实)率(?:为|达到?)?$")
# 工业和第三产业增加值分别占49.4%和47.4%: of a whole that the text leaves out
TAKES = Remembered(r"占[\s*]*$")
AMOUNT_NAME = Remembered(rf"{alternatives('amount_end')}$")
# 完成工程总量的60%, but not 由上年的8%提高到10%
OF_THING = Remembered(r"^(?![^,]*[由从])[^,]*(?<![年期月])(?<!季度|月份)的[\s*]*$")
ALL = 100
GROWN = Remembered(r"增长$")
COMPOSED = Remembered(alternatives("composition"))
# 城乡居民收入比缩小至1.76:1
RATIO_OF_TWO = Remembered(r"比(?:例|值)?(?:控制|缩小|扩大|下降|降低|提高|由|从|为|是|达)")
IN_PROPORTION = re.compile(f"{alternatives('composition')}|比例")
# Verbs that count things as new say nothing of a percentage behind the name.
OBJECT_VERB = re.compile(alternatives("counted_as_new"))

FLOWS = indicators_of("flow")
# Ratios whose percentage in a report is nearly always the change of a year.
FALLING = indicators_of("mostly_told_by_its_fall")
# 新增公路里程…，是“八五”时期的14.7倍
# 以20%以上的速度递增
SPEED = re.compile(r"(?:年均)?速度(?:递增|增长|发展|推进|上升|下降|压减)|(?:增长|递增|下降|压减|降低)?幅度")
TIMES_AS_MUCH = Remembered(r"[是为][^,;。]{2,}的$")
# 扩大到24个县: the verb right before a number that counts what stands behind it.
REACH = 4
# A length of time that is an amount of its own: 平均受教育年限.
LASTING = re.compile(alternatives("length_of_time"))
STATE_DURATION = frozenset({"年", "度", "周岁", "级", *VOLTAGES})
# 城镇新增就业1168万人,比上年增加66万人: more of what is itself an addition.
MORE_THAN_BEFORE = Remembered(
    r"(?:[比较](?:上年|去年|上一年|\d{4}年)|同比)[^,。;\d]{0,6}(?:增加|多增|少增|减少|增长|增|减|多|少|高|低)了?[近约超]?$"
)
# 货币净回笼60亿元,比上年多回笼8亿元: by how much more, though the verb begins a name of its own.
MORE_DONE = re.compile(
    r"(?:[比较](?:上年|去年|上一年|年初|\d{4}年)|同比)(?:同期)?[多少]"
    r"(?:[收购投支拨发放供销交筹吸]|安排|回笼|上缴|完成|争取|生产|入库)[^,。;\d]{0,4}$"
)


# Each of these is asked of most amounts, whose names are of many kinds; hardly any name holds the first of what it takes.
def is_apart_at_end(name: str) -> bool:
    """Say whether a name ends in what its number is higher or lower than."""
    return ("于" in name or "高出" in name) and APART_AT_END.search(name) is not None


def is_increment(words: str) -> bool:
    """Say whether words end in an increment (增量, 增加额) and in what leads to its number."""
    return ("量" in words or "额" in words) and INCREMENT.search(words) is not None


def is_more_done(name: str) -> bool:
    """Say whether a name is no more than what was done more or less of than before (比上年多回笼)."""
    return name.startswith(("比", "较", "同比")) and MORE_DONE.match(name) is not None
