"""What the file published before says, so that the marts can tell what changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from expectations.published_before import CATALOG, attached
from orchestration.publishing.difference import Record
from orchestration.storage.changed_rows import replace_changed
from orchestration.storage.database import quoted, transaction
from orchestration.storage.row_hashes import keys_that_differ
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


# Of the longest of them, what its rows said when they were taken over, and as which columns.
FIGURES = "vintage.previous_figures"
TAKEN = "vintage.taken_figures"


def read_vintage(
    connection: duckdb.DuckDBPyConnection,
    published: Path,
    tell: Callable[[str], None],
    record: Record | None = None,
) -> None:
    """Make ``vintage.*`` what the published file says, or empty where there is none that can be read.

    It says nearly what the one before said: only rows of documents that differ are written. Of figures a ``record`` of the
    published file tells which these are, where the same was told of the one before.
    """
    obstacle: str | None = "nothing was published before"
    if published.exists():
        obstacle = f"{published} is damaged and counts as none"
        with attached(connection, published) as refusal:
            if refusal is None:
                rows = record.rows_of(published) if record else None
                with transaction(connection):
                    for name, source in SOURCES.items():
                        _bring_in_line(connection, name, source, rows if name == FIGURES else None)
                return
            obstacle = refusal
        tell(f"{obstacle}; every figure will count as new")
    with transaction(connection):
        connection.execute(f"DROP TABLE IF EXISTS {TAKEN}")
        for name in SOURCES:
            connection.execute(f"DELETE FROM {name}")


def _bring_in_line(
    connection: duckdb.DuckDBPyConnection, name: str, source: str, said_by_rows: Path | None
) -> None:
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
        if name == FIGURES:
            connection.execute(f"DROP TABLE IF EXISTS {TAKEN}")
        return
    columns = table(name).columns
    # A column that is not there is null in every row.
    values = ", ".join(
        f"{column.name if column.name in present else 'NULL'}::{column.type} AS {column.name}"
        for column in columns
    )
    query = f"(SELECT {values} FROM {CATALOG}.{source})"
    if connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() is None:
        # There is nothing to compare with.
        connection.execute(f"INSERT INTO {name} BY NAME FROM {query}")
    elif name != FIGURES or not _replace_documents(connection, name, source, values, said_by_rows):
        key = KEY if any(column.name == KEY for column in columns) else "true"
        replace_changed(connection, query, name, key)
    if name == FIGURES:
        _remember(connection, source, values, said_by_rows)


def _replace_documents(
    connection: duckdb.DuckDBPyConnection, name: str, source: str, values: str, said_by_rows: Path | None
) -> bool:
    """Write the rows of documents that now say something else than when they were taken over; False where what they
    said is not known."""
    if said_by_rows is None or not _is_taken(connection, values):
        return False
    changed = keys_that_differ(TAKEN, f"({_said(source, said_by_rows)})")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE documents_changed AS {changed}")
    which = f"{KEY} IN (SELECT row_key FROM documents_changed)"
    connection.execute(f"DELETE FROM {name} WHERE {which}")
    connection.execute(f"INSERT INTO {name} BY NAME SELECT {values} FROM {CATALOG}.{source} WHERE {which}")
    return True


def _is_taken(connection: duckdb.DuckDBPyConnection, values: str) -> bool:
    """Whether it is known what the rows said, and they were taken over as these columns."""
    schema_name, table_name = TAKEN.split(".")
    found = connection.execute(
        "SELECT comment FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = ?"
        " AND table_name = ?",
        [schema_name, table_name],
    ).fetchone()
    return found == (values,)


def _remember(
    connection: duckdb.DuckDBPyConnection, source: str, values: str, said_by_rows: Path | None
) -> None:
    """Keep what the rows say that are taken over, and as which columns."""
    connection.execute(f"DROP TABLE IF EXISTS {TAKEN}")
    if said_by_rows is not None:
        connection.execute(f"CREATE TABLE {TAKEN} AS {_said(source, said_by_rows)}")
        text = values.replace("'", "''")
        connection.execute(f"COMMENT ON TABLE {TAKEN} IS '{text}'")


def _said(source: str, rows: Path) -> str:
    return f"SELECT * FROM read_parquet({quoted(rows)}) WHERE table_name = '{source}'"
