"""What the rows of a document say in the published tables of figures, as a few numbers: kept beside the published file.

A row of ``published_rows.parquet`` is a document in a table, and there a province of the regions that its rows are of:
how many rows, and two sums of their hashes. By document they tell what has to be published anew, and what of the former
version the marts must look at; by province which pieces of the exports are as they were.
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
# What a row of the file is, for whoever finds one of other code.
FORM = "table, document, province"


def hash_rows(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
    """Make the temporary table ``rows_now`` of the tables of ``BY_DOCUMENT`` that the database ``warehouse`` has."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE rows_now (table_name VARCHAR, document_id VARCHAR, province VARCHAR,"
        " row_count BIGINT, rows_xor UBIGINT, rows_sum DECIMAL(38, 0))"
    )
    with_region = {
        name
        for (name,) in connection.execute(
            "SELECT schema_name || '.' || table_name FROM duckdb_columns()"
            " WHERE database_name = 'warehouse' AND column_name = 'region_code'"
        ).fetchall()
    }
    for name in names:
        if name in BY_DOCUMENT:
            province = PROVINCE if name in with_region else "NULL"
            connection.execute(
                f"INSERT INTO rows_now SELECT '{name}', document_id, {province} AS province, {ROWS_SAY}"
                f' FROM warehouse.{name} AS "rows" GROUP BY ALL'
            )


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


def documents_that_differ(present: str, former: Path | str) -> str:
    """Return a query for name of table and document of all that is not the same in both.

    Each is a relation with the columns of ``rows_now``, or a file of them.
    """
    other = f"read_parquet({quoted(former)})" if isinstance(former, Path) else former
    key, said = "table_name, document_id, province", "row_count, rows_xor, rows_sum"
    differences = " UNION ALL ".join(
        f"(SELECT {key}, {said} FROM {one} EXCEPT SELECT {key}, {said} FROM {another})"
        for one, another in ((present, other), (other, present))
    )
    return f"SELECT DISTINCT table_name, document_id FROM ({differences})"


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
