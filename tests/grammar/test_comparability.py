"""Sentence → whether its number, ``‹7›``, is the value of one year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhibiao.folding import fold
from zhibiao.grammar.comparability import mark_comparability
from zhibiao.model import Bound, Figure, Measure, Status, YearScope

ENERGY = {"indicator_id": "energy_intensity", "measure": Measure.GROWTH_RATE}
MEAN, TOTAL, LIMIT = YearScope.YEARLY_MEAN, YearScope.SEVERAL_YEARS, YearScope.LIMIT_OVER_YEARS


def marked(text: str, **facts: Any) -> Figure:
    """Return the figure that a text has between ‹ and ›, of the year 2024 unless told otherwise."""
    before, value_text, behind = text.replace("›", "‹").split("‹")
    fields: dict[str, Any] = {
        "figure_id": "f", "value_text": value_text, "number": Decimal(7), "number_high": None,
        "unit_text": None, "value": Decimal(7), "value_high": None, "unit": None, "bound": Bound.EXACT,
        "bound_text": None, "measure": Measure.SHARE, "direction": None, "indicator_text": None,
        "indicator_id": None, "status": Status.ACTUAL, "is_headline": False,
        "period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31), "period_text": None,
        "region_code": None, "region_text": None, "entity_text": None, "quote": before + value_text + behind,
        "section": "", "commitment": None, "rule": "test",
    }  # fmt: skip
    figure = Figure(char_start=len(before), char_end=len(before + value_text), **(fields | facts))
    mark_comparability(fold(before + value_text + behind), [figure])
    return figure


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("PM2.5浓度年均下降‹7›。", {"measure": Measure.CHANGE_AMOUNT}, MEAN),
        ("PM2.5年均浓度下降到‹7›。", {"measure": Measure.LEVEL}, None),
        ("PM2.5年均质量浓度值为‹7›。", {"measure": Measure.LEVEL}, None),
        ("进出口、消费、投资年均分别增长30.2%、15.1%、‹7›。", {"measure": Measure.GROWTH_RATE}, MEAN),
        ("财政收入年均增长8%;消费增长‹7›。", {"measure": Measure.GROWTH_RATE}, None),
        ("工农业总产值平均每年增长‹7›。", {"measure": Measure.GROWTH_RATE}, MEAN),
        ("每年新增城镇就业岗位‹7›。", {"measure": Measure.LEVEL}, MEAN),
        ("城镇登记失业率每年都为‹7›。", {}, None),
        ("城镇累计新增就业‹7›。", {"measure": Measure.LEVEL}, TOTAL),
        ("城镇累计新增就业‹7›。", {"measure": Measure.LEVEL, "period_text": "1—12月"}, None),
        ("全年城镇新增就业累计‹7›。", {"measure": Measure.LEVEL}, None),
        ("新增高新技术企业2家,累计达到‹7›。", {"measure": Measure.LEVEL, "unit": "家"}, None),
        ("人口自然增长率五年平均‹7›。", {}, TOTAL),
        ("人口自然增长率3年平均‹7›。", {}, TOTAL),
        ("二〇二五年城镇登记失业率‹7›。", {}, None),
        ("城镇化率比五年前提高到‹7›。", {}, None),
        ("民生支出占比连续五年超过‹7›。", {}, None),
        ("城镇登记失业率历年都控制在‹7›。", {}, LIMIT),
        ("“十四五”期间城镇登记失业率控制在‹7›。", {}, LIMIT),
        ("二〇二五年城镇登记失业率控制在‹7›。", {}, None),
        ("人口自然增长率五年平均控制在‹7›，", {"bound": Bound.AT_MOST, "status": Status.TARGET}, LIMIT),
        ("人口自然增长率五年年均控制在‹7›，", {"status": Status.TARGET}, LIMIT),
        ("失业率控制在‹7›，", {"bound": Bound.AT_MOST, "status": Status.TARGET}, None),
        ("五年新增就业9人，登记失业率控制在‹7›。", {"period_text": "五年"}, LIMIT),
        ("单位能耗下降‹7›。", ENERGY | {"section": "一、“十一五”时期及2010年回顾"}, TOTAL),
        ("单位能耗下降‹7›。", ENERGY | {"section": "一、过去五年和2015年工作"}, TOTAL),
        (
            "2010年单位能耗下降‹7›。",
            ENERGY | {"section": "一、“十一五”时期及2010年回顾", "period_text": "2010年"},
            None,
        ),
        ("单位能耗下降‹7›。", ENERGY | {"section": "一、2015年工作回顾"}, None),
        ("单位能耗下降‹7›。", ENERGY | {"section": "一、二〇一五年工作回顾 > 新时期"}, None),
        ("单位能耗下降‹7›。", ENERGY | {"section": "一、今后五年", "status": Status.TARGET}, None),
        (
            "地区生产总值增长‹7›。",
            ENERGY | {"section": "一、“十一五”时期及2010年回顾", "indicator_id": "gdp"},
            None,
        ),
        ("登记失业率控制在‹7›。", {"section": "三、努力实现“十四五”良好开局"}, LIMIT),
        ("登记失业率控制在‹7›。", {"section": "三、努力实现“十四五”良好开局", "is_headline": True}, None),
        ("登记失业率控制在‹7›。", {"period_text": "近5年"}, LIMIT),
        ("登记失业率控制在‹7›。", {"period_text": "2014年"}, None),
        ("登记失业率控制在‹7›。", {"period_text": "二〇一四年"}, None),
        ("五年新增就业9人。登记失业率控制在‹7›。", {}, None),
        ("城镇登记失业率‹7›。", {"bound": Bound.AT_MOST, "section": "一、过去五年工作回顾"}, LIMIT),
        ("城镇登记失业率‹7›。", {"bound": Bound.AT_MOST, "section": "一、2024年和过去五年工作回顾"}, None),
        ("城镇登记失业率‹7›。", {"section": "一、过去五年工作回顾"}, None),
    ],
)
def test_what_a_number_is_of(text: str, facts: dict[str, Any], expected: YearScope | None) -> None:
    assert marked(text, **facts).year_scope is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("消费增长‹7%›。", True),
        ("消费比上年增长‹7%›。", True),
        ("消费比2023年增长‹7%›。", True),
        ("消费比2023 年增长‹7%›。", True),
        ("消费比2005年增长‹7%›。", False),
        ("消费比“十二五”末增长‹7%›。", False),
        ("消费比2005年增长80%。投资增长‹7%›。", True),
        ("生产总值由2019年的3亿元增加到5亿元，增长‹7%›。", False),
        ("涨幅从‹7.7%›降到3.6%。", False),
        ("涨幅从7.7%降到‹3.6%›。", False),
        ("涨幅由上年的5%提高到‹7%›。", True),
    ],
)
def test_growth_on_the_year_before(text: str, expected: bool) -> None:
    assert marked(text, measure=Measure.GROWTH_RATE).is_year_on_year is expected


def test_what_is_no_rate_has_no_base() -> None:
    assert marked("失业率比2005年低，为‹7%›。").is_year_on_year is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确保增长14%、力争增长‹15%›。", True),
        ("确保增长‹14%›、力争增长15%。", False),
        ("力争全面完成，增长‹7%›。", False),
    ],
)
def test_only_its_own_words_make_a_stretch_goal(text: str, expected: bool) -> None:
    assert marked(text).is_stretch is expected


def test_the_qualifier_of_its_name() -> None:
    assert marked("‹7›", indicator_text="地方一般公共预算收入").is_called_local
    assert not marked("‹7›", indicator_text="一般公共预算收入").is_called_local
    assert not marked("‹7›").is_called_local


def test_a_distance_or_a_place_is_told_by_its_clause() -> None:
    text = "预期目标：出口增速高于全省‹1个百分点›以上，消费增长8%。"
    headline = {"is_headline": True, "status": Status.TARGET}
    told = marked(text, measure=Measure.GAP, **headline).target_text
    assert told == "出口增速高于全省1个百分点以上"
    assert marked(text, measure=Measure.GAP).target_text is None
    assert marked(text, measure=Measure.GROWTH_RATE, **headline).target_text is None


def test_the_length_of_the_text_costs_nothing() -> None:
    assert marked("年均" + "长" * 200_000 + "‹7›。").year_scope is None
