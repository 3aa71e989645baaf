"""How sure a reading is: signs, weights, and what becomes of them in a figure."""

from __future__ import annotations

from math import exp

import pytest

from scripts.train_confidence import HELD_OUT, at_the_mark, audited, prudent
from zhibiao.confidence import TENTH, probability, signs, weights_of_signs
from zhibiao.document import Document
from zhibiao.extract import extract
from zhibiao.legible import legible
from zhibiao.model import Figure, Profile

PROFILE = Profile(region_code="410400", plan_year=2024, review_year=2023)
REVIEW = "一、2023年工作回顾\n"


def read(sentence: str) -> Figure:
    """The first figure of a sentence of a review."""
    return extract(f"{REVIEW}{sentence}\n", PROFILE, "example").figures[0]


def signs_of(sentence: str) -> set[str]:
    document = Document(legible(f"{REVIEW}{sentence}\n"), PROFILE)
    return set(signs(document, read(sentence)))


def test_the_weights_of_signs_add_up_to_odds() -> None:
    weights = weights_of_signs()
    known = list(weights)[:3]
    expected = 1 / (1 + exp(-sum(weights[sign] for sign in known) / TENTH))
    assert probability(iter([*known, "a sign that nobody has seen"])) == pytest.approx(expected, abs=0.005)


def test_a_figure_whose_name_was_not_taken_is_less_sure() -> None:
    nameless = read("一般公共预算收入有关单位努力达到3亿元。")
    assert nameless.indicator_id is None
    near = "no indicator, though a name of one is near"
    others = signs_of("一般公共预算收入有关单位努力达到3亿元。") - {near}
    assert weights_of_signs()[near] < 0
    assert 0 < nameless.confidence < probability(others) < 1


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("地区生产总值增长6%。", "subject by name"),
        ("地区生产总值增长6%。", "measure by growth_named"),
        ("地区生产总值增长6%。", "period by section"),
        ("地区生产总值增长6%。", "status by review"),
        ("新建桥梁5座。", "no indicator, count"),
        ("生产总值增长百分之六。", "a numeral in Chinese characters"),
        ("一般公共预算收入有关单位努力达到3亿元。", "no indicator, though a name of one is near"),
        ("长垣市生产总值增长6%。", "of another place"),
        ("高新区生产总值增长6%。", "of a zone or a body"),
        ("重点项目完成投资30亿元。", "an indicator that few reports tell of"),
        ("全面实现生产总值增长6%。", "words right before the name of the indicator"),
        ("规模以上工业效益向好，实现税收350亿元。", "a branch, a zone or a body earlier in the sentence"),
        ("营商环境居全省第二位。", "a place in a ranking, of no indicator"),
    ],
)
def test_what_a_figure_shows(sentence: str, sign: str) -> None:
    assert sign in signs_of(sentence)


def test_what_it_does_not_show() -> None:
    shown = signs_of("地区生产总值增长6%。")
    assert not {
        sign for sign in shown if sign.startswith(("no indicator", "a branch", "an indicator", "a place"))
    }
    assert "words right before the name of the indicator" not in shown
    assert not {sign for sign in signs_of("规模以上工业增加值增长6%。") if sign.startswith("a branch")}
    assert "a place in a ranking, of no indicator" not in signs_of("生产总值居全省第二位。")
    assert "of another place" not in shown
    assert "a report of before 1990" not in shown
    assert "a numeral in Chinese characters" not in signs_of("生产总值居全省第六位。")


def test_a_report_of_the_planned_economy_is_less_sure() -> None:
    then = Profile(region_code="410000", plan_year=1984, review_year=1983)
    sentence = "一、1983年工作回顾\n工业总产值增长6%。\n"
    assert "a report of before 1990" in set(
        signs(Document(legible(sentence), then), extract(sentence, then, "example").figures[0])
    )
    assert weights_of_signs()["a report of before 1990"] < 0


def test_nine_tenths_are_reached_by_the_surest_four_fifths() -> None:
    samples = [(("always", "sure"), True)] * 80 + [(("always",), True)] * 20
    weights = prudent({"always": 4.0, "sure": 1.0}, samples)
    assert weights == {"always": 12, "sure": 10}
    assert prudent({"always": 1.0}, samples) == {"always": 10}


def test_audited_figures_are_samples() -> None:
    samples = list(audited())
    assert len(samples) == 947
    assert sum(not right for _, right in samples) == 27
    assert all(found[0] == "always" for found, _ in samples)


def test_most_of_the_figures_held_out_keep_the_mark_and_are_right() -> None:
    held_out = list(audited(HELD_OUT))
    sure, right = at_the_mark(weights_of_signs(), held_out)
    assert len(held_out) == 146
    assert sure >= 0.8 * len(held_out)
    assert right / sure >= 0.97


def test_the_mark_is_reached_from_nine_tenths_on() -> None:
    samples = [(("always",), True), (("always", "sure"), False), ((), True)]
    assert at_the_mark({"always": 21, "sure": 1}, samples) == (1, 0)
    assert at_the_mark({"always": 22}, samples) == (2, 1)
