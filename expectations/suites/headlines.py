"""Expectations on headline targets: one value an indicator, and copies that agree with their original."""

from expectations.check import Check
from zhibiao.model import Severity

TABLE = "extracted.figures"

CHECKS = (
    Check(
        name="one_headline_value",
        table=TABLE,
        frame="headlines",
        severity=Severity.WARNING,
        title_zh="同一指标只有一个目标值",
        title_en="One headline value an indicator",
        reason=(
            "Two values that are no floor and stretch goal (确保14%、力争15%): one is misread, or of a "
            "part of the region."
        ),
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "different_values", "max_value": 1},
        message="{indicator_id}: {values_stated}",
    ),
    Check(
        name="copies_agree",
        table=TABLE,
        frame="copies",
        severity=Severity.WARNING,
        title_zh="转载与原文一致",
        title_en="A copy agrees with its original",
        reason="A digest or news lead and the report give the same target; it may leave one out.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "copies_agree", "value_set": [True]},
        message=(
            "{indicator_id} {plan_year}: {values_stated} here, {other_values} in document {other_document_id}"
        ),
    ),
)
