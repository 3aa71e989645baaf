"""Expectations on sizes that what is measured limits: shares, growth, rates, ranks, indices.

A quarantine is kept for what cannot be so; what is merely rare is a warning.
"""

from typing import Any

from expectations.check import Check, Scope
from zhibiao.model import Severity

TABLE = "extracted.figures"
FRAME = "percentages"


def _between(
    name: str, column: str, low: float | None, high: float | None, title_zh: str, title_en: str, reason: str,
    observed: str, severity: Severity = Severity.WARNING, quarantine: bool = True,
) -> Check:  # fmt: skip
    arguments: dict[str, Any] = {"column": column}
    if low is not None:
        arguments["min_value"] = low
    if high is not None:
        arguments["max_value"] = high
    return Check(
        name=name,
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=severity,
        title_zh=title_zh,
        title_en=title_en,
        reason=reason,
        expectation="ExpectColumnValuesToBeBetween",
        arguments=arguments,
        message="{indicator_text} {value_text}: {"
        + column
        + "} is outside "
        + f"{'−∞' if low is None else f'{low:g}'} to {'∞' if high is None else f'{high:g}'}",
        quarantine=quarantine,
        observed=observed,
    )


CHECKS = (
    _between(
        name="share_is_within_100",
        column="bounded_share",
        low=0,
        high=100,
        title_zh="比重、覆盖率等在0–100%之间",
        title_en="A share lies within 0 and 100 %",
        reason="A part of a whole; a ratio to a plan or a base (完成年度计划的110.4%) is another thing and "
        "has its own check.",
        observed="100 %; 巩固率 of 102 % is real where pupils move in, and is not among them",
    ),
    _between(
        name="ratio_is_plausible",
        column="any_share",
        low=0,
        high=1000,
        title_zh="完成率等不超过1000%",
        title_en="A ratio to a plan is at most tenfold",
        reason="Completion rates pass 100 %; beyond tenfold a separator or a decimal point was lost.",
        observed="408 % of a plan",
        quarantine=False,
    ),
    _between(
        name="fall_is_within_100",
        column="fall",
        low=0,
        high=100,
        title_zh="降幅不超过100%",
        title_en="A fall is at most 100 %",
        reason="Nothing falls by more than all of it.",
        observed="100 %; 巩固率 of 102 % is real where pupils move in, and is not among them",
    ),
    _between(
        name="growth_is_plausible",
        column="growth",
        low=0,
        high=10000,
        title_zh="增幅不超过10000%",
        title_en="Growth is at most a hundredfold",
        reason="Tiny bases grow by thousands of per cent (3,000 % is real); beyond that look at the sentence.",
        observed="several thousand per cent",
        quarantine=False,
    ),
    _between(
        name="change_in_points_is_within_100",
        column="change_points",
        low=0,
        high=100,
        title_zh="百分点变动不超过100",
        title_en="A change in points is at most 100",
        reason="A share moves between 0 and 100; only completion rates have been seen to lead by 109 points.",
        observed="110 points",
        quarantine=False,
    ),
    Check(
        name="rank_is_a_whole_number",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="位次为正整数",
        title_en="A rank is a whole number from 1",
        reason="第0位 and 第4.5位 do not exist.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "place_is_whole", "value_set": [True]},
        message="{indicator_text} {value_text} is no rank",
        quarantine=True,
    ),
    _between(
        name="rank_is_plausible",
        column="place",
        low=None,
        high=3000,
        title_zh="位次不超过3000",
        title_en="A rank is at most 3,000",
        reason="China has some 2,850 counties; nobody boasts of a lower place.",
        observed="",
        quarantine=False,
    ),
    _between(
        name="per_mille_is_within_1000",
        column="per_mille",
        low=0,
        high=1000,
        title_zh="千分率在0–1000之间",
        title_en="A per mille lies within 0 and 1,000",
        reason="A part of a whole.",
        observed="14 ‰",
    ),
    _between(
        name="natural_growth_is_plausible",
        column="natural_growth",
        low=None,
        high=40,
        title_zh="人口自然增长率不超过40‰",
        title_en="Natural population growth is at most 40 ‰",
        reason="China's highest year was 33 ‰ (1963), counties since 1981 stay under 30 ‰; 8 % for 8 ‰ is a "
        "lost sign.",
        observed="14 ‰",
    ),
    _between(
        name="price_growth_is_plausible",
        column="price_growth",
        low=0,
        high=30,
        title_zh="物价涨幅不超过30%",
        title_en="Consumer prices rise by at most 30 %",
        reason="The highest since 1950 was 24.1 % (1994), some cities 28 %.",
        observed="",
    ),
    _between(
        name="price_index_is_plausible",
        column="price_index",
        low=90,
        high=130,
        title_zh="价格指数在90–130之间",
        title_en="A consumer price index lies within 90 and 130",
        reason="The year before is 100.",
        observed="",
        quarantine=False,
    ),
    _between(
        name="unemployment_is_plausible",
        column="unemployment",
        low=0,
        high=20,
        title_zh="失业率不超过20%",
        title_en="An unemployment rate is at most 20 %",
        reason="Registered rates are kept under 5 %, surveyed ones under 7 %; even the rust belt's did not "
        "pass 20 %.",
        observed="6 %",
    ),
    _between(
        name="good_air_days_fit_a_year",
        column="air_days",
        low=0,
        high=366,
        title_zh="优良天数不超过366天",
        title_en="Good-air days fit into a year",
        reason="A year has at most 366 days.",
        observed="365",
    ),
    _between(
        name="particulates_are_plausible",
        column="particulates",
        low=1,
        high=400,
        title_zh="颗粒物浓度在合理范围",
        title_en="Mean particulates lie within 1 and 400 µg/m³",
        reason="The worst yearly mean of a Chinese city was some 160 (PM2.5) and 300 (PM10).",
        observed="",
        quarantine=False,
    ),
    _between(
        name="life_expectancy_is_plausible",
        column="life_expectancy",
        low=50,
        high=95,
        title_zh="人均预期寿命在50–95岁之间",
        title_en="Life expectancy lies within 50 and 95 years",
        reason="67.8 in 1981, 79 in 2024, Macao's 85 the world's highest.",
        observed="",
        quarantine=False,
    ),
)
