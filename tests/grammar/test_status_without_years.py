"""A target is a target by its own words, also where nothing tells the document's years."""

from __future__ import annotations

import pytest

from zhibiao.extract import extract
from zhibiao.model import Profile, Status


def statuses(text: str) -> list[Status]:
    return [figure.status for figure in extract(text, Profile(), "document").figures]


@pytest.mark.parametrize(
    "text",
    [
        "报告提出，今年地区生产总值增长6.5%左右，城镇新增就业5万人。",
        "2024年，焦作GDP预期增长6.8%。",
        "今年，焦作将新建学校20所。",
        "确保规上工业增加值增长7%。",
        "全市计划改造老旧小区88个。",
        "主要目标是：\n1.经济增长。人均GDP达到5万元。\n2.民生改善。新增就业20万人。",
        "“十二五”时期的主要目标是：生产总值年均增长10%，城镇化率达到50%。",
        "【今年目标】地区生产总值增长6%左右。",
        "【原文】今年地区生产总值增长6.5%左右。",
        "今年小目标\n地区生产总值增长6%左右\n新增就业5万人",
        "市长说，综合各方面因素，建议今年全市经济社会发展的主要预期目标是：全市生产总值增长5%左右，城镇调查失业率5%以内，"
        "居民消费价格涨幅3%左右，一般公共预算收入增长5%，城镇新增就业10万人。",
        "谈到今年发展目标，区长说，今年全区主要预期目标是生产总值增长7%以上，城镇居民人均可支配收入增长8%左右。",
        "全州划定发展预期目标，生产总值增长3%；固定资产投资增长7%；城镇登记失业率控制在3%以内。",
    ],
)
def test_words_of_intent_make_targets(text: str) -> None:
    assert set(statuses(text)) == {Status.TARGET}


@pytest.mark.parametrize(
    "text",
    [
        "2023年，全市生产总值增长5.5%，财政收入增长7%。",
        "去年新建学校20所，比上年多3所。",
        "全市完成年度计划的105%。",
        "已改造老旧小区88个。",
        "【去年成绩】地区生产总值增长5.1%。",
        "主要目标是什么？去年生产总值增长5%。",
        "【原文】今年以来已改造老旧小区88个。",
        "固定资产投资增长22%，增速高于“十二五”预期目标4个百分点，出口增长9%。",
    ],
)
def test_what_is_told_as_done_stays_so(text: str) -> None:
    assert Status.TARGET not in statuses(text)


def test_a_label_parts_what_is_meant_from_what_was_done() -> None:
    text = "民生\n【今年目标】新增就业5万人。\n【去年成绩】新增就业5.3万人。\n环保\n【今年目标】造林3万亩。\n"
    assert statuses(text) == [Status.TARGET, Status.ACTUAL, Status.TARGET]


@pytest.mark.parametrize("label", ["数字1：", "数字2:", "看点3、"])
def test_the_number_of_a_label_is_no_figure(label: str) -> None:
    figures = extract(f"{label}6.5%左右\n", Profile(), "document").figures
    assert [figure.value_text for figure in figures] == ["6.5%"]


def test_a_label_is_no_part_of_a_name() -> None:
    figures = extract("【原文】今年地区生产总值增长6.5%左右。\n", Profile(), "document").figures
    assert [figure.indicator_id for figure in figures] == ["gdp"]


def test_a_list_that_a_speaker_announces_is_the_headline_without_its_year_too() -> None:
    text = (
        "龙湖市人大会议开幕。\n市长说，综合各方面因素，建议今年全市经济社会发展的主要预期目标是：全市生产总值增长5%左右，"
        "城镇调查失业率5%以内，居民消费价格涨幅3%左右。\n今年要新建公路120公里。\n"
    )
    figures = extract(text, Profile(), "document").figures
    assert [(figure.value_text, figure.is_headline) for figure in figures] == [
        ("5%", True),
        ("5%", True),
        ("3%", True),
        ("120公里", False),
    ]
    assert {figure.period_end for figure in figures} == {None}


@pytest.mark.parametrize(
    "told",
    ["完成了年初设定的预期目标，生产总值增长8%。", "2023年，我们设定预期目标，奋力拼搏，生产总值增长8%。"],
)
def test_a_goal_that_a_review_speaks_of_turns_nothing(told: str) -> None:
    years = Profile(plan_year=2024, review_year=2023)
    figures = extract(f"一、2023年工作回顾\n{told}就业形势稳定，失业率3%。\n", years, "document").figures
    assert {figure.status for figure in figures} == {Status.ACTUAL}


YEAR_2024 = Profile(plan_year=2024, review_year=2023)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2024年，地区生产总值增长6%左右，规上工业增加值增长7%。", Status.TARGET),
        ("今年新建学校20所。", Status.TARGET),
        ("2024年，已完成投资30亿元。", Status.ACTUAL),
        ("2024年伊始，新增企业30家。", Status.ACTUAL),
        ("2023年，地区生产总值增长5%。", Status.ACTUAL),
        ("2024年一季度，地区生产总值增长5%。", Status.ACTUAL),
    ],
)
def test_a_year_under_way_has_no_results_but_those_told_as_done(text: str, status: Status) -> None:
    figures = extract(text, YEAR_2024, "document").figures
    assert {figure.status for figure in figures} == {status}


def test_an_achievement_of_the_plan_year_is_told_of() -> None:
    findings = extract("2024年，已完成投资30亿元。", YEAR_2024, "document").findings
    assert "achieved_in_plan_year" in [finding.check_name for finding in findings]
    findings = extract("2023年，已完成投资30亿元。", YEAR_2024, "document").findings
    assert "achieved_in_plan_year" not in [finding.check_name for finding in findings]


def test_a_document_with_many_of_them_has_one_finding_with_their_count() -> None:
    findings = extract("2024年，已完成投资30亿元，已建成学校5所。", YEAR_2024, "document").findings
    told = [finding for finding in findings if finding.check_name == "achieved_in_plan_year"]
    assert [finding.message.split(" are ")[0] for finding in told] == ["2 figures"]
    assert told[0].quote
    assert "30亿元" in told[0].quote
