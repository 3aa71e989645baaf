"""The published marts as data: tables and columns with their descriptions, for every export alike."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import duckdb

from orchestration.storage.database import limit_memory, quoted

# A term in brackets that holds a Chinese character, as in "Low end of the target (目标下限)".
CHINESE_TERM = re.compile(r"\s*[(（]([^()（）]*[\u4e00-\u9fff][^()（）]*)[)）]")
LONGEST_HEADING = 24
# The published file has no constraint that says so: DuckDB 1.0 cannot read the indexes that later ones write.
PRIMARY_KEY = re.compile(r"Key \(主键\): (\w+(?:, \w+)*)\.")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a mart. ``comment`` describes it in English, with the Chinese term where there is one."""

    name: str
    data_type: str
    comment: str
    is_nullable: bool

    @property
    def is_decimal(self) -> bool:
        """Whether it holds exact decimals."""
        return self.data_type.startswith("DECIMAL")

    @property
    def is_text(self) -> bool:
        """Whether it holds text."""
        return self.data_type == "VARCHAR"

    @property
    def chinese_term(self) -> str:
        """The Chinese term in the comment, or nothing."""
        found = CHINESE_TERM.search(self.comment)
        return found.group(1).strip() if found and len(found.group(1)) <= LONGEST_HEADING else ""


@dataclass(frozen=True, slots=True)
class Mart:
    """A published mart with its columns in order."""

    name: str
    comment: str
    row_count: int
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Schema and name, as SQL has it."""
        return f"marts.{self.name}"

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    @property
    def order_clause(self) -> str:
        """An ``order by`` that puts rows in an order that means something, the same in every run."""
        order = ["region_code", "plan_year", "year", "document_id", "char_start", "char_end", "indicator_id"]
        readable = [name for name in order if name in self.column_names]
        # Without a key, only all columns together are sure to tell two rows apart.
        telling = self.primary_key or self.column_names
        return f"order by {', '.join(dict.fromkeys([*readable, *telling]))}"


@dataclass(frozen=True, slots=True)
class Publication:
    """A state of the warehouse that can be cited: its version and when it was published first."""

    version: str
    published_at: datetime | None


@contextmanager
def opened(database: Path, out: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database for reading; what its sorts cannot hold in memory goes beside ``out``, not beside the file."""
    with duckdb.connect(database, read_only=True) as connection:
        limit_memory(connection, database)
        connection.execute(f"SET temp_directory = {quoted(out.with_name(f'{out.name}-{os.getpid()}.tmp'))}")
        yield connection


def read_publication(connection: duckdb.DuckDBPyConnection) -> Publication:
    """The last publication that the database knows of."""
    known = connection.execute(
        "select 1 from duckdb_tables() where schema_name = 'marts' and table_name = 'publications'"
    ).fetchone()
    last = (
        known
        and connection.execute(
            "select version, published_at from marts.publications order by published_at desc limit 1"
        ).fetchone()
    )
    return Publication(*last) if last else Publication("unpublished", None)


def read_marts(connection: duckdb.DuckDBPyConnection) -> dict[str, Mart]:
    """All tables of the schema ``marts`` by name, in the order of their names; in the working database some are views."""
    comments = dict(
        connection.execute(
            "select table_name, coalesce(comment, '') from duckdb_tables() where schema_name = 'marts'"
            " union all select view_name, coalesce(comment, '') from duckdb_views() where schema_name = 'marts'"
        ).fetchall()
    )
    columns = _columns(connection)
    return {
        name: Mart(name, comment, _row_count(connection, name), columns[name], _primary_key(comment))
        for name, comment in sorted(comments.items())
    }


def _primary_key(comment: str) -> tuple[str, ...]:
    """The columns that a table's comment says are its key, which dbt tests in every run."""
    found = PRIMARY_KEY.search(comment)
    return tuple(found.group(1).split(", ")) if found else ()


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[Column, ...]]:
    """The columns of every table, by its name: DuckDB looks at those of all tables, however few are asked for."""
    rows = connection.execute(
        """
        select table_name, column_name, data_type, coalesce(comment, ''), is_nullable from duckdb_columns()
        where schema_name = 'marts' order by table_name, column_index
        """
    ).fetchall()
    return {
        table: tuple(Column(*column) for _, *column in of_table)
        for table, of_table in groupby(rows, key=itemgetter(0))
    }


def _row_count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    counted = connection.execute(f'select count(*) from marts."{table}"').fetchone()
    return int(counted[0]) if counted else 0
