"""What the rows of the published tables say, as a few numbers: kept beside the published file.

A row of ``published_rows.parquet`` is a document, a region, a run or a version in a table - what that table's rows are told
apart by, ``row_key`` - and there a province of the regions that its rows are of: how many rows, and two sums of their hashes. By
keys they tell what has to be published anew, by province which pieces of the exports are as they were.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.storage.changed_rows import PROVINCE, ROWS_SAY, TOGETHER
from orchestration.storage.database import quoted

BY_DOCUMENT = (
    "marts.fact_figures",
    "marts.fact_targets",
    "marts.fact_achievements",
    "quality.numerals",
    "quality.rejected_figures",
)
# Rows of other tables are told apart by the first of these columns that a table has; with none of them they are one.
REGION = "region_code"
TOLD_APART_BY = (REGION, "run_id", "version")
# What a row of the file is, for whoever finds one of other code.
FORM = "table, key, province"


def hash_rows(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
    """Make the temporary table ``rows_now`` of these tables of the database ``warehouse``."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE rows_now (table_name VARCHAR, row_key VARCHAR, province VARCHAR,"
        " row_count BIGINT, rows_xor UBIGINT, rows_sum DECIMAL(38, 0))"
    )
    columns = _columns_told_apart_by(connection)
    for name in names:
        present = columns.get(name, [])
        province = PROVINCE if REGION in present else "NULL"
        connection.execute(
            f"INSERT INTO rows_now SELECT '{name}', {_key(name, present)}, {province} AS province, {ROWS_SAY}"
            f' FROM warehouse.{name} AS "rows" GROUP BY ALL'
        )


def keys_of_rows(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> dict[str, str]:
    """Return what ``row_key`` is in each of these tables of ``warehouse``, as an expression that is never null."""
    columns = _columns_told_apart_by(connection)
    return {name: _key(name, columns.get(name, [])) for name in names}


def _key(name: str, present: Sequence[str]) -> str:
    if name in BY_DOCUMENT:
        return "document_id"
    return f"coalesce({present[0]}, '')" if present else "''"


def _columns_told_apart_by(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return those of ``TOLD_APART_BY`` that each table has, in that order."""
    rows = connection.execute(
        "SELECT schema_name || '.' || table_name, list(column_name ORDER BY list_position($names, column_name))"
        " FROM duckdb_columns() WHERE database_name = 'warehouse' AND data_type = 'VARCHAR'"
        " AND list_contains($names, column_name) GROUP BY ALL",
        {"names": list(TOLD_APART_BY)},
    ).fetchall()
    return dict(rows)


def row_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return the rows of each table in ``rows_now``; a table without any is not there."""
    return dict(
        connection.execute(
            "SELECT table_name, sum(row_count)::BIGINT FROM rows_now GROUP BY table_name"
        ).fetchall()
    )


def write_rows(connection: duckdb.DuckDBPyConnection, place: Path) -> None:
    """Keep ``rows_now``, of the rows that are being published."""
    aside = place.with_suffix(".new")
    connection.execute(f"COPY rows_now TO {quoted(aside)} (FORMAT parquet)")
    os.replace(aside, place)


def keys_that_differ(former: Path) -> str:
    """Return a query for ``table_name`` and ``row_key`` of all that is not the same in ``rows_now`` and in that file."""
    relations = ("rows_now", f"read_parquet({quoted(former)})")
    columns = "table_name, row_key, province, row_count, rows_xor, rows_sum"
    differences = " UNION ALL ".join(
        f"(SELECT {columns} FROM {one} EXCEPT SELECT {columns} FROM {another})"
        for one, another in (relations, relations[::-1])
    )
    return f"SELECT DISTINCT table_name, row_key FROM ({differences})"


def by_province(
    connection: duckdb.DuckDBPyConnection, rows: Path, name: str, together: bool
) -> list[tuple[str | None, int, int | None, int | None]] | None:
    """Return what the rows of a table say, a row a province in their order, or one of all rows with ``together``; None
    for a table that ``rows`` says nothing of."""
    key = "table_name" if together else "table_name, province"
    said = connection.execute(
        f"SELECT {'NULL' if together else 'province'} AS place, {TOGETHER} FROM read_parquet({quoted(rows)}) WHERE table_name = ? GROUP BY {key} ORDER BY place",
        [name],
    ).fetchall()
    return said or None
