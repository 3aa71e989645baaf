"""The published database, opened for reading, and what is in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

import duckdb
from rapidfuzz import process

from zhibiao.commands.complaints import ComplaintError

# Bare names are looked for in this order: ``fact_targets`` is ``marts.fact_targets``.
SCHEMAS = ("marts", "quality", "raw")
LONGEST_SENTENCE = 100


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the published file with its columns and what its comment says."""

    schema: str
    name: str
    comment: str
    columns: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Schema and name, as SQL has it."""
        return f"{self.schema}.{self.name}"


def database_path(database: Path | None) -> Path:
    """The file to read: the one that was named, or the one that ``make warehouse`` publishes."""
    return database or Path(os.environ.get("ZHIBIAO_DATA", "data")) / "zhibiao.duckdb"


@contextmanager
def published(database: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the published file; raises ``ComplaintError`` where there is none."""
    path = database_path(database)
    if not path.exists():
        raise ComplaintError(
            f"there is no warehouse at {path}",
            "`make warehouse` makes one from the reports in raw/; --database or ZHIBIAO_DATA name another. "
            "`zhibiao extract FILE` needs none.",
        )
    try:
        # An extension is never fetched: a query must not reach for the network.
        connection = duckdb.connect(path, read_only=True, config={"autoinstall_known_extensions": "false"})
    except duckdb.Error as failure:
        raise ComplaintError(f"{path} cannot be opened: {first_line(failure)}") from failure
    with connection:
        present = {
            schema for (schema,) in connection.execute("select schema_name from duckdb_schemas()").fetchall()
        }
        connection.execute("set search_path = ?", [",".join(s for s in SCHEMAS if s in present) or "main"])
        yield connection


def tables(connection: duckdb.DuckDBPyConnection) -> list[Table]:
    """The published tables, marts first, each with its columns in order."""
    rows = connection.execute(
        """
        select columns.schema_name, columns.table_name, any_value(relations.comment),
            list(columns.column_name order by columns.column_index)
        from duckdb_columns() as columns
        left join (
            select schema_name, table_name, comment from duckdb_tables()
            union all
            select schema_name, view_name, comment from duckdb_views()
        ) as relations using (schema_name, table_name)
        where not columns.internal and list_contains(?, columns.schema_name)
        group by all
        """,
        [list(SCHEMAS)],
    ).fetchall()
    found = [Table(schema, name, comment or "", tuple(columns)) for schema, name, comment, columns in rows]
    return sorted(found, key=lambda table: (SCHEMAS.index(table.schema), table.name))


def find_table(connection: duckdb.DuckDBPyConnection, name: str) -> Table:
    """The table called ``name``, with or without its schema."""
    present = tables(connection)
    for table in present:
        if name.lower() in (table.name.lower(), table.full_name.lower()):
            return table
    raise ComplaintError(f"there is no table {name}", table_list(present, name))


def table_list(present: Sequence[Table], wanted: str = "") -> str:
    """The tables as lines for a person, with the ones nearest to ``wanted`` named first."""
    near = nearest(wanted.rsplit(".", 1)[-1], [table.name for table in present]) if wanted else []
    guess = f"Did you mean {' or '.join(near[:2])}?\n" if near else ""
    lines = [f"  {table.full_name:32} {first_sentence(table.comment)}".rstrip() for table in present]
    return f"{guess}Tables:\n" + "\n".join(lines)


def nearest(wanted: str, names: Sequence[str], limit: int = 5, cutoff: float = 45) -> list[str]:
    """The names most like ``wanted`` (rapidfuzz's score of 0 to 100), best first."""
    return [name for name, _, _ in process.extract(wanted, names, limit=limit, score_cutoff=cutoff)]


def first_line(failure: Exception) -> str:
    """The first line of an error of DuckDB, without the name of its kind."""
    line = str(failure).split("\n", 1)[0]
    return line.split(" Error: ", 1)[-1]


def first_sentence(comment: str) -> str:
    """The first sentence of a comment, or as much of it as a list has room for."""
    sentence = comment.replace("\n", " ").split(". ", 1)[0].split("。", 1)[0].strip().rstrip(".")
    return shorten(sentence, LONGEST_SENTENCE, placeholder=" …")
