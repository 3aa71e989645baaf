"""Rows of Python into a table of DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: str, rows: Sequence[Sequence[object]]
) -> None:
    """Insert rows by way of Arrow: DuckDB's executemany is slow. ``columns`` are names joined with commas."""
    if not rows:
        return
    import pyarrow

    names = columns.split(", ")
    arrays = [pyarrow.array(values) for values in zip(*rows, strict=True)]
    incoming = pyarrow.Table.from_arrays(arrays, names=names)
    connection.register("incoming_rows", incoming)
    connection.execute(f"insert into {table} ({columns}) select {columns} from incoming_rows")
    connection.unregister("incoming_rows")
