"""``zhibiao show``: rows of one table of the published file, for a region, a year, an indicator."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from zhibiao.commands.complaints import ComplaintError, told_plainly
from zhibiao.commands.output import OutputFormat
from zhibiao.commands.places import Named, find_indicator, find_regions
from zhibiao.commands.published import Table, find_table, first_line, published, table_list, tables
from zhibiao.commands.query import DATABASE_OPTION, FORMAT_OPTION
from zhibiao.commands.rows import print_result

# What fits a terminal of a fact's forty columns; CSV and JSON have them all.
READABLE = (
    "region_name", "plan_year", "year", "indicator_id", "indicator_text", "target_text", "value_text",
    "bound", "value", "value_high", "unit", "measure", "status", "is_headline",
    "period_start", "period_end", "quote",
)  # fmt: skip
# A table with no more columns than this is shown whole.
WHOLE_COLUMNS = 12
ORDER = ("region_code", "plan_year", "year", "document_id", "char_start", "char_end", "indicator_id")


@dataclass(slots=True)
class _Filter:
    """Conditions of a select with their values, and how a person would say them."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def add(self, condition: str, words: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values.extend(values)
        self.words.append(words)

    @property
    def where(self) -> str:
        return f"where {' and '.join(self.conditions)}" if self.conditions else ""


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
    with told_plainly(), published(database) as connection:
        if table is None:
            typer.echo(table_list(tables(connection)))
            return
        chosen = find_table(connection, table)
        wanted = _Filter()
        if year is not None:
            _add_year(wanted, chosen, year)
        if indicator is not None:
            _add_indicator(wanted, chosen, find_indicator(connection, indicator))
        if region is not None:
            _add_region(wanted, chosen, connection, region)
        _print_rows(
            connection, chosen, wanted, _chosen_columns(chosen, columns, output_format), output_format
        )


def _add_year(wanted: _Filter, table: Table, year: int) -> None:
    for column in ("plan_year", "year", "target_year"):
        if column in table.columns:
            return wanted.add(f"{column} = ?", f"of {year}", year)
    if {"valid_from", "valid_to"} <= set(table.columns):
        in_force = "year(valid_from) <= ? and coalesce(year(valid_to), 9999) >= ?"
        return wanted.add(in_force, f"in force in {year}", year, year)
    if "document_id" in table.columns:
        documents = "document_id in (select document_id from marts.dim_document where plan_year = ?)"
        return wanted.add(documents, f"of {year}", year)
    raise ComplaintError(f"{table.full_name} knows no years", _column_words(table))


def _add_indicator(wanted: _Filter, table: Table, indicator: Named) -> None:
    if "indicator_id" not in table.columns:
        raise ComplaintError(f"{table.full_name} knows no indicators", _column_words(table))
    wanted.add("indicator_id = ?", f"on {indicator.full_name}", indicator.code)


def _add_region(wanted: _Filter, table: Table, connection: duckdb.DuckDBPyConnection, name: str) -> None:
    if "region_code" in table.columns:
        condition, column = "region_code = ?", f"(select distinct region_code from {table.full_name})"
    elif "document_id" in table.columns:
        condition = "document_id in (select document_id from marts.dim_document where region_code = ?)"
        column = "(select distinct region_code from marts.dim_document)"
    else:
        raise ComplaintError(f"{table.full_name} knows no regions", _column_words(table))
    candidates = {region.code: region for region in find_regions(connection, name)}
    if len(candidates) > 1:
        present = {code for (code,) in connection.execute(f"from {column}").fetchall()}
        candidates = {code: region for code, region in candidates.items() if code in present} or candidates
    if len(candidates) > 1:
        words = [f"  {code}  {region.full_name}" for code, region in candidates.items()]
        raise ComplaintError(f"{name} is the name of several; take the code:", "\n".join(words))
    region = next(iter(candidates.values()))
    wanted.add(condition, f"for {region.full_name} ({region.code})", region.code)


def _chosen_columns(table: Table, columns: str | None, output_format: OutputFormat) -> list[str]:
    if columns is not None:
        chosen = [column.strip() for column in columns.split(",") if column.strip()]
        unknown = [column for column in chosen if column not in table.columns]
        if unknown:
            raise ComplaintError(
                f"{table.full_name} has no column {', '.join(unknown)}", _column_words(table)
            )
        return chosen
    if output_format is OutputFormat.TABLE and len(table.columns) > WHOLE_COLUMNS:
        present = {*table.columns, *(["region_name"] if "region_key" in table.columns else [])}
        return [column for column in READABLE if column in present] or list(table.columns)
    return list(table.columns)


def _print_rows(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    wanted: _Filter,
    columns: list[str],
    output_format: OutputFormat,
) -> None:
    order = ", ".join(column for column in ORDER if column in table.columns) or "all"
    source = f"from {table.full_name} as shown {wanted.where}"
    try:
        counted = connection.execute(f"select count(*) {source}", wanted.values).fetchone()
        if counted == (0,) and wanted.words:
            typer.echo(f"{table.full_name} has no rows {', '.join(wanted.words)}", err=True)
        selected = ", ".join(_column(table, column) for column in columns)
        rows = connection.execute(f"select {selected} {source} order by {order}", wanted.values)
        print_result(rows, output_format)
    except duckdb.Error as failure:
        raise ComplaintError(first_line(failure)) from failure


def _column(table: Table, column: str) -> str:
    if column == "region_name" and column not in table.columns:
        name = "select name from marts.dim_region where dim_region.region_key = shown.region_key"
        return f"({name}) as region_name"
    return f'"{column}"'


def _column_words(table: Table) -> str:
    return f"Its columns: {', '.join(table.columns)}"
