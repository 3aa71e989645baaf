"""Rows of Python into a table of DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
    import pyarrow


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: str, rows: Sequence[Sequence[object]]
) -> None:
    """Insert rows by way of Arrow: DuckDB's executemany is slow. ``columns`` are names joined with commas."""
    if rows:
        insert_table(connection, table, to_table(columns, rows))


def to_table(columns: str, rows: Sequence[Sequence[object]]) -> pyarrow.Table:
    """At least one row as a table of Arrow, with its types as the values show them."""
    import pyarrow

    arrays = [pyarrow.array(values) for values in zip(*rows, strict=True)]
    return pyarrow.Table.from_arrays(arrays, names=columns.split(", "))


def insert_table(connection: duckdb.DuckDBPyConnection, table: str, incoming: pyarrow.Table) -> None:
    """Insert a table of Arrow, whose columns have the names of the columns that it fills."""
    connection.register("incoming_rows", incoming)
    connection.execute(f"insert into {table} by name from incoming_rows")
    connection.unregister("incoming_rows")
