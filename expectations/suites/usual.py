"""Expectations drawn from what real reports have shown: rates, amounts and directions that would be a record.

They are data (usual_rates.csv, usual_amounts.csv, usual_directions.csv), with what was observed beside them, and lie
somewhat beyond it. A value outside is not impossible: it is worth a look, and stays among the facts.
"""

from expectations.check import Check, Scope
from zhibiao.model import Severity

TABLE = "extracted.figures"
FRAME = "usual"

CHECKS = (
    Check(
        name="rate_is_usual",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="增速、比重在常见范围内",
        title_en="A rate is within what reports have shown",
        reason=(
            "GDP targets went up to 22 %, years up to 41 %: usual_rates.csv holds a range for each "
            "indicator, narrower "
            "for headline targets. Growth over several years, or of no known period, is left out."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "rate_is_usual", "value_set": [True]},
        message=(
            "{indicator_text} {value_text}: usual are {lowest} to {usual_highest}, for a headline target "
            "{highest_target} ({observed_rate})"
        ),
    ),
    Check(
        name="amount_is_usual",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="数额在同级地区常见量级内",
        title_en="An amount is of the usual order for the level of its region",
        reason=(
            "万 for 亿 moves an amount by 10⁴. usual_amounts.csv holds the powers of ten of each "
            "indicator and unit by "
            "level (county, prefecture, province, nation), a power and more beyond the middle 96 % of "
            "real reports."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "amount_is_usual", "value_set": [True]},
        message="{indicator_text} {value_text}: 10^{power} for a {level}; usual are {lowest_power} to 10^{highest_power}",
    ),
    Check(
        name="scale_fits_the_words",
        table=TABLE,
        frame="worded",
        scope=Scope.FIGURE,
        severity=Severity.INFO,
        title_zh="万、亿与所述事物相称",
        title_en="万 or 亿 suits what is told",
        reason=(
            "Of what has no indicator the words tell what is usual: no province has 3 万元 of 到位资金, and no city 5 亿 of "
            "受益群众. usual_scales.csv has the powers of ten of the words that a name ends in; one that would be usual in "
            "the other of 万 and 亿 is told."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "scale_fits_words", "value_set": [True]},
        message=(
            "{indicator_text} {value_text}: 10^{power} {unit}; {compared} amounts of {words} lie between "
            "10^{lowest_power} and 10^{highest_power}"
        ),
    ),
    Check(
        name="point_fits_the_words",
        table=TABLE,
        frame="worded",
        scope=Scope.FIGURE,
        severity=Severity.INFO,
        title_zh="小数点位置与所述事物相称",
        title_en="The decimal point suits what is told",
        reason=(
            "A 满意率 of 8.79 % is one of 87.9 % with its point moved: of growth and shares without an indicator "
            "usual_scales.csv has what the words of the name have shown; one that would be usual with its point a digit "
            "further is told."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "point_fits_words", "value_set": [True]},
        message="{indicator_text} {value_text}: {compared} figures of {words} lie between {lowest} and {highest} %",
    ),
    Check(
        name="mark_of_size_is_usual",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="项目、企业的规模门槛在百万元以上",
        title_en="Projects and companies are marked from a million on",
        reason="Reports name projects above 500万元, 1亿元 or 100亿元; a project above 10万元 was one above 10亿元.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "mark_of_size_is_usual", "value_set": [True]},
        message="{value_text}: projects or companies from so small an amount on are named in no report",
        observed="none of 820 such amounts in 615 reports",
    ),
    Check(
        name="direction_is_usual",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="增减方向合乎常例",
        title_en="A rate rises or falls as it always has",
        reason=(
            "No report has planned that energy per unit of product or emissions rise, or that product or incomes fall: "
            "usual_directions.csv says what has been seen; accidents, crimes and what is spent on receptions are told of where "
            "they fall. 增长 for 下降 is a slip, of the text or of the reader."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "direction_is_usual", "value_set": [True]},
        message="{indicator_text} {value_text} goes {direction}; usual is {usual_direction} ({observed_direction})",
    ),
)
