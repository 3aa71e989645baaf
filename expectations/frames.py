"""From tables to the frames that checks look at: a query each under ``frames/``, and the lexicon beside it.

A frame is a table of the catalogue ``frames``, in memory, which is judged and read where it is. It has a row for each thing that is judged, ``document_id``, ``char_start``, ``char_end`` and ``quote``
where there is a passage to show (of a figure the sentence is looked up where it fails, see ``failed_rows``), and a column for each question. A null in such a column means that the
question does not arise, and Great Expectations leaves nulls alone.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from expectations import failed_rows
from expectations.identities import make_identities
from expectations.rows import insert
from expectations.set_aside import bounds
from expectations.texts import (
    measure_texts,
    prepare_digit_runs,
    restrict,
)
from expectations.words import create_word_functions

if TYPE_CHECKING:
    import duckdb

# What frames, and the scripts that make their ranges, call a region's level and a measure that is compared by words.
FUNCTIONS = (
    """
    level_of(code) as case
        when code = '000000' then 'national'
        when code like '__0000' then 'province'
        when code like '____00' then 'prefecture'
        else 'county'
    end
    """,
    """
    kind_of(measure) as case measure when 'growth_rate' then 'growth' when 'share' then 'share' else 'amount' end
    """,
)
# Things and people are counted with many words (家 for 户, 名 for 人): any of them fits where one does.
COUNTED = ("count", "people", "counted noun", "containers")


@cache
def query_of(frame: str) -> str:
    """The SQL of a frame."""
    return files("expectations").joinpath("frames", f"{frame}.sql").read_text("utf-8")


def make_frame(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """Make a frame, a table of the catalogue ``frames``, and return its name. Raises what DuckDB raises, for instance where a table
    is missing."""
    if name in PREPARATIONS:
        PREPARATIONS[name](connection)
    table = f"frame_{name}"
    # What a query reads twice DuckDB would write down once with all its columns, sentences too, which takes longer.
    connection.execute("set disabled_optimizers = 'common_subplan'")
    try:
        connection.execute(f"create or replace table frames.{table} as {query_of(name)}")
    finally:
        connection.execute("reset disabled_optimizers")
    return table


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make what frames and the rows that fail rest on: ``failed_rows``, ``file_names``, the lexicon, the texts and
    rows of ``documents_to_check``.
    """
    connection.execute("attach if not exists ':memory:' as frames")
    connection.execute(failed_rows.DEFINITION)
    connection.execute(
        "create or replace temp table file_names as select document_id, min(file_name) as file_name "
        "from raw.documents where removed_at is null group by document_id"
    )
    restrict(connection)
    create_functions(connection)
    _prepare_lexicon(connection)


def create_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the functions of SQL that the frames call: those of words, ``level_of``, ``kind_of`` and
    ``differs_in_scope``."""
    create_word_functions(connection)
    of_scopes = files("expectations").joinpath("differs_in_scope.sql").read_text("utf-8")
    for function in (*FUNCTIONS, of_scopes):
        connection.execute(f"create or replace temp macro {function}")


def _prepare_lexicon(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary tables ``divisions``, ``unit_dimensions`` and ``indicator_dimensions``."""
    lexicon = files("zhibiao.lexicon")
    with lexicon.joinpath("divisions.csv").open(encoding="utf-8") as lines:
        divisions = [
            (row["division_code"], row["name"], int(row["start_year"]), int(row["end_year"] or 9999))
            for row in csv.DictReader(lines)
        ]
    with lexicon.joinpath("units.csv").open(encoding="utf-8") as lines:
        dimensions = {row["canonical_unit"]: row["dimension"] for row in csv.DictReader(lines)}
    _create(
        connection,
        "divisions",
        "division_code varchar, name varchar, start_year int, end_year int",
        divisions,
    )
    _create(connection, "unit_dimensions", "unit varchar, dimension varchar", list(dimensions.items()))
    _create(
        connection,
        "indicator_dimensions",
        "indicator_id varchar, canonical_unit varchar, dimensions varchar[]",
        _indicator_dimensions(dimensions),
    )
    _create_usual(connection)


def _create_usual(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``usual_rates``, ``usual_amounts``, ``usual_changes``, ``usual_directions``, ``usual_scales`` and ``usual_ratios``: what real reports have shown, with an empty cell as null."""
    for name, numbers in (
        ("usual_rates", ("lowest", "highest_target", "highest")),
        ("usual_amounts", ("lowest_power", "highest_power")),
        (
            "usual_changes",
            ("lowest", "highest", "highest_mean", "highest_target", "lowest_total", "highest_total"),
        ),
        ("usual_ratios", ("lowest", "highest")),
        ("usual_gaps", ("lowest", "highest")),
        ("usual_directions", ()),
        ("usual_scales", ("lowest_power", "highest_power")),
        ("ratios", ("factor",)),
        ("sums", ()),
        ("two_halves", ()),
    ):
        with files("expectations").joinpath(f"{name}.csv").open(encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        columns = [f"{column} {'double' if column in numbers else 'varchar'}" for column in rows[0]]
        _create(
            connection,
            name,
            ", ".join(columns),
            [tuple(cell or None for cell in row.values()) for row in rows],
        )


def _indicator_dimensions(dimensions: dict[str, str]) -> list[tuple[str, str, list[str]]]:
    """The dimensions that an amount of an indicator may have: its own unit's, and those declared beside."""
    with files("expectations").joinpath("fitting_units.csv").open(encoding="utf-8") as lines:
        further = {row["indicator_id"]: row["also_measured_in"].split(";") for row in csv.DictReader(lines)}
    with files("zhibiao.lexicon").joinpath("indicators.csv").open(encoding="utf-8") as lines:
        indicators = [(row["indicator_id"], row["canonical_unit"]) for row in csv.DictReader(lines)]
    fitting = []
    for indicator_id, unit in indicators:
        own = dimensions.get(unit, "count") if unit else "index"
        both = {own, *further.get(indicator_id, [])}
        fitting.append((indicator_id, unit, sorted(both | set(COUNTED) if both & set(COUNTED) else both)))
    return fitting


def prepare_set_aside_bounds(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary table ``set_aside_bounds``, of one row."""
    most = bounds()
    _create(
        connection,
        "set_aside_bounds",
        "most_percent double, at_least_documents bigint",
        [(most.percent, most.documents)],
    )


# What Python must find out before the query of a frame can run.
PREPARATIONS = {
    "documents": measure_texts,
    "identities": make_identities,
    "ledger_coverage": prepare_digit_runs,
    "raw_documents": measure_texts,
    "set_aside": prepare_set_aside_bounds,
}


def _create(
    connection: duckdb.DuckDBPyConnection, table: str, columns: str, rows: Sequence[tuple[object, ...]]
) -> None:
    """Replace a temporary table; ``columns`` are its names with their types."""
    connection.execute(f"create or replace temp table {table} ({columns})")
    insert(connection, table, ", ".join(column.split()[0] for column in columns.split(", ")), rows)
