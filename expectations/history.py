"""The tables of quality that people query: what the last run found, and what earlier runs did.

``quality.findings`` and ``quality.check_results`` tell of the last run; ``quality.resolved_findings`` and
``quality.check_history`` keep what was. They live in the working database and travel with every publication,
from which they are taken back when the working database is new.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from expectations.check import CheckResult
from expectations.published_before import CATALOG, attached
from expectations.reviews import SAME_FINDING, make_reviews
from expectations.rows import insert
from expectations.storage import FINDING_COLUMNS, load

if TYPE_CHECKING:
    import duckdb

FINDING = (
    "layer varchar, check_name varchar, severity varchar, file_name varchar, document_id varchar, "
    "char_start bigint, char_end bigint, quote varchar, message varchar, run_id varchar, "
    "checked_at timestamptz, first_seen_run_id varchar, first_seen_at timestamptz, review varchar, review_note varchar, "
    "occurrences bigint, other_places varchar, advice varchar"
)
RESULT = (
    "run_id varchar, checked_at timestamptz, layer varchar, table_name varchar, check_name varchar, "
    "title_zh varchar, title_en varchar, severity varchar, scope varchar, quarantines boolean, outcome varchar, "
    "checked_count bigint, failed_count bigint, sample varchar, reason varchar, error_message varchar"
)
TABLES = {
    "findings": FINDING,
    "resolved_findings": f"{FINDING}, resolved_run_id varchar, resolved_at timestamptz",
    "check_results": RESULT,
    "check_history": RESULT,
}
COMMENTS = {
    "findings": "What a person should look at (数据质量发现), as of the last run",
    "resolved_findings": "Findings of earlier runs that are no more (已消除的发现)",
    "check_results": "The checks of the last run (检查结果); sample is JSON",
    "check_history": "The checks of every run (历次检查结果)",
}
# Two findings of different runs are the same one where these agree.
SAME = " and ".join(
    f"previous.{column} is not distinct from findings.{column}"
    for column in ("check_name", "document_id", "file_name", "char_start", "char_end", "message")
)


def record(
    connection: duckdb.DuckDBPyConnection,
    results: Sequence[CheckResult] | None = None,
    *,
    run_id: str,
    checked_at: datetime,
    published: Path | None,
) -> None:
    """Write the run's results and findings into ``quality``; once a run, after the marts were checked.

    Without ``results`` those that the layers' checks kept are taken. ``published`` is the file published
    before.
    """
    connection.execute("create schema if not exists quality")
    _carry_over(connection, published)
    kept = load(connection) if results is None else list(results)
    _record_findings(connection, run_id, checked_at)
    connection.execute("delete from quality.check_results")
    connection.execute("delete from quality.check_history where run_id = ?", [run_id])
    names = ", ".join(column.split()[0] for column in RESULT.split(", "))
    rows = [_row(result, run_id, checked_at) for result in kept]
    insert(connection, "quality.check_results", names, rows)
    insert(connection, "quality.check_history", names, rows)


def _carry_over(connection: duckdb.DuckDBPyConnection, published: Path | None) -> None:
    """Make the tables that are missing, with what the published file holds of them."""
    missing = [name for name in TABLES if not _exists(connection, connection_catalog(connection), name)]
    for name in missing:
        connection.execute(f"create table quality.{name} ({TABLES[name]})")
        connection.execute(f"comment on table quality.{name} is '{COMMENTS[name]}'")
    for name in ("check_results", "check_history"):
        # Tables of a time before checks had a scope.
        connection.execute(f"alter table quality.{name} add column if not exists scope varchar")
    for name in ("findings", "resolved_findings"):
        # Tables of a time before findings were reviewed, and before those of one cause were one.
        for column in (
            "review varchar",
            "review_note varchar",
            "occurrences bigint",
            "other_places varchar",
            "advice varchar",
        ):
            connection.execute(f"alter table quality.{name} add column if not exists {column}")
    if not missing:
        return
    with attached(connection, published) as obstacle:
        for name in missing if obstacle is None else ():
            if _exists(connection, CATALOG, name):
                connection.execute(
                    f"insert into quality.{name} by name select * from {CATALOG}.quality.{name}"
                )


def connection_catalog(connection: duckdb.DuckDBPyConnection) -> str:
    """The name under which DuckDB knows the database of a connection."""
    row = connection.execute("select current_database()").fetchone()
    return str(row[0]) if row else ""


def _exists(connection: duckdb.DuckDBPyConnection, catalog: str, table: str) -> bool:
    return bool(
        connection.execute(
            "select 1 from duckdb_tables() where database_name = ? and schema_name = 'quality' and "
            "table_name = ?",
            [catalog, table],
        ).fetchone()
    )


def _record_findings(connection: duckdb.DuckDBPyConnection, run_id: str, checked_at: datetime) -> None:
    """Replace the findings; those seen before keep when they were first seen, those gone move aside."""
    run = {"run_id": run_id, "checked_at": checked_at}
    connection.execute("create or replace temp table previous_findings as from quality.findings")
    connection.execute(
        f"""
        insert into quality.resolved_findings by name
        select previous.*, $run_id as resolved_run_id, $checked_at::timestamptz as resolved_at
        from previous_findings as previous
        where not exists (select 1 from checked.findings as findings where {SAME})
        """,
        run,
    )
    connection.execute("delete from quality.findings")
    make_reviews(connection)
    connection.execute(
        f"""
        insert into quality.findings by name
        select
            {", ".join(f"findings.{column}" for column in FINDING_COLUMNS.split(", "))},
            $run_id as run_id,
            $checked_at::timestamptz as checked_at,
            coalesce(any_value(previous.first_seen_run_id), $run_id) as first_seen_run_id,
            coalesce(any_value(previous.first_seen_at), $checked_at::timestamptz) as first_seen_at,
            any_value(reviews.verdict) as review,
            any_value(reviews.note) as review_note
        from checked.findings as findings
        left join previous_findings as previous on {SAME}
        left join reviews on {SAME_FINDING}
        group by all
        """,
        run,
    )
    connection.execute("drop table previous_findings")


def _row(result: CheckResult, run_id: str, checked_at: datetime) -> tuple[object, ...]:
    check = result.check
    return (
        run_id, checked_at, check.layer, check.table, check.name, check.title_zh, check.title_en,
        str(check.severity), str(check.scope), check.quarantine, str(result.outcome), result.checked, result.failed,
        json.dumps(result.sample, ensure_ascii=False), check.reason, result.error,
    )  # fmt: skip
