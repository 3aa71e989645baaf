"""Expectations on the panel: what a person should look at before a number, or its absence, enters a regression."""

from expectations.check import Check, column_is_true
from zhibiao.model import Severity

CHECKS = (
    Check(
        name="growth_target_is_above_zero",
        table="marts.target_panel_long",
        frame="panel_growth",
        severity=Severity.WARNING,
        title_zh="生产总值增速目标大于零",
        title_en="A growth target of the product is above zero",
        reason="No report has set itself a shrinking product: a minus sign is a fault of the reading.",
        observed="None of 580 growth targets in 615 reports lies at or below zero.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "value", "min_value": 0, "strict_min": True},
        message="{region_name} {plan_year} has a growth target of {value} %",
    ),
    column_is_true(
        name="series_has_no_single_gap",
        table="marts.coverage",
        frame="panel_gaps",
        column="is_no_single_gap",
        severity=Severity.INFO,
        titles=("指标序列无孤立缺口", "No single gap in a series of targets"),
        reason=(
            "An indicator that every other report of a region states, and one between them does not, is a wording"
            " that was not read as often as a choice of the region."
        ),
        message="{region_name} states {indicator_id} in all of {reports} reports but that for {plan_year}",
    ),
)
