"""Expectations on the record of a figure: keys, spans, vocabularies. What fails here is a fault of ours."""

from enum import StrEnum

from expectations.check import Check
from zhibiao.model import Bound, Measure, Severity, Status

TABLE = "extracted.figures"
FRAME = "figure_records"


def _word(column: str, words: type[StrEnum], title_zh: str) -> Check:
    return Check(
        name=f"{column}_is_a_word_of_the_contract",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh=title_zh,
        title_en=f"{column.capitalize()} is a word of the contract",
        reason="Analysts filter by these words.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": column, "value_set": [str(word) for word in words]},
        message="{value_text}: " + column + " is {" + column + "}",
    )


def _holds(
    name: str, column: str, title_zh: str, title_en: str, reason: str, message: str,
    severity: Severity = Severity.ERROR, quarantine: bool = False,
) -> Check:  # fmt: skip
    return Check(
        name=name,
        table=TABLE,
        frame=FRAME,
        severity=severity,
        title_zh=title_zh,
        title_en=title_en,
        reason=reason,
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": column, "value_set": [True]},
        message=message,
        quarantine=quarantine,
    )


CHECKS = (
    Check(
        name="figure_id_is_unique",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="指标数值标识唯一",
        title_en="Figure id is unique",
        reason="The key of the facts.",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "rows_of_id", "min_value": 1, "max_value": 1},
        message="{rows_of_id} rows have the id {figure_id}",
    ),
    Check(
        name="figure_id_is_there",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="指标数值标识非空",
        title_en="Figure id is not null",
        reason="The key of the facts.",
        expectation="ExpectColumnValuesToNotBeNull",
        arguments={"column": "figure_id"},
        message="{value_text} has no id",
    ),
    _holds(
        "figure_has_its_document",
        "has_document",
        "所属文件存在",
        "The figure's document is there",
        "A figure without its text cannot be traced.",
        "{value_text}: no document {document_id}",
    ),
    _holds(
        "span_holds",
        "span_holds",
        "原文片段与数值文本一致",
        "The span holds the value's text",
        "The first promise of the contract: text[char_start:char_end] = value_text.",
        "the text at {char_start}–{char_end} is not {value_text}",
    ),
    _holds(
        "quote_holds_the_value",
        "quote_holds",
        "引文包含数值文本",
        "The sentence holds the value's text",
        "A reader checks a figure by its sentence.",
        "{value_text} is not in its sentence",
        Severity.WARNING,
    ),
    _holds(
        "number_is_there",
        "has_number",
        "数值非空",
        "Number and value are not null",
        "A figure is a quantity.",
        "{value_text} has no number",
    ),
    _holds(
        "range_is_complete",
        "range_is_complete",
        "区间有上限",
        "A range has its upper end, and only a range",
        "bound = 'range' and number_high go together.",
        "{value_text}: bound {bound}, upper end {number_high}",
    ),
    _holds(
        "range_ascends",
        "range_ascends",
        "区间由低到高",
        "A range ascends",
        "8-6% is a slip, or two figures taken for one.",
        "{value_text}: from {number} to {number_high}",
        Severity.WARNING,
        quarantine=True,
    ),
    _holds(
        "period_ascends",
        "period_ascends",
        "期间由先到后",
        "A period ascends",
        "A period that ends before it begins was put together wrongly.",
        "{value_text}: from {period_start} to {period_end}",
        Severity.WARNING,
        quarantine=True,
    ),
    _holds(
        "headline_is_a_target",
        "headline_is_target",
        "主要预期目标均为目标",
        "A headline figure is a target",
        "is_headline marks the list of expected targets.",
        "{value_text} is headline, but {status}",
        Severity.WARNING,
    ),
    _holds(
        "entity_has_no_indicator",
        "entity_has_no_indicator",
        "非行政区主体无指标代码",
        "A figure of a zone or company has no indicator",
        "It must never enter the region's series.",
        "{value_text} of {entity_text} has the indicator {indicator_id}",
        Severity.WARNING,
        quarantine=True,
    ),
    _holds(
        "unit_converts_the_same_way",
        "factor_is_constant",
        "同一单位换算系数一致",
        "A unit converts the same way everywhere",
        "万元 is ten thousand 元 in every figure; the most frequent factor of a unit is taken for right.",
        "{value_text}: converted by {factor}, unlike the other figures in this unit",
        Severity.ERROR,
    ),
    _word("bound", Bound, "限定词取值合规"),
    _word("measure", Measure, "度量类型取值合规"),
    _word("status", Status, "状态取值合规"),
    Check(
        name="direction_is_a_word_of_the_contract",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="方向取值合规",
        title_en="Direction is a word of the contract",
        reason="Analysts filter by these words.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "direction", "value_set": ["up", "down"]},
        message="{value_text}: direction is {direction}",
    ),
)
