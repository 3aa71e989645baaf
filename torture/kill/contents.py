"""What a published file and the exports beside it say, as a hash for each table, without times and names of runs."""

from __future__ import annotations

from pathlib import Path

import duckdb

Contents = dict[str, str]

# What tells of runs and versions, and when, rather than of the reports.
OF_RUNS = {"marts.publications", "marts.changes", "quality.check_history", "quality.resolved_findings"}
TIMES = {
    "landed_at",
    "modified_ns",
    "changed_ns",
    "removed_at",
    "checked_at",
    "run_id",
    "first_seen_run_id",
    "first_seen_at",
}
# It is of the clock: what it finds is an entry of its own, which is another one while the clock is wrong.
OF_THE_CLOCK = "landed_in_the_past"
CLOCK = " of the clock"
# They compare with what was published before, which is nothing for a run from nothing.
WITH_BEFORE = ("figures_have_not_vanished", "few_documents_are_set_aside")


def contents(published: Path) -> Contents:
    """Return a hash for each table. Raises ``duckdb.Error`` where the file is not whole."""
    found: Contents = {}
    with duckdb.connect(str(published), read_only=True) as connection:
        for table, columns in connection.execute(
            "select schema_name || '.' || table_name, list(column_name order by column_index)"
            " from duckdb_columns() where not internal group by all"
        ).fetchall():
            if table in OF_RUNS:
                continue
            kept = ", ".join(f'"{name}"' for name in columns if name not in TIMES)
            found[table] = _hash(connection, table, kept, _condition(table, columns))
            if "check_name" in columns:
                found[table + CLOCK] = _hash(connection, table, kept, f"check_name = '{OF_THE_CLOCK}'")
    return found


def _hash(connection: duckdb.DuckDBPyConnection, table: str, columns: str, condition: str) -> str:
    return repr(
        connection.execute(
            f"select count(*), bit_xor(hash(one)), sum(hash(one)) from"
            f" (select {columns} from {table} where {condition}) as one"
        ).fetchone()
    )


def _condition(table: str, columns: list[str]) -> str:
    if table == "raw.documents":
        return "removed_at is null"
    left_out = (OF_THE_CLOCK, *(WITH_BEFORE if table == "quality.check_results" else ()))
    return f"check_name not in {left_out}".replace(",)", ")") if "check_name" in columns else "true"


def without_the_clock(found: Contents) -> Contents:
    """Return what is the same whatever the clock says."""
    return {name: rows for name, rows in found.items() if not name.endswith(CLOCK)}


def state_of_exports(exports: Path) -> Contents:
    """Return the rows of each Parquet file. Raises ``duckdb.Error`` where one is not whole."""
    with duckdb.connect() as connection:
        return {
            path.stem: str(connection.execute("select count(*) from read_parquet(?)", [str(path)]).fetchone())
            for path in sorted(exports.rglob("*.parquet"))
            if f"marts.{path.stem}" not in OF_RUNS
        }
