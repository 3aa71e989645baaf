"""Names of no year beside real ones: found where the list makes them one, and nowhere else."""

import pytest

from zhibiao.regions.unknown import unknown_places

JIAOZUO = "解放区要重点发展数字经济，山阳区要重点发展都市工业，{}要重点发展新能源材料产业，马村区要发展医药。"


def test_a_misread_district_among_its_siblings_is_found_with_the_nearest_real_name() -> None:
    text = "前言。\n" + JIAOZUO.format("中社区")
    (finding,) = unknown_places(text, "410800", 2024)
    assert text[finding.char_start : finding.char_end] == "中社区"
    assert finding.check_name == "unknown_place"
    assert "中站区" in finding.message
    assert finding.quote == text.splitlines()[1]


@pytest.mark.parametrize(
    "name",
    [
        "中站区",
        "示范区",
        "高新区",
        "各城区",
        "主城区",
        "武陟县",
        "沁阳市",
        "孟县",
        "郑东新区",
        "社区",
        "小区",
    ],
)
def test_real_names_of_any_year_and_kinds_of_places_are_not(name: str) -> None:
    assert unknown_places(JIAOZUO.format(name), "410800", 2024) == []


@pytest.mark.parametrize(
    "text",
    [
        "中社区要重点发展新能源材料产业。",  # no real district beside it
        "解放区、山阳区、中站区和马村区的社区，中社区卫生服务中心。",  # the name it would be is there itself
        "解放区、山阳区、马村区，完善社区服务，推动小区改造。",
        "解放区、山阳区，增强县域经济实力，马村县级财力。",
        "解放区、山阳区，武陟等县，修武两县。",
    ],
)
def test_must_not_match(text: str) -> None:
    assert unknown_places(text, "410800", 2024) == []


def test_without_region_or_year_nothing_is_said() -> None:
    assert unknown_places(JIAOZUO.format("中社区"), None, 2024) == []
    assert unknown_places(JIAOZUO.format("中社区"), "410800", None) == []
