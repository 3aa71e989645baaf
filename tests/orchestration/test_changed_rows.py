"""A table brought in line with another: the same rows, and only those of keys that differ are written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.publishing.vintage import read_vintage
from orchestration.storage.changed_rows import replace_changed
from orchestration.storage.database import connect


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE wanted (region VARCHAR, year INTEGER, value DECIMAL(9, 2), name VARCHAR)"
        )
        connection.execute("INSERT INTO wanted SELECT 'r' || n // 2, n, n, 'x' FROM range(20) AS rows (n)")
        connection.execute("CREATE TABLE present AS FROM wanted")
        yield connection


def rows(connection: duckdb.DuckDBPyConnection, table: str) -> list[Any]:
    return connection.execute(f"FROM {table} ORDER BY ALL").fetchall()


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        ("SELECT 1", 0),
        ("UPDATE wanted SET value = 99 WHERE year = 6", 1),
        ("UPDATE wanted SET value = NULL WHERE year IN (6, 9)", 2),
        ("UPDATE wanted SET region = 'r1' WHERE year = 6", 2),
        ("UPDATE wanted SET region = NULL WHERE year = 6", 2),
        ("DELETE FROM wanted WHERE region = 'r3'", 1),
        ("DELETE FROM wanted WHERE year = 6", 1),
        ("INSERT INTO wanted VALUES ('new', 1, 1, 'x'), ('r2', 1, 1, 'x')", 2),
        ("INSERT INTO wanted FROM wanted WHERE year = 6", 1),
        ("DELETE FROM wanted", 10),
    ],
)
def test_the_rows_become_those_wanted(connection: duckdb.DuckDBPyConnection, change: str, keys: int) -> None:
    connection.execute(change)
    assert replace_changed(connection, "wanted", "present", "coalesce(region, '')") == keys
    assert rows(connection, "present") == rows(connection, "wanted")
    assert replace_changed(connection, "wanted", "present", "coalesce(region, '')") == 0


def test_only_rows_of_keys_that_differ_are_written(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("UPDATE wanted SET value = 99 WHERE year = 6")
    before = dict(connection.execute("SELECT year, rowid FROM present").fetchall())
    replace_changed(connection, "wanted", "present", "region")
    after = dict(connection.execute("SELECT year, rowid FROM present").fetchall())
    assert {year for year in before if after[year] != before[year]} == {6, 7}


def test_the_former_version_is_what_the_published_file_says_change_after_change(tmp_path: Path) -> None:
    """Also of a file of an older shape, and with none there is none."""
    published = tmp_path / "zhibiao.duckdb"
    said: list[str] = []
    columns = (
        "figure_id VARCHAR, document_id VARCHAR, char_start INTEGER, value DECIMAL(28, 8), quote VARCHAR"
    )
    states = [
        f"CREATE SCHEMA marts; CREATE TABLE marts.fact_figures ({columns});"
        "INSERT INTO marts.fact_figures VALUES ('f1', 'a', 1, 5.5, 'x'), ('f2', 'b', 2, 6, 'y')",
        "UPDATE marts.fact_figures SET value = 7 WHERE figure_id = 'f2'",
        "DELETE FROM marts.fact_figures WHERE document_id = 'a'; INSERT INTO marts.fact_figures VALUES"
        " ('f3', 'c', 3, 1, 'z')",
        "ALTER TABLE marts.fact_figures DROP COLUMN quote",
    ]
    with connect(tmp_path / "warehouse.duckdb") as working:
        for state in states:
            with duckdb.connect(str(published)) as connection:
                connection.execute(state)
                quote = "NULL::VARCHAR AS quote" if "DROP" in state else "quote"
                wanted = connection.execute(
                    f"SELECT figure_id, document_id, char_start, value, {quote} FROM marts.fact_figures ORDER BY 1"
                ).fetchall()
            read_vintage(working, published, said.append)
            kept = "SELECT figure_id, document_id, char_start, value, quote FROM vintage.previous_figures ORDER BY 1"
            assert working.execute(kept).fetchall() == wanted
        published.unlink()
        read_vintage(working, published, said.append)
        assert working.execute("FROM vintage.previous_figures").fetchall() == []
    assert said == []
