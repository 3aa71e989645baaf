"""Which kind of document a text is, and what its years and its region are then."""

from __future__ import annotations

import pytest

from zhibiao.extract import extract
from zhibiao.model import Extraction, Status
from zhibiao.profile import profile

BODY = "\n\n全年生产总值1200亿元，比上年增长5.2%。计划新开工项目20个。年末常住人口350万人。\n"


def read(text: str) -> Extraction:
    return extract(text, profile(text), "document")


@pytest.mark.parametrize(
    ("title", "kind", "region", "plan", "review"),
    [
        ("中华人民共和国2021年国民经济和社会发展统计公报", "communique", "000000", None, 2021),
        ("**中华人民共和国**\n\n**2004年国民经济和社会发展统计公报**", "communique", "000000", None, 2004),
        ("中华人民共和国国家统计局关于一九八二年国民经济和社会发展计划执行结果的公报", "communique", "000000", None, 1982),
        ("武陟县2023年国民经济和社会发展统计公报", "communique", "410823", None, 2023),
        ("关于黄平县2022年预算执行情况和2023年预算草案的报告", "budget_report", "522622", 2023, 2022),
        ("关于焦作市2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告", "plan_report", "410800", 2024, 2023),
        ("中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "five_year_plan", "000000", 2021, 2020),
        ("焦作市国民经济和社会发展第十二个五年规划纲要", "five_year_plan", "410800", 2011, 2010),
        # a numeral doubled by a slip
        ("焦作市国民经济和社会发展第十三三个五年规划纲要", "five_year_plan", "410800", 2016, 2015),
        ("焦作市国民经济和社会发展“十五”计划纲要", "five_year_plan", "410800", 2001, 2000),
        ("焦作市国民经济和社会发展第十五个五年规划纲要", "five_year_plan", "410800", 2026, 2025),
        ("中共中央关于制定国民经济和社会发展第十五个五年规划的建议", "five_year_plan", "000000", 2026, 2025),
        ("中共焦作市委关于制定焦作市国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议", "five_year_plan", "410800", 2021, 2020),
        ("焦作市人民政府关于印发焦作市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要的通知", "five_year_plan", "410800", 2021, 2020),
        ("关于焦作市国民经济和社会发展第十三个五年规划纲要（草案）的报告", "five_year_plan", "410800", 2016, 2015),
        ("焦作市“十四五”数字经济发展规划", "five_year_plan", "410800", 2021, 2020),
        ("2023年河南省国民经济和社会发展统计公报\n河南省统计局 国家统计局河南调查总队\n2024年3月28日", "communique", "410000", None, 2023),
        ("关于焦作市二〇一九年国民经济和社会发展的统计公报\n（2020年4月2日）", "communique", "410800", None, 2019),
        ("统计公报\n河南省统计局\n2021年全省生产总值58887亿元。", "communique", "410000", None, 2021),
        ("第七次全国人口普查公报\n国家统计局\n2021年5月11日\n以2020年11月1日零时为标准时点。", "communique", "000000", None, 2020),
        ("河南省第七次全国人口普查公报\n河南省统计局\n2021年5月14日\n以2020年11月1日零时为标准时点。", "communique", "410000", None, 2020),
    ],
)  # fmt: skip
def test_documents_beside_the_report(
    title: str, kind: str, region: str, plan: int | None, review: int
) -> None:
    found = profile(title + BODY)
    assert (found.kind, found.region_code, found.plan_year, found.review_year) == (kind, region, plan, review)
    assert found.kind_source
    assert found.findings == []


def test_a_plan_that_is_none_tells_no_year() -> None:
    assert profile("焦作市国民经济和社会发展第九十三个五年规划纲要" + BODY).plan_year is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # What speaks about such a document is not one, and a report puts a plan before the congress.
        ("2021年国民经济和社会发展统计公报解读\n全市生产总值增长5%。", "report_digest"),
        (
            "政府工作报告\n——2021年1月5日在焦作市第十三届人民代表大会上\n各位代表：\n我代表市人民政府作报告，"
            "请连同《焦作市国民经济和社会发展第十四个五年规划纲要（草案）》一并审议。",
            "work_report",
        ),
        ("中华人民共和国统计法\n第一条 为了科学、有效地组织统计工作，制定本法。", "other"),
        ("# zhibiao\n\nInstall with pip and run the command below on a folder of reports.\n", "other"),
        (
            "焦作市中级人民法院工作报告\n各位代表：\n现在，我代表市中级人民法院向大会报告工作，请予审议。",
            "other",
        ),
        ("焦作市人大常委会工作报告\n各位代表：\n我受常委会委托，向大会报告工作，请予审议。", "other"),
        ("焦作市“十四五”规划实施中期评估报告\n2023年，全市生产总值增长4%。", "other"),
        ("关于做好2024年工作的通知\n全市生产总值增长5%。", "other"),
        ("在开学典礼上的讲话\n同学们，大家好。", "other"),
        ("2024年，全市生产总值增长6%左右。", "report_digest"),
    ],
)
def test_what_is_none_of_them(text: str, kind: str) -> None:
    assert profile(text).kind == kind


