"""A short item of the nation's congress, told by the number of its session; and whose item it is not."""

from __future__ import annotations

import pytest

from zhibiao.profile import profile


@pytest.mark.parametrize(
    ("text", "region", "year"),
    [
        ("十届全国人大五次会议今天上午在北京人民大会堂开幕,总理作政府工作报告。", "000000", 2007),
        ("十屆全國人大五次會議今天上午在北京人民大會堂開幕,總理作政府工作報告。", "000000", 2007),
        ("第十三届全国人民代表大会第二次会议5日上午开幕,总理作政府工作报告。", "000000", 2019),
        ("二十位代表在十四届全国人大二次会议的山东代表团审议政府工作报告。", "000000", 2024),
        ("五届全国人大五次会议听取了政府工作报告。", "000000", 1982),
        # the first four congresses met as it came
        ("三届全国人大一次会议听取了政府工作报告。", None, None),
        # a city's own work
        ("焦作市第十四届人民代表大会第二次会议开幕,传达了十三届全国人大四次会议的要求。", "410800", 2021),
        ("市委召开会议,传达十四届全国人大二次会议的政府工作报告。", None, 2024),
        ("会议要求学习贯彻十四届全国人大二次会议精神,审议政府工作报告。", None, None),
    ],
)
def test_a_session_tells_nation_and_year(text: str, region: str | None, year: int | None) -> None:
    found = profile(text)
    assert (found.region_code, found.plan_year) == (region, year), found.region_source


@pytest.mark.parametrize(
    ("text", "region"),
    [
        # 全市 is not said of a province
        ("市委常委会会议召开,研究全市经济工作,为湖北实践作出贡献。", None),
        ("区人民政府印发方案,贯彻视察湖北重要讲话精神,分解全区目标任务。", None),
        ("省委常委会会议召开,研究全省经济工作,为湖北实践作出贡献。", "420000"),
        ("市委经济工作会议召开,研究全市经济工作,上海发展迈上新台阶。", "310000"),
        # the whole that leads is not the text's own
        ("全县人民在重庆市委、重庆市人民政府和县委的领导下,开创了新局面。\n各位代表:县政府报告工作。", None),
        ("重庆市人民政府在市委的领导下,开创了新局面。\n各位代表:现在向大会报告工作。", "500000"),
    ],
)
def test_a_place_above_is_not_taken_for_the_own(text: str, region: str | None) -> None:
    found = profile(text)
    assert found.region_code == region, found.region_source


def test_a_communique_without_its_title_plans_nothing() -> None:
    told = (
        "2024年是实现规划目标任务的关键一年。\n一、综合\n初步核算,全年全市实现生产总值1002亿元,增长3.8%。\n"
    )
    found = profile(told)
    assert (found.kind, found.plan_year) == ("communique", None)
    assert profile(told.replace("初步核算,全年", "今年,")).kind != "communique"
