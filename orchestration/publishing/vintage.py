"""What the file published before says, so that the marts can tell what changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from expectations.published_before import CATALOG, attached
from orchestration.storage.changed_rows import replace_changed
from orchestration.storage.database import transaction
from orchestration.storage.tables import table

# Where a table has it, rows are compared and written document by document.
KEY = "document_id"
SOURCES = {
    "vintage.publications": "marts.publications",
    "vintage.previous_figures": "marts.fact_figures",
    "vintage.previous_changes": "marts.changes",
    "vintage.previous_documents": "marts.dim_document",
    "vintage.previous_rejections": "quality.rejected_documents",
}


def read_vintage(connection: duckdb.DuckDBPyConnection, published: Path, tell: Callable[[str], None]) -> None:
    """Make ``vintage.*`` what the published file says, or empty where there is none that can be read.

    It says nearly what the one before said: only rows of documents that differ are written.
    """
    obstacle: str | None = "nothing was published before"
    if published.exists():
        obstacle = f"{published} is damaged and counts as none"
        with attached(connection, published) as refusal:
            if refusal is None:
                with transaction(connection):
                    for name, source in SOURCES.items():
                        _bring_in_line(connection, name, source)
                return
            obstacle = refusal
        tell(f"{obstacle}; every figure will count as new")
    with transaction(connection):
        for name in SOURCES:
            connection.execute(f"DELETE FROM {name}")


def _bring_in_line(connection: duckdb.DuckDBPyConnection, name: str, source: str) -> None:
    """Take over the columns that the earlier version of the table already had."""
    schema_name, table_name = source.split(".")
    present = {
        column
        for (column,) in connection.execute(
            "SELECT column_name FROM duckdb_columns()"
            " WHERE database_name = 'published_before' AND schema_name = ? AND table_name = ?",
            [schema_name, table_name],
        ).fetchall()
    }
    if not present:
        connection.execute(f"DELETE FROM {name}")
        return
    columns = table(name).columns
    # A column that is not there is null in every row.
    values = [
        f"{column.name if column.name in present else 'NULL'}::{column.type} AS {column.name}"
        for column in columns
    ]
    key = KEY if any(column.name == KEY for column in columns) else "true"
    replace_changed(connection, f"(SELECT {', '.join(values)} FROM {CATALOG}.{source})", name, key)
