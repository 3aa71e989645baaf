"""Short connections to the working database, and rows into it by way of Arrow."""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from expectations.published_before import says_damaged
from orchestration.storage.tables import Table, tables

# A person who looks at the working database, or the last breath of a killed run, holds it for seconds.
PATIENCE_SECONDS = 60.0

# Sorts and joins of more than this go to the disk. What DuckDB would take unasked is four fifths of the machine.
LEAST_MEMORY_BYTES = 800_000_000
_log = logging.getLogger("zhibiao")


@contextmanager
def connect(path: Path, *, patience: float = PATIENCE_SECONDS) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the working database for writing, with every table of ``tables.yml`` in it.

    Waits ``patience`` seconds for another process to let go of it, then raises ``duckdb.IOException``. Where it
    turns out to be damaged only while it is read, it is put aside and the error goes on: the next run makes it anew.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = _open(path, patience)
    try:
        _configure(connection, path)
        # A commit writes to the log alone; the database is written out when the connection is closed.
        connection.execute("SET checkpoint_threshold = '1GB'")
        with transaction(connection):
            _create_tables(connection)
        yield connection
    except duckdb.Error as error:
        connection.close()
        if says_damaged(error) and not isinstance(error, duckdb.InternalException):
            _put_aside(path, error)
        raise
    finally:
        connection.close()


@contextmanager
def look(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the working database for reading, beside whoever else reads it.

    Raises ``duckdb.IOException`` where somebody writes.
    """
    with duckdb.connect(str(path), read_only=True) as connection:
        _configure(connection, path)
        yield connection


def _configure(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET enable_progress_bar = false")
    limit_memory(connection, path)


def _open(path: Path, patience: float) -> duckdb.DuckDBPyConnection:
    give_up = time.monotonic() + patience
    told = False
    while True:
        try:
            return duckdb.connect(str(path))
        except duckdb.Error as error:
            # The path in the refusal of a file that is held may have any word in it.
            if says_damaged(error) and not _is_held(error):
                _put_aside(path, error)
                continue
            if not _is_held(error) or time.monotonic() > give_up:
                raise
            if not told:
                _log.warning("waiting for somebody who has %s open: %s", path, _holder(error))
                told = True
            time.sleep(0.2)


def limit_memory(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Let a connection hold as many bytes in memory as the file of its database has, and ``LEAST_MEMORY_BYTES``
    at least.

    The limit grows with the rows, so that a statement whose state cannot go to the disk finds room; it is never
    above what DuckDB takes by itself.
    """
    wanted = max(LEAST_MEMORY_BYTES, database.stat().st_size)
    connection.execute(f"SET memory_limit = '{min(wanted, _machine_share())}B'")


def _machine_share() -> int:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * 4 // 5


def _is_held(error: duckdb.Error) -> bool:
    return "Could not set lock" in str(error) or "Conflicting lock" in str(error)


def _holder(error: duckdb.Error) -> str:
    """Return the program that DuckDB names in its refusal."""
    found = re.search(r"Conflicting lock is held in (.+?)(?: by user .+?)?\.? See", str(error))
    return found[1] if found else "another process"


def _put_aside(path: Path, error: duckdb.Error) -> None:
    """Move a database that cannot be opened out of the way: all that it held is made anew from the raw files."""
    aside = path.with_name(f"{path.name}.damaged")
    os.replace(path, aside)
    log = path.with_name(f"{path.name}.wal")
    if log.exists():
        os.replace(log, aside.with_name(f"{aside.name}.wal"))
    _log.warning("%s cannot be read (%s); it lies at %s now, and a run makes it anew", path, error, aside)


def _create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that are missing, and give those of an older shape their present columns."""
    existing: dict[str, dict[str, str]] = {}
    for name, column, type_name in connection.execute(
        "SELECT schema_name || '.' || table_name, column_name, data_type FROM duckdb_columns()"
        " WHERE NOT internal"
    ).fetchall():
        existing.setdefault(name, {})[column] = type_name
    for table in tables():
        present = existing.get(table.name)
        if present is None:
            _execute_all(connection, table.ddl())
        elif list(present) != [column.name for column in table.columns]:
            _reshape(connection, table, [column.name for column in table.columns if column.name in present])


def _reshape(connection: duckdb.DuckDBPyConnection, table: Table, kept: list[str]) -> None:
    # A view of rows that lie elsewhere is made anew by whoever made it.
    if make_table_of_view(connection, table):
        return
    schema_name, bare_name = table.name.split(".")
    former = f"{bare_name}_former"
    connection.execute(f"ALTER TABLE {table.name} RENAME TO {former}")
    _execute_all(connection, table.ddl())
    if kept:
        connection.execute(
            f"INSERT INTO {table.name} BY NAME SELECT {', '.join(kept)} FROM {schema_name}.{former}"
        )
    connection.execute(f"DROP TABLE {schema_name}.{former}")


def make_table_of_view(connection: duckdb.DuckDBPyConnection, table: Table) -> bool:
    """Make an empty table in place of a view; return whether there was one."""
    if not is_view(connection, table.name):
        return False
    connection.execute(f"DROP VIEW {table.name}")
    _execute_all(connection, table.ddl())
    return True


def is_view(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Return whether ``schema.name`` of the database is a view and no table."""
    found = connection.execute(
        "SELECT 1 FROM duckdb_views() WHERE database_name = current_database()"
        " AND schema_name || '.' || view_name = ?",
        [name],
    ).fetchone()
    return found is not None


def quoted(path: Path) -> str:
    """Return a path as a string of SQL, for ATTACH and COPY, whatever signs are in it."""
    return "'" + str(path).replace("'", "''") + "'"


def _execute_all(connection: duckdb.DuckDBPyConnection, statements: list[str]) -> None:
    for statement in statements:
        connection.execute(statement)


def insert(connection: duckdb.DuckDBPyConnection, table_name: str, rows: pa.Table) -> None:
    """Append an Arrow table whose columns are those of the database's table, by name."""
    if rows.num_rows == 0:
        return
    with registered(connection, incoming_rows=rows):
        connection.execute(f"INSERT INTO {table_name} BY NAME SELECT * FROM incoming_rows")


@contextmanager
def registered(connection: duckdb.DuckDBPyConnection, **rows: pa.Table) -> Iterator[None]:
    """Let the statements of the block see Arrow tables under these names."""
    for name, table in rows.items():
        connection.register(name, table)
    try:
        yield
    finally:
        for name in rows:
            connection.unregister(name)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All statements of the block take effect, or none does."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


class Counts(dict[str, int]):
    """The rows of tables and views by name, each counted when it is first asked for: some views take as long as to make
    them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, table_name: str) -> int:
        self[table_name] = rows = count(self._connection, table_name)
        return rows


def count(connection: duckdb.DuckDBPyConnection, table_name: str) -> int:
    """Return the number of rows of a table."""
    row = connection.execute(f"SELECT count(*) FROM {table_name}").fetchone()
    assert row is not None
    return int(row[0])
