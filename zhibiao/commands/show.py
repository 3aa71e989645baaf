"""``zhibiao show``: rows of one table of the published file, for a region, a year, an indicator."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zhibiao.commands.complaints import told_plainly
from zhibiao.commands.output import OutputFormat
from zhibiao.commands.query import DATABASE_OPTION, FORMAT_OPTION


def show_command(
    table: Annotated[
        str | None, typer.Argument(help="A table, as fact_targets; without one, the list.")
    ] = None,
    region: Annotated[
        str | None, typer.Option(help="A region: 焦作市, 焦作, 河南省焦作市 or 410800.")
    ] = None,
    year: Annotated[
        int | None, typer.Option(help="The plan year, or the year that the row is about.")
    ] = None,
    indicator: Annotated[str | None, typer.Option(help="An indicator: gdp or 地区生产总值.")] = None,
    columns: Annotated[str | None, typer.Option(help="Columns to print, with commas between.")] = None,
    output_format: Annotated[OutputFormat, FORMAT_OPTION] = OutputFormat.TABLE,
    database: Annotated[Path | None, DATABASE_OPTION] = None,
) -> None:
    """Print a table of the warehouse: all of it, or what it has on a region, a year, an indicator."""
    with told_plainly():
        # DuckDB is not there where only the reader is installed.
        from zhibiao.commands.table_rows import print_table, print_tables

        if table is None:
            print_tables(database)
        else:
            print_table(table, region, year, indicator, columns, output_format, database)
