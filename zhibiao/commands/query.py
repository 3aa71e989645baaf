"""``zhibiao query``: SQL on the published file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from zhibiao.commands.complaints import ComplaintError, told_plainly
from zhibiao.commands.output import OutputFormat
from zhibiao.commands.published import first_line, published, table_list, tables
from zhibiao.commands.rows import print_result

DATABASE_OPTION = typer.Option(
    help="The published file.", show_default="zhibiao.duckdb in $ZHIBIAO_DATA, or in data/"
)
FORMAT_OPTION = typer.Option("--format", help="How to print the rows.")


def query_command(
    sql: Annotated[
        str, typer.Argument(help="A select; tables of marts need no schema. - reads it from stdin.")
    ],
    output_format: Annotated[OutputFormat, FORMAT_OPTION] = OutputFormat.TABLE,
    database: Annotated[Path | None, DATABASE_OPTION] = None,
) -> None:
    """Run SQL on the published warehouse and print the rows. Nothing can be changed by it."""
    with told_plainly(), published(database) as connection:
        statement = sys.stdin.read() if sql == "-" else sql
        try:
            if not connection.extract_statements(statement):
                raise ComplaintError("there is no SQL to run", table_list(tables(connection)))
            print_result(connection.execute(statement), output_format)
        except duckdb.Error as failure:
            raise _complaint(connection, failure) from failure


def _complaint(connection: duckdb.DuckDBPyConnection, failure: duckdb.Error) -> ComplaintError:
    message = str(failure)
    if isinstance(failure, duckdb.CatalogException) and message.startswith("Catalog Error: Table with name "):
        wanted = message.removeprefix("Catalog Error: Table with name ").split(" ", 1)[0]
        return ComplaintError(f"there is no table {wanted}", table_list(tables(connection), wanted))
    if "read-only" in message:
        return ComplaintError("the published file can only be read", "Copy it to change the copy.")
    # DuckDB's own words name the candidates and point at the place.
    return ComplaintError(first_line(failure), message.partition("\n")[2].strip("\n"))
