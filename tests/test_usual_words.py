"""How usual words are: what was counted, and what it says of a name or a thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.usual_words import BLIND, counted, figures_of
from zhibiao.confidence import weights_of_signs
from zhibiao.extract import extract
from zhibiao.grammar.usual import (
    COMMON,
    COMMON_BEGINNING,
    LIKE_A_NAME,
    RARE,
    RARE_BEGINNING,
    RARE_NAME,
    WORDLESS,
    how_usual,
)
from zhibiao.lexicon import rows
from zhibiao.model import Profile

REPORT = "{region}2024年政府工作报告\n一、2023年工作回顾\n地区生产总值增长{growth}%。新建桥梁{bridges}座。"


@pytest.mark.parametrize(
    ("indicator", "words", "dimension", "signs"),
    [
        ("gdp", "地区生产总值", "ratio", ()),
        ("gdp", "地区生产 总值", "ratio", ()),
        ("gdp", "地区总产出", "ratio", (RARE_NAME,)),
        ("gdp", "", "ratio", ()),
        ("", "", "count", (WORDLESS,)),
        ("", "企业学校", "count", (COMMON, COMMON_BEGINNING)),
        ("", "鲁班奖杯", "count", (RARE, RARE_BEGINNING)),
        ("", "企业鲁班", "count", (RARE, COMMON_BEGINNING)),
        ("", "鲁班桥梁", "count", (RARE_BEGINNING,)),
    ],
)
def test_how_usual_words_are(indicator: str, words: str, dimension: str, signs: tuple[str, ...]) -> None:
    assert how_usual(indicator, words, dimension, "actual") == signs


def test_what_is_usual_depends_on_the_unit() -> None:
    assert COMMON in how_usual("", "新建公路", "length", "actual")
    assert COMMON not in how_usual("", "新建公路", "people", "actual")


def test_words_that_end_like_a_name_are_less_sure_to_have_no_indicator() -> None:
    assert LIKE_A_NAME in how_usual("", "园区固定资产投资", "money", "actual")
    assert LIKE_A_NAME not in how_usual("", "新建桥梁", "count", "actual")


def test_what_is_rare_makes_a_figure_less_sure() -> None:
    weights = weights_of_signs()
    assert all(weights[sign] < 0 for sign in (RARE_NAME, WORDLESS, LIKE_A_NAME, RARE, RARE_BEGINNING))
    assert min(weights[COMMON], weights[COMMON_BEGINNING]) > 0
    profile = Profile(region_code="410400", plan_year=2024, review_year=2023)
    text = "一、2023年工作回顾\n企业学校50所。鲁班奖杯50座。\n"
    usual, rare = extract(text, profile, "example").figures
    assert usual.confidence > rare.confidence


def test_a_thing_is_common_or_known_and_not_both() -> None:
    words = {(row["kind"], row["of"]): set(row["words"].split("|")) for row in rows("usual_words")}
    ids = {row["indicator_id"] for row in rows("indicators")}
    assert {of for kind, of in words if kind == "name"} <= ids
    for part in ("ending", "beginning"):
        for kind, of in words:
            if kind == f"common {part}":
                assert words[kind, of].isdisjoint(words.get((f"known {part}", of), set()))


def test_words_are_counted_in_reports(tmp_path: Path) -> None:
    for number in range(20):
        text = REPORT.format(region="平顶山市", growth=number + 1, bridges=number + 2)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    found = counted(tmp_path)
    assert found["name", "gdp"] == {"地区生产总值"}
    assert found["common ending", "count actual"] == {"桥梁"}
    assert found["common beginning", "count"] == {"桥梁"} or found["common beginning", "count"] == {"新建"}
    assert found["like a name", "ratio"] == {"产总值"}


def test_what_is_labelled_blind_is_not_counted(tmp_path: Path) -> None:
    labelled = min(BLIND.glob("training/*.txt"))
    (tmp_path / "copy.txt").write_bytes(labelled.read_bytes())
    (tmp_path / labelled.name).write_text(
        REPORT.format(region="平顶山市", growth=1, bridges=2), encoding="utf-8"
    )
    assert list(figures_of(tmp_path)) == []
