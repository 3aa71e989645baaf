"""SQL of a person, run on the published file."""

from __future__ import annotations

from pathlib import Path

import duckdb

from zhibiao.commands.complaints import ComplaintError
from zhibiao.commands.output import OutputFormat
from zhibiao.commands.published import first_line, published, table_list, tables
from zhibiao.commands.rows import print_result


def print_statement(statement: str, output_format: OutputFormat, database: Path | None) -> None:
    """Run a statement and print its rows; raises ``ComplaintError`` where that cannot be done."""
    with published(database) as connection:
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
