"""Rows of one table of the published file, with the columns that a person reads first."""

from __future__ import annotations

from pathlib import Path

import duckdb
import typer

from zhibiao.commands.complaints import ComplaintError
from zhibiao.commands.conditions import Conditions
from zhibiao.commands.output import OutputFormat
from zhibiao.commands.places import find_indicator
from zhibiao.commands.published import Table, find_table, first_line, published, table_list, tables
from zhibiao.commands.rows import print_result
from zhibiao.commands.wording import indicator_names

# What fits a terminal of a fact's forty columns; CSV and JSON have them all.
READABLE = (
    "region_name", "plan_year", "year", "indicator_id", "indicator_text", "target_text", "value_text",
    "bound", "value", "value_high", "low", "high", "unit", "measure", "status", "is_headline",
    "target_value", "target_bound", "actual_value", "deviation", "is_reached", "parent_value", "peer_mean",
    "period_start", "period_end", "quote", "target_quote", "actual_quote",
)  # fmt: skip
# A table with no more columns than this is shown whole.
WHOLE_COLUMNS = 12
# A table that hardly any of them is in is no table of figures, and shown whole too.
FEWEST_READABLE = 4
ORDER = ("region_code", "plan_year", "year", "document_id", "char_start", "char_end", "indicator_id")


def print_tables(database: Path | None) -> None:
    """Print the tables that there are."""
    with published(database) as connection:
        typer.echo(table_list(tables(connection)))


def print_table(
    table: str,
    region: str | None,
    year: int | None,
    indicator: str | None,
    columns: str | None,
    output_format: OutputFormat,
    database: Path | None,
) -> None:
    """Print a table, or what it has on a region, a year, an indicator.

    Raises ``ComplaintError`` where it has no such thing.
    """
    with published(database) as connection:
        wanted = Conditions(find_table(connection, table))
        if year is not None:
            wanted.add_year(year)
        if indicator is not None:
            named = find_indicator(connection, indicator)
            indicator = named.code
            wanted.add_indicator(named)
        if region is not None:
            wanted.add_region(connection, region)
        try:
            if columns is not None:
                chosen = _named_columns(wanted.table, columns)
            elif output_format is OutputFormat.TABLE:
                chosen = _readable_columns(connection, wanted, indicator)
            else:
                chosen = list(wanted.table.columns)
            _print_rows(connection, wanted, chosen, output_format)
        except duckdb.Error as failure:
            raise ComplaintError(first_line(failure)) from failure


def _named_columns(table: Table, columns: str) -> list[str]:
    chosen = [column.strip() for column in columns.split(",") if column.strip()]
    unknown = [column for column in chosen if column not in table.columns]
    if unknown:
        known = f"Its columns: {', '.join(table.columns)}"
        raise ComplaintError(f"{table.full_name} has no column {', '.join(unknown)}", known)
    return chosen


def _readable_columns(
    connection: duckdb.DuckDBPyConnection, wanted: Conditions, indicator: str | None
) -> list[str]:
    """What a person reads first of a wide table, without columns that have nothing in these rows."""
    table = wanted.table
    if len(table.columns) <= WHOLE_COLUMNS:
        return list(table.columns)
    present = {*table.columns, *(["region_name"] if "region_key" in table.columns else [])}
    readable = [column for column in READABLE if column in present]
    # The panel: the values of all indicators, or all that it has on one.
    if indicator in table.columns:
        readable += [column for column in table.columns if f"{column}_".startswith(f"{indicator}_")]
    else:
        readable += [column for column in table.columns if column in indicator_names()]
    if len(readable) < FEWEST_READABLE:
        return list(table.columns)
    counts = ", ".join(f"count({_expression(table, column)})" for column in readable)
    counted = connection.execute(f"select {counts} {_source(wanted)}", wanted.values).fetchone() or ()
    return [column for column, count in zip(readable, counted, strict=True) if count] or readable


def _print_rows(
    connection: duckdb.DuckDBPyConnection,
    wanted: Conditions,
    columns: list[str],
    output_format: OutputFormat,
) -> None:
    order = ", ".join(column for column in ORDER if column in wanted.table.columns) or "all"
    counted = connection.execute(f"select count(*) {_source(wanted)}", wanted.values).fetchone()
    if counted == (0,) and wanted.words:
        typer.echo(f"{wanted.table.full_name} has no rows {', '.join(wanted.words)}", err=True)
        if output_format is OutputFormat.TABLE:
            return
    selected = ", ".join(f'{_expression(wanted.table, column)} as "{column}"' for column in columns)
    rows = connection.execute(f"select {selected} {_source(wanted)} order by {order}", wanted.values)
    print_result(rows, output_format)


def _source(wanted: Conditions) -> str:
    return f"from {wanted.table.full_name} as shown {wanted.where}"


def _expression(table: Table, column: str) -> str:
    if column == "region_name" and column not in table.columns:
        return "(select name from marts.dim_region where dim_region.region_key = shown.region_key)"
    return f'shown."{column}"'
