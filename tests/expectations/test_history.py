"""What is kept over runs: findings know when they were first seen, those gone are told, checks have a history."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from expectations.run import check_raw, record
from tests.expectations.tables import empty_database, insert

FIRST = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
SECOND = FIRST + timedelta(days=1)


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """A database whose landing has one thing to say."""
    connection = empty_database()
    insert(
        connection,
        "raw.documents",
        document_id="a" * 64,
        file_name="a.txt",
        text="焦" * 500,
        landed_at=datetime.now(UTC),
    )
    insert(connection, "raw.landing_findings", check_name="empty_file", file_name="b.txt", message="no bytes")
    return connection


def run(
    connection: duckdb.DuckDBPyConnection, run_id: str, at: datetime, published: Path | None = None
) -> None:
    """Check and record."""
    record(connection, check_raw(connection), run_id=run_id, checked_at=at, published=published)


def test_a_finding_seen_again_keeps_the_run_that_saw_it_first(connection: duckdb.DuckDBPyConnection) -> None:
    run(connection, "one", FIRST)
    run(connection, "two", SECOND)
    assert connection.execute(
        "select check_name, file_name, run_id, first_seen_run_id, first_seen_at from quality.findings"
    ).fetchall() == [("empty_file", "b.txt", "two", "one", FIRST)]


def test_a_finding_that_is_gone_moves_aside(connection: duckdb.DuckDBPyConnection) -> None:
    run(connection, "one", FIRST)
    connection.execute("delete from raw.landing_findings")
    run(connection, "two", SECOND)
    assert connection.execute("select count(*) from quality.findings").fetchone() == (0,)
    assert connection.execute(
        "select check_name, first_seen_run_id, resolved_run_id, resolved_at from quality.resolved_findings"
    ).fetchall() == [("empty_file", "one", "two", SECOND)]


def test_check_results_are_of_the_last_run_and_the_history_of_all(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    run(connection, "one", FIRST)
    run(connection, "two", SECOND)
    assert connection.execute("select distinct run_id from quality.check_results").fetchall() == [("two",)]
    assert connection.execute(
        "select run_id, outcome, failed_count from quality.check_history where check_name = "
        "'empty_file' order by 1"
    ).fetchall() == [("one", "failed", 1), ("two", "failed", 1)]


def test_the_same_run_recorded_twice_counts_once(connection: duckdb.DuckDBPyConnection) -> None:
    run(connection, "one", FIRST)
    run(connection, "one", SECOND)
    assert connection.execute(
        "select count(*) from quality.check_history where check_name = 'empty_file'"
    ).fetchone() == (1,)


def test_a_new_working_database_takes_the_history_from_the_published_file(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    working = tmp_path / "o'clock.duckdb"
    with duckdb.connect(str(working)) as file:
        file.execute("create schema quality")
        run(connection, "one", FIRST)
        for table in ("findings", "check_history"):
            rows = connection.execute(f"select * from quality.{table}").df()
            file.register("rows", rows)
            file.execute(f"create table quality.{table} as from rows")
    published = tmp_path / "published's.duckdb"
    shutil.copy(working, published)
    connection.execute("drop schema quality cascade")
    run(connection, "two", SECOND, published)
    assert connection.execute(
        "select distinct run_id from quality.check_history order by run_id"
    ).fetchall() == [("one",), ("two",)]
    assert connection.execute("select first_seen_run_id from quality.findings").fetchall() == [("one",)]
