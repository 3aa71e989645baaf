"""The rows that workbook and Stata file are made of, taken out of a database so that another process can write them.

They are a small part of it: the panel, sheets that are not too long, and the names that keys stand for. Whoever has them needs
the database no more, which others may write into meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from orchestration.exports.catalogue import Mart, Publication
from orchestration.exports.sheet_plans import LINKED, NAMES, PANEL, plan_sheets
from orchestration.storage.database import registered


@dataclass(frozen=True, slots=True)
class BookRows:
    """All marts of a publication, described, and of those that are written the rows, by name."""

    marts: Mapping[str, Mart]
    publication: Publication
    rows: Mapping[str, pa.Table]


def take_book_rows(
    connection: duckdb.DuckDBPyConnection, marts: Mapping[str, Mart], publication: Publication
) -> BookRows:
    """Take them out of a database, the published one or the working one, whose marts and last publication these are."""
    written = (plan.mart for plan in plan_sheets(marts) if plan.is_written)
    wanted: dict[str, tuple[str, ...]] = dict.fromkeys((PANEL, *written), ("*",))
    wanted |= {mart: (key, name) for mart, key, name, *_ in NAMES}
    wanted |= LINKED
    rows = {
        name: connection.execute(f"select {', '.join(columns)} from marts.{name}").to_arrow_table()
        for name, columns in wanted.items()
        if name in marts
    }
    return BookRows(marts, publication, rows)


@contextmanager
def opened_rows(taken: BookRows) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory that has them, under the names that they have in the one that they come from."""
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        for name, rows in taken.rows.items():
            with registered(connection, taken_rows=rows):
                connection.execute(f"create table marts.{name} as from taken_rows")
        yield connection
