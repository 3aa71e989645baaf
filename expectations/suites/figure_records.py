"""Expectations on the record of a figure: keys, spans, vocabularies. What fails here is a fault of ours.

A figure whose own columns cannot be used is quarantined. A span or sentence that is not the text's, or a key that
is missing or twice there, says that the document was read wrongly: then none of its figures can be relied on.
"""

from enum import StrEnum

from expectations.check import Check, Scope
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
        scope=Scope.FIGURE,
        quarantine=True,
    )


def _holds(
    name: str, column: str, title_zh: str, title_en: str, reason: str, message: str,
    severity: Severity = Severity.ERROR, scope: Scope = Scope.FIGURE, quarantine: bool = False, frame: str = FRAME,
) -> Check:  # fmt: skip
    return Check(
        name=name,
        table=TABLE,
        frame=frame,
        severity=severity,
        title_zh=title_zh,
        title_en=title_en,
        reason=reason,
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": column, "value_set": [True]},
        message=message,
        scope=scope,
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
        name="figure_has_its_document",
        column="has_document",
        title_zh="所属文件存在",
        title_en="The figure's document is there",
        reason="A figure without its text cannot be traced.",
        message="{value_text}: no document {document_id}",
        scope=Scope.WAREHOUSE,
    ),
    _holds(
        name="span_holds",
        column="span_holds",
        title_zh="原文片段与数值文本一致",
        title_en="The span holds the value's text",
        reason="The first promise of the contract: text[char_start:char_end] = value_text.",
        message="the text at {char_start}–{char_end} is not {value_text}",
        scope=Scope.DOCUMENT,
    ),
    _holds(
        name="quote_holds_the_value",
        column="quote_holds",
        title_zh="引文包含数值文本",
        title_en="The sentence holds the value's text",
        reason="A reader checks a figure by its sentence.",
        message="{value_text} is not in its sentence",
        scope=Scope.DOCUMENT,
    ),
    _holds(
        name="number_is_there",
        column="has_number",
        title_zh="数值非空",
        title_en="Number and value are not null",
        reason="A figure is a quantity.",
        message="{value_text} has no number",
        quarantine=True,
    ),
    _holds(
        name="record_is_complete",
        column="is_complete",
        title_zh="必填各项非空",
        title_en="Bound, measure, status and headline are said",
        reason="Analysts filter by them; a null belongs to neither side of a filter.",
        message="{value_text}: bound {bound}, measure {measure}, status {status}",
        quarantine=True,
    ),
    _holds(
        name="figure_region_is_known",
        column="region_is_known",
        title_zh="数值所属地区在区划表中",
        title_en="The figure's region is in the list of divisions",
        reason="A code that no year knows has no row in the dimension of regions, which facts join.",
        message="{value_text}: region {region_code} is in no year's list",
        quarantine=True,
    ),
    _holds(
        name="indicator_is_known",
        column="indicator_is_known",
        title_zh="数值所属指标在指标表中",
        title_en="The figure's indicator is in the list of indicators",
        reason="Facts join the dimension of indicators, which is made of that list.",
        message="{value_text}: no indicator {indicator_id}",
        quarantine=True,
    ),
    _holds(
        name="range_is_complete",
        column="range_is_complete",
        title_zh="区间有上限",
        title_en="A range has its upper end, and only a range",
        reason="bound = 'range' and number_high go together; “3000万至3亿元左右” is a range.",
        message="{value_text}: bound {bound}, upper end {number_high}",
        severity=Severity.WARNING,
        quarantine=True,
    ),
    _holds(
        name="range_ascends",
        column="range_ascends",
        title_zh="区间由低到高",
        title_en="A range ascends",
        reason="8-6% is a slip, or two figures taken for one.",
        message="{value_text}: from {number} to {number_high}",
        severity=Severity.WARNING,
        quarantine=True,
    ),
    _holds(
        name="period_ascends",
        column="period_ascends",
        title_zh="期间由先到后",
        title_en="A period ascends",
        reason="A period that ends before it begins was put together wrongly.",
        message="{value_text}: from {period_start} to {period_end}",
        severity=Severity.WARNING,
        quarantine=True,
    ),
    _holds(
        name="number_has_no_leading_zero",
        column="has_no_leading_zero",
        title_zh="数值不以零开头",
        title_en="A number does not begin with a zero too many",
        reason="None of 115,000 numbers is written so; 01% is 10% with two digits swapped, or a point lost.",
        message="{value_text} begins with a zero",
        severity=Severity.WARNING,
    ),
    _holds(
        name="headline_is_a_target",
        column="headline_is_target",
        title_zh="主要预期目标均为目标",
        title_en="A headline figure is a target",
        reason="is_headline marks the list of expected targets.",
        message="{value_text} is headline, but {status}",
        severity=Severity.WARNING,
    ),
    _holds(
        name="entity_has_no_indicator",
        column="entity_has_no_indicator",
        title_zh="非行政区主体无指标代码",
        title_en="A figure of a zone or company has no indicator",
        reason="It must never enter the region's series.",
        message="{value_text} of {entity_text} has the indicator {indicator_id}",
        severity=Severity.WARNING,
        quarantine=True,
    ),
    _holds(
        name="unit_converts_the_same_way",
        column="factor_is_constant",
        title_zh="同一单位换算系数一致",
        title_en="A unit converts the same way everywhere",
        reason="万元 is ten thousand 元 in every figure; the most frequent factor of a unit is taken for right.",
        message="{value_text}: converted by {factor}, unlike the other figures in this unit",
        quarantine=True,
        frame="unit_factors",
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
        scope=Scope.FIGURE,
        quarantine=True,
    ),
)
