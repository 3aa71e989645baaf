"""``zhibiao query`` and ``show`` on a small published file: rows, and answers to a person's mistakes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from zhibiao.commands.main import app


@pytest.fixture(autouse=True)
def _data(published_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIBIAO_DATA", str(published_file.parent))


def run(*arguments: str, text: str = "") -> Result:
    result = CliRunner().invoke(app, list(arguments), input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def rows(*arguments: str) -> list[dict[str, str]]:
    result = run(*arguments, "--format", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_a_bare_name_is_a_table_of_the_marts() -> None:
    assert rows("query", "select count(*) as figures from fact_figures") == [{"figures": "6"}]


def test_json_has_a_record_for_each_row_with_exact_numbers() -> None:
    result = run(
        "query", "select value, period_end from fact_figures where figure_id = 'f3'", "--format", "json"
    )
    assert json.loads(result.stdout) == [{"value": 334760000000, "period_end": "2024-12-31"}]


def test_a_column_that_is_selected_twice_keeps_both_values() -> None:
    assert rows("query", "select 1 as a, 2 as a, 3 as b") == [{"a": "1", "a_2": "2", "b": "3"}]


def test_no_rows_are_an_empty_array_and_a_word_on_the_terminal() -> None:
    assert json.loads(run("query", "select 1 limit 0", "--format", "json").stdout) == []
    assert "no rows" in run("query", "select 1 limit 0").stderr


def test_sql_is_read_from_standard_input() -> None:
    assert "四" in run("query", "-", text="select '四' as a;").stdout


def test_wide_rows_are_printed_one_field_to_a_line() -> None:
    lines = run("query", "select * from fact_targets where target_id = 'q1'").stdout.splitlines()
    assert any(line.split() == ["target_text", "税收平稳增长"] for line in lines)


@pytest.mark.parametrize(
    ("sql", "answer"),
    [
        ("select * from fact_target", "Did you mean fact_targets"),
        ("select * from nothing_like_it", "marts.fact_figures"),
        ("select valu from fact_figures", "value"),
        ("selec 1", "syntax error"),
        ("delete from marts.fact_figures", "can only be read"),
        ("", "no SQL"),
        ("select 'a'::int", "Could not convert"),
        ("select 1/", "syntax error"),
    ],
)
def test_a_mistake_in_sql_gets_an_answer(sql: str, answer: str) -> None:
    result = run("query", sql)
    assert result.exit_code == 1
    assert answer in result.stderr


def test_without_a_warehouse_the_command_that_makes_one_is_named(tmp_path: Path) -> None:
    for command in (["query", "select 1"], ["show", "fact_targets"]):
        result = run(*command, "--database", str(tmp_path / "none.duckdb"))
        assert result.exit_code == 1
        assert "make warehouse" in result.stderr


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes" * 1000)
    for path in (tmp_path / "notes.txt", tmp_path):
        result = run("query", "select 1", "--database", str(path))
        assert result.exit_code == 1
        assert str(path) in result.stderr


def test_show_lists_the_tables() -> None:
    assert "marts.target_panel" in run("show").stdout


@pytest.mark.parametrize("region", ["焦作市", "焦作", "410800", "河南省焦作市", "河南焦作"])
def test_a_region_is_found_by_any_of_its_names(region: str) -> None:
    found = rows("show", "fact_targets", "--region", region, "--year", "2024", "--indicator", "gdp")
    assert [row["target_id"] for row in found] == ["f0", "f2", "f4"]


def test_a_name_that_several_have_is_the_one_that_the_table_has() -> None:
    assert [row["target_id"] for row in rows("show", "fact_targets", "--region", "新乡")] == ["q1"]


def test_a_name_that_several_have_is_asked_back_with_their_codes() -> None:
    result = run("show", "fact_targets", "--region", "鼓楼区")
    assert result.exit_code == 1
    assert "320106  江苏省南京市鼓楼区" in result.stderr


def test_the_division_above_tells_namesakes_apart() -> None:
    assert "福建省福州市鼓楼区" in run("show", "fact_targets", "--region", "福州鼓楼区").stderr


def test_a_region_that_is_nowhere_gets_the_nearest_names() -> None:
    result = run("show", "fact_targets", "--region", "焦做市")
    assert result.exit_code == 1
    assert "410800  河南省焦作市" in result.stderr


def test_a_region_without_rows_is_told_so() -> None:
    result = run("show", "fact_targets", "--region", "平顶山市")
    assert result.exit_code == 0
    assert "no rows for 河南省平顶山市 (410400)" in result.stderr


def test_indicators_are_found_by_id_and_name_and_their_nearest_told() -> None:
    by_name = rows("show", "fact_targets", "--indicator", "税收收入")
    assert by_name == rows("show", "fact_targets", "--indicator", "tax_revenue")
    assert rows("show", "fact_targets", "--indicator", "各项税收") == by_name
    assert "税收收入" in run("show", "fact_targets", "--indicator", "税收入").stderr


def test_a_wide_table_shows_its_readable_columns_with_the_name_of_the_region() -> None:
    lines = run("show", "fact_targets", "--region", "焦作市").stdout.splitlines()
    assert "region_name" in lines[0]
    assert "region_key" not in lines[0]
    assert "焦作市" in lines[2]


def test_columns_that_say_nothing_in_these_rows_are_not_shown() -> None:
    assert "value_high" not in run("show", "fact_targets", "--region", "焦作市").stdout.splitlines()[0]


def test_the_panel_shows_the_values_of_its_indicators() -> None:
    header = run("show", "target_panel").stdout.splitlines()[0].replace("┃", " ").split()
    assert header == ["region_name", "plan_year", "gdp"]


def test_the_panel_shows_all_that_it_has_on_one_indicator() -> None:
    header, _, *lines = run("show", "target_panel", "--indicator", "gdp").stdout.splitlines()
    assert "gdp_bound" in header
    assert "tax_revenue" not in header
    assert len(lines) == 1


def test_columns_can_be_chosen_and_wrong_ones_are_told() -> None:
    assert list(rows("show", "fact_targets", "--columns", "quote,value")[0]) == ["quote", "value"]
    assert "no column qoute" in run("show", "fact_targets", "--columns", "qoute").stderr


def test_a_filter_that_a_table_cannot_have_is_told() -> None:
    assert "knows no regions" in run("show", "dim_indicator", "--region", "焦作").stderr
    assert "knows no indicators" in run("show", "dim_region", "--indicator", "gdp").stderr


def test_a_year_picks_the_divisions_in_force() -> None:
    assert len(rows("show", "dim_region", "--year", "1990")) == 6
    assert len(rows("show", "dim_region", "--year", "2000")) == 7


@pytest.mark.parametrize(
    "sql",
    [
        "select '增长' || chr(27) || '[31m5%' as a",
        "select ['增长' || chr(27) || '[31m5%'] as a",
        'select 1 as "a\x1b[31m"',
        "select ('增长' || chr(27) || '[31m5%')::int",
        'select "no\x1b[31m" from fact_targets',
    ],
)
def test_a_terminal_obeys_nothing_of_what_was_read(sql: str) -> None:
    result = run("query", sql)
    assert "\x1b" not in result.output
    assert "[31m" in result.output
