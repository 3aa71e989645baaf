"""Rows of a query as a table in the terminal, as CSV or as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import duckdb
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from zhibiao.commands.cells import csv_cell, json_value, plain_number
from zhibiao.commands.output import OutputFormat, standard_output, terminal
from zhibiao.printable import printable

Row = tuple[Any, ...]
BATCH = 2_000
# More than a person reads in a terminal, and what rich lays out in a second.
TABLE_ROWS = 200
# A column narrower than this shows nothing: the rows are then printed one field to a line.
NARROWEST_COLUMN = 9


def print_result(result: duckdb.DuckDBPyConnection, output_format: OutputFormat) -> None:
    """Print what a query gave; CSV and JSON are streamed, a table ends after ``TABLE_ROWS`` rows."""
    columns = distinct_names([column[0] for column in result.description or []])
    if output_format is OutputFormat.CSV:
        _print_csv(columns, _stream(result))
    elif output_format is OutputFormat.JSON:
        _print_json(columns, _stream(result))
    else:
        _print_table(columns, _stream(result))


def distinct_names(columns: Sequence[str]) -> list[str]:
    """Column names with a number behind those that a query gives twice: ``quote``, ``quote_2``."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return names


def _stream(result: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    while rows := result.fetchmany(BATCH):
        yield from rows


def _print_csv(columns: Sequence[str], rows: Iterator[Row]) -> None:
    writer = csv.writer(standard_output(), lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(value) for value in row] for row in rows)


def _print_json(columns: Sequence[str], rows: Iterator[Row]) -> None:
    output, separator = standard_output(), "[\n"
    for row in rows:
        record = dict(zip(columns, map(json_value, row), strict=True))
        output.write(separator + json.dumps(record, ensure_ascii=False))
        separator = ",\n"
    output.write("[]\n" if separator == "[\n" else "\n]\n")


def _print_table(columns: Sequence[str], rows: Iterator[Row]) -> None:
    console = terminal()
    shown = list(islice(rows, TABLE_ROWS))
    if not shown:
        typer.echo("no rows", err=True)
    elif len(columns) * (NARROWEST_COLUMN + 3) > console.width:
        _print_fields(console, columns, shown)
    else:
        console.print(_table(columns, shown))
    if next(rows, None) is not None:
        typer.echo(f"the first {TABLE_ROWS} rows; --format csv prints all", err=True)


def _table(columns: Sequence[str], rows: Sequence[Row]) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for position, column in enumerate(columns):
        numeric = all(isinstance(row[position], int | float | Decimal | None) for row in rows)
        table.add_column(Text(printable(column)), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def _print_fields(console: Console, columns: Sequence[str], rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows, start=1):
        table = Table(title=f"{number}", title_justify="left", show_header=False, box=None, pad_edge=False)
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for column, value in zip(columns, row, strict=True):
            if value is not None:
                table.add_row(Text(printable(column)), _cell(value))
        console.print(table)


def _cell(value: object) -> Text:
    if value is None:
        return Text("")
    if isinstance(value, Decimal):
        return Text(plain_number(value))
    if isinstance(value, str | date | int | float):
        return Text(printable(" ".join(value.split())) if isinstance(value, str) else str(value))
    return Text(printable(json.dumps(json_value(value), ensure_ascii=False)))
