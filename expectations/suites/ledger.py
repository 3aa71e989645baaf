"""Expectations on the ledger of numerals and on targets without a numeral."""

from expectations.check import Check
from zhibiao.model import Reason, Severity


def _true(
    name: str,
    table: str,
    frame: str,
    column: str,
    severity: Severity,
    titles: tuple[str, str],
    reason: str,
    message: str,
) -> Check:
    return Check(
        name=name,
        table=table,
        frame=frame,
        severity=severity,
        title_zh=titles[0],
        title_en=titles[1],
        reason=reason,
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": column, "value_set": [True]},
        message=message,
    )


NUMERALS = "extracted.numerals"
TARGETS = "extracted.qualitative_targets"

CHECKS = (
    _true(
        "every_numeral_is_in_the_ledger",
        NUMERALS,
        "ledger_coverage",
        "is_in_the_ledger",
        Severity.ERROR,
        ("每个阿拉伯数字均有交代", "Every Arabic numeral is in the ledger"),
        "The second promise of the contract: nothing is dropped in silence.",
        "{digits} is not in the ledger",
    ),
    _true(
        "numeral_span_holds",
        NUMERALS,
        "numerals",
        "span_holds",
        Severity.ERROR,
        ("数字片段与原文一致", "The numeral's span holds its text"),
        "The first promise of the contract.",
        "the text at {char_start}–{char_end} is not {numeral_text}",
    ),
    _true(
        "numeral_is_accounted_for_once",
        NUMERALS,
        "numerals",
        "is_accounted_for_once",
        Severity.ERROR,
        ("数字或属于指标数值、或有原因", "A numeral has a figure or a reason, not both"),
        "Either it is part of a figure or it says why not.",
        "{numeral_text}: figure {figure_id}, reason {reason}",
    ),
    _true(
        "numeral_s_figure_exists",
        NUMERALS,
        "numerals",
        "figure_exists",
        Severity.ERROR,
        ("数字所属的指标数值存在", "The numeral's figure exists"),
        "A figure that is gone would take its numeral with it.",
        "{numeral_text}: no figure {figure_id}",
    ),
    Check(
        name="reason_is_a_word_of_the_contract",
        table=NUMERALS,
        frame="numerals",
        severity=Severity.ERROR,
        title_zh="原因取值合规",
        title_en="Reason is a word of the contract",
        reason="Analysts filter by these words.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "reason", "value_set": [str(word) for word in Reason]},
        message="{numeral_text}: reason is {reason}",
    ),
    _true(
        "phrase_span_holds",
        TARGETS,
        "qualitative_targets",
        "span_holds",
        Severity.ERROR,
        ("定性目标片段与原文一致", "The phrase's span holds its text"),
        "The first promise of the contract.",
        "the text at {char_start}–{char_end} is not {target_text}",
    ),
    Check(
        name="phrase_id_is_unique",
        table=TARGETS,
        frame="qualitative_targets",
        severity=Severity.ERROR,
        title_zh="定性目标标识唯一",
        title_en="The id of a target without a numeral is unique",
        reason="The key of the facts.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "rows_of_id", "min_value": 1, "max_value": 1},
        message="{rows_of_id} rows have the id of {target_text}",
    ),
    _true(
        "phrase_lies_ahead",
        TARGETS,
        "qualitative_targets",
        "target_ends_in_time",
        Severity.WARNING,
        ("定性目标期间不早于报告", "A target without a numeral does not lie before the report"),
        "The list is of the year that the report plans.",
        "{target_text}: a target for {period_end}",
    ),
)
