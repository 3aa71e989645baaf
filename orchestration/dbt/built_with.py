"""The code that the models were built with last: what is built document by document is built anew by other code."""

from __future__ import annotations

import duckdb

from orchestration.storage.database import transaction

TABLE = "intermediate.built_with"


def built_with(connection: duckdb.DuckDBPyConnection) -> str | None:
    """Return the code of the last build that went through, None where there was none."""
    _create(connection)
    row = connection.execute(f"SELECT code FROM {TABLE}").fetchone()
    return None if row is None else str(row[0])


def note_built_with(connection: duckdb.DuckDBPyConnection, code: str) -> None:
    """Note the code of a build that went through."""
    _create(connection)
    with transaction(connection):
        connection.execute(f"DELETE FROM {TABLE}")
        connection.execute(f"INSERT INTO {TABLE} VALUES (?)", [code])


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE SCHEMA IF NOT EXISTS intermediate")
    connection.execute(f"CREATE TABLE IF NOT EXISTS {TABLE} (code VARCHAR)")
