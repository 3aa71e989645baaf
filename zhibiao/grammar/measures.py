"""What kind of number it is: an amount, a change, a rate, a share, a distance, a place; and its direction."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from zhibiao.grammar.names import CANONICAL_UNIT, dimension
from zhibiao.grammar.phrases import alternatives
from zhibiao.model import Measure, Quantity

DOWN = alternatives("down")
UP = alternatives("up")
SMALLER_START = re.compile(DOWN)
# 增加值 names an amount, 增强 and its like name no change of one.
NO_CHANGE = r"增加值|增值|增强|增进|增量|减免|降解|降水|降雨"
CHANGE = re.compile(rf"(?!{NO_CHANGE})(?:({DOWN})|({UP}))")
# A change verb with 到, 至 or 为 behind it gives the state reached, not the change.
CHANGING = (
    "提高|提升|增加|增长|上升|上调|扩大|发展|扩展|增|升|涨|降低|下降|下调|减少|压减|压缩|削减|缩短|缩小|回落|降|减"
    "|调整|优化|拓展|改善|延长|精简|整合|合并"
)
REACHED = re.compile(
    "|".join(f"{verb}了?[到至为]" for verb in CHANGING.split("|")) + r"|由[^,;。]{0,12}$|变为|提至"
)
LEVEL_VERB = re.compile(r"达到|达|突破|超过|完成|实现|稳定在|保持在|控制在|维持在|为|是|有")
GAP = re.compile(
    r"(?:高于|低于|高出|快于|慢于|优于|好于|落后于|领先于|领先全|超出|超额|超过?(?=年|全|目标|任务|计划|预期|序时|时序|进度|省|市平均|市定|市下达|国家|预算|上年|上级|平均|规划)|比(?:全国|全省|全市|全区|平均|计划|目标|预算|预期)[^,;。]{0,12}[高低快慢多少]"
    r"|比(?<![占同环]比)(?![重例率较上去前同年十“\d])[^,。;:\d]{2,16}(?:高|低|多|少|快|慢)[出了约近]?$)"
)
ADDITION = re.compile(
    r"新增|净增|增加(?!值)|新培育|新认定|新创建|新引进|新发展|新入选|新增加|扩招|减少|压减|新获批|新认证|增长|下降|提高|降低|减贫|裁减|精简|新设立|新登记|新成立|新招引|新入库|新签约|削减|新培养|上调|下调|多增|少增|增(?=产|收|$)|减产|减收|净减|压缩|调减|缩短|缩减|扩大"
)
# 居全省第11位,比上年提升2位
RANK_STEPS = frozenset({"位", "个位次", "位次", "个名次"})
CLIMBS = re.compile(r"(?:提升|提高|上升|前移|前进|跃升|攀升|进位|晋升|下降|后移|下滑)了?$")
OF_WHOLE = re.compile(r"超过?全[国省市球]$")
NOT_OF_COUNTED = re.compile(r"(?:扩大|提高|降低|提升|延长)了?$")
# Whose it is may stand before: 市区新增停车泊位.
NEW_THING = re.compile(r"[一-鿿]{0,4}?(?:新增|净增)")
RATIO_NAME = re.compile(
    r"(?:率|比重|占比|比例|比|度|系数|覆盖面|贡献份额|份额|水平|强度|比率|面)(?:为|达|达到|在|提高|上升|下降|降低|[一-龥]{0,4})?$"
)
GROWTH_NAME = re.compile(
    r"(?:增速|增幅|涨幅|升幅|降幅|跌幅|增长率|降低率|下降率|削减率|增长速度|上涨幅度|上涨|(?:增长|增速)(?:预期|性)*目标|增长|提速)$"
)
SHRINKING = re.compile(r"降幅|跌幅|下降率|降低率|削减率")
GROWTH_OPENING = re.compile(
    r"(?:增速|增幅|涨幅|升幅|降幅)(?:分别|均)?(?:为|达到?|由|从|在|保持|回落|收窄|放缓|下降|上升|提高|提升)"
)
COMPLETION = re.compile(
    r"(?:占|完成|为|达)[^,;。]{0,14}(?:目标|任务|计划|预算|任务数|指标|投资额?)(?:任务|的|数)*$"
)
# 是全国平均水平的63.9%, 恢复到上年的95%, 仅为全区63%、全国56.5%: a ratio to a benchmark.
RELATIVE = re.compile(
    r"相当于|(?:[是为]|达到|恢复到)[^,;。\d]{0,8}(?:平均(?:水平|值)?|上年|去年|上年同期|去年同期|\d{4}年)的$"
    r"|全[国省市区](?:同期|平均|水平|人均|的|全[国省市区]|和|与|、)*$"
)
WHOLE = re.compile(r"全[国省市县区]|世界|全球")
STATE = re.compile(r"(?:达到|达|为|占|超过|突破)[\s*]*$")
SHARE_OF = re.compile(r"占[^,;。]{1,24}$")
AMOUNT_NAME = re.compile(
    r"(?:额|值|量|收入|投资|支出|产值|利润|税收|贷款|存款|余额|投入|出口|进口|总产|销售|消费|利税|产业)$"
)
# 完成工程总量的60%, but not 由上年的8%提高到10%
OF_THING = re.compile(r"^(?![^,]*[由从])[^,]*(?<![年期])的[\s*]*$")
ALL = 100
GROWN = re.compile(r"增长$")
COMPOSED = re.compile(r"结构|构成|之比")
# 城乡居民收入比缩小至1.76:1
RATIO_OF_TWO = re.compile(r"比(?:例|值)?(?:控制|缩小|扩大|下降|降低|提高|由|从|为|是|达)")
IN_PROPORTION = re.compile(r"结构|比例|构成|之比")
# Verbs that count things as new say nothing of a percentage behind the name.
OBJECT_VERB = re.compile(r"新增|净增|新建|改善|增加值|扩大|提速|延长")

FLOWS = frozenset(
    {
        "new_urban_jobs",
        "new_loans",
        "social_financing_new",
        "new_skilled_talent",
        "new_highly_skilled_talent",
        "rural_labor_transfer",
    }
)
# Ratios whose percentage in a report is nearly always the change of a year.
FALLING = frozenset({"energy_intensity", "carbon_intensity"})
# 新增公路里程…，是“八五”时期的14.7倍
# 以20%以上的速度递增
SPEED = re.compile(r"(?:年均)?速度(?:递增|增长|发展|推进|上升|下降|压减)|(?:增长|递增|下降|压减|降低)?幅度")
TIMES_AS_MUCH = re.compile(r"[是为][^,;。]{2,}的$")
# 扩大到24个县: the verb right before a number that counts what stands behind it.
REACH = 4
# A length of time that is an amount of its own: 平均受教育年限.
LASTING = re.compile(r"年限|寿命|期限|时限|年龄")
STATE_DURATION = frozenset({"年", "千伏", "度", "期", "周岁", "级"})


class Kind(NamedTuple):
    """What a number is: its measure, and ``up``, ``down`` or null."""

    measure: Measure
    direction: str | None


def kind_of(
    quantity: Quantity,
    name: str,
    indicator_id: str | None,
    before: str,
    between: str,
    counted: bool = False,
) -> Kind:
    """Return measure and direction of a quantity.

    ``name`` is what is measured, ``before`` the words that stand before the name in its clause (with a verb
    carried over from the item before), ``between`` those from the name to the number. ``counted`` is a number
    before its name: 41%的经济总量 is a share of it, whatever it is.
    """
    verb = _governing_change(before, between)
    direction = None if verb is None else ("down" if verb[0] else "up")
    if verb is None and CHANGE.match(name):
        before = name
        direction = "down" if SMALLER_START.match(name) else "up"
    if counted and SPEED.match(name):
        return Kind(Measure.GROWTH_RATE, "down" if re.search(DOWN, name) else direction)
    if counted and GROWTH_NAME.search(name):
        return Kind(Measure.GROWTH_RATE, direction)
    if counted and dimension(quantity.unit_text) == "ratio" and not _changes_in(before):
        return Kind(Measure.SHARE, direction)
    if counted:
        # 扩大15个县的管理权限: what grows is not the number of what is counted.
        before = NOT_OF_COUNTED.sub("", before)
    measure = _measure(quantity, name, indicator_id, before, between, verb is not None)
    if quantity.sign:
        return _signed(quantity, measure, indicator_id)
    if measure is Measure.GROWTH_RATE and direction == "down" and REACHED.search(between):
        # A rise that slows down is a rise still: 涨幅从7.7%降到3.6%.
        direction = "down" if SHRINKING.search(name + between) else "up"
    return Kind(measure, direction)


def _signed(quantity: Quantity, measure: Measure, indicator_id: str | None) -> Kind:
    """A rate with a sign is a change, but of an indicator that is a rate itself: 人口自然增长率为-1.48‰."""
    ratio = CANONICAL_UNIT.get(indicator_id or "") in ("%", "‰")
    if measure is Measure.SHARE and not ratio and dimension(quantity.unit_text) == "ratio":
        measure = Measure.GROWTH_RATE
    return Kind(measure, "down" if quantity.sign < 0 else "up")


def _governing_change(before: str, between: str) -> tuple[bool] | None:
    """The last verb of change behind the name, else before it; True where it means a fall."""
    return _last_change(between) or _last_change(before)


@lru_cache(maxsize=16384)
def _last_change(words: str) -> tuple[bool] | None:
    found = None
    for found in CHANGE.finditer(words):  # noqa: B007 - the last one is wanted
        pass
    return None if found is None else (found.group(1) is not None,)


def _measure(
    quantity: Quantity, name: str, indicator_id: str | None, before: str, between: str, changes: bool
) -> Measure:
    if quantity.rank:
        return Measure.RANK
    if quantity.unit_text == "点":
        return Measure.INDEX
    if quantity.unit_text in RANK_STEPS and CLIMBS.search(between):
        return Measure.CHANGE_AMOUNT
    if quantity.unit_text is not None and quantity.unit_text.startswith("/"):
        return Measure.SHARE
    if ":" in between[-1:] or (quantity.unit_text is None and COMPOSED.search(between)):
        return Measure.SHARE
    kind = dimension(quantity.unit_text)
    part = quantity.unit_text is None and 0 < quantity.number < 1
    if between.strip() == "的" and (kind == "ratio" or part):
        return Measure.SHARE  # 新增财力的三分之二用于…
    if quantity.unit_text == "番":
        return Measure.OTHER
    if kind == "points":
        return _points(name, indicator_id, before, between)
    if kind == "ratio":
        return _percentage(quantity, name, indicator_id, before, between, changes)
    if kind == "multiple" and TIMES_AS_MUCH.search(between):
        return Measure.OTHER
    if kind == "multiple":
        if GAP.search(between):
            return Measure.GAP
        return Measure.GROWTH_RATE if changes and not REACHED.search(between) else Measure.OTHER
    if quantity.unit_text is None and kind == "none":
        special = _unitless(quantity, name, before, between, changes)
        if special is not None:
            return special
    if GAP.search(between):
        return Measure.GAP
    if indicator_id in FLOWS:
        return Measure.LEVEL
    if name == "连续":
        return Measure.OTHER
    lasts = quantity.unit_text in STATE_DURATION and not LASTING.search(name)
    if lasts and indicator_id is None and not changes:
        return Measure.OTHER
    reached = REACHED.search(between) or (not between and REACHED.search(before[-REACH:]))
    if (
        not reached
        and not LEVEL_VERB.search(between[-4:])
        and (ADDITION.search(before + between) or NEW_THING.match(name))
    ):
        return Measure.CHANGE_AMOUNT
    return Measure.LEVEL


def _points(name: str, indicator_id: str | None, before: str, between: str) -> Measure:
    if GAP.search(between):
        return Measure.GAP
    ratio = (
        CANONICAL_UNIT.get(indicator_id or "") in ("%", "‰")
        or RATIO_NAME.search(name)
        or SHARE_OF.search(name)
    )
    if not ratio and GROWN.search(between) and AMOUNT_NAME.search(name):
        return Measure.GROWTH_RATE
    return Measure.CHANGE_POINTS


def _percentage(
    quantity: Quantity, name: str, indicator_id: str | None, before: str, between: str, changes: bool
) -> Measure:
    if OF_WHOLE.search(between):
        return Measure.SHARE
    if GAP.search(between) and not SHARE_OF.search(between):
        return Measure.GAP
    if indicator_id == "cpi":
        return Measure.INDEX if 85 <= quantity.number <= 130 else Measure.GROWTH_RATE
    grows = (
        GROWTH_OPENING.match(between)
        or GROWTH_NAME.search(name)
        or (not REACHED.search(between) and GROWTH_NAME.search(between.rstrip("达到为在控制保持约近 *")))
    )
    if grows and CANONICAL_UNIT.get(indicator_id or "") != "‰":
        return Measure.GROWTH_RATE
    if OF_THING.search(between) or (quantity.number == ALL and not changes):
        return Measure.SHARE
    if SHARE_OF.search(between) or RELATIVE.search(between) or COMPLETION.search(name + between):
        return Measure.SHARE
    if _changes_in(between) or _changes_in(OBJECT_VERB.sub("", before)[-4:]):
        return Measure.SHARE if REACHED.search(between) else Measure.GROWTH_RATE
    if indicator_id in FALLING:
        return Measure.GROWTH_RATE
    canonical = CANONICAL_UNIT.get(indicator_id or "")
    if canonical in ("%", "‰"):
        return Measure.SHARE
    if quantity.unit_text == "‰" or RATIO_NAME.search(name):
        return Measure.SHARE
    if indicator_id is not None or (AMOUNT_NAME.search(name) and not STATE.search(between)):
        return Measure.GROWTH_RATE
    return Measure.SHARE


def _changes_in(words: str) -> bool:
    return CHANGE.search(words) is not None


def _unitless(quantity: Quantity, name: str, before: str, between: str, changes: bool) -> Measure | None:
    """Fractions, ratios of three industries and indices carry no unit."""
    if name.endswith("指数") or between.startswith("指数"):
        return Measure.INDEX
    if quantity.number < 1 and (
        SHARE_OF.search(between) or WHOLE.search(between) or RELATIVE.search(name + between)
    ):
        return Measure.SHARE
    # 审批提速1/3以上
    grows = (changes or GROWTH_NAME.search(name)) and not REACHED.search(between)
    if quantity.number < 1 and (quantity.chinese or grows):
        return Measure.GROWTH_RATE if grows else Measure.SHARE
    if IN_PROPORTION.search(name + between) or name.endswith("比") or RATIO_OF_TWO.match(between):
        return Measure.SHARE
    return None
