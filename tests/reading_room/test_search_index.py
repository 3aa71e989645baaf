"""What the search finds a region by."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from reading_room.catalogue import Catalogue
from reading_room.loading import load_library
from reading_room.place_names import english, pinyin
from reading_room.search_index import keys, search_script


@pytest.fixture(scope="module")
def catalogue(published: Path) -> Catalogue:
    with duckdb.connect(str(published), read_only=True) as connection:
        return Catalogue(load_library(connection))


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("平顶山", "ping ding shan"),
        ("焦作", "jiao zuo"),
        ("重庆", "chong qing"),
        ("长垣", "chang yuan"),
        ("长治", "chang zhi"),
        ("长子", "zhang zi"),
        ("厦门", "xia men"),
        ("六安", "lu an"),
        ("亳州", "bo zhou"),
        ("漯河", "luo he"),
        ("浚县", "xun xian"),
        ("蔚县", "yu xian"),
        ("乐清", "yue qing"),
        ("乐山", "le shan"),
        ("乐亭", "lao ting"),
        ("什邡", "shi fang"),
        ("喀什", "ka shi"),
        ("蚌埠", "beng bu"),
        ("番禺", "pan yu"),
        ("西藏", "xi zang"),
        ("成都", "cheng du"),
        ("铅山", "yan shan"),
        ("呼伦贝尔", "hu lun bei er"),
        ("X县", "X xian"),
    ],
)
def test_a_place_is_read_as_it_is_read_there(name: str, read: str) -> None:
    assert " ".join(pinyin(name)) == read


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("平顶山", "Pingdingshan"),
        ("西安", "Xi'an"),
        ("六安", "Lu'an"),
        ("陕西", "Shaanxi"),
        ("山西", "Shanxi"),
        ("吕梁", "Lüliang"),
        ("内蒙古", "Inner Mongolia"),
    ],
)
def test_a_place_has_an_english_name(name: str, told: str) -> None:
    assert english(name) == told


def test_a_region_is_found_by_all_its_names(catalogue: Catalogue) -> None:
    found = keys(catalogue.library.regions["410400"])
    assert {"平顶山", "平顶山市", "鹰城", "pingdingshan", "pds", "yingcheng", "410400"} <= set(found)


def test_the_index_is_a_script_of_data_alone(catalogue: Catalogue) -> None:
    script = search_script(catalogue)
    data = json.loads(script.removeprefix("zhibiao.index(").removesuffix(");\n"))
    assert {entry[0] for entry in data} == {"r", "i", "d"}
    assert all(entry[2].startswith(("region/", "indicator/", "report/")) for entry in data)
