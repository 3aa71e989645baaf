"""What Dagster shows of a table: its columns, its number of rows, a few of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
from dagster import MetadataValue, TableColumn, TableSchema

from orchestration.storage.database import Counts
from orchestration.storage.tables import Table

Columns = Mapping[str, Sequence[tuple[str, str, str | None]]]

SAMPLE_ROWS = 5
LONGEST_CELL = 60


def column_schema(table: Table) -> TableSchema:
    """Return the columns of a table of ``tables.yml`` as Dagster shows them."""
    return TableSchema(
        [TableColumn(column.name, column.type, description=column.description) for column in table.columns]
    )


def columns_of_tables(connection: duckdb.DuckDBPyConnection) -> Columns:
    """Return name, type and comment of each column, by the name of its table with that of its schema.

    For whoever describes many tables: DuckDB looks at all columns that there are, however few are asked for.
    """
    rows = connection.execute(
        "SELECT schema_name || '.' || table_name, column_name, data_type, comment FROM duckdb_columns()"
        " ORDER BY column_index"
    ).fetchall()
    columns: dict[str, list[tuple[str, str, str | None]]] = {}
    for table, *column in rows:
        columns.setdefault(table, []).append((column[0], column[1], column[2]))
    return columns


def of_table(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Columns | None = None,
    counts: Counts | None = None,
) -> dict[str, MetadataValue[Any]]:
    """Return the column schema (with DuckDB's comments), row count and a sample of a table in the database.

    For a table whose definition has no columns: told with every run, those of all tables are a tenth of its events'
    time. ``columns`` are those of all tables, and ``counts`` their rows, where they are at hand.
    """
    known = columns_of_tables(connection) if columns is None else columns
    schema = TableSchema(
        [TableColumn(column, type_, description=text) for column, type_, text in known.get(name, ())]
    )
    return {
        "dagster/column_schema": MetadataValue.table_schema(schema),
        **rows_of_table(connection, name, counts),
    }


def rows_of_table(
    connection: duckdb.DuckDBPyConnection, name: str, counts: Counts | None = None
) -> dict[str, MetadataValue[Any]]:
    """Return row count and a sample of a table in the database: all that a run can tell of one that is defined with
    its columns."""
    return {
        **count_of_table(name, Counts(connection) if counts is None else counts),
        "dagster/table_name": MetadataValue.text(name),
        "sample": MetadataValue.md(_sample(connection, name)),
    }


def count_of_table(name: str, counts: Counts) -> dict[str, MetadataValue[Any]]:
    """Return the row count of a table that stands as an earlier run left it, which has told the rest."""
    return {"dagster/row_count": MetadataValue.int(counts[name])}


def as_they_were(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, MetadataValue[Any]]]:
    """Return the row count of each table in the database, by its name.

    Of views nothing: to count the rows of some takes as long as to make them.
    """
    names = connection.execute("SELECT schema_name || '.' || table_name FROM duckdb_tables()").fetchall()
    counts = Counts(connection)
    return {name: count_of_table(name, counts) for (name,) in names}


def _sample(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    some = f"FROM {name} LIMIT {SAMPLE_ROWS}"
    try:
        # By their places: for the first rows DuckDB takes up the long texts of thousands.
        cursor = connection.execute(f"SELECT * FROM {name} WHERE rowid IN (SELECT rowid {some})")
    except duckdb.BinderException:
        # Rows of a view have none.
        cursor = connection.execute(f"SELECT * {some}")
    headings = [description[0] for description in cursor.description or []]
    return markdown_table(headings, cursor.fetchall())


def markdown_table(headings: list[str], rows: list[tuple[Any, ...]]) -> str:
    """Return rows as a Markdown table, each cell on one line and not too long."""
    lines = [headings, ["---"] * len(headings), *([_cell(value) for value in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
