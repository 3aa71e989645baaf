"""Corruptions: each kind spoils what it says and nothing else, the same chance the same way; no report fails for it."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from torture.corruptions.kinds import DAMAGE, SLIPS, spoil
from torture.corruptions.part import are_neighbours, in_clean_texts
from torture.corruptions.warehouse import Seen
from zhibiao.decoding import Undecodable, decode
from zhibiao.extract import extract
from zhibiao.profile import profile

REPORTS = sorted((Path(__file__).parents[2] / "raw").glob("*.txt"))
KINDS = [*SLIPS, *DAMAGE]


@pytest.mark.parametrize(
    ("kind", "text", "spoiled"),
    [
        ("unit dropped", "完成投资12亿元。", "完成投资12。"),
        ("% into ‰", "增长6%。", "增长6‰。"),
        ("万 into 亿", "新增5万人。", "新增5亿人。"),
        ("亿 into 万", "收入8亿元。", "收入8万元。"),
        ("digit doubled", "增长6%。", "增长66%。"),
        ("decimal point lost", "增长6.5%。", "增长65%。"),
        ("decimal point moved", "增长6.5%。", "增长65%。"),
        ("digits swapped", "增长12%。", "增长21%。"),
        ("sign lost", "能耗下降3%。", "能耗增长3%。"),
        ("sign lost", "增长-3%。", "增长3%。"),
        ("heading cut", "\n一、2023年工作回顾\n增长6%。", "\n\n增长6%。"),
        ("heading of targets cut", "今年的主要预期目标是：\n增长6%。", "\n增长6%。"),
        ("line lost", "增长6%。\n其他", "其他"),
    ],
)
def test_a_kind_spoils_what_it_says(kind: str, text: str, spoiled: str) -> None:
    found = spoil(kind, text, random.Random(1))
    assert found is not None
    assert found.data.decode() == spoiled


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("unit dropped", "第2章"),
        ("decimal point lost", "增长6%"),
        ("digits swapped", "增长66%"),
        ("sign lost", "6-8%"),  # a range, not a fall
        ("year changed", "增长2023%"),
        ("line lost", "没有数字"),
    ],
)
def test_where_there_is_nothing_to_spoil_nothing_is(kind: str, text: str) -> None:
    assert spoil(kind, text, random.Random(1)) is None


def test_a_slip_can_be_aimed() -> None:
    text = "增长6%，增长7%，增长8%。"
    for seed in range(10):
        found = spoil("% into ‰", text, random.Random(seed), [(7, 9)])
        assert found is not None
        assert found.data.decode() == "增长6%，增长7‰，增长8%。"


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoiled_report_is_read_or_refused_but_never_fails(kind: str) -> None:
    for path in REPORTS:
        text = decode(path.read_bytes()).text
        spoiled = spoil(kind, text, random.Random(kind))
        assert spoiled == spoil(kind, text, random.Random(kind))
        try:
            text = decode(spoiled.data).text if spoiled else ""
        except Undecodable:
            continue
        extraction = extract(text, profile(text), "spoiled")
        assert all(text[each.char_start : each.char_end] == each.value_text for each in extraction.figures)


def test_neighbours_are_the_region_and_what_is_within_it_in_near_years() -> None:
    assert are_neighbours(("410400", 2023), ("410400", 2025))
    assert are_neighbours(("410000", 2023), ("410481", 2024))
    assert are_neighbours(("000000", 2023), ("410481", 2023))
    assert not are_neighbours(("410400", 2023), ("410400", 2026))
    assert not are_neighbours(("410400", 2023), ("410500", 2023))


def test_what_is_found_more_in_clean_texts_is_counted_and_what_is_found_in_others_is_not() -> None:
    about = {
        "spoiled": ("410400", 2023),
        "next year": ("410400", 2024),
        # in the spoiled one's series of levels, though no neighbour
        "later": ("410400", 2031),
        "far": ("430100", 2023),
    }
    sound = Counter({("rate_is_usual", "far"): 2, ("rate_is_usual", "next year"): 1})
    noticed = sound + Counter(
        {
            ("rate_is_usual", "spoiled"): 1,
            ("growth_between_years", "next year"): 1,
            ("level_in_series", "later"): 1,
        }
    )
    before = Seen(findings=sound, about=about)
    looked = in_clean_texts(["spoiled"], before, Seen(findings=noticed, about=about))
    assert looked == {"texts": 1, "before": 2, "after": 2, "more": {}}
    alarmed = noticed + Counter({("amount_is_usual", "far"): 3})
    looked = in_clean_texts(["spoiled"], before, Seen(findings=alarmed, about=about))
    assert looked == {"texts": 1, "before": 2, "after": 5, "more": {"amount_is_usual": 3}}
