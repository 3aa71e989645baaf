"""Passages about several years: which words open and end them, and whose the years beside them are."""

from __future__ import annotations

import pytest

from tests.outline.reading import PADDING, SALUTATION, read, role_at
from zhibiao.outline import Role, outline


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


def test_a_paragraph_of_a_plan_on_the_plan_before_it_looks_back() -> None:
    text = "## 序言\n“十三五”时期，经济运行总体平稳，生产总值突破100万亿元。\n## 第一章 目标\n生产总值年均增长6%。\n"
    roles = [(line.role, line.span) for line in outline(text, 2021, 2020, "five_year_plan")]
    assert roles[1] == (Role.SPAN_REVIEW, (2016, 2020))
    assert roles[3] == (Role.SPAN_PLAN, (2021, 2025))


def test_under_a_heading_on_achievements_a_plan_looks_back() -> None:
    text = "## 第一节 全面建成小康社会取得决定性成就\n生产总值突破100万亿元。\n## 第二节 主要目标\n生产总值年均增长6%。\n"
    spans = [line.span for line in outline(text, 2021, 2020, "five_year_plan") if line.kind != "heading"]
    assert spans == [(2016, 2020), (2021, 2025)]


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


def test_the_goals_of_a_far_year_hold_for_their_paragraph() -> None:
    far = "2035年远景目标是：基本实现现代化。经济总量迈上新台阶。\n“十四五”时期，新增就业30万人。"
    text = f"{SALUTATION}二、2035年远景目标及“十四五”时期主要目标任务\n{far}\n"
    found = {
        words: next(one for one in read(text, 2021, 2020) if one.start <= text.index(words) < one.end)
        for words in ("经济总量", "新增就业")
    }
    assert (found["经济总量"].role, found["经济总量"].year) == (Role.SPAN_PLAN, 2035)
    assert (found["新增就业"].role, found["新增就业"].year) == (Role.SPAN_PLAN, 2025)
