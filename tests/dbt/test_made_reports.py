"""Small reports made for the panel: each case from its sentence to its cell, and the page on replication."""

from __future__ import annotations

import doctest
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.dbt.conftest import Rows, run_dbt
from tests.dbt.labelled_warehouse import REPOSITORY, create_working_database
from tests.dbt.made_warehouse import fill_from_made_reports


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, target: Path) -> Path:
    """The warehouse of the made reports; every model and data test has passed."""
    path = tmp_path_factory.mktemp("made") / "warehouse.duckdb"
    connection = create_working_database(path)
    fill_from_made_reports(connection)
    connection.close()
    built = run_dbt(path, target, "build", "--exclude-resource-type", "unit_test")
    assert built.returncode == 0, built.stdout
    return path


@pytest.fixture(scope="module")
def told(made: Path) -> Iterator[Rows]:
    """Run a query on that warehouse."""
    with duckdb.connect(str(made), read_only=True) as connection:
        yield lambda query, *values: connection.execute(query, values).fetchall()


def cell(told: Rows, column: str, region_code: str, plan_year: int) -> object:
    """What stands in one cell of the panel."""
    ((value,),) = told(
        f"select {column} from marts.target_panel where region_code = ? and plan_year = ?",
        region_code,
        plan_year,
    )
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize(
    ("column", "region_code", "plan_year", "value"),
    [
        # 地区生产总值达到35000亿元、增长8%左右: each quantity has its column.
        ("gdp_growth", "420000", 2017, 8),
        ("gdp_level", "420000", 2017, 3_500_000_000_000),
        ("gdp", "420000", 2017, 8),
        # 增长9%左右 alone: no amount.
        ("gdp_level", "420000", 2016, None),
        # 控制在103以内 is a rise of at most 3 %.
        ("cpi_growth", "420000", 2016, 3),
        ("cpi_bound", "420000", 2016, "at_most"),
        # 城镇化率提高1.5个百分点 is a change and no share.
        ("urbanization_rate_points", "360000", 2017, 1.5),
        ("urbanization_rate_share", "360000", 2017, None),
        ("urbanization_rate", "360000", 2017, None),
        # 城镇新增就业岗位60万个 is counted in persons.
        ("new_urban_jobs_level", "340000", 2016, 600_000),
        # 8.5%以上、力争9%.
        ("gdp_growth", "340000", 2016, 8.5),
        ("gdp_stretch", "340000", 2016, 9),
        # A fall has a minus sign, and at least of it is at most.
        ("energy_intensity_growth", "340000", 2016, -3),
        ("energy_intensity_bound", "340000", 2016, "at_most"),
        # 居民收入与经济增长同步 has words and no number.
        ("resident_income_growth", "430000", 2016, None),
        ("resident_income_text", "430000", 2016, "居民收入与经济增长同步"),
        # 今年城镇新增就业110万人以上 stands in a section, not in the list.
        ("new_urban_jobs_beyond_list", "410000", 2017, 1_100_000),
        ("new_urban_jobs_level", "410000", 2017, None),
        ("new_urban_jobs", "410000", 2017, None),
        # The goals of the plan, in its first year and in the next, in which the report does not repeat them.
        ("gdp_five_year", "360000", 2016, 8.5),
        ("gdp_five_year", "360000", 2017, 8.5),
        ("new_urban_jobs_five_year_total", "360000", 2017, 2_500_000),
        ("urbanization_rate_five_year_end", "360000", 2017, 60),
        # The year's own target is neither the mean (8.5) nor a floor.
        ("gdp_growth", "360000", 2016, 8.75),
        ("gdp_five_year", "000000", 2017, 6.5),
        ("gdp_five_year", "340000", 2016, None),
    ],
)
def test_each_case_has_its_cell(
    told: Rows, column: str, region_code: str, plan_year: int, value: object
) -> None:
    assert cell(told, column, region_code, plan_year) == value


def test_the_version_before_mixes_points_and_shares(told: Rows) -> None:
    assert told(
        "select urbanization_rate, urbanization_rate_measure from marts.target_panel_v1"
        " where region_code = '360000' and plan_year = 2017"
    ) == [(Decimal("1.5"), "change_points")]


def test_each_measure_has_its_row_with_what_is_written(told: Rows) -> None:
    assert told(
        "select indicator_id, measure, as_stated, stated_measure, is_headline from marts.target_measures"
        " where region_code = '420000' order by plan_year, indicator_id, measure"
    ) == [
        ("cpi", "growth_rate", "103", "index", True),
        ("gdp", "growth_rate", "9%", "growth_rate", True),
        ("retail_sales", "growth_rate", "12%", "growth_rate", True),
        ("cpi", "growth_rate", "3%", "growth_rate", True),
        ("gdp", "growth_rate", "8%", "growth_rate", True),
        ("gdp", "level", "35000亿元", "level", True),
    ]


def test_what_is_missing_is_told_apart(told: Rows) -> None:
    found = told(
        "select region_name, plan_year, indicator_id, status from marts.coverage"
        " where indicator_id in ('gdp', 'new_urban_jobs', 'resident_income', 'fixed_asset_investment')"
        " and plan_year in (2016, 2017) order by all"
    )
    statuses = {(str(name), year, indicator): status for name, year, indicator, status in found}
    assert statuses["安徽省", 2016, "gdp"] == "stated"
    assert statuses["湖南省", 2016, "resident_income"] == "stated_in_words"
    assert statuses["河南省", 2017, "new_urban_jobs"] == "stated_beyond_list"
    assert statuses["湖北省", 2016, "new_urban_jobs"] == "none_stated"
    assert statuses["湖南省", 2017, "gdp"] == "no_list_found"
    assert statuses["湖北省", 2017, "fixed_asset_investment"] == "set_none"
    assert statuses["湖北省", 2016, "fixed_asset_investment"] == "none_stated"
    assert statuses["山西省", 2017, "gdp"] == "only_later_years"
    assert statuses["河南省", 2016, "gdp"] == "cut_off"
    assert statuses["安徽省", 2017, "gdp"] == "no_report"


def test_a_plan_that_sets_none_is_quoted(told: Rows) -> None:
    assert told(
        "select region_name, plan_year, declined_text from marts.coverage where declined_text is not null"
    ) == [("湖北省", 2017, "今年不设固定资产投资增速目标")]


def test_goals_of_five_years_name_their_source(told: Rows) -> None:
    assert told(
        "select region_name, plan_name, indicator_id, yearly_mean, five_year_total, end_value, stated_in,"
        " document_kind from marts.five_year_goals order by region_code, indicator_id"
    ) == [
        ("全国", "十三五", "gdp", Decimal("6.5"), None, None, 2016, "work_report"),
        ("江西省", "十三五", "gdp", Decimal("8.5"), None, None, 2016, "work_report"),
        ("江西省", "十三五", "new_urban_jobs", None, Decimal(2_500_000), None, 2016, "work_report"),
        ("江西省", "十三五", "urbanization_rate", None, None, Decimal(60), 2016, "work_report"),
    ]


def test_the_page_on_replication_runs_as_written(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    shutil.copyfile(made, tmp_path / "data" / "zhibiao.duckdb")
    monkeypatch.chdir(tmp_path)
    page = REPOSITORY / "docs" / "replication.md"
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted > 6
    assert result.failed == 0
