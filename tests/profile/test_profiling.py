"""What a report says of itself, in the many ways in which reports open; and where it does not say."""

from __future__ import annotations

import pytest

from zhibiao.profile import Overrides, profile

PLAN = "\n二、{year}年工作安排\n今年经济社会发展的主要预期目标是：生产总值增长6%左右。\n"


def report(opening: str, plan_year: int, body: str = "") -> str:
    """A report with this opening, its review and its plan."""
    review = (
        f"\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、{plan_year - 1}年工作回顾\n"
    )
    return opening + review + body + PLAN.format(year=plan_year)


@pytest.mark.parametrize(
    ("opening", "plan_year", "code"),
    [
        (
            "政府工作报告\n——2024年2月1日在焦作市第十四届人民代表大会第二次会议上\n市长　李亦博",
            2024,
            "410800",
        ),
        ("---\ntitle: 南通市政府工作报告 （2014年1月14日 张国华）\n---\n市长 张国华", 2014, "320600"),
        # Given in December, it sets the targets of the next year.
        ("---\ntitle: 延边州政府工作报告 （2013年12月21日 李景浩）\n---\n州长 李景浩", 2014, "222400"),
        (
            "---\nsource: http://www.example.cn/202003/t20200316.shtml\ntitle: 武汉市2002年政府工作报告\n---",
            2002,
            "420100",
        ),
        (
            "**政** **府** **工** **作** **报** **告**\n**在太原市第十二届**\n\n**人民代表大会上**",
            2010,
            "140100",
        ),
        ("政府工作报告\n2022年4月9日在宁波市\n\n第十六届人民代表大会第一次会议上", 2022, "330200"),
        (
            "**—在河北省第十届人民代表大会第二次会议上（二〇〇四年一月八日）**\n**河北省省长 季允石**",
            2004,
            "130000",
        ),
        (
            "2014年内蒙古自治区政府工作报告\n——二0一四年一月十五日在内蒙古自治区第十二届人民代表大会上",
            2014,
            "150000",
        ),
        # The page's own date is that of a copy, the title's year that of a crawler.
        (
            "2024年政府工作报告\n时间：2024-01-14 作者：县域\n（2022年1月24日在米易县第十九届人大上）",
            2022,
            "510421",
        ),
        ("标题：高阳县2023年政府工作报告\n发文单位：高阳县人民政府\n发文时间：未知", 2023, "130628"),
        ("关于鼓楼区的政府工作报告\n——2023年1月5日在南京市鼓楼区第十九届人民代表大会上", 2023, "320106"),
    ],
)
def test_region_and_plan_year_from_the_opening(opening: str, plan_year: int, code: str) -> None:
    found = profile(report(opening, plan_year))
    assert (found.region_code, found.plan_year, found.review_year) == (code, plan_year, plan_year - 1)
    assert found.region_source
    assert found.plan_year_source
    assert found.kind == "work_report"
    assert found.findings == []


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("襄樊市", 2009, "420600"),
        ("襄阳市", 2016, "420600"),
        ("徐水县", 2012, "130625"),
        ("徐水县", 2015, "130625"),  # changed later in that year
        ("徐水区", 2018, "130609"),
        ("铁法市", 2000, "211281"),
        ("清苑县", 2008, "130622"),
        ("清苑区", 2025, "130608"),
    ],
)
def test_the_version_of_the_year(name: str, year: int, code: str) -> None:
    found = profile(report(f"政府工作报告\n——{year}年2月4日在{name}第五届人民代表大会第四次会议上", year))
    assert (found.region_code, found.region_name) == (code, name)


def test_the_nation() -> None:
    opening = "**政府工作报告**\n——1957年6月26日在第一届全国人民代表大会第四次会议上"
    text = opening + "\n国务院总理　周恩来\n各位代表：\n"
    found = profile(text)
    assert (found.region_code, found.region_level, found.plan_year) == ("000000", "national", 1957)


def test_a_province_that_mentions_the_nation_is_a_province() -> None:
    found = profile(
        report(
            "政府工作报告\n——2024年1月24日在贵州省第十四届人民代表大会上", 2024, "全国人民代表大会、国务院。"
        )
    )
    assert (found.region_code, found.region_level) == ("520000", "province")


