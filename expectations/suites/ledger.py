"""Expectations on the ledger of numerals and on targets without a numeral."""

from expectations.check import Check, column_is_true
from zhibiao.model import Reason, Severity

NUMERALS = "extracted.numerals"
TARGETS = "extracted.qualitative_targets"

CHECKS = (
    column_is_true(
        name="every_numeral_is_in_the_ledger",
        table=NUMERALS,
        frame="ledger_coverage",
        column="is_in_the_ledger",
        severity=Severity.ERROR,
        titles=("每个阿拉伯数字均有交代", "Every Arabic numeral is in the ledger"),
        reason="The second promise of the contract: nothing is dropped in silence.",
        message="{digits} is not in the ledger",
    ),
    column_is_true(
        name="numeral_span_holds",
        table=NUMERALS,
        frame="numerals",
        column="span_holds",
        severity=Severity.ERROR,
        titles=("数字片段与原文一致", "The numeral's span holds its text"),
        reason="The first promise of the contract.",
        message="the text at {char_start}–{char_end} is not {numeral_text}",
    ),
    column_is_true(
        name="numeral_is_accounted_for_once",
        table=NUMERALS,
        frame="numerals",
        column="is_accounted_for_once",
        severity=Severity.ERROR,
        titles=("数字或属于指标数值、或有原因", "A numeral has a figure or a reason, not both"),
        reason="Either it is part of a figure or it says why not.",
        message="{numeral_text}: figure {figure_id}, reason {reason}",
    ),
    column_is_true(
        name="numeral_s_figure_exists",
        table=NUMERALS,
        frame="numerals",
        column="figure_exists",
        severity=Severity.ERROR,
        titles=("数字所属的指标数值存在", "The numeral's figure exists"),
        reason="A figure that is gone would take its numeral with it.",
        message="{numeral_text}: no figure {figure_id}",
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
    column_is_true(
        name="numeral_is_explained",
        table=NUMERALS,
        frame="numerals",
        column="is_explained",
        severity=Severity.INFO,
        titles=("像数值的数字有解释", "A numeral that stands as a value does is a figure"),
        reason=(
            "A unit was dropped from the text (新增省级创新平台8。), or a figure was not read. Told once a document, at "
            "the first one; unexplained numerals that stand otherwise, mostly in names, count in the rate only."
        ),
        message="{numeral_text} is no figure, and nothing says why ({unexplained} such in the document)",
    ),
    column_is_true(
        name="phrase_span_holds",
        table=TARGETS,
        frame="qualitative_targets",
        column="span_holds",
        severity=Severity.ERROR,
        titles=("定性目标片段与原文一致", "The phrase's span holds its text"),
        reason="The first promise of the contract.",
        message="the text at {char_start}–{char_end} is not {target_text}",
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
    column_is_true(
        name="phrase_lies_ahead",
        table=TARGETS,
        frame="qualitative_targets",
        column="target_ends_in_time",
        severity=Severity.WARNING,
        titles=("定性目标期间不早于报告", "A target without a numeral does not lie before the report"),
        reason="The list is of the year that the report plans.",
        message="{target_text}: a target for {period_end}",
    ),
)
