"""The ledger misses no run of digits, whatever stands around it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.extract import extract
from zhibiao.folding import fold
from zhibiao.ledger import complete
from zhibiao.model import Numeral, Profile, Reason

PROFILE = Profile(region_code="410800", plan_year=2024, review_year=2023)
SINGLE = "019２９¹₀①⑿٣५七百两#&?\ufffd\u200b\u00a0+-−－±%‰。.．,，、:∶/()（）〔〕“”《》_|\n\r\u3000第位年月日家—至到"
LONGER = [
    "2023",
    "$1",
    "$1.$2",
    "&nbsp;",
    "&gt;",
    "**",
    "<b>",
    "</strong>",
    "<p>",
    "— 3 —",
    "1.",
    "一、",
    "（一）",
]
WORDS = ["亿元", "万人", "个百分点", "增长", "达到"]
PIECES = st.sampled_from([*SINGLE, *LONGER, *WORDS])
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@given(TEXTS)
@settings(max_examples=400)
def test_every_run_of_digits_has_its_row(text: str) -> None:
    rows = extract(text, PROFILE, "d").numerals
    for run in re.finditer("[0-9０-９]+", text):
        if fold(text)[run.start()] == "o":
            continue  # 9.8%0: the second ring of a per mille
        assert any(one.char_start <= run.start() and run.end() <= one.char_end for one in rows)
    assert all((one.figure_id is None) == (one.reason is not None) for one in rows)
    assert all(one.numeral_text == text[one.char_start : one.char_end] for one in rows)


@pytest.mark.parametrize(
    "text", ["1٣年", "今后٣年的目标", "过去٥年工作回顾", "٣月增长5%", "前٣个月增长5%", "第٣季度增长5%"]
)
def test_a_digit_of_another_script_stops_nothing(text: str) -> None:
    """As hypothesis found once."""
    assert all(one.char_end <= len(text) for one in extract(text, PROFILE, "d").numerals)


@pytest.mark.parametrize("text", ["安排涉农资金$1.$2９亿元。", "安排资金$1.$29亿元。", "增长1$1.$23%。"])
def test_a_residue_before_a_digit_leaves_no_figure(text: str) -> None:
    found = extract(text, PROFILE, "d")
    assert found.figures == []
    assert {one.reason for one in found.numerals} == {Reason.FRAGMENT}


def test_a_price_in_dollars_of_words_stays_a_figure() -> None:
    (one,) = extract("安排涉农资金29亿元。", PROFILE, "d").figures
    assert one.value_text == "29亿元"


def test_what_no_scanner_claimed_is_unexplained() -> None:
    text = "增长12和345。"
    rows = [Numeral(2, 4, "12", "f", None), Numeral(5, 6, "3", None, Reason.NAME)]
    assert complete(text, fold(text), []) == [
        Numeral(2, 4, "12", None, Reason.UNEXPLAINED),
        Numeral(5, 8, "345", None, Reason.UNEXPLAINED),
    ]
    assert complete(text, fold(text), rows) == [rows[0], Numeral(5, 8, "345", None, Reason.NAME)]
