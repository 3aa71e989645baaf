"""Run the checks of a layer on the working database, and keep what came of them there.

Beside the check results, ``check_extracted`` writes what dbt builds on: the figures to be quarantined and the
figures that a declared correction changes.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from expectations.catalogue import checks_of
from expectations.check import Check, CheckResult, Outcome
from expectations.corrections import apply_corrections
from expectations.engine import could_not_run, validate
from expectations.frames import frame, prepare_lexicon
from expectations.history import record
from expectations.storage import load, replace_failures, save

if TYPE_CHECKING:
    import duckdb

__all__ = ["check_extracted", "check_marts", "check_raw", "exit_code", "load", "record"]


def check_raw(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Check ``raw.documents`` and take over ``raw.landing_findings``."""
    return _check(connection, "raw")


def check_extracted(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Check ``extracted.*``; write ``checked.figure_failures`` and ``checked.corrected_figures`` for dbt."""
    apply_corrections(connection)
    results = _run(connection, "extracted")
    replace_failures(connection, results)
    save(connection, "extracted", results)
    return results


def check_marts(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """Check the marts and ``quality.*`` that dbt has built, against the layers before."""
    return _check(connection, "marts")


def exit_code(results: Iterable[CheckResult]) -> int:
    """2 where a check could not run, 1 where one of error severity failed, else 0 (warnings too)."""
    outcomes = list(results)
    if any(result.outcome is Outcome.ERROR for result in outcomes):
        return 2
    return 1 if any(result.blocks for result in outcomes) else 0


def _check(connection: duckdb.DuckDBPyConnection, layer: str) -> list[CheckResult]:
    results = _run(connection, layer)
    save(connection, layer, results)
    return results


def _run(connection: duckdb.DuckDBPyConnection, layer: str) -> list[CheckResult]:
    """The results of a layer's checks, frame by frame: one frame in memory at a time."""
    file_names = dict(
        connection.execute(
            "select document_id, min(file_name) from raw.documents where removed_at is null group by "
            "document_id"
        ).fetchall()
    )
    by_frame = sorted(checks_of(layer), key=lambda check: check.frame)
    prepare_lexicon(connection)
    results: list[CheckResult] = []
    for name, group in groupby(by_frame, key=lambda check: check.frame):
        results += _check_frame(connection, name, list(group), file_names)
    order = {check.name: position for position, check in enumerate(checks_of(layer))}
    return sorted(results, key=lambda result: order[result.name])


def _check_frame(
    connection: duckdb.DuckDBPyConnection, name: str, checks: Sequence[Check], file_names: dict[str, str]
) -> list[CheckResult]:
    """A frame that cannot be made (a table is missing) is an error of each of its checks."""
    try:
        rows = frame(connection, name)
    except Exception:
        return could_not_run(checks, traceback.format_exc())
    return validate(checks, rows, file_names)
