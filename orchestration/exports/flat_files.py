"""Parquet and CSV of marts, written by DuckDB itself: constant memory, and quick."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from orchestration.exports.catalogue import Column, Mart
from zhibiao.commands.cells import FORMULA_STARTS

# Without it, Excel reads a CSV in the code page of the machine and breaks every Chinese character.
BYTE_ORDER_MARK = "\ufeff"
# In DuckDB's own words: one call for each of the panel's hundreds of columns, or planning takes minutes.
FORMULA_START = f"^[{re.escape(''.join(FORMULA_STARTS))}]"


def write_parquet(connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path) -> None:
    """Write all rows of ``mart``: exact decimals, Snappy, which readers in a browser open too."""
    connection.execute(
        f"copy (select * from {mart.full_name} {mart.order_clause}) to '{_quoted(path)}' "
        "(format parquet, compression snappy)"
    )


def write_csv(connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path) -> None:
    """Write all rows of ``mart`` as UTF-8 with a byte order mark, text made harmless to a spreadsheet."""
    cells = [_cell(column, first=position == 0) for position, column in enumerate(mart.columns)]
    connection.execute(
        f"copy (select {', '.join(cells)} from {mart.full_name} {mart.order_clause}) "
        f"to '{_quoted(path)}' (format csv, header)"
    )


def _cell(column: Column, first: bool) -> str:
    name = f'"{column.name}"'
    heading = f'"{BYTE_ORDER_MARK if first else ""}{column.name}"'
    if column.is_decimal:
        plain = f"rtrim(rtrim({name}::varchar, '0'), '.')"
        return f"{plain} as {heading}" if "," in column.data_type else f"{name} as {heading}"
    if column.is_text:
        return f"regexp_replace({name}, '{FORMULA_START}', '''\\0') as {heading}"
    return f"{name} as {heading}"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
