"""Expectations on sizes that what is measured limits: shares, growth, rates, ranks, indices.

A quarantine is kept for what cannot be so; what is merely rare is a warning.
"""

from typing import Any

from expectations.check import Check
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
        "share_is_within_100",
        "bounded_share",
        0,
        100,
        "比重、覆盖率等在0–100%之间",
        "A share lies within 0 and 100 %",
        "A part of a whole; a ratio to a plan or a base (完成年度计划的110.4%) is another thing and "
        "has its own check.",
        "100 %",
    ),
    _between(
        "ratio_is_plausible",
        "any_share",
        0,
        1000,
        "完成率等不超过1000%",
        "A ratio to a plan is at most tenfold",
        "Completion rates pass 100 %; beyond tenfold a separator or a decimal point was lost.",
        "408 % of a plan",
        quarantine=False,
    ),
    _between(
        "fall_is_within_100",
        "fall",
        0,
        100,
        "降幅不超过100%",
        "A fall is at most 100 %",
        "Nothing falls by more than all of it.",
        "100 %",
    ),
    _between(
        "growth_is_plausible",
        "growth",
        0,
        10000,
        "增幅不超过10000%",
        "Growth is at most a hundredfold",
        "Tiny bases grow by thousands of per cent (3,000 % is real); beyond that look at the sentence.",
        "several thousand per cent",
        quarantine=False,
    ),
    _between(
        "gdp_growth_is_plausible",
        "gdp_growth",
        0,
        60,
        "经济增速在合理范围",
        "GDP growth of a region is at most 60 %",
        "Provinces have reached 41 % (Hainan 1992), boom counties some 50 % in a year; above 60 % it "
        "is a five-year sum or misread.",
        "",
        quarantine=False,
    ),
    _between(
        "income_growth_is_plausible",
        "income_growth",
        0,
        60,
        "居民收入与消费增速在合理范围",
        "Growth of incomes and retail sales in a year is at most 60 %",
        "The inflation of 1994 brought incomes to +35 %.",
        "",
        quarantine=False,
    ),
    _between(
        "change_in_points_is_within_100",
        "change_points",
        0,
        100,
        "百分点变动不超过100",
        "A change in points is at most 100",
        "A share moves between 0 and 100; growth rates that change by more are not written in points.",
        "",
    ),
    Check(
        name="rank_is_a_whole_number",
        table=TABLE,
        frame=FRAME,
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
        "rank_is_plausible",
        "place",
        None,
        3000,
        "位次不超过3000",
        "A rank is at most 3,000",
        "China has some 2,850 counties; nobody boasts of a lower place.",
        "",
        quarantine=False,
    ),
    _between(
        "per_mille_is_within_1000",
        "per_mille",
        0,
        1000,
        "千分率在0–1000之间",
        "A per mille lies within 0 and 1,000",
        "A part of a whole.",
        "14 ‰",
    ),
    _between(
        "natural_growth_is_plausible",
        "natural_growth",
        None,
        40,
        "人口自然增长率不超过40‰",
        "Natural population growth is at most 40 ‰",
        "China's highest year was 33 ‰ (1963), counties since 1981 stay under 30 ‰; 8 % for 8 ‰ is a "
        "lost sign.",
        "14 ‰",
    ),
    _between(
        "price_growth_is_plausible",
        "price_growth",
        0,
        30,
        "物价涨幅不超过30%",
        "Consumer prices rise by at most 30 %",
        "The highest since 1950 was 24.1 % (1994), some cities 28 %.",
        "",
    ),
    _between(
        "price_index_is_plausible",
        "price_index",
        90,
        130,
        "价格指数在90–130之间",
        "A consumer price index lies within 90 and 130",
        "The year before is 100.",
        "",
        quarantine=False,
    ),
    _between(
        "unemployment_is_plausible",
        "unemployment",
        0,
        20,
        "失业率不超过20%",
        "An unemployment rate is at most 20 %",
        "Registered rates are kept under 5 %, surveyed ones under 7 %; even the rust belt's did not "
        "pass 20 %.",
        "6 %",
    ),
    _between(
        "research_intensity_is_plausible",
        "rd_intensity",
        0,
        20,
        "研发投入强度不超过20%",
        "R&D intensity is at most 20 %",
        "Beijing, the highest, has 6.5 %; a district of laboratories may have more.",
        "",
        quarantine=False,
    ),
    _between(
        "good_air_days_fit_a_year",
        "air_days",
        0,
        366,
        "优良天数不超过366天",
        "Good-air days fit into a year",
        "A year has at most 366 days.",
        "365",
    ),
    _between(
        "particulates_are_plausible",
        "particulates",
        1,
        400,
        "颗粒物浓度在合理范围",
        "Mean particulates lie within 1 and 400 µg/m³",
        "The worst yearly mean of a Chinese city was some 160 (PM2.5) and 300 (PM10).",
        "",
        quarantine=False,
    ),
    _between(
        "life_expectancy_is_plausible",
        "life_expectancy",
        50,
        95,
        "人均预期寿命在50–95岁之间",
        "Life expectancy lies within 50 and 95 years",
        "67.8 in 1981, 79 in 2024, Macao's 85 the world's highest.",
        "",
        quarantine=False,
    ),
)
