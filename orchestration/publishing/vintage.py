"""What the file published before says, so that the marts can tell what changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from expectations.published_before import CATALOG, attached
from orchestration.storage.database import transaction
from orchestration.storage.tables import table

SOURCES = {
    "vintage.publications": "marts.publications",
    "vintage.previous_figures": "marts.fact_figures",
    "vintage.previous_changes": "marts.changes",
    "vintage.previous_documents": "marts.dim_document",
    "vintage.previous_rejections": "quality.rejected_documents",
}


def read_vintage(connection: duckdb.DuckDBPyConnection, published: Path, tell: Callable[[str], None]) -> None:
    """Fill ``vintage.*`` from the published file, or empty them where there is none that can be read."""
    with transaction(connection):
        for name in SOURCES:
            connection.execute(f"DELETE FROM {name}")
    if not published.exists():
        return
    with attached(connection, published) as obstacle:
        if obstacle is None:
            with transaction(connection):
                for name, source in SOURCES.items():
                    _copy(connection, name, source)
            return
    damaged = f"{published} is damaged and counts as none"
    tell(f"{obstacle or damaged}; every figure will count as new")


def _copy(connection: duckdb.DuckDBPyConnection, name: str, source: str) -> None:
    """Copy the columns that the earlier version of the table already had."""
    schema_name, table_name = source.split(".")
    present = {
        column
        for (column,) in connection.execute(
            "SELECT column_name FROM duckdb_columns()"
            " WHERE database_name = 'published_before' AND schema_name = ? AND table_name = ?",
            [schema_name, table_name],
        ).fetchall()
    }
    columns = [column.name for column in table(name).columns if column.name in present]
    if columns:
        connection.execute(f"INSERT INTO {name} BY NAME SELECT {', '.join(columns)} FROM {CATALOG}.{source}")
