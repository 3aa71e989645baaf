"""Expectations on the power of ten of an amount, beside the region's own figures and its peers'."""

from expectations.check import Check, Scope
from zhibiao.model import Severity

CHECKS = (
    Check(
        name="scale_is_right",
        table="extracted.figures",
        frame="scale",
        severity=Severity.WARNING,
        title_zh="量级无万、亿之误",
        title_en="The scale is not off by 10⁴ or 10⁸",
        reason=(
            "万 for 亿 or a dropped scale word moves an amount by 10⁴ or 10⁸. Both the region's own median "
            "(four figures or more) and its peers' (twenty or more) must say so, and the peers' middle nine "
            "tenths must lie far away."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "scale_is_right", "value_set": [True]},
        message=(
            "{indicator_text} {value_text}: 10^{magnitude} {unit}; own median 10^{own_magnitude} of "
            "{own_figures}, peers' 10^{peer_magnitude} of {peer_figures}"
        ),
        scope=Scope.FIGURE,
        quarantine=True,
    ),
)
