"""Frames in, results out: the one place that speaks to Great Expectations.

Great Expectations judges a frame, a table of the catalogue ``frames``, by SQL where it lies: one statement counts for all
its checks together (see ``duckdb_dialect``). It can do so by a cursor, in a thread, while the next frame is made. Rows that
failed stay in the database too; only a sample of them is fetched. An exception inside an expectation is an error of the
check: never a row that failed, never a pass.
"""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from expectations.check import Check, CheckResult, Outcome
from expectations.deferred_imports import OF_GREAT_EXPECTATIONS, defer
from expectations.failed_rows import add_failed_rows, add_failure_of_the_whole

if TYPE_CHECKING:
    import duckdb

# The database in memory where frames lie: what is temporary only one connection sees, and not its cursors.
CATALOG = "frames"
# How many rows fail, and no values of them, for which it would look through the frame once a check: rows that failed are
# found here.
COUNTS_ALONE = {"result_format": "BASIC", "partial_unexpected_count": 0}
# The name under which Great Expectations sees each of them: an asset a frame would be written down each time.
SEEN_AS = "frame"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What Great Expectations says of a frame: how many rows it has and an answer a check, or the trace of what it raised."""

    rows: int
    answers: Sequence[Mapping[str, Any]] = ()
    trace: str | None = None


def validate(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check], frame: str) -> list[CheckResult]:
    """Run the checks of one frame; its rows that failed are added to ``failed_rows``."""
    return results_of(connection, checks, frame, judge(connection.cursor(), checks, frame))


def judge(cursor: duckdb.DuckDBPyConnection, checks: Sequence[Check], frame: str) -> Judgement:
    """Let Great Expectations judge a frame by a cursor of the connection that made it, which is closed then."""
    rows = 0
    try:
        with cursor:
            cursor.execute(f"use {CATALOG}")
            rows = _count(cursor, frame)
            return Judgement(rows, _run_suite(cursor, checks, frame) if rows else ())
    except Exception:
        return Judgement(rows, trace=traceback.format_exc())


def results_of(
    connection: duckdb.DuckDBPyConnection, checks: Sequence[Check], frame: str, judgement: Judgement
) -> list[CheckResult]:
    """What came of the checks of a frame, with the rows that failed in ``failed_rows``."""
    if judgement.trace is not None:
        return could_not_run(checks, judgement.trace)
    if not judgement.rows:
        return [_on_empty_frame(connection, check) for check in checks]
    return [
        _result(connection, check, answer, frame, judgement.rows)
        for check, answer in zip(checks, judgement.answers, strict=True)
    ]


def could_not_run(checks: Iterable[Check], trace: str) -> list[CheckResult]:
    """The result of checks whose frame or suite raised."""
    return [CheckResult(check, Outcome.ERROR, error=trace) for check in checks]


def _count(connection: duckdb.DuckDBPyConnection, frame: str) -> int:
    row = connection.execute(f'select count(*) from {CATALOG}."{frame}"').fetchone()
    return int(row[0]) if row else 0


def _on_empty_frame(connection: duckdb.DuckDBPyConnection, check: Check) -> CheckResult:
    """No row, no failure; but a check that counts rows speaks about an empty table too."""
    if check.expectation != "ExpectTableRowCountToBeBetween" or not check.arguments.get("min_value"):
        return CheckResult(check, Outcome.PASSED)
    return CheckResult(check, Outcome.FAILED, 0, 1, add_failure_of_the_whole(connection, check, 0))


def _run_suite(
    connection: duckdb.DuckDBPyConnection, checks: Sequence[Check], frame: str
) -> list[Mapping[str, Any]]:
    """The raw result of each check, in their order."""
    frames = _frames()
    import great_expectations
    from great_expectations import expectations as library

    from expectations.duckdb_dialect import lent

    suite = great_expectations.ExpectationSuite(
        checks[0].frame,
        expectations=[
            getattr(library, check.expectation)(**check.arguments, meta={"check": check.name})
            for check in checks
        ],
    )
    connection.execute(f'create or replace temp view {SEEN_AS} as from {CATALOG}."{frame}"')
    with lent(connection):
        batch = frames.get_batch()
        validated = batch.validate(suite, result_format=COUNTS_ALONE)
    answers: list[dict[str, Any]] = [dict(result.to_json_dict()) for result in validated.results]
    by_name = {answer["expectation_config"]["meta"]["check"]: answer for answer in answers}
    return [by_name[check.name] for check in checks]


def make_ready() -> None:
    """Import Great Expectations and make its source now rather than with the first check."""
    _frames()


@cache
def _frames() -> Any:
    """Great Expectations' batch definition of a frame, made once a process: each frame in turn is seen under its name."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    import duckdb

    defer(OF_GREAT_EXPECTATIONS)
    import great_expectations
    from great_expectations.data_context.types.base import ProgressBarsConfig

    from expectations.duckdb_dialect import URL, lent

    context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_sql(CATALOG, connection_string=URL)
    with duckdb.connect() as connection, lent(connection):
        connection.execute(f"create view {SEEN_AS} as select 1 as nothing")
        return source.add_table_asset(SEEN_AS, table_name=SEEN_AS).add_batch_definition_whole_table(SEEN_AS)


def _result(
    connection: duckdb.DuckDBPyConnection, check: Check, outcome: Mapping[str, Any], frame: str, rows: int
) -> CheckResult:
    """Great Expectations' answer in our words."""
    trace = _exception(outcome["exception_info"])
    if trace is not None:
        return CheckResult(check, Outcome.ERROR, error=trace)
    details = outcome["result"]
    checked = int(details.get("element_count", rows)) - int(details.get("missing_count") or 0)
    if outcome["success"]:
        return CheckResult(check, Outcome.PASSED, checked=checked)
    failed = details.get("unexpected_count")
    try:
        if failed is None:
            sample = add_failure_of_the_whole(connection, check, details.get("observed_value"))
            return CheckResult(check, Outcome.FAILED, rows, 1, sample)
        sample = add_failed_rows(connection, check, frame, int(failed))
    except Exception:
        return CheckResult(check, Outcome.ERROR, error=traceback.format_exc())
    return CheckResult(check, Outcome.FAILED, checked, int(failed), sample)


def _exception(info: Mapping[str, Any]) -> str | None:
    """The trace of an exception inside the expectation; Great Expectations nests it by metric."""
    if "raised_exception" in info:
        return str(info.get("exception_traceback")) if info["raised_exception"] else None
    traces = [
        str(entry.get("exception_traceback")) for entry in info.values() if entry.get("raised_exception")
    ]
    return "\n".join(dict.fromkeys(traces)) or None