def test_all_of_a_communique_is_of_its_year() -> None:
    found = read(
        "中华人民共和国2003年国民经济和社会发展统计公报\n2004年2月26日" + BODY + "比重由上年的60%上升到66%。"
    )
    years = [
        (figure.value_text, figure.status, figure.period_end and figure.period_end.year)
        for figure in found.figures
    ]
    assert ("1200亿元", Status.ACTUAL, 2003) in years
    assert ("66%", Status.ACTUAL, 2003) in years
    # Its word says of which year it is.
    assert ("60%", Status.ACTUAL, 2002) in years
    assert not any(figure.is_headline for figure in found.figures)


def test_a_communique_that_names_no_year_has_none_and_its_day_of_publishing_gives_none() -> None:
    found = profile("焦作市统计公报\n2023年3月2日" + BODY)
    assert (found.kind, found.plan_year, found.review_year) == ("communique", None, None)
    assert [finding.check_name for finding in found.findings] == ["plan_year_unclear"]
    named = profile("焦作市统计公报\n2023年3月2日" + BODY, file_name="焦作市2022年.txt")
    assert (named.plan_year, named.review_year) == (None, 2022)


def test_what_a_communique_calls_planned_is_so_and_no_target() -> None:
    found = read(
        "焦作市2023年国民经济和社会发展统计公报\n在建项目计划总投资574亿元，比上年增长3%。\n计划到2030年建成6条线路。\n"
    )
    assert [(figure.value_text, figure.status) for figure in found.figures] == [
        ("574亿元", Status.ACTUAL),
        ("3%", Status.ACTUAL),
        ("6条", Status.REFERENCE),
    ]


def test_a_five_year_plan_reviews_the_last_one_and_looks_beyond_its_own() -> None:
    found = read(
        "焦作市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n第一章 发展基础\n"
        "“十三五”时期，全市生产总值年均增长6.5%，2020年达到2100亿元。\n第二章 主要目标\n"
        "展望2035年，城镇化率达到75%。\n到2025年，城镇化率达到70%。\n新增城镇就业30万人。\n"
        "每千人口拥有执业医师由2.9人提高到3.5人。\n"
    )
    told = {
        figure.value_text: (
            figure.status,
            figure.period_start and figure.period_start.year,
            figure.period_end and figure.period_end.year,
        )
        for figure in found.figures
    }
    assert told == {
        "6.5%": (Status.ACTUAL, 2016, 2020),
        "2100亿元": (Status.ACTUAL, 2020, 2020),
        "75%": (Status.TARGET, 2035, 2035),
        "70%": (Status.TARGET, 2025, 2025),
        "30万人": (Status.TARGET, 2021, 2025),
        "2.9人": (Status.ACTUAL, 2020, 2020),
        "3.5人": (Status.TARGET, 2025, 2025),
    }


def test_the_figures_of_a_five_year_plan_are_targets_of_its_span() -> None:
    found = read(
        "焦作市国民经济和社会发展第十二个五年规划纲要\n\n第一章 主要目标\n生产总值年均增长11%。森林覆盖率达到30%。\n"
        "“十一五”时期，生产总值年均增长13%。\n"
    )
    told = {figure.value_text: figure for figure in found.figures}
    assert told["11%"].status is Status.TARGET
    assert (told["11%"].period_start.year, told["11%"].period_end.year) == (2011, 2015)  # type: ignore[union-attr]
    assert told["30%"].status is Status.TARGET
    assert told["13%"].status is Status.ACTUAL
    assert not any(figure.is_headline for figure in found.figures)


