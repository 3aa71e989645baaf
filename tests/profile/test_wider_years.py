"""The plan year of a report that lost its head: what its sentences say, and where they do not say enough."""

from __future__ import annotations

import pytest

from zhibiao.profile import profile

REVIEW = "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n一、工作回顾\n"
PLAN = "\n二、工作安排\n主要预期目标是：生产总值增长8%左右。\n"


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("今年是实施“十二五”规划的第一年，做好工作意义重大。", 2011),
        ("今年是“十一五”规划的开局之年。", 2006),
        ("今年是“十三五”规划的收官之年。", 2020),
        ("今年是全面贯彻落实党的二十大精神的开局之年。", 2023),
        ("请连同《宁波市国民经济和社会发展第十一个五年规划纲要（草案）》一并审议。", 2006),
        ("第七个五年计划草案已制定完毕，现提请大会审议。", 1986),
        ("刚刚过去的2010年，是很不平凡的一年。", 2011),
    ],
)
def test_a_sentence_that_tells_the_plan_year(sentence: str, year: int) -> None:
    found = profile(REVIEW + "经济平稳增长。" + PLAN + sentence)
    assert (found.plan_year, found.review_year) == (year, year - 1)
    assert found.plan_year_source


@pytest.mark.parametrize(
    "sentence",
    [
        # A plan named in passing, an event to come, a goal far ahead: none is this year's.
        "“十二五”规划顺利实施。",
        "我市将申办2015年第三届博览会。",
        "到2020年，生产总值比2010年翻一番。",
        "党的十八大以来，我市变化很大。",
    ],
)
def test_a_sentence_that_does_not_tell_it(sentence: str) -> None:
    assert profile(REVIEW + "经济平稳增长。" + PLAN + sentence).plan_year is None


def test_the_last_year_told_and_the_one_to_come_agree() -> None:
    told = "2013年，全市生产总值达到800亿元，增长9%。\n" + "城乡面貌改善，民生保障加强，改革不断深化。\n" * 6
    assert profile(REVIEW + told + PLAN + "确保2014年竣工1000套。").plan_year == 2014


def test_a_year_compared_with_is_past() -> None:
    told = "2007年，全市生产总值达到800亿元，增长9%。\n" + "城乡面貌改善，民生保障加强，改革不断深化。\n" * 6
    assert profile(REVIEW + told + PLAN + "城乡居民收入比2012年翻一番。").plan_year != 2008


def test_a_review_of_five_years_measured_up_to_last_year() -> None:
    told = "过去的五年，是发展最快的五年。\n"
    rises = "生产总值由1997年的797亿元增加到去年的1518亿元。财政收入由1997年的44亿元增加到去年的100亿元。\n"
    rest = "城乡面貌改善，民生保障加强，改革不断深化。\n" * 12
    assert profile(REVIEW + told + rises + rest + PLAN).plan_year == 2003
    # One rise from some year to last year tells nothing of five years.
    assert profile(REVIEW + rises + rest + PLAN).plan_year is None


def test_the_latest_session_of_the_party_supports_what_the_review_tells() -> None:
    told = "2003年，全市生产总值达到800亿元，增长9%。\n" + "城乡面貌改善，民生保障加强，改革不断深化。\n" * 6
    spirit = "今年的总体要求是：深入贯彻党的十六大和十六届三中全会精神。\n"
    assert profile(REVIEW + told + PLAN + spirit).plan_year == 2004
    # Alone it is too little: older sessions are named for decades.
    assert profile(REVIEW + "经济平稳增长。\n" + PLAN + spirit).plan_year is None


def test_years_in_chinese_numerals_are_years() -> None:
    told = (
        "比重由一九七八年的百分之二十七提高到一九八二年的百分之三十三。"
        "一九八二年，工农业总产值达到八亿元，增长百分之七。\n"
    )
    rest = "城乡面貌改善，民生保障加强，改革不断深化。\n" * 6
    assert profile(REVIEW + told + rest + PLAN).plan_year == 1983
    far = "从一九七六年到一九八五年是关键的十年。\n"
    assert profile(REVIEW + far + rest + PLAN).plan_year is None
