"""Run the checks of a layer on the working database, and keep what came of them there.

Beside the check results, what dbt builds on is written: the documents to be set aside, the figures to be
quarantined, and the figures that a declared correction changes.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from expectations.catalogue import checks_of
from expectations.check import Check, CheckResult, Outcome
from expectations.corrections import apply_corrections
from expectations.engine import Judgement, could_not_run, judge, results_of
from expectations.frames import make_frame, prepare
from expectations.history import record
from expectations.kept import BY_DOCUMENT, agree, complete, count_rows, find_documents_to_check
from expectations.looking import WAITING, Looking
from expectations.set_aside import is_strict
from expectations.storage import (
    add,
    create_tables,
    load,
    replace_figure_failures,
    save,
    save_document_failures,
)
from expectations.suites import set_aside

if TYPE_CHECKING:
    import duckdb

__all__ = ["check_extracted", "check_marts", "check_raw", "exit_code", "load", "record"]


def check_raw(connection: duckdb.DuckDBPyConnection, only_changed: bool = False) -> list[CheckResult]:
    """Check ``raw.documents`` and take over ``raw.landing_findings``.

    With ``only_changed`` texts that were measured before are not looked at again.
    """
    _begin(connection, "raw", only_changed)
    return _check(connection, "raw")


def check_extracted(connection: duckdb.DuckDBPyConnection, only_changed: bool = False) -> list[CheckResult]:
    """Check ``extracted.*``; write ``checked.figure_failures`` and ``checked.corrected_figures`` for dbt.

    How many documents are set aside is judged last, when it is known which. With ``only_changed`` what depends on a
    document alone is taken as it was found when the document was checked last, if it has not changed since.
    """
    _begin(connection, "extracted", only_changed)
    apply_corrections(connection)
    return _check(connection, "extracted")


def check_marts(connection: duckdb.DuckDBPyConnection, only_changed: bool = False) -> list[CheckResult]:
    """Check the marts and ``quality.*`` that dbt has built, against the layers before."""
    _begin(connection, "marts", only_changed)
    return _check(connection, "marts")


def exit_code(results: Iterable[CheckResult]) -> int:
    """2 where a check could not run, 1 where one failed that keeps the warehouse from being published, else 0.

    With ``STRICT=1`` a document that was set aside gives 1 too.
    """
    outcomes = list(results)
    if any(result.outcome is Outcome.ERROR for result in outcomes):
        return 2
    strict = is_strict()
    return 1 if any(result.blocks or (strict and result.sets_aside) for result in outcomes) else 0


def _begin(connection: duckdb.DuckDBPyConnection, layer: str, only_changed: bool) -> None:
    """Find out which documents are to be looked at."""
    connection.execute("create schema if not exists checked")
    if not only_changed and layer == "raw":
        connection.execute("drop table if exists checked.text_measures")
    find_documents_to_check(connection, layer, only_changed)


def _check(connection: duckdb.DuckDBPyConnection, layer: str) -> list[CheckResult]:
    checks = checks_of(layer)
    create_tables(connection)
    first = [check for check in checks if check.frame != set_aside.FRAME]
    last = [check for check in checks if check.frame == set_aside.FRAME]
    found = complete(connection, layer, _run(connection, first))
    results = [_attributed(connection, result) for result in found]
    save(connection, layer, results)
    save_document_failures(connection, layer, results)
    if layer == "extracted":
        replace_figure_failures(connection, results)
    if last:
        more = _run(connection, last)
        add(connection, layer, more)
        results += more
    order = {check.name: position for position, check in enumerate(checks)}
    return sorted(results, key=lambda result: order[result.name])


def _attributed(connection: duckdb.DuckDBPyConnection, result: CheckResult) -> CheckResult:
    """A result that sets documents aside, if it can: a row of no document keeps everything from going on."""
    of_none = "from failed_rows where check_name = ? and document_id is null"
    if not result.sets_aside or connection.execute(
        f"select count(*) {of_none}", [result.name]
    ).fetchone() == (0,):
        return result
    words = (
        f"{result.name} failed for a row of no document: there is nothing to set aside\n{result.markdown()}"
    )
    connection.execute("delete from failed_rows where check_name = ?", [result.name])
    return replace(result, outcome=Outcome.ERROR, error=words)


def _run(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]) -> list[CheckResult]:
    """The results of checks, frame by frame; ``failed_rows`` holds the rows that failed.

    Great Expectations judges a frame in a thread while the next is made: never more than two are there. A frame that cannot
    be made (a table is missing) is an error of each of its checks.
    """
    by_frame = sorted(checks, key=lambda check: (_turn(check.frame), check.frame))
    prepare(connection)
    results: list[CheckResult] = []
    last: _JudgedFrame | None = None
    with ThreadPoolExecutor(1) as judges, ThreadPoolExecutor(1) as readers:
        looking = Looking(connection, {check.frame for check in checks}, readers)
        for name, group in groupby(by_frame, key=lambda check: check.frame):
            of_frame = list(group)
            try:
                if name in WAITING:
                    looking.wait()
                table = make_frame(connection, name)
            except Exception:
                results += could_not_run(of_frame, traceback.format_exc())
                continue
            judgement = judges.submit(judge, connection.cursor(), of_frame, table)
            results += _finish(connection, last)
            last = _JudgedFrame(name, of_frame, table, judgement)
        results += _finish(connection, last)
    return results


def _turn(frame: str) -> int:
    """Frames that wait for what is looked for in texts come later, and last of all the one that takes most memory."""
    if frame == "identities":
        return len(WAITING)
    return WAITING.index(frame) if frame in WAITING else -1


@dataclass(frozen=True, slots=True)
class _JudgedFrame:
    """A frame that is being judged, or has been."""

    name: str
    checks: Sequence[Check]
    table: str
    judgement: Future[Judgement]


def _finish(connection: duckdb.DuckDBPyConnection, frame: _JudgedFrame | None) -> list[CheckResult]:
    """Wait for what is said of a frame, find the rows that failed, and drop it."""
    if frame is None:
        return []
    try:
        results = results_of(connection, frame.checks, frame.table, frame.judgement.result())
        if frame.name in BY_DOCUMENT:
            count_rows(connection, frame.checks, frame.table)
            agree(connection, results, frame.table)
        return results
    except Exception:
        return could_not_run(frame.checks, traceback.format_exc())
    finally:
        connection.execute(f"drop table frames.{frame.table}")
