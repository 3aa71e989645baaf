"""Places in a sentence: what is found, with which code, and what merely looks like a place."""

from __future__ import annotations

import pytest

from zhibiao.regions import Place, place_scanner


def found(text: str, code: str | None = "410700", year: int = 2024) -> list[tuple[str, str]]:
    """Words and code of each place of ``text`` in a document on ``code``."""
    return [(text[place.start : place.end], place.code) for place in place_scanner(code, year).scan(text)]


def test_a_place_has_its_span_code_and_official_name() -> None:
    assert place_scanner("410700", 2024).scan("其中长垣增长7%") == [Place(2, 4, "410783", "长垣市")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("总量居全省第4位，高于全国1个百分点", [("全省", "410000"), ("全国", "000000")]),
        ("我市、全市、本市", [("我市", "410700"), ("全市", "410700"), ("本市", "410700")]),
        (
            "长垣市、卫辉、新乡县、牧野区",
            [("长垣市", "410783"), ("卫辉", "410781"), ("新乡县", "410721"), ("牧野区", "410711")],
        ),
        ("新乡增长6%，新乡市增长6%", [("新乡", "410700"), ("新乡市", "410700")]),
        ("河南省新乡市获嘉县", [("河南省新乡市获嘉县", "410724")]),
        ("全国全省第一", [("全国", "000000"), ("全省", "410000")]),
        ("郑州、洛阳、南京市", [("郑州", "410100"), ("洛阳", "410300"), ("南京市", "320100")]),
        ("来自广东、内蒙古、香港", [("广东", "440000"), ("内蒙古", "150000"), ("香港", "810000")]),
    ],
)
def test_places_of_a_report_on_a_city(text: str, places: list[tuple[str, str]]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    ("code", "year", "text", "places"),
    [
        ("410400", 2024, "鹰城大地", [("鹰城", "410400")]),
        (
            "410611",
            2024,
            "全区、全市、鹤山区",
            [("全区", "410611"), ("全市", "410600"), ("鹤山区", "410602")],
        ),
        ("110105", 2024, "全市、海淀区", [("全市", "110000"), ("海淀区", "110108")]),
        ("450100", 2024, "全区第一、全市", [("全区", "450000"), ("全市", "450100")]),
        (
            "222400",
            2024,
            "全州、延边州、延吉市",
            [("全州", "222400"), ("延边州", "222400"), ("延吉市", "222401")],
        ),
        ("150100", 2024, "高于自治区平均水平", [("自治区", "150000")]),
        ("420600", 2009, "襄樊市、襄阳区", [("襄樊市", "420600"), ("襄阳区", "420607")]),
        (
            "000000",
            2024,
            "全国、广东省、深圳市",
            [("全国", "000000"), ("广东省", "440000"), ("深圳市", "440300")],
        ),
        (None, 2024, "全国、全市、河南省", [("全国", "000000"), ("河南省", "410000")]),
        ("140500", 2024, "晋城市城区增长5%", [("晋城市城区", "140502")]),
        ("340500", 2024, "和县、含山县", [("和县", "340523"), ("含山县", "340522")]),
    ],
)
def test_places_of_other_reports(
    code: str | None, year: int, text: str, places: list[tuple[str, str]]
) -> None:
    assert found(text, code, year) == places


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("410700", "中心城区、老城区、新区、市区、县区"),
        ("140500", "中心城区面积、城区道路、郊区农业"),
        ("370100", "市中心医院"),
        ("110000", "朝阳产业"),
        ("410700", "健全市县乡三级体系、健全国有资产管理、食品安全省创建、安全区"),
        ("410700", "多层次资本市场、全市场经营"),
        ("410700", "黄河南岸、黄河北岸"),
        ("340500", "义务教育和县乡财政"),
        ("130600", "示范县、雄安新区"),
        ("510000", "资源、合作、平安、公安、惠民、富民"),
        ("410100", "北京路、河南大学、郑州银行、郑州高新区、郑州经济技术开发区"),
        ("370200", "胶州湾、青岛港、杭州湾"),
        ("410700", "豫剧、鲁菜、苏绣"),
    ],
)
def test_words_that_are_no_places(code: str, text: str) -> None:
    assert found(text, code) == []


def test_a_scanner_is_built_once() -> None:
    assert place_scanner("410700", 2024) is place_scanner("410700", 2024)
