"""What the file published before says, so that the marts can tell what changed since."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb

from orchestration.storage.database import transaction
from orchestration.storage.tables import table

SOURCES = {
    "vintage.publications": "marts.publications",
    "vintage.previous_figures": "marts.fact_figures",
    "vintage.previous_changes": "marts.changes",
    "vintage.previous_documents": "marts.dim_document",
    "vintage.previous_rejections": "quality.rejected_documents",
}


def read_vintage(
    connection: duckdb.DuckDBPyConnection, published: Path, aside: Path, tell: Callable[[str], None]
) -> None:
    """Fill ``vintage.*`` from the published file, or empty them where there is none.

    The file is read from a copy (``aside``, removed afterwards): an analyst may hold it open in whatever way.
    """
    with transaction(connection):
        for name in SOURCES:
            connection.execute(f"DELETE FROM {name}")
    if not published.exists():
        return
    shutil.copyfile(published, aside)
    try:
        connection.execute(f"ATTACH '{aside}' AS previous (READ_ONLY)")
    except duckdb.Error as error:
        tell(f"{published} cannot be read ({error}); every figure will count as new")
    else:
        try:
            with transaction(connection):
                for name, source in SOURCES.items():
                    _copy(connection, name, source)
        finally:
            connection.execute("DETACH previous")
    finally:
        aside.unlink()


def _copy(connection: duckdb.DuckDBPyConnection, name: str, source: str) -> None:
    """Copy the columns that the earlier version of the table already had."""
    schema_name, table_name = source.split(".")
    present = {
        column
        for (column,) in connection.execute(
            "SELECT column_name FROM duckdb_columns()"
            " WHERE database_name = 'previous' AND schema_name = ? AND table_name = ?",
            [schema_name, table_name],
        ).fetchall()
    }
    columns = [column.name for column in table(name).columns if column.name in present]
    if columns:
        connection.execute(f"INSERT INTO {name} BY NAME SELECT {', '.join(columns)} FROM previous.{source}")
