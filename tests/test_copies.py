"""A file that holds its report several times: read once, told of, and every numeral accounted for."""

from __future__ import annotations

import pytest

from zhibiao.copies import find_copies
from zhibiao.extract import extract
from zhibiao.model import Extraction, Reason
from zhibiao.profile import profile

TITLE = "政府工作报告\n——2024年1月5日在焦作市第十四届人民代表大会第二次会议上\n"
REPORT = (
    "各位代表：\n我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n"
    + "".join(f"第{count}件实事顺利办结，改造老旧小区{count + 20}个，受益居民{count}万人。\n" for count in range(1, 13))
    + "二、2024年工作安排\n主要预期目标是：生产总值增长6%左右，城镇新增就业6万人以上。\n"
    "进出口总值平稳增长，居民收入与经济增长同步。\n"
)  # fmt: skip


def read(text: str) -> Extraction:
    return extract(text, profile(text), "document")


def told(extraction: Extraction) -> list[tuple[int, str]]:
    return [(figure.char_start, figure.value_text) for figure in extraction.figures]


@pytest.mark.parametrize("times", [2, 3, 12])
@pytest.mark.parametrize("between", ["\n", "\n【打印本页】【关闭窗口】\n", "\n\n" + TITLE])
def test_each_figure_counts_once(times: int, between: str) -> None:
    once = read(TITLE + REPORT)
    several = read(TITLE + between.join([REPORT] * times))
    assert told(several) == told(once)
    assert [target.char_start for target in several.qualitative_targets] == [
        target.char_start for target in once.qualitative_targets
    ]
    assert sum(figure.is_headline for figure in several.figures) == 2
    assert [finding.check_name for finding in several.findings] == ["repeated_text"]


def test_the_numerals_of_a_copy_stay_in_the_ledger() -> None:
    text = TITLE + REPORT + REPORT
    copied = [one for one in read(text).numerals if one.char_start >= len(TITLE + REPORT)]
    assert copied
    assert {one.figure_id for one in copied} == {None}
    assert {one.reason for one in copied} <= {Reason.OTHER, Reason.DATE, Reason.LIST_MARKER}
    assert all(text[one.char_start : one.char_end] == one.numeral_text for one in copied)


def test_a_report_in_one_line_is_read_once_too() -> None:
    line = REPORT.replace("\n", "")
    assert told(read(TITLE + line + line)) == told(read(TITLE + line))


@pytest.mark.parametrize(
    "text",
    [
        TITLE + REPORT,
        # A list quoted in a news lead is no copy of the report.
        "主要预期目标是：生产总值增长6%左右，城镇新增就业6万人以上。\n" + TITLE + REPORT,
        # What is said in the same words of other numbers.
        TITLE + REPORT + REPORT.replace("个，", "户，"),
        # Salutations and slogans recur.
        TITLE + REPORT + "各位代表！让我们更加紧密地团结起来，为建设美好家园而努力奋斗！\n" * 5,
        "",
    ],
)
def test_what_is_no_copy(text: str) -> None:
    assert find_copies(text) == []
