"""Expectations on units: that there is one, and that it can measure what it is said to measure."""

from expectations.check import Check, Scope
from zhibiao.model import Severity

TABLE = "extracted.figures"
FRAME = "units"

CHECKS = (
    Check(
        name="unit_fits_the_indicator",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="单位与指标相符",
        title_en="The unit fits the indicator",
        reason="GDP is not measured in 亩, nor unemployment in 万人: the unit or the indicator was misread. "
        "Which further dimensions an indicator may have is declared in fitting_units.csv.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "unit_fits_indicator", "value_set": [True]},
        message="{indicator_text} ({indicator_id}) in {unit}",
        quarantine=True,
    ),
    Check(
        name="unit_fits_the_measure",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="单位与度量类型相符",
        title_en="The unit fits the kind of number",
        reason="A growth rate or a share is a ratio; 增长5亿元 is an amount, and ‰ is said of people, fires, pests and crimes.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "unit_fits_measure", "value_set": [True]},
        message="{indicator_text} {value_text} is called {measure}, but is in {unit}",
    ),
    Check(
        name="amount_has_a_unit",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="金额、重量等有单位",
        title_en="An amount of money, mass or land has a unit",
        reason=(
            "Without it the value cannot be compared with any other; counts of people and things may go "
            "without."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "unit_is_stated", "value_set": [True]},
        message="{indicator_text} {value_text} has no unit",
    ),
    Check(
        name="number_has_a_unit",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="数值有单位",
        title_en="A number has a unit",
        reason=(
            "累计投入1434。 has lost its unit, and so has the second of 15.8%、6.2和17.3%. Coefficients, indices and "
            "multiples (基尼系数, 收入倍差) have none."
        ),
        observed="none of 115,000 figures of 615 reports",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "number_has_unit", "value_set": [True]},
        message="{indicator_text} {value_text} has no unit of its own",
    ),
    Check(
        name="rate_has_a_sign",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="增速、比重有百分号",
        title_en="A rate or share has its sign",
        reason="增长6.5 alone is 6.5 % or a misprint, and not an amount: the sign was dropped from the text.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "ratio_has_unit", "value_set": [True]},
        message="{indicator_text} {value_text} has no sign",
    ),
)
