"""The decision tables of the measure of percentages and of percentage points."""

from __future__ import annotations

from zhibiao.grammar import measure_words as words
from zhibiao.grammar.measure_clues import (
    HIGHEST_INDEX,
    LOWEST_INDEX,
    Between,
    Row,
    changes_in,
    changes_in_name,
    changes_nearby,
    grows_by_its_amount,
    grows_by_name,
    is_ratio,
    reached,
)
from zhibiao.grammar.names import CANONICAL_UNIT, PRICES
from zhibiao.model import Measure

POINTS: tuple[Row, ...] = (
    Between(
        "points_from_target",
        Measure.GAP,
        lambda c: words.FROM_OWN_TARGET.search(c.between),
        "生产总值增长8.6%，高于年初计划⟦0.1个百分点⟧。",
    ),
    Between(
        "points_from_goal_told",
        Measure.GAP,
        lambda c: words.FROM_GOAL_TOLD.search(c.between),
        "投资增长20.4%，高于年初18%的目标⟦2.4个百分点⟧。",
    ),
    Row(
        "points_apart",
        Measure.GAP,
        lambda c: (
            words.GAP.search(c.between)
            or c.quantity.bound_text in words.APART
            or words.OF_GOAL.fullmatch(c.between)
            # 主要指标增速均高于全省平均水平⟦1个百分点⟧: of no thing named
            or not (c.name or c.between or words.GAP.search(c.before) is None)
        ),
        "生产总值增速高于全省⟦0.7个百分点⟧。",
    ),
    Row(
        "points_for_percent",
        Measure.GROWTH_RATE,
        lambda c: (
            words.GROWN.search(c.between)
            and words.AMOUNT_NAME.search(c.name)
            and not words.DRIVES.search(c.before + c.name)
            and not (is_ratio(c) or words.RATIO_NAME.search(c.name) or words.SHARE_OF.search(c.name))
        ),
        "财政收入增长⟦5个百分点⟧。",
    ),
    Row("points", Measure.CHANGE_POINTS, lambda _: True, "城镇化率提高⟦1.2个百分点⟧。"),
)

PERCENTAGES: tuple[Row, ...] = (
    Between(
        "of_whole_country",
        Measure.SHARE,
        lambda c: words.OF_WHOLE.search(c.between),
        "手机产量超过全国⟦30%⟧。",
    ),
    Between(
        "percent_apart",
        Measure.GAP,
        lambda c: (
            words.GAP.search(c.between)
            and not words.SHARE_OF.search(c.between)
            and not words.TO_CHANGE.search(c.between)
        ),
        "财政收入超预算⟦5%⟧。",
    ),
    Row(
        "grows_behind",
        Measure.GROWTH_RATE,
        lambda c: c.quantity.grows and not words.DRIVES.search(c.before + c.name + c.between),
        "产业营收保持⟦20%⟧以上的快速增长。",
    ),
    Row(
        "price_index",
        Measure.INDEX,
        lambda c: c.indicator_id in PRICES and LOWEST_INDEX <= c.quantity.number <= HIGHEST_INDEX,
        "居民消费价格指数为⟦102.1%⟧。",
    ),
    Row("price_rise", Measure.GROWTH_RATE, lambda c: c.indicator_id in PRICES, "居民消费价格上涨⟦2%⟧。"),
    Row(
        "index_in_percent",
        Measure.INDEX,
        lambda c: (
            c.quantity.number > words.ALL  # no share of anything
            and c.name.endswith(words.COMPOSITE_INDEX)
            and (reached(c) or not changes_nearby(c))
        ),
        "工业经济效益综合指数为⟦238.8%⟧。",
    ),
    Row("growth_named", Measure.GROWTH_RATE, grows_by_name, "生产总值增速为⟦8%⟧。"),
    Between(
        "of_target",
        Measure.SHARE,
        lambda c: words.OF_OWN_TARGET.search(c.between),
        "城镇新增就业5.8万人，完成年度目标的⟦116%⟧。",
    ),
    Row(
        "of_a_thing",
        Measure.SHARE,
        lambda c: words.OF_THING.search(c.between) or (c.quantity.number == words.ALL and not c.changes),
        "群众满意率均为⟦100%⟧。",
    ),
    Between(
        "share_rises",
        Measure.GROWTH_RATE,
        lambda c: words.SHARE_OF.search(c.between) and words.SHARE_RISES.search(c.between),
        "绿色产业产值占工业总产值比重每年提高⟦8%⟧以上。",
        "plan",
    ),
    Row(
        "share_of",
        Measure.SHARE,
        lambda c: (
            words.SHARE_OF.search(c.between)
            or words.RELATIVE.search(c.between)
            or words.COMPLETION.search(c.name + c.between)
        ),
        "装机容量达3014兆瓦，占全区⟦37.7%⟧。",
    ),
    Between(
        "growth_after_change",
        Measure.GROWTH_RATE,
        lambda c: (
            CANONICAL_UNIT.get(c.indicator_id or "") == "元"
            and words.AMOUNT_NAME.search(c.name)
            and not c.name.endswith("产业")
            and changes_nearby(c)
            and reached(c)
        ),
        "生产总值由一季度的3.8%回升到全年的⟦6.5%⟧。",
    ),
    Between(
        "state_after_change",
        Measure.SHARE,
        lambda c: changes_nearby(c) and reached(c),
        "城镇化率提高到⟦60%⟧。",
    ),
    Row(
        "how_much_is_done",
        Measure.SHARE,
        lambda c: c.name.endswith(words.COMPLETION_RATE) and not changes_in(c.between),
        "压减煤炭产能目标完成率⟦98%⟧。",
    ),
    Row("verb_of_change", Measure.GROWTH_RATE, changes_nearby, "刑事发案率同比下降⟦39.4%⟧。"),
    Row("verb_in_name", Measure.GROWTH_RATE, changes_in_name, "市级部门精简内设机构⟦20%⟧。"),
    Row(
        "falls_by_nature",
        Measure.GROWTH_RATE,
        lambda c: c.indicator_id in words.FALLING,
        "单位生产总值能耗控制在⟦3%⟧以内。",
    ),
    Row("ratio_indicator", Measure.SHARE, is_ratio, "城镇登记失业率为⟦3.5%⟧。"),
    Row(
        "ratio_named",
        Measure.SHARE,
        lambda c: c.quantity.unit_text == "‰" or words.RATIO_NAME.search(c.name),
        "自来水普及率为⟦98%⟧。",
    ),
    Row(
        "amount_in_percent",
        Measure.GROWTH_RATE,
        grows_by_its_amount,
        "生产总值⟦8%⟧左右。",
        "plan",
    ),
    Row(
        "more_of_counted",
        Measure.GROWTH_RATE,
        lambda c: (
            words.MORE_OF.search(c.before)
            and c.name.endswith(words.COUNTED_ONES)
            and not c.between.strip(" *约近超过")
        ),
        "新增民营企业⟦8%⟧以上。",
    ),
    Row("percentage", Measure.SHARE, lambda _: True, "班车通达⟦95%⟧。"),
)
