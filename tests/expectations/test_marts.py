"""The marts against the layers before: what must balance does, and what is lost or doubled is noticed."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from expectations.check import Outcome
from expectations.run import check_extracted, check_marts, exit_code
from expectations.storage import create_tables
from tests.expectations.built import build_marts
from tests.expectations.sound import YEAR, sound_report
from tests.expectations.tables import empty_database, insert


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A working database of four reports, one of them with a figure that is quarantined."""
    connection = empty_database()
    for number in range(4):
        report = sound_report(connection, number, "绿化覆盖率达到107%。" if number == 2 else "")
        if number == 2:
            figure = report.figure(
                "107%", after="覆盖率达到", indicator_id="green_coverage", measure="share", **YEAR
            )
        report.close()
    create_tables(connection)
    insert(connection, "checked.figure_failures", figure_id=figure, check_name="share_is_within_100")
    build_marts(connection)
    yield connection
    connection.close()


def test_sound_marts_pass_and_the_quarantined_figure_is_accounted_for(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    results = check_marts(connection)
    assert [result.name for result in results if not result.passed] == []
    assert connection.execute("select count(*) from quality.rejected_figures").fetchone() == (1,)


@pytest.mark.parametrize(
    ("statement", "checks"),
    [
        ("delete from marts.fact_figures where value_text = '60%'", {"figures_balance", "targets_balance"}),
        ("delete from marts.fact_targets where indicator_id = 'resident_income'", {"targets_balance"}),
        ("delete from marts.fact_achievements where value_text = '36.8%'", {"achievements_balance"}),
        (
            "delete from marts.dim_document where document_id = (select min(document_id) from marts.dim_document)",
            {"documents_balance", "fact_has_its_document"},
        ),
        ("insert into marts.dim_document by name select 'x' as document_id", {"documents_balance"}),
        ("delete from quality.numerals where numeral_text = '2025'", {"numerals_balance"}),
        ("update marts.fact_figures set char_start = 0 where value_text = '60%'", {"fact_span_holds"}),
        ("delete from marts.dim_indicator where indicator_id = 'cpi'", {"fact_indicator_is_known"}),
        (
            "insert into marts.target_panel from marts.target_panel limit 1",
            {"panel_has_one_row_a_region_and_year"},
        ),
        (
            "insert into quality.rejected_figures select * exclude (correction_id) from marts.fact_figures "
            "where value_text = '60%' limit 1",
            {"quarantined_figure_stays_out", "figures_balance"},
        ),
        (
            "insert into marts.fact_figures from marts.fact_figures where value_text = '60%' limit 1",
            {"fact_is_unique", "figures_balance", "targets_balance"},
        ),
        (
            "delete from marts.dim_region where region_code = (select min(region_code) from "
            "marts.dim_region)",
            {"fact_region_is_known"},
        ),
    ],
)
def test_a_fault_between_the_layers_keeps_the_warehouse_from_being_published(
    connection: duckdb.DuckDBPyConnection, statement: str, checks: set[str]
) -> None:
    connection.execute(statement)
    results = check_marts(connection)
    assert {result.name for result in results if not result.passed} == checks
    assert exit_code(results) == 1


def test_a_report_missing_from_the_panel_is_a_warning(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("delete from marts.target_panel")
    results = check_marts(connection)
    assert {result.name for result in results if not result.passed} == {"panel_covers_the_reports"}
    assert exit_code(results) == 0


def test_figures_that_vanish_from_the_same_documents_are_a_warning(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute(
        "insert into vintage.previous_figures by name select document_id, figure_id || n as figure_id "
        "from marts.fact_figures, range(3) as copies(n)"
    )
    results = check_marts(connection)
    assert {result.name for result in results if not result.passed} == {"figures_have_not_vanished"}


def test_many_quarantined_figures_are_a_warning() -> None:
    connection = empty_database()
    for number in range(20):
        report = sound_report(connection, number, "绿化覆盖率达到107%。")
        report.figure("107%", after="覆盖率达到", indicator_id="green_coverage", measure="share", **YEAR)
        report.close()
    check_extracted(connection)
    build_marts(connection)
    assert {result.name for result in check_marts(connection) if not result.passed} == {
        "few_figures_are_quarantined"
    }


def test_a_table_that_is_missing_is_an_error_of_its_checks(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("drop table marts.target_panel")
    results = check_marts(connection)
    broken = {result.name for result in results if result.outcome is Outcome.ERROR}
    assert broken == {"panel_has_one_row_a_region_and_year", "panel_covers_the_reports"}
    assert exit_code(results) == 2
