"""The decision tables of the measure: what kind of number it is, row by row."""

from __future__ import annotations

from zhibiao.grammar import measure_words as words
from zhibiao.grammar.decisions import DecisionTable
from zhibiao.grammar.measure_clues import (
    PARTS,
    Between,
    Clues,
    Row,
    adds,
    changes_in,
    changes_nearby,
    climbs,
    fraction_grows,
    is_fraction,
    is_length_of_time,
    is_taken_of_fraction,
    reached,
)
from zhibiao.grammar.measure_ratios import PERCENTAGES, POINTS
from zhibiao.model import Measure

# A number before its name: 41%的经济总量 is a share of it, whatever it is.
COUNTED: tuple[Row, ...] = (
    Row(
        "speed_behind",
        Measure.GROWTH_RATE,
        lambda c: c.kind in PARTS and words.SPEED.match(c.name),
        "一律按不低于⟦5%⟧的幅度压减一般性支出。",
    ),
    Row(
        "growth_behind",
        Measure.GROWTH_RATE,
        lambda c: c.kind in PARTS and words.GROWTH_NAME.search(c.name),
        "实现了⟦12%⟧以上的经济增长。",
    ),
    Row(
        "share_behind",
        Measure.SHARE,
        lambda c: c.kind == "ratio" and not changes_in(c.before),
        "⟦90%⟧的行政村通了公路。",
    ),
)
SPEED_BEHIND = COUNTED[0]

OPENING: tuple[Row, ...] = (
    Row("rank", Measure.RANK, lambda c: c.quantity.rank, "生产总值居全省⟦第3位⟧。"),
    Row(
        "index_in_points",
        Measure.INDEX,
        lambda c: c.quantity.unit_text == "点",
        "景气指数为⟦135点⟧。",
        ends=("点",),
    ),
    Row(
        "climbs_places",
        Measure.CHANGE_AMOUNT,
        lambda c: c.quantity.unit_text in words.RANK_STEPS and climbs(c),
        "生产总值居全省第11位，比上年提升⟦2位⟧。",
        ends=words.RANK_STEP_ENDS,
    ),
    Row(
        "for_each",
        Measure.SHARE,
        lambda _: True,
        "孕产妇死亡率控制在⟦9/10万⟧以内。",
        "plan",
        ends=("/10万",),
    ),
    Between(
        "term_of_ratio",
        Measure.SHARE,
        lambda c: (
            c.between.endswith(":") or (c.quantity.unit_text is None and words.COMPOSED.search(c.between))
        ),
        "三次产业结构调整为⟦18.8⟧:43.2:38。",
    ),
    Between(
        "part_of_name",
        Measure.SHARE,
        lambda c: (
            c.between.strip() == "的"
            and (c.kind == "ratio" or is_fraction(c))
            and not words.GROWTH_OPENING.search(c.name)
        ),
        "新增财力的⟦80%⟧用于民生。",
    ),
    Row(
        "doublings", Measure.OTHER, lambda c: c.quantity.unit_text == "番", "生产总值翻⟦一番⟧。", ends=("番",)
    ),
)

MULTIPLES: tuple[Row, ...] = (
    Between(
        "times_another",
        Measure.OTHER,
        lambda c: words.TIMES_AS_MUCH.search(c.between),
        "财政收入是2010年的⟦2.5倍⟧。",
    ),
    Between(
        "times_apart",
        Measure.GAP,
        lambda c: words.GAP.search(c.between),
        "职工平均工资比农民全年平均收入高⟦一倍⟧多。",
    ),
    Row(
        "grows_times",
        Measure.GROWTH_RATE,
        lambda c: c.changes and changes_nearby(c) and not reached(c),
        "财政收入增长⟦1.5倍⟧。",
    ),
    Row("times", Measure.OTHER, lambda _: True, "财政收入相当于⟦3倍⟧。"),
)

