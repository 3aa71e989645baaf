"""A Rich Text document as Chinese programs write it."""

from __future__ import annotations

import pytest

from tests.forms.made import REPORT, rich_characters, rich_text

pytest.importorskip("striprtf", reason="newer than this environment: make setup brings it")

from zhibiao.forms import convert
from zhibiao.forms.rich_text import UnreadableRichTextError, text_of_rich_text

HEAD = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil\fcharset0 Arial;}}\f0 "


def text(body: str) -> str:
    return text_of_rich_text(f"{HEAD}{body}}}".encode("latin-1")).strip("\n")


def test_characters_in_bytes_of_gbk() -> None:
    read = convert(rich_text(REPORT), "a.rtf")
    assert read.text.splitlines() == list(REPORT)
    assert read.converter is not None
    assert read.converter.startswith("striprtf ")


def test_characters_as_numbers_with_what_older_programs_show_instead() -> None:
    assert text(r"\uc1 \u22686?\u-27265?6%\uc2 \u22686\'d4\'f6") == "增长6%增"


def test_a_font_that_is_said_to_be_western() -> None:
    assert text(r"\f1 " + rich_characters("政府工作报告")) == "政府工作报告"


@pytest.mark.parametrize("second", [r"\'46", "F", "\r\n\\'46"])
def test_a_second_byte_that_is_a_letter(second: str) -> None:
    assert text(rf"\'d6\'ec\'e9{second}\'bb\'f9") == "朱镕基"


def test_what_was_deleted_is_out_and_links_show_their_words() -> None:
    growth, link = rich_characters("增长"), rich_characters("链接")
    assert text(rf"{growth}{{\rtlch \deleted\revauthdel1 5%}}6%") == "增长6%"
    field = rf'{{\field{{\*\fldinst{{HYPERLINK "http://x/1"}}}}{{\fldrslt{{{link}}}}}}}'
    assert text(field) == "链接"


@pytest.mark.parametrize("word", ["listtext", "pntext"])
def test_lists_have_their_numbers(word: str) -> None:
    body = rf"{{\{word}\f0 {rich_characters('一、')}\tab}}{rich_characters('工作回顾')}\par {{\{word}\f0 1.\tab}}2024"
    assert text(body) == "一、工作回顾\n1. 2024"


def test_a_table_keeps_its_cells() -> None:
    cells = [["指标", "2024"], ["人口", "6"]]
    rows = "".join(
        r"\trowd " + "".join(rich_characters(cell) + r"\cell " for cell in row) + r"\row " for row in cells
    )
    assert text(rows + r"\pard " + rich_characters("完。")).splitlines() == [
        "| 指标 | 2024 |",
        "| --- | --- |",
        "| 人口 | 6 |",
        "完。",
    ]


def test_binary_data_is_told() -> None:
    with pytest.raises(UnreadableRichTextError, match=r"save it as \.docx"):
        text(r"\bin4 abcd")
