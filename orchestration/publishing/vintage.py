"""What the file published before says, so that the marts can tell what changed since."""

from __future__ import annotations

from collections.abc import Callable, Set
from pathlib import Path

import duckdb

from expectations.published_before import CATALOG, attached
from orchestration.storage.changed_rows import replace_changed
from orchestration.storage.database import is_view, make_table_of_view, quoted, transaction
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


# The longest of them: it is looked at where it was exported, if it was.
FIGURES = "vintage.previous_figures"


def read_vintage(
    connection: duckdb.DuckDBPyConnection,
    published: Path,
    tell: Callable[[str], None],
    figures: Path | None = None,
) -> None:
    """Make ``vintage.*`` what the published file says, or empty where there is none that can be read.

    It says nearly what the one before said: only rows of documents that differ are written. ``figures`` is a Parquet file of
    all figures that were published; then none is taken over, and ``vintage.previous_figures`` is a view of that file.
    """
    obstacle: str | None = "nothing was published before"
    if published.exists():
        obstacle = f"{published} is damaged and counts as none"
        with attached(connection, published) as refusal:
            if refusal is None:
                with transaction(connection):
                    for name, source in SOURCES.items():
                        if name == FIGURES and figures:
                            _look_at(connection, name, figures)
                        else:
                            _bring_in_line(connection, name, source)
                return
            obstacle = refusal
        tell(f"{obstacle}; every figure will count as new")
    with transaction(connection):
        for name in SOURCES:
            make_table_of_view(connection, table(name))
            connection.execute(f"DELETE FROM {name}")


def _look_at(connection: duckdb.DuckDBPyConnection, name: str, figures: Path) -> None:
    """Let a name stand for the rows of a Parquet file, which is replaced when this run has published its own."""
    rows = f"read_parquet({quoted(figures)})"
    present = {column for column, *_ in connection.execute(f"DESCRIBE FROM {rows}").fetchall()}
    connection.execute(f"DROP {'VIEW' if is_view(connection, name) else 'TABLE'} {name}")
    connection.execute(f"CREATE VIEW {name} AS SELECT {_values(name, present)} FROM {rows}")


def _bring_in_line(connection: duckdb.DuckDBPyConnection, name: str, source: str) -> None:
    """Take over the columns that the earlier version of the table already had."""
    make_table_of_view(connection, table(name))
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
    query = f"(SELECT {_values(name, present)} FROM {CATALOG}.{source})"
    if connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() is None:
        # There is nothing to compare with.
        connection.execute(f"INSERT INTO {name} BY NAME FROM {query}")
    else:
        key = KEY if any(column.name == KEY for column in table(name).columns) else "true"
        replace_changed(connection, query, name, key)


def _values(name: str, present: Set[str]) -> str:
    """Return the table's columns as they are taken from another of which these are present; of others each value is null."""
    return ", ".join(
        f"{column.name if column.name in present else 'NULL'}::{column.type} AS {column.name}"
        for column in table(name).columns
    )