def test_the_same_words_in_a_report_are_a_target() -> None:
    text = (
        "政府工作报告\n——2024年1月5日在焦作市第十四届人民代表大会上\n各位代表：\n一、2023年工作回顾\n成绩很大。\n"
        "二、2024年工作安排\n主要预期目标是：生产总值增长6%。"
    )
    assert [(figure.status, figure.is_headline) for figure in read(text).figures] == [(Status.TARGET, True)]


@pytest.mark.parametrize(
    ("text", "kind", "review"),
    [
        ("焦作市2023年财政决算（草案）的报告\n一般公共预算收入完成168.9亿元。", "budget_report", 2023),
        ("关于2023年焦作市市级财政决算的报告\n一般公共预算收入完成168.9亿元。", "budget_report", 2023),
        ("关于焦作市2024年1—6月预算执行情况的报告\n一般公共预算收入完成90亿元。", "budget_report", 2024),
    ],
)
def test_what_was_executed_alone_has_a_year_of_results_and_no_plan_year(
    text: str, kind: str, review: int
) -> None:
    found = profile(text)
    assert (found.kind, found.region_name, found.plan_year, found.review_year) == (
        kind,
        "焦作市",
        None,
        review,
    )
    assert found.findings == []
    assert {figure.period_end.year for figure in read(text).figures if figure.period_end} == {review}


def test_two_years_of_results_in_one_title_leave_the_year_open_rather_than_guessed() -> None:
    found = read(
        "关于2023年市级财政决算和2024年上半年预算执行情况的报告\n焦作市财政局\n一、2023年决算\n2023年收入完成168.9亿元。\n"
        "二、2024年上半年预算执行情况\n上半年，收入完成90亿元。\n"
    )
    assert [(figure.status, str(figure.period_end)) for figure in found.figures] == [
        (Status.ACTUAL, "2023-12-31"),
        (Status.ACTUAL, "None"),
    ]
    assert "plan_year_unclear" in [finding.check_name for finding in found.findings]


def test_the_half_year_is_told_and_the_whole_is_striven_for() -> None:
    found = read(
        "焦作市2024年上半年国民经济和社会发展计划执行情况的报告\n一、上半年计划执行情况\n上半年，全市生产总值增长5%。\n"
        "二、下半年工作安排\n力争全年生产总值增长5.5%。\n"
    )
    assert [(figure.value_text, figure.status, str(figure.period_end)) for figure in found.figures] == [
        ("5%", Status.ACTUAL, "2024-06-30"),
        ("5.5%", Status.TARGET, "2024-12-31"),
    ]


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("关于1955年国家决算和1956年国家预算的报告", None),
        ("关于2023年市级财政决算和2024年上半年预算执行情况的报告\n一、2023年决算", None),
        ("关于焦作市2024年预算执行情况和2025年预算草案的报告", 2025),
        ("焦作市2024年国民经济和社会发展计划", 2024),
    ],
)
def test_a_title_of_two_years_or_of_a_plan_is_not_of_results_alone(title: str, plan: int | None) -> None:
    found = profile(title + "\n一般公共预算收入完成90亿元。")
    assert (found.plan_year, found.review_year) == (plan, plan and plan - 1)


def test_this_year_in_the_plan_of_a_report_given_in_december_is_the_year_to_come() -> None:
    opening = "政府工作报告\n——2013年12月28日在龙井市第十七届人民代表大会第三次会议上\n各位代表：\n一、2013年工作回顾\n今年，全市生产总值增长9%。\n"
    written_ahead = read(opening + "二、2014年工作安排\n今年，全市生产总值增长8%左右。\n")
    assert [str(figure.period_end) for figure in written_ahead.figures] == ["2013-12-31", "2014-12-31"]
    spoken = read(opening + "二、2014年工作安排\n明年，全市生产总值增长8%左右。今年签约的5个项目要开工。\n")
    assert [str(figure.period_end) for figure in spoken.figures] == ["2013-12-31", "2014-12-31", "2013-12-31"]
