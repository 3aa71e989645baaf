"""What each passage of a report is about."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outline.reading import PADDING, SALUTATION, read, role_at
from zhibiao.folding import fold
from zhibiao.outline import Role, outline


@pytest.mark.parametrize(
    ("heading", "role", "year"),
    [
        ("一、2023年工作回顾", Role.REVIEW, 2023),
        ("**一、2023年工作回顾**", Role.REVIEW, 2023),
        ("## 2023年全市重点工作", Role.REVIEW, 2023),
        ("回眸2023", Role.REVIEW, 2023),
        ("一、过去一年工作回顾", Role.REVIEW, 2023),
        ("一、过去五年工作回顾", Role.SPAN_REVIEW, 2023),
        ("一、2021年以来工作回顾", Role.SPAN_REVIEW, 2023),
        ("一、2023年以来工作回顾", Role.REVIEW, 2023),
        ("一、本届政府工作回顾", Role.SPAN_REVIEW, 2023),
        ("一、“十三五”时期工作回顾", Role.SPAN_REVIEW, 2020),
        ("二、2024年重点工作", Role.PLAN, 2024),
        ("二、2024年经济社会发展总体要求", Role.REQUIREMENT, 2024),
        ("发展主要预期目标", Role.PLAN, 2024),
        ("二、对今年政府工作的建议", Role.PLAN, 2024),
        ("二、今后五年的目标任务", Role.SPAN_PLAN, 2028),
        ("二、“十五五”时期主要目标任务", Role.SPAN_PLAN, 2030),
        ("存在的困难和问题", Role.PROBLEMS, 2023),
        ("附：名词解释", Role.NOTES, None),
        ("《政府工作报告》名词术语解释", Role.NOTES, None),
        ("注释", Role.NOTES, None),
        ("名词解释：", Role.NOTES, None),
        ("二、2025年国民经济计划的任务", Role.PLAN, 2025),
    ],
)
def test_a_heading_says_it(heading: str, role: Role, year: int | None) -> None:
    assert role_at(f"{SALUTATION}{heading}\n新增就业8万人。", "新增就业") == (role, year)


@pytest.mark.parametrize(
    ("heading", "role", "year"),
    [
        ("**2024年为民办实事项目**", Role.PLAN, 2024),
        ("**2024年省十件民生实事**", Role.PLAN, 2024),
        ("**2023年为民办实事项目完成情况**", Role.REVIEW, 2023),
        ("**2024年的新词**", Role.NOTES, None),
    ],
)
def test_an_appendix_of_promises_is_no_note(heading: str, role: Role, year: int | None) -> None:
    text = f"{SALUTATION}二、2024年重点工作\n抓好项目。\n**附件一**\n\n{heading}\n\n新增就业8万人。"
    assert role_at(text, "新增就业") == (role, year)


@pytest.mark.parametrize(
    "heading",
    [
        "2024年政府工作报告",
        "——2024年1月10日在市第五届人民代表大会第四次会议上",
        "**（二〇二四年一月十日）**",
        "title: 2024年政府工作报告",
    ],
)
def test_the_title_says_nothing(heading: str) -> None:
    assert role_at(f"{heading}\n市长 王某\n{SALUTATION}全市投资100亿元。", "全市投资") == (Role.REVIEW, 2023)


@pytest.mark.parametrize(
    ("cue", "role", "year"),
    [
        ("五年来，我们拼搏奋进，", Role.SPAN_REVIEW, 2023),
        ("过去五年，", Role.SPAN_REVIEW, 2023),
        ("这是民生不断改善、百姓获得感增强的五年。", Role.SPAN_REVIEW, 2023),
        ("这是我们面对的第五年。", Role.REVIEW, 2023),
        ("“十三五”时期，", Role.SPAN_REVIEW, 2020),
        ("同时，我们也清醒认识到，发展中还面临不少困难和问题：", Role.PROBLEMS, 2023),
        ("在肯定成绩的同时，", Role.PROBLEMS, 2023),
        ("今年是“十四五”规划的关键之年，", Role.PLAN, 2024),
        ("2024年，是我市发展一个新的历史起点，是继往开来的重要一年。", Role.PLAN, 2024),
        ("今年经济社会发展主要预期目标是：", Role.PLAN, 2024),
        ("主要预期目标是：", Role.PLAN, 2024),
        ("实现“十四五”蓝图，2024年开局十分关键。", Role.PLAN, 2024),
        ("各位代表！做好今年的各项工作，", Role.PLAN, 2024),
        ("今后五年，要坚持高质量发展，", Role.SPAN_PLAN, 2028),
        ("一年来，", Role.REVIEW, 2023),
        ("二十八年来，", Role.REVIEW, 2023),
        ("对这个问题必须有清醒的认识，", Role.REVIEW, 2023),
        ("深入实施农村人居环境整治提升五年行动，", Role.REVIEW, 2023),
    ],
)
def test_running_text_says_it(cue: str, role: Role, year: int | None) -> None:
    text = f"{SALUTATION}{PADDING}\n{cue}新增就业8万人。\n"
    assert role_at(text, "新增就业") == (role, year)


def test_a_heading_binds_what_stands_under_it() -> None:
    text = (
        f"{SALUTATION}一、2023年工作回顾\n{PADDING}\n二、2024年重点工作\n过去五年，修路900公里。\n建桥3座。"
    )
    assert role_at(text, "修路") == (Role.PLAN, 2024)
    assert role_at(text, "建桥") == (Role.PLAN, 2024)


@pytest.mark.parametrize(
    "words",
    [
        "主要预期目标圆满完成：",
        "把年度主要预期目标作为一个有机整体来把握，",
        "将发展主要目标分解为八大工程，",
    ],
)
def test_a_word_on_targets_does_not_end_the_review(words: str) -> None:
    text = f"{SALUTATION}一、过去五年工作回顾\n{words}加强调控。\n（二）坚定扩大对外开放。新建口岸5个。"
    assert role_at(text, "新建口岸") == (Role.SPAN_REVIEW, 2023)


def test_what_a_plan_under_way_set_does_not_end_the_review() -> None:
    text = f"{SALUTATION}一、2021年工作回顾\n“十四五”规划提出了节能减排目标，意义重大。能耗下降1.2%。"
    assert role_at(text, "能耗", 2022) == (Role.REVIEW, 2021)


def test_the_next_heading_ends_the_review() -> None:
    text = f"{SALUTATION}一、2023年工作回顾\n{PADDING}\n二、抓紧有利时机，加快经济发展\n新建学校5所。"
    assert role_at(text, "新建学校") == (Role.PLAN, 2024)
    within = f"{SALUTATION}**2023年工作回顾**\n一、坚持发展第一要务，经济保持平稳\n新建学校5所。"
    assert role_at(within, "新建学校") == (Role.REVIEW, 2023)


def test_a_report_on_one_line() -> None:
    text = (
        "市长 王某各位代表：现在，我代表市人民政府向大会报告工作，请予审议。 "
        "**一、2023年工作回顾** 2023年是开局之年。"
        "新增就业8万人。在肯定成绩的同时，我们也清醒地认识到困难。人均收入只有3万元。"
        "二、2024年工作安排 2024年是关键之年。完成投资100亿元。**（一）全力推进转型。**新建学校5所。"
    )
    assert role_at(text, "新增就业") == (Role.REVIEW, 2023)
    assert role_at(text, "人均收入") == (Role.PROBLEMS, 2023)
    assert role_at(text, "完成投资") == (Role.PLAN, 2024)
    assert role_at(text, "新建学校") == (Role.PLAN, 2024)


def test_a_news_lead_and_the_front() -> None:
    text = f"报告提到，2024年主要预期目标是：经济增长5%，{PADDING}\n政府工作报告\n{SALUTATION}{PADDING}"
    assert role_at(text, "报告提到") == (Role.LEAD, 2024)
    assert role_at(text, "政府工作报告\n") == (Role.FRONT, None)
    assert role_at(text, "各位代表") == (Role.FRONT, None)


def test_a_digest_of_the_conference_in_december() -> None:
    text = (
        f"今年主要成就\n今年以来，{PADDING}\n会议明确了我市明年经济发展的主要预期目标：经济增长6.5%。\n"
        f"{PADDING}\n我市今年延揽各类人才2.3万人。\n明年工作要求\n"
    )
    assert role_at(text, "经济增长") == (Role.PLAN, 2024)
    assert role_at(text, "延揽") == (Role.REVIEW, 2023)
    assert {one.now for one in read(text)} == {2023}


def test_a_line_that_goes_on_a_torn_sentence_keeps_its_role() -> None:
    text = (
        f"{SALUTATION}二、2024年的主要工作\n主要预期目标定为：工业总产值3593亿元\n\n（1990年不变价），增长16%。"
        "\n工业增加值958亿元，增长\n14.5%；出口增长4.5%。"
    )
    assert {role_at(text, words) for words in ("（1990年", "增长16%", "14.5%")} == {(Role.PLAN, 2024)}


def test_sections_are_the_headings_above() -> None:
    text = "## 二、2024年工作\n（一）聚力科创成势。做优创新平台，新建3个。\n（二）扩大开放\n新增10家。"
    lines = read(text)
    assert [one.section for one in lines] == [
        "二、2024年工作",
        "二、2024年工作 > (一)聚力科创成势",
        "二、2024年工作 > (二)扩大开放",
        "二、2024年工作 > (二)扩大开放",
    ]


PIECES = [
    "一、",
    "（一）",
    "**",
    "#",
    "各位代表！",
    "一年来，",
    "今年是",
    "2023年",
    "。",
    "\n",
    "\r\n",
    "名词解释",
    " ",
    "8万人",
    "“十四五”",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_lines_cover_any_text(text: str) -> None:
    lines = read(text)
    covered = "".join(text[one.start : one.end] for one in lines)
    assert covered.replace("\n", "").replace("\r", "") == text.replace("\n", "").replace("\r", "")
    assert all(before.end <= after.start for before, after in pairwise(lines))
    assert all(one.start <= one.body_start <= one.lead_end <= one.end or one.kind == "blank" for one in lines)


def test_years_may_be_unknown() -> None:
    text = f"{SALUTATION}一、工作回顾\n五年来，修路。\n今后五年，建桥。\n"
    assert {one.year for one in outline(fold(text), None, None)} == {None}


def test_time_is_linear_in_one_long_line() -> None:
    sentence = "一年来，全市经济稳中有进，新增就业8万人，（一）各位代表！“十四五”时期，"

    def seconds(times: int) -> float:
        text = sentence * times
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(10)
    assert seconds(4000) < 30 * max(seconds(400), 0.001)


def test_the_notes_of_a_report_are_named_by_it_and_no_report_is_one() -> None:
    body = "二、2024年工作安排\n新建学校5所。\n"
    assert (
        role_at(f"{SALUTATION}{body}《政府工作报告》有关名词解释\n新增就业8万人。", "新增就业")[0]
        is Role.NOTES
    )
    assert role_at(f"{SALUTATION}{body}附件：专项工作报告\n新增就业8万人。", "新增就业")[0] is Role.PLAN


def test_an_annex_is_what_its_own_title_says() -> None:
    body = "二、2024年工作安排\n新建学校5所。\n"
    assert role_at(f"{SALUTATION}{body}附件：\n新增就业8万人。", "新增就业")[0] is Role.PLAN
    assert role_at(f"{SALUTATION}{body}附件：\n名词解释\n新增就业8万人。", "新增就业")[0] is Role.NOTES
    assert role_at(f"{SALUTATION}{body}注释工作加强。\n新增就业8万人。", "新增就业")[0] is Role.PLAN


@pytest.mark.parametrize(
    ("title", "told", "role"),
    [
        (
            "坪山人大会议开幕 部署2024年政府工作",
            "报告指出，坪山区2023年实现了经济发展稳中提质。",
            Role.REVIEW,
        ),
        ("2024年政府工作安排", "要实现经济发展稳中提质。", Role.PLAN),
    ],
)
def test_the_title_of_news_of_a_congress_binds_no_paragraph(title: str, told: str, role: Role) -> None:
    text = f"{title}\n4月21日，人大会议开幕。\n{told}全年新增就业8万人。\n"
    assert role_at(text, "新增就业")[0] is role


@pytest.mark.parametrize(
    ("told", "coming"),
    [
        ("报告提出，今年全县将新建农村公路80公里。", True),
        ("记者从会上获悉，今年我县计划实施重点项目58个。", True),
        ("今年以来，全县新建农村公路80公里。", False),
        ("报告提出，近年来全县新建农村公路80公里。", False),
    ],
)
def test_news_that_tells_what_is_to_come_goes_on_with_it(told: str, coming: bool) -> None:
    text = f"县人大会议开幕\n1月10日，县长作政府工作报告，回顾了2023年的工作。\n{told}改造老旧小区20个。\n"
    assert (role_at(text, "改造老旧小区")[0] is Role.PLAN) is coming


def test_within_a_report_its_headings_bind() -> None:
    text = f"{SALUTATION}一、2023年工作回顾\n今年将新建公路80公里。\n新增就业8万人。\n"
    assert role_at(text, "新增就业")[0] is Role.REVIEW