# Fractions, ratios of three industries and indices carry no unit.
UNITLESS: tuple[Row, ...] = (
    Row("to_one", Measure.SHARE, lambda c: c.quantity.to_one, "城乡居民收入差距缩小到⟦2.8:1⟧。"),
    Row(
        "index_named",
        Measure.INDEX,
        lambda c: c.name.endswith("指数") or c.between.startswith("指数"),
        "居民消费价格指数为⟦102⟧。",
    ),
    Row(
        "fraction_of",
        Measure.SHARE,
        lambda c: c.quantity.number < 1 and is_taken_of_fraction(c),
        "汽车产量占全国⟦1/4⟧。",
    ),
    Row(
        "fraction_more",
        Measure.GROWTH_RATE,
        lambda c: c.quantity.number < 1 and fraction_grows(c),
        "审批提速⟦1/3⟧以上。",
    ),
    Row(
        "fraction",
        Measure.SHARE,
        lambda c: c.quantity.number < 1 and c.quantity.chinese,
        "近⟦三分之一⟧的村通了客车。",
    ),
    Row(
        "proportion",
        Measure.SHARE,
        lambda c: (
            words.IN_PROPORTION.search(c.name + c.between)
            or c.name.endswith("比")
            or words.RATIO_OF_TWO.match(c.between)
        ),
        "城乡居民收入比缩小至⟦1.76⟧。",
    ),
)

AMOUNTS: tuple[Row, ...] = (
    Row(
        "apart",
        Measure.GAP,
        # 收入增速高于经济增速、突破3万元: another item says what was reached
        lambda c: (
            (words.GAP.search(c.between) and not c.between.endswith(("、", ",")))
            # 168个试点村平均收入高于其他村⟦18.7万元⟧
            or (not (c.between or c.counted) and words.is_apart_at_end(c.name))
        ),
        "优良天数超目标任务⟦18天⟧。",
    ),
    Between(
        "change_of_flow",
        Measure.CHANGE_AMOUNT,
        lambda c: c.indicator_id in words.FLOWS and words.MORE_THAN_BEFORE.search(c.between),
        "城镇新增就业1168万人，比上年增加⟦66万人⟧。",
    ),
    Row("flow", Measure.LEVEL, lambda c: c.indicator_id in words.FLOWS, "城镇新增就业⟦6.9万人⟧。"),
    Row("lasting", Measure.OTHER, lambda c: c.name == "连续", "粮食产量连续⟦20年⟧增长。"),
    Row(
        "length_of_time",
        Measure.OTHER,
        is_length_of_time,
        "审批时间为⟦3年⟧。",
        ends=tuple(words.STATE_DURATION),
    ),
    Row(
        "increment",
        Measure.CHANGE_AMOUNT,
        lambda c: words.is_increment(c.between if c.counted else c.name + c.between),
        "生产总值增长9.8%，增量达到⟦305.5亿元⟧。",
    ),
    Row("addition", Measure.CHANGE_AMOUNT, adds, "新增高新技术企业⟦175家⟧。"),
    Row(
        "more_than_year_before",
        Measure.CHANGE_AMOUNT,
        # 蔬菜均价比上年低0.5元: of nothing named
        lambda c: words.MORE_THAN_BEFORE.search(c.between or c.name),
        "植树造林447万亩，比上年多⟦117万亩⟧。",
    ),
    Row(
        "more_done",
        Measure.CHANGE_AMOUNT,
        lambda c: words.is_more_done(c.name),
        "货币净回笼60亿元，比上年多回笼⟦8亿元⟧。",
    ),
    Row("level", Measure.LEVEL, lambda _: True, "生产总值达到⟦3347.6亿元⟧。"),
)

MEASURES: dict[str, DecisionTable[Clues, Measure]] = {
    "points": DecisionTable(OPENING + POINTS),
    "ratio": DecisionTable(OPENING + PERCENTAGES),
    "multiple": DecisionTable(OPENING + MULTIPLES),
    "none": DecisionTable(OPENING + UNITLESS + AMOUNTS),
}
OTHER_DIMENSIONS = DecisionTable(OPENING + AMOUNTS)
