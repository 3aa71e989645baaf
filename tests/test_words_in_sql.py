"""No Chinese is parsed in SQL: the reader says what a query needs, or a list does."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import duckdb
import pytest

from expectations.words import create_word_functions
from orchestration.dbt.short_names import FILE, short_names

ROOT = Path(__file__).resolve().parents[1]
# Comments of SQL and of Jinja; the analyses are questions that a person asks, of a place and an indicator by name.
COMMENT = re.compile(r"\{#.*?#\}|--[^\n]*|/\*.*?\*/", re.DOTALL)
HAN = re.compile(r"[\u3400-\u9fff]+")
QUERIES = sorted(
    path
    for folder in ("dbt_project", "expectations", "orchestration")
    for path in (ROOT / folder).rglob("*.sql")
    if "analyses" not in path.parts and "target" not in path.parts
)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_query_has_no_chinese_but_in_its_comments(path: Path) -> None:
    assert HAN.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))) == []


def test_what_would_be_found() -> None:
    query = "-- 万元\nselect 1 {# 市 #} where unit = '元' /* 亩 */"
    assert HAN.findall(COMMENT.sub("", query)) == ["元"]


def test_short_names_are_the_readers() -> None:
    assert FILE.read_text(encoding="utf-8") == short_names()


WORDS = {
    "tells_of_completion": ("完成年度计划的", "森林覆盖率达到"),
    "names_a_bounded_share": ("森林覆盖率达到", "完成年度计划的"),
    "counts_years": ("近三年", "第三年"),
    "compares_with_years_ago": ("比2005年", "同比"),
    "is_unit_of_points": ("个百分点", "百分点以上"),
    "ends_with_a_rate": ("零售总额增长", "增长到"),
    "tells_a_ratio_of_two": ("城乡居民收入比缩小至", "占比提高"),
    "leads_to_a_value": ("旅游收入增长", "58同城"),
    "ends_a_value": ("，建设", "同城"),
    "sets_a_stretch": ("力争15%", "增长14%"),
}


@pytest.mark.parametrize("name", WORDS)
def test_words_match_what_they_are_for(name: str) -> None:
    connection = duckdb.connect()
    create_word_functions(connection)
    matching, other = WORDS[name]
    assert connection.execute(f"select {name}(?), {name}(?)", [matching, other]).fetchone() == (True, False)


def test_each_word_list_is_used_and_has_its_reason() -> None:
    queries = "\n".join(path.read_text(encoding="utf-8") for path in QUERIES)
    with (ROOT / "expectations" / "words.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            assert f"{row['name']}(" in queries, row["name"]
            assert row["reason"]
