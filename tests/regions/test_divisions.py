"""The divisions of every year: complete, one at a time, each under one that existed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from zhibiao.regions import Division, division_table, short_name
from zhibiao.regions.names import is_cut_out, suffix_forms

YEARS = range(1981, 2027)


def test_every_version_is_found_in_every_year_of_its_force() -> None:
    for version in division_table().versions:
        for year in YEARS:
            assert (division_table().in_force(year).get(version.code) == version) == version.in_force(year)


def test_no_two_versions_of_a_code_overlap() -> None:
    by_code = division_table().by_code
    for code in by_code.known():
        for earlier, later in pairwise(by_code.get(code)):
            assert earlier.end_year is not None
            assert earlier.end_year <= later.start_year


@pytest.mark.parametrize("year", YEARS)
def test_every_parent_is_in_force_beside_its_child(year: int) -> None:
    current = division_table().in_force(year)
    assert [d.name for d in current.values() if d.parent_code and d.parent_code not in current] == []


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("000000", 1954, "全国"),
        ("000000", 2026, "全国"),
        ("420600", 2009, "襄樊市"),
        ("420600", 2010, "襄阳市"),
        ("130622", 2008, "清苑县"),
        ("130608", 2025, "清苑区"),
        ("211281", 2000, "铁法市"),
        ("130625", 2014, "徐水县"),
        (
            "130625",
            2015,
            "徐水县",
        ),  # the year of its change: its report of that spring
        ("130625", 2016, None),
        ("410700", 1960, "新乡市"),  # before the first list, the first list
        ("999999", 2020, None),
    ],
)
def test_version_of_a_code_in_a_year(code: str, year: int, name: str | None) -> None:
    version = division_table().get(code, year)
    assert (version.name if version else None) == name


@pytest.mark.parametrize(
    ("code", "year", "names"),
    [
        ("410611", 2024, ["淇滨区", "鹤壁市", "河南省", "全国"]),
        ("110105", 2024, ["朝阳区", "北京市", "全国"]),
        ("429004", 2024, ["仙桃市", "湖北省", "全国"]),
        ("132423", 1990, ["徐水县", "保定地区", "河北省", "全国"]),
        ("000000", 2024, ["全国"]),
        ("999999", 2024, []),
    ],
)
def test_lineage_of_the_time(code: str, year: int, names: list[str]) -> None:
    assert [division.name for division in division_table().lineage(code, year)] == names


def test_parts_of_a_division() -> None:
    parts = {division.name for division in division_table().below("410700", 2024)}
    assert {"长垣市", "新乡县", "红旗区"} < parts
    assert "新乡市" not in parts
    assert "长垣县" not in parts


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("河南省", "河南"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("焦作市", "焦作"),
        ("新乡地区", "新乡"),
        ("延边朝鲜族自治州", "延边"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("神农架林区", "神农架"),
        ("温县", "温县"),
        ("郊区", "郊区"),
        ("滨海新区", "滨海新区"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_shortened_official_forms() -> None:
    assert suffix_forms("延边朝鲜族自治州") == ("延边州",)
    assert suffix_forms("大厂回族自治县") == ("大厂县",)
    assert suffix_forms("焦作市") == suffix_forms("宁夏回族自治区") == ()


def test_county_cut_out_of_other_words() -> None:
    assert is_cut_out("教育和县乡财政", 2, 4)
    assert not is_cut_out("马鞍山市和县、含山县", 4, 6)
    assert not is_cut_out("和县、含山县", 0, 2)


def test_a_division_is_a_value() -> None:
    city = division_table().get("410800", 2024)
    assert city in {Division("410800", "焦作市", "焦作", "prefecture", "410000", 1981, None)}
