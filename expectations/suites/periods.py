"""Expectations on time: targets lie ahead, achievements behind."""

from expectations.check import Check, Scope
from zhibiao.model import Severity

TABLE = "extracted.figures"
FRAME = "periods"

CHECKS = (
    Check(
        name="headline_target_lies_ahead",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="主要预期目标不早于计划年份",
        title_en="A headline target lies in the plan year or after",
        reason="The list is of the year that the report plans.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "headline_ends_in_time", "value_set": [True]},
        message=(
            "{indicator_text} {value_text}: a headline target for {period_end}, in a report that plans "
            "{plan_year}"
        ),
    ),
    Check(
        name="target_lies_ahead",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="目标期间不早于报告",
        title_en="A target does not lie before the report",
        reason="The review may recall the goal of the year just ended, not an earlier one.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "target_ends_in_time", "value_set": [True]},
        message=(
            "{indicator_text} {value_text}: a target for {period_end}, in a report that plans {plan_year}"
        ),
    ),
    Check(
        name="achievement_lies_behind",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="成就期间不晚于报告",
        title_en="An achievement does not lie after the report",
        reason=(
            "Reports are given in January to March, some at midyear: what is done by then ends before July "
            "of the plan year."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "achievement_is_past", "value_set": [True]},
        message="{indicator_text} {value_text}: achieved in {period_end}, in a report that plans {plan_year}",
    ),
    Check(
        name="review_lies_behind",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="回顾部分不述未来年份",
        title_en="A review does not tell of a year to come",
        reason=(
            "2032年达到60.4亿斤, in the review of 2022 and without a word of intent, is a slip of the year: none of 615 "
            "reports has such a figure."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "review_is_past", "value_set": [True]},
        message="{indicator_text} {value_text}: of {period_text}, in the review of a report that plans {plan_year}",
    ),
    Check(
        name="period_is_of_the_modern_age",
        table=TABLE,
        frame=FRAME,
        scope=Scope.FIGURE,
        severity=Severity.WARNING,
        title_zh="期间在1840–2060年之间",
        title_en="A period lies within 1840 and 2060",
        reason="Reports look back to 1840 and ahead to 2050; anything else is a number taken for a year.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "last_year", "min_value": 1840, "max_value": 2060},
        message="{value_text}: {period_text} was read as {period_end}",
    ),
)
