"""The code that the models were built with last: what is built document by document is built anew by other code."""

from __future__ import annotations

import duckdb

from orchestration.storage.database import transaction

TABLE = "intermediate.built_with"
# The documents and provinces whose rows have passed every test, each with the state that they were in.
CONFORMING = "intermediate.conforming"


def built_with(connection: duckdb.DuckDBPyConnection) -> str | None:
    """Return the code of the last build that went through, None where there was none."""
    _create(connection)
    row = connection.execute(f"SELECT code FROM {TABLE}").fetchone()
    return None if row is None else str(row[0])


def note_built_with(connection: duckdb.DuckDBPyConnection, code: str) -> None:
    """Note the code of a build that went through, and the states of what all of its tests have passed."""
    _create(connection)
    with transaction(connection):
        forget_built_with(connection)
        connection.execute(f"INSERT INTO {TABLE} VALUES (?)", [code])
        for made_by, made_of in (("document", "document_id"), ("province", "province")):
            connection.execute(
                f"INSERT INTO {CONFORMING} SELECT '{made_by}', {made_of}, {made_by}_state"
                f" FROM intermediate.int_{made_by}_states"
            )


def forget_built_with(connection: duckdb.DuckDBPyConnection) -> None:
    """Note that rows may have been made by other code, or not have been tested."""
    _create(connection)
    for table in (TABLE, CONFORMING):
        connection.execute(f"DELETE FROM {table}")


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE SCHEMA IF NOT EXISTS intermediate")
    connection.execute(f"CREATE TABLE IF NOT EXISTS {TABLE} (code VARCHAR)")
    connection.execute(
        f"CREATE TABLE IF NOT EXISTS {CONFORMING} (made_by VARCHAR, made_of VARCHAR, state UBIGINT)"
    )
