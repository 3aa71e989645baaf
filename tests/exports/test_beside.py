"""Workbook and Stata file are begun, of the working database, before there is a published file: they are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest

from orchestration.exports import write_exports
from orchestration.exports.beside import begin_books
from orchestration.exports.catalogue import read_marts
from orchestration.exports.sheet_plans import STATA_FILE, WORKBOOK
from orchestration.processes.ready import WRITES_BOOKS, made_ready_in_time, make_ready


@pytest.fixture
def working(published_file: Path, tmp_path: Path) -> Path:
    """A database of the same rows, in which the targets are a view, as in the one that dbt builds."""
    path = tmp_path / "warehouse.duckdb"
    shutil.copy(published_file, path)
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        comments = connection.execute(
            "SELECT column_name, comment FROM duckdb_columns() WHERE schema_name = 'marts'"
            " AND table_name = 'fact_targets' AND comment IS NOT NULL"
        ).fetchall()
        (of_table,) = connection.execute(
            "SELECT comment FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = 'fact_targets'"
        ).fetchall()[0]
        connection.execute("CREATE SCHEMA intermediate")
        connection.execute("CREATE TABLE intermediate.targets AS FROM marts.fact_targets")
        connection.execute("DROP TABLE marts.fact_targets")
        connection.execute("CREATE VIEW marts.fact_targets AS FROM intermediate.targets")
        for kind, name, text in [
            ("VIEW", "marts.fact_targets", of_table),
            *(("COLUMN", f"marts.fact_targets.{name}", text) for name, text in comments),
        ]:
            quoted = str(text or "").replace("'", "''")
            connection.execute(f"COMMENT ON {kind} {name} IS '{quoted}'")
    return path


def test_marts_are_the_same_where_some_are_views(working: Path, published_file: Path) -> None:
    told = []
    for path in (working, published_file):
        with duckdb.connect(str(path), read_only=True) as connection:
            told.append(
                {
                    name: (mart.comment, mart.row_count, mart.column_names)
                    for name, mart in read_marts(connection).items()
                }
            )
    assert told[0] == told[1]


@pytest.mark.slow
def test_what_was_begun_is_what_would_be_written(
    working: Path, published_file: Path, exports: Path, tmp_path: Path
) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "left by a run that was killed").touch()
    with made_ready_in_time():
        with duckdb.connect(str(working)) as connection:
            assert begin_books(connection, tmp_path / "books") is None
            make_ready(WRITES_BOOKS)
            begun = begin_books(connection, tmp_path / "books")
            assert begun is not None
            # They are of the rows as they were, whatever becomes of these.
            connection.execute("DELETE FROM marts.target_panel")
        written = write_exports(published_file, tmp_path / "out", begun=begun)
    assert {tmp_path / "out" / path for path in (WORKBOOK, STATA_FILE)} <= set(written)
    assert not any((tmp_path / "books").iterdir())
    here, beside = (openpyxl.load_workbook(folder / WORKBOOK) for folder in (exports, tmp_path / "out"))
    assert beside.sheetnames == here.sheetnames
    for name in here.sheetnames:
        assert list(beside[name].values) == list(here[name].values)
    pd.testing.assert_frame_equal(
        pd.read_stata(tmp_path / "out" / STATA_FILE), pd.read_stata(exports / STATA_FILE)
    )
