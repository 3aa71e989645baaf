"""How sure a reading is: signs, weights, and what becomes of them in a figure."""

from __future__ import annotations

from math import exp, log

import pytest

from scripts.train_confidence import HELD_OUT, PICKED, at_the_mark, audited, fit, prudent, weighed
from zhibiao.confidence import HUNDREDTH, probability, weights_of_signs
from zhibiao.document import Document
from zhibiao.extract import extract
from zhibiao.grammar.akin import kin_of
from zhibiao.legible import legible
from zhibiao.model import Figure, Profile
from zhibiao.signs import Observer

PROFILE = Profile(region_code="410400", plan_year=2024, review_year=2023)
REVIEW = "一、2023年工作回顾\n"
OVER_END = "a subject carried over the end of a sentence or a part of it"
OWN_WORDS = "a subject carried to a clause with words of its own"
BEHIND = "a subject carried to a number with words behind it"
OTHERWISE = "another value of the same indicator and time"
OF_OTHER_DRAWS = frozenset({"fresh", "since", "sure", "truth", "unseen"})


def read(sentence: str) -> Figure:
    """The first figure of a sentence of a review."""
    return extract(f"{REVIEW}{sentence}\n", PROFILE, "example").figures[0]


def signs_of(sentence: str, number: int = 0, heading: str = REVIEW) -> set[str]:
    """The signs of a figure of a sentence, the first of it if no other is asked for."""
    text = f"{heading}{sentence}\n"
    figures = extract(text, PROFILE, "example").figures
    return set(Observer(Document(legible(text), PROFILE), figures).signs(figures[number]))


def test_the_weights_of_signs_add_up_to_odds() -> None:
    weights = weights_of_signs()
    known = list(weights)[:3]
    expected = 1 / (1 + exp(-sum(weights[sign] for sign in known) / HUNDREDTH))
    found = probability(iter([*known, "a sign that nobody has seen"]))
    assert found <= expected < found + 0.01


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
        ("规模以上工业效益向好，实现税收350亿元。", "a branch, a zone or a part earlier in the sentence"),
        ("营商环境居全省第二位。", "a place in a ranking, of no indicator"),
        ("地区生产总值增长6%。", "of gdp"),
        ("完成封山绿化3万亩。", "no indicator, though its words are akin to one"),
        ("完成封山绿化3万亩。", "words akin to afforestation"),
        ("人民来信每个县达到15件。", "a name with words that no name has"),
        ("新建桥梁5座。", "a small count of a thing without an indicator"),
        ("压缩工期，完成桥梁15座。", "a level, with a word of change before it"),
        (
            "推动县域经济壮大，市场繁荣，完成工业投资30亿元。",
            "a branch, a zone or a part earlier in the sentence",
        ),
        ("三年共同努力建成桥梁15座。", "one year, with a number of years before it"),
    ],
)
def test_what_a_figure_shows(sentence: str, sign: str) -> None:
    assert sign in signs_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "number", "sign"),
    [
        ("工业总产值101亿元；增加值27亿元。", 1, OVER_END),
        ("城镇化率达到60%。增速居全省第一。", 1, OVER_END),
        ("城镇化率达到60%，居全国大中城市第一。", 1, OWN_WORDS),
        ("6万农村贫困人口全部脱贫，1万人实现搬迁。", 1, BEHIND),
        ("一般公共预算收入增长6%。一般公共预算收入增长9%。", 0, OTHERWISE),
        ("一般公共预算收入增长6%。一般公共预算收入增长9%。", 1, OTHERWISE),
    ],
)
def test_what_makes_a_carried_subject_or_a_value_less_sure(sentence: str, number: int, sign: str) -> None:
    assert sign in signs_of(sentence, number)
    assert weights_of_signs()[sign] < 0


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("城镇化率达到60%，居全省第一。", 1),
        ("一般公共预算收入60亿元，增长6%左右。", 1),
        ("一般公共预算收入增长6%，税收收入增长9%。", 0),
        ("一般公共预算收入增长6%。2021年一般公共预算收入增长9%。", 0),
        ("全市一般公共预算收入增长6%。长垣市一般公共预算收入增长9%。", 0),
    ],
)
def test_what_does_not(sentence: str, number: int) -> None:
    assert signs_of(sentence, number).isdisjoint({OVER_END, OWN_WORDS, BEHIND, OTHERWISE})


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
    figures = extract(sentence, then, "example").figures
    assert "a report of before 1990" in set(
        Observer(Document(legible(sentence), then), figures).signs(figures[0])
    )
    assert weights_of_signs()["a report of before 1990"] < 0


def test_nine_tenths_are_reached_by_the_surest_four_fifths() -> None:
    samples = [(("always", "sure"), True)] * 82 + [(("always",), True)] * 18
    weights = prudent({"always": 4.0, "sure": 1.0}, samples)
    assert weights == {"always": 120, "sure": 100}
    assert prudent({"always": 1.0}, samples) == {"always": 100}


def test_audited_figures_are_samples() -> None:
    samples = list(audited())
    assert len(samples) == 17951
    assert sum(not right for _, right in samples) == 446
    assert all(found[0] == "always" for found, _ in samples)
    assert len(list(audited(leave_out=PICKED))) == 14507


