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
        name="direction_is_usual",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="增减方向合乎常例",
        title_en="A rate rises or falls as it always has",
        reason=(
            "No report has planned that energy per unit of product or emissions rise, or that product or incomes fall: "
            "usual_directions.csv says what has been seen. 增长 for 下降 is a slip, of the text or of the reader."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "direction_is_usual", "value_set": [True]},
        message="{indicator_text} {value_text} goes {direction}; usual is {usual_direction} ({observed_direction})",
    ),
)