@pytest.mark.parametrize(
    ("context", "code"),
    [("海淀区、丰台区、北京市、通州区", "110105"), ("长春市、南关区、宽城区、二道区", "220104")],
)
def test_one_of_several_districts_of_a_name(context: str, code: str) -> None:
    opening = "朝阳区政府工作报告\n——2024年1月5日在朝阳区第十七届人民代表大会第四次会议上"
    assert profile(report(opening, 2024, (context + "。全区、我区、朝阳区。") * 5)).region_code == code


def test_a_district_that_nothing_tells_apart_stays_unclear() -> None:
    found = profile(report("鼓楼区政府工作报告\n——2024年1月5日在鼓楼区第十七届人民代表大会上", 2024))
    assert found.region_code is None
    assert [finding.check_name for finding in found.findings] == ["region_unclear"]


DIGEST = (
    "# 凝心聚力促发展\n## 2023年全市重点工作\n2023年，是本届政府依法履职的第一年。一年来，全市上下拼经济，"
    "中国式现代化建设新乡实践迈出坚实步伐。\n全市增长5%，居全省第4位。长垣市、卫辉市、新乡县入选。新乡建设、新乡大地。\n"
    "## 2024年重点抓好10项工作\n### 主要预期目标\n- 2024年政府工作总体要求：全市生产总值增长6%\n"
)


def test_digest_without_an_opening_is_placed_by_its_text() -> None:
    found = profile(DIGEST)
    assert (found.region_code, found.plan_year, found.review_year) == ("410700", 2024, 2023)
    assert found.kind == "report_digest"


def test_digest_of_a_conference() -> None:
    found = profile("谱写焦作新篇章\n——市长在市委经济工作会议上的讲话要览\n" + DIGEST.replace("新乡", "焦作"))
    assert found.kind == "conference_digest"
    assert found.title == "谱写焦作新篇章"


def test_a_text_that_tells_nothing() -> None:
    found = profile("全年预计增长5%。")
    assert (found.region_code, found.plan_year, found.review_year) == (None, None, None)
    assert [finding.check_name for finding in found.findings] == ["plan_year_unclear", "region_unclear"]
    assert found.region_source
    assert found.plan_year_source


def test_the_day_of_the_congress_goes_before_the_title() -> None:
    text = "2019年政府工作报告\n——2020年1月9日在焦作市第十三届人民代表大会第三次会议上\n各位代表：\n"
    assert profile(text).plan_year == 2020


@pytest.mark.parametrize(("reviewed", "plan_year"), [(2017, 2018), (2016, 2017)])
def test_a_page_that_files_a_report_by_the_year_under_review(reviewed: int, plan_year: int) -> None:
    text = f"2017年监利县人民政府工作报告\n各位代表:\n一、{reviewed}年工作回顾\n生产总值增长8.5%。\n"
    assert profile(text).plan_year == plan_year


def test_one_weak_cue_gives_no_year() -> None:
    found = profile("谱写焦作新篇章\n站在新的起点，做好2024年各项工作。\n")
    assert found.plan_year is None
    assert "2024" in (found.plan_year_source or "")


@pytest.mark.parametrize(
    "horizon", ["到2035年的目标任务", "二、2035年远景目标及主要目标任务", "展望2035年远景"]
)
def test_a_far_horizon_is_no_plan_year(horizon: str) -> None:
    opening = "政府工作报告\n——2021年1月12日在益阳市第六届人民代表大会第五次会议上"
    assert profile(report(opening, 2021, f"{horizon}\n" * 3)).plan_year == 2021


def test_overrides_go_before_the_text() -> None:
    found = profile(DIGEST, Overrides(region_code="410800", plan_year=2020))
    assert (found.region_code, found.region_name, found.plan_year) == ("410800", "焦作市", 2020)
    assert (found.region_source, found.plan_year_source) == ("manifest", "manifest")


def test_an_override_of_a_code_of_no_year_leaves_the_region_to_the_text() -> None:
    assert profile(DIGEST, Overrides(region_code="419999")).region_code == "410700"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "---\n---\n", "年" * 1000, "各位代表", "2024" * 500])
def test_any_text_has_a_profile(text: str) -> None:
    assert profile(text).findings
