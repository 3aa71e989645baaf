"""DuckDB as SQLAlchemy, and through it Great Expectations, sees it: as much as validating a table needs.

There is one connection, a cursor of the caller's: a second connection to a file that is open for writing would have to wait
for it. ``lent`` lends it for a while. Great Expectations reads a result only
after it has rolled back and asked for the next, so that a cursor keeps its rows; nothing here writes, so that there
is nothing to commit or to roll back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb
from sqlalchemy import types
from sqlalchemy.dialects import registry
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.pool import NullPool

URL = "duckdb://"
_lent: list[duckdb.DuckDBPyConnection] = []


@contextmanager
def lent(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let SQLAlchemy use a connection while the block lasts."""
    _lent.append(connection)
    try:
        yield
    finally:
        _lent.pop()


class Cursor:
    """A cursor of DB-API 2.0 that has read all rows of its query: they are few, counts and samples."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._rows: list[tuple[Any, ...]] = []
        self.description: list[Any] | None = None
        self.rowcount = -1
        self.arraysize = 1

    def execute(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Run a statement; raises what DuckDB raises."""
        self._connection.execute(statement, list(parameters))
        self.description = list(self._connection.description or [])
        self._rows = self._connection.fetchall()

    def fetchone(self) -> tuple[Any, ...] | None:
        """Return the next row."""
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> list[tuple[Any, ...]]:
        """Return the next rows."""
        taken, self._rows = self._rows[:size], self._rows[size:]
        return taken

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return the rows that are left."""
        return self.fetchmany(len(self._rows))

    def close(self) -> None:
        """Forget the rows."""
        self._rows = []


class Connection:
    """The lent connection as DB-API 2.0 has it; closing it leaves the caller's connection open."""

    def cursor(self) -> Cursor:
        """Return a cursor on the connection that is lent now."""
        if not _lent:
            raise duckdb.ConnectionException("no connection is lent to SQLAlchemy")
        return Cursor(_lent[-1])

    def commit(self) -> None:
        """Nothing was written."""

    def rollback(self) -> None:
        """Nothing was written."""

    def close(self) -> None:
        """The connection is the caller's."""


class DuckDBDialect(DefaultDialect):
    """The dialect of ``duckdb://``: statements with question marks, and the columns of a table by name."""

    name = "duckdb"
    driver = "duckdb"
    default_paramstyle = "qmark"
    supports_statement_cache = True
    supports_native_boolean = True

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the module whose exceptions SQLAlchemy is to know."""
        return duckdb

    @classmethod
    def get_pool_class(cls, url: Any) -> type[NullPool]:
        """Ask for the lent connection each time."""
        return NullPool

    def connect(self, *arguments: Any, **options: Any) -> Any:
        """Return the lent connection."""
        return Connection()

    def initialize(self, connection: Any) -> None:
        """Nothing has to be asked of the server: there is none."""

    def has_table(self, connection: Any, table_name: str, schema: str | None = None, **options: Any) -> bool:
        """Return whether there is such a table or view."""
        return bool(self._column_names(connection, table_name))

    def get_columns(self, connection: Any, table_name: str, schema: str | None = None, **options: Any) -> Any:
        """Return the names of a table's columns; their types are DuckDB's matter."""
        return [
            {"name": name, "type": types.NullType(), "nullable": True, "default": None}
            for name in self._column_names(connection, table_name)
        ]

    def _column_names(self, connection: Any, table_name: str) -> list[str]:
        rows = connection.exec_driver_sql(
            "select column_name from duckdb_columns() where table_name = ? and database_name in (current_database(), 'temp') "
            "order by column_index",
            (table_name,),
        )
        return [row[0] for row in rows]


registry.register("duckdb", __name__, "DuckDBDialect")
