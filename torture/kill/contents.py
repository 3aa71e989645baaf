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
            rows = connection.execute(
                f"select count(*), bit_xor(hash(one)), sum(hash(one)) from"
                f" (select {kept} from {table} where {_condition(table)}) as one"
            ).fetchone()
            found[table] = repr(rows)
    return found


def _condition(table: str) -> str:
    if table == "raw.documents":
        return "removed_at is null"
    return f"check_name not in {WITH_BEFORE}" if table == "quality.check_results" else "true"


def state_of_exports(exports: Path) -> Contents:
    """Return the rows of each Parquet file. Raises ``duckdb.Error`` where one is not whole."""
    with duckdb.connect() as connection:
        return {
            path.stem: str(connection.execute("select count(*) from read_parquet(?)", [str(path)]).fetchone())
            for path in sorted(exports.rglob("*.parquet"))
            if f"marts.{path.stem}" not in OF_RUNS
        }
