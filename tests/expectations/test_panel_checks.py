"""Checks on the panel: a target below zero, and the one year of a series in which it is missing."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from expectations.run import check_marts, exit_code
from expectations.storage import create_tables
from tests.expectations.built import build_marts
from tests.expectations.sound import sound_report
from tests.expectations.tables import empty_database


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """The marts of four sound reports, as of one region in four years."""
    connection = empty_database()
    for number in range(4):
        sound_report(connection, number, "").close()
    create_tables(connection)
    build_marts(connection)
    connection.execute("delete from marts.coverage")
    yield connection
    connection.close()


def cover(connection: duckdb.DuckDBPyConnection, *statuses: str) -> None:
    """One region's series of an indicator, a report a year."""
    for year, status in enumerate(statuses, 2015):
        connection.execute(
            "insert into marts.coverage by name select ? as document_id, 'k' as region_key, '甲市' as region_name,"
            " ? as plan_year, 'cpi' as indicator_id, ? as status",
            [f"d{year}", year, status],
        )


def failed(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The checks that do not hold; none of them keeps the warehouse from being published."""
    results = check_marts(connection)
    assert exit_code(results) == 0
    return {result.name for result in results if not result.passed}


def test_a_full_series_and_growth_are_no_findings(connection: duckdb.DuckDBPyConnection) -> None:
    cover(connection, "stated", "stated", "stated_in_words", "stated")
    assert failed(connection) == set()


def test_a_year_missing_between_the_others_is_pointed_at(connection: duckdb.DuckDBPyConnection) -> None:
    cover(connection, "stated", "none_stated", "stated", "stated")
    assert failed(connection) == {"series_has_no_single_gap"}


def test_it_is_to_be_looked_for_at_the_first_headline_target(connection: duckdb.DuckDBPyConnection) -> None:
    cover(connection, "stated", "none_stated", "stated", "stated")
    connection.execute(
        "update marts.coverage set document_id = (select min(document_id) from marts.fact_targets where is_headline)"
        " where status = 'none_stated'"
    )
    assert failed(connection) == {"series_has_no_single_gap"}
    (place,) = connection.execute("select char_start, quote from checked.findings").fetchall()
    assert (
        place
        == connection.execute(
            "select min(char_start), arg_min(quote, char_start) from marts.fact_targets"
            " where is_headline and document_id = (select min(document_id) from marts.fact_targets where is_headline)"
        ).fetchone()
    )
    assert place[1]


@pytest.mark.parametrize(
    "statuses",
    [
        # At the end of a series nothing says that it goes on.
        ("stated", "stated", "stated", "none_stated"),
        # Two years without it are a choice.
        ("stated", "none_stated", "none_stated", "stated", "stated"),
        # Three reports are no series.
        ("stated", "none_stated", "stated"),
    ],
)
def test_other_gaps_are_none(connection: duckdb.DuckDBPyConnection, statuses: tuple[str, ...]) -> None:
    cover(connection, *statuses)
    assert failed(connection) == set()


def test_a_growth_target_below_zero_is_pointed_at(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "insert into marts.target_panel_long by name select min(document_id) as document_id,"
        " '甲市' as region_name, 2024 as plan_year, 'gdp' as indicator_id, 'growth_rate' as measure,"
        " -2 as value, 0 as char_start, 2 as char_end, '' as quote from marts.dim_document"
    )
    assert failed(connection) == {"growth_target_is_above_zero"}
