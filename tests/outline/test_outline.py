"""What each passage of a report is about."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.folding import fold
from zhibiao.outline import Line, Role, outline

PADDING = "全市上下坚持稳中求进工作总基调，扎实做好各项工作，经济社会发展呈现良好局面。" * 2
SALUTATION = "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n"


def read(text: str, plan_year: int = 2024, review_year: int = 2023) -> list[Line]:
    return outline(fold(text), plan_year, review_year)


def role_at(text: str, words: str, plan_year: int = 2024) -> tuple[Role, int | None]:
    place = text.index(words)
    (line,) = [one for one in read(text, plan_year, plan_year - 1) if one.start <= place < one.end]
    return line.role, line.year


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


def test_two_times_in_one_heading() -> None:
    text = (
        f"{SALUTATION}一、“十三五”时期和2020年工作回顾\n五年来，我们修路900公里。\n"
        "刚刚过去的2020年，建桥3座。\n二、“十四五”目标和2021年重点工作\n到2025年，通车1000公里。\n"
        "今年是“十四五”开局之年，新建学校5所。"
    )
    assert role_at(text, "修路", 2021) == (Role.SPAN_REVIEW, 2020)
    assert role_at(text, "建桥", 2021) == (Role.REVIEW, 2020)
    assert role_at(text, "通车", 2021) == (Role.SPAN_PLAN, 2025)
    assert role_at(text, "新建学校", 2021) == (Role.PLAN, 2021)


def test_a_year_in_passing_does_not_end_a_review_of_five() -> None:
    text = f"{SALUTATION}一、过去五年工作回顾\n2023年，产值达到96亿元。\n新建学校81所。"
    assert role_at(text, "新建学校") == (Role.SPAN_REVIEW, 2023)


def test_five_years_inside_a_paragraph_hold_to_its_end() -> None:
    text = (
        f"{SALUTATION}一、2015年工作回顾\n{PADDING}\n2015年是“十二五”收官之年。过去五年，成就举世瞩目。一是经济保持"
        "较高速度。新增就业6400万人。\n新建学校81所。"
    )
    assert role_at(text, "新增就业", 2016) == (Role.SPAN_REVIEW, 2015)
    assert role_at(text, "新建学校", 2016) == (Role.REVIEW, 2015)
    both = text.replace("2015年工作", "2015年和“十二五”工作")
    assert role_at(both, "新建学校", 2016) == (Role.SPAN_REVIEW, 2015)


def test_the_year_before_inside_a_paragraph_of_the_plan_holds_to_where_it_turns_again() -> None:
    text = (
        f"{SALUTATION}二、2024年重点工作\n政府自身建设\n抓好自身建设是基础。过去的一年，我们依法履职。办理建议128件。"
        "今年，我们要取消审批26项。\n加快转变职能。\n"
    )
    assert role_at(text, "办理建议") == (Role.REVIEW, 2023)
    assert role_at(text, "取消审批") == (Role.PLAN, 2024)
    assert role_at(text, "加快转变") == (Role.PLAN, 2024)


def test_what_five_years_of_work_brought_is_of_these_years() -> None:
    text = f"{SALUTATION}一、2023年工作回顾\n{PADDING}\n通过五年来的努力，城市面貌改变。城镇化率由55%提高到60%。\n"
    assert role_at(text, "城镇化率")[0] is Role.SPAN_REVIEW


def test_fifteen_years_are_no_fifteenth_plan() -> None:
    text = f"{SALUTATION}二、今后十五年的奋斗目标\n今后十五年，是重要时期。产值翻一番。"
    assert role_at(text, "产值") == (Role.SPAN_PLAN, 2038)


def test_goals_among_those_of_five_years_are_theirs() -> None:
    text = (
        f"{SALUTATION}“十一五”时期奋斗目标及2006年工作安排\n“十一五”时期，我们要抓住机遇。\n奋斗目标是：生产总值年均增长12%。"
        "\n2006年主要预期目标是：收入增长9%。"
    )
    assert role_at(text, "生产总值", 2006) == (Role.SPAN_PLAN, 2010)
    assert role_at(text, "收入", 2006) == (Role.PLAN, 2006)


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


def test_a_paragraph_of_a_plan_on_the_plan_before_it_looks_back() -> None:
    text = "## 序言\n“十三五”时期，经济运行总体平稳，生产总值突破100万亿元。\n## 第一章 目标\n生产总值年均增长6%。\n"
    roles = [(line.role, line.span) for line in outline(text, 2021, 2020, "five_year_plan")]
    assert roles[1] == (Role.SPAN_REVIEW, (2016, 2020))
    assert roles[3] == (Role.SPAN_PLAN, (2021, 2025))


def test_under_a_heading_on_achievements_a_plan_looks_back() -> None:
    text = "## 第一节 全面建成小康社会取得决定性成就\n生产总值突破100万亿元。\n## 第二节 主要目标\n生产总值年均增长6%。\n"
    spans = [line.span for line in outline(text, 2021, 2020, "five_year_plan") if line.kind != "heading"]
    assert spans == [(2016, 2020), (2021, 2025)]


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


def test_results_before_a_plan_are_told_of_the_years_before_it() -> None:
    text = (
        f"{SALUTATION}二、关于“十五五”规划纲要的说明\n"
        "（一）“十四五”时期经济社会发展主要情况\n新建学校5所。\n"
        "（二）战略重点\n新建桥梁5座。\n"
        "（三）“十四五”时期经济社会发展主要问题\n新增就业8万人。"
    )
    assert role_at(text, "新建学校", 2026) == (Role.SPAN_REVIEW, 2025)
    assert role_at(text, "新建桥梁", 2026) == (Role.SPAN_PLAN, 2030)
    assert role_at(text, "新增就业", 2026) == (Role.SPAN_PLAN, 2030)


def test_what_follows_the_close_of_a_year_is_of_all_years() -> None:
    closed = (
        "各位代表！2023年各项任务的完成，为七届政府工作画上了圆满句号。本届政府任职以来，干成了一批大事。"
    )
    text = f"{SALUTATION}一、2023年工作回顾\n工业稳步发展。\n{closed}\n综合实力提升，新增就业8万人。\n"
    assert role_at(text, "新增就业")[0] is Role.SPAN_REVIEW
    open_year = "本届政府任职以来，干成了一批大事。"
    text = f"{SALUTATION}一、2023年工作回顾\n工业稳步发展。{open_year}\n综合实力提升，新增就业8万人。\n"
    assert role_at(text, "新增就业") == (Role.REVIEW, 2023)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("回眸“十三五”，这是坚持协调发展、区域格局不断优化的五年。新增就业8万人。", Role.SPAN_REVIEW),
        ("过去五年是城市建设速度最快的五年，新增就业8万人。", Role.SPAN_REVIEW),
        ("这是连续获奖的第五年。新增就业8万人。", Role.REVIEW),
        ("这是全市上下共同努力的结果。新增就业8万人。", Role.REVIEW),
    ],
)
def test_five_years_that_are_praised_within_a_paragraph(words: str, role: Role) -> None:
    text = f"{SALUTATION}一、2020年工作回顾\n工业稳步发展。{words}\n"
    (line,) = [one for one in read(text, 2021, 2020) if one.start <= text.index("新增就业") < one.end]
    assert line.role is role


@pytest.mark.parametrize(
    ("opening", "role"),
    [("去年，我们克服困难，取得新成绩。", Role.SPAN_REVIEW), ("各位代表！去年，我们克服困难。", Role.REVIEW)],
)
def test_the_last_year_holds_to_the_next_heading_of_five_years(opening: str, role: Role) -> None:
    heading = "一、过去五年工作回顾"
    text = f"{SALUTATION}{heading}\n（一）实力增强。\n{opening}\n（二）产业升级\n新增就业8万人。\n"
    assert role_at(text, "新增就业")[0] is role


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


def test_the_goals_of_a_far_year_hold_for_their_paragraph() -> None:
    far = "2035年远景目标是：基本实现现代化。经济总量迈上新台阶。\n“十四五”时期，新增就业30万人。"
    text = f"{SALUTATION}二、2035年远景目标及“十四五”时期主要目标任务\n{far}\n"
    found = {
        words: next(one for one in read(text, 2021, 2020) if one.start <= text.index(words) < one.end)
        for words in ("经济总量", "新增就业")
    }
    assert (found["经济总量"].role, found["经济总量"].year) == (Role.SPAN_PLAN, 2035)
    assert (found["新增就业"].role, found["新增就业"].year) == (Role.SPAN_PLAN, 2025)
