"""``zhibiao query``: SQL on the published file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from zhibiao.commands.complaints import told_plainly
from zhibiao.commands.output import OutputFormat

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
    with told_plainly():
        # DuckDB is not there where only the reader is installed.
        from zhibiao.commands.statements import print_statement

        print_statement(sys.stdin.read() if sql == "-" else sql, output_format, database)