def test_what_was_mended_counts_little_and_what_is_read_alike_for_many() -> None:
    judged = len(list(audited()))
    judged_wrong = sum(not right for _, right in audited())
    first = sum(1 for _ in audited(leave_out=PICKED)) - sum(
        1 for _ in audited(leave_out=PICKED | {"first look"})
    )
    counts = weighed([(("always",), True)])
    mended = sum(count for (_, right), count in counts.items() if not right) - judged_wrong
    assert counts[("always",), True] == 1
    assert 65 < mended < 165
    assert round(sum(counts.values())) == 1 + judged + first + round(1887 * 0.04) + 2181 * 2


def test_weights_are_those_that_tell_right_from_wrong() -> None:
    samples: dict[tuple[tuple[str, ...], bool], float] = {}
    for number in range(8):
        for right, good, plain in ((True, 90.0, 50.0), (False, 10.0, 50.0)):
            samples[("always", "good", f"alone {number}"), right] = good
            samples[("always", f"alone {number}"), right] = plain
    weights = fit(samples)
    assert set(weights) == {"always", "good"}
    assert weights["always"] == pytest.approx(0, abs=0.05)
    assert weights["good"] == pytest.approx(log(9), abs=0.1)


def test_of_unseen_reports_four_fifths_reach_the_mark_and_nearly_all_of_these_are_right() -> None:
    others = frozenset({"fresh", "random", "random again", "since", "sure", "truth"})
    held_out = list(audited(HELD_OUT, leave_out=others))
    sure, right = at_the_mark(weights_of_signs(), held_out)
    assert len(held_out) == 6352
    assert sure >= 0.8 * len(held_out)
    assert right / sure >= 0.99


def test_of_reports_drawn_by_lot_four_fifths_reach_the_mark_and_99_in_100_of_these_are_right() -> None:
    drawn = list(audited(HELD_OUT, leave_out=OF_OTHER_DRAWS | {"random again"}))
    sure, right = at_the_mark(weights_of_signs(), drawn)
    assert len(drawn) == 7395
    assert sure >= 0.8 * len(drawn)
    assert right / sure >= 0.99


def test_of_a_second_draw_nearly_as_many() -> None:
    drawn = list(audited(HELD_OUT, leave_out=OF_OTHER_DRAWS | {"random"}))
    sure, right = at_the_mark(weights_of_signs(), drawn)
    assert len(drawn) == 2309
    assert sure >= 0.85 * len(drawn)
    assert right / sure >= 0.988


def test_most_of_the_figures_held_out_keep_the_mark_and_are_right() -> None:
    held_out = list(audited(HELD_OUT, leave_out=frozenset({"random", "random again", "unseen"})))
    sure, right = at_the_mark(weights_of_signs(), held_out)
    assert len(held_out) == 2018
    assert sure >= 0.9 * len(held_out)
    assert right / sure >= 0.98


def test_the_mark_is_reached_from_nine_tenths_on() -> None:
    samples = [(("always",), True), (("always", "sure"), False), ((), True)]
    assert at_the_mark({"always": 219, "sure": 1}, samples) == (1, 0)
    assert at_the_mark({"always": 220}, samples) == (2, 1)


def test_where_a_figure_stands() -> None:
    plan = "一、2024年工作安排\n"
    goals = "2024年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%。\n新建桥梁15座。"
    assert "in the list of targets" in signs_of(goals, 0, plan)
    assert "a target beside the list of targets" in signs_of(goals, 2, plan)
    assert "a target beside the list of targets" not in signs_of("新建桥梁15座。", 0, plan)
    assert "told otherwise than its section" in signs_of("去年新建桥梁15座。", 0, plan)
    assert "told otherwise than its section" not in signs_of("新建桥梁15座。", 0, plan)
    years = "一、过去五年工作回顾\n"
    assert "one year, in a section on several" in signs_of("2023年新建桥梁15座。", 0, years)
    assert "one year, in a section on several" not in signs_of("2023年新建桥梁15座。")


@pytest.mark.parametrize(
    ("phrase", "dimension", "kin"),
    [
        ("完成绿化造林", "land", "afforestation"),
        ("绿化造林", "count", ""),
        ("绿化造林补助资金占比", "ratio", ""),
        ("研发经费占比", "ratio", "research"),
        ("储蓄存款余额", "money", ""),
        ("城乡居民储蓄存款余额", "money", ""),
        ("本外币存款", "money", "bank"),
        ("新建桥梁", "count", ""),
    ],
)
def test_what_a_phrase_is_akin_to(phrase: str, dimension: str, kin: str) -> None:
    assert kin_of(phrase, dimension) == kin


def test_words_akin_to_an_indicator_make_its_absence_less_sure() -> None:
    weights = weights_of_signs()
    akin = {sign: weight for sign, weight in weights.items() if sign.startswith("words akin to")}
    assert weights["no indicator, though its words are akin to one"] < 0
    assert read("完成封山绿化3万亩。").confidence < read("完成封山育草3万亩。").confidence
    assert len(akin) >= 5
