"""What came of dbt's tests, for Dagster, which is told of each, and for the working database, which keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
from dagster import AssetCheckKey, AssetCheckResult, AssetCheckSeverity

from expectations.check import Outcome
from expectations.dbt_tests import DbtTest
from orchestration.dbt.process import Build, NodeResult
from orchestration.resources.asset_keys import key
from orchestration.storage.database import Counts
from zhibiao.model import Severity

OUTCOMES = {"pass": Outcome.PASSED, "warn": Outcome.FAILED, "fail": Outcome.FAILED, "error": Outcome.ERROR}


def kept_tests(
    connection: duckdb.DuckDBPyConnection,
    build: Build,
    checks: Mapping[str, AssetCheckKey],
    counts: Counts | None = None,
) -> list[DbtTest]:
    """Return what is to be kept of a build's tests; ``checks`` has the check of Dagster for a test's id, ``counts`` the
    rows of tables, where they are at hand.

    A build that failed although no test did has a model that could not be built: that is told as a test too.
    """
    rows = Counts(connection) if counts is None else counts
    tests = [
        _test(connection, result, checks[result.unique_id], rows)
        for result in build.results
        if result.unique_id in checks and result.status in OUTCOMES
    ]
    if not build.succeeded and not any(test.result().blocks for test in tests):
        tests.append(DbtTest("marts", "dbt_build", Severity.ERROR, Outcome.ERROR, error=words_of(build)))
    return tests


def words_of(build: Build) -> str:
    """Return why a build failed: each node that did, in dbt's words."""
    failed = [
        f"{result.unique_id.split('.')[2]}: {result.message}"
        for result in build.results
        if result.status in ("error", "fail", "runtime error")
    ]
    return "\n".join([*failed, *([build.error] if build.error else [])]) or "dbt failed"


def check_results(tests: Iterable[DbtTest], further: Mapping[str, Any]) -> Iterable[AssetCheckResult]:
    """Give what was kept of tests as Dagster is told of it."""
    for test in tests:
        yield AssetCheckResult(
            asset_key=key(test.table),
            check_name=test.name,
            passed=test.outcome is Outcome.PASSED,
            severity=AssetCheckSeverity.ERROR if test.severity is Severity.ERROR else AssetCheckSeverity.WARN,
            metadata={
                "checked": test.checked,
                "failed": test.failed,
                **({"dbt": test.error} if test.error else {}),
                **further,
            },
        )


def _test(
    connection: duckdb.DuckDBPyConnection, result: NodeResult, check: AssetCheckKey, counts: Counts
) -> DbtTest:
    table = ".".join(check.asset_key.path)
    outcome = OUTCOMES[result.status]
    severity = Severity.WARNING if result.status == "warn" else Severity.ERROR
    if outcome is Outcome.ERROR:
        words = f"dbt could not run the test {check.name}: {result.message}"
        return DbtTest(table, check.name, severity, outcome, error=words)
    rows = _rows(counts, table)
    if outcome is Outcome.PASSED:
        return DbtTest(table, check.name, severity, outcome, rows)
    broken = _broken_rules(connection, result.sql)
    return DbtTest(table, check.name, severity, outcome, rows, result.failures, broken)


def _broken_rules(connection: duckdb.DuckDBPyConnection, sql: str) -> str | None:
    """Return which rules of ``rows_conform`` do not hold, and for how many rows; None for another test."""
    try:
        found = connection.execute(f"SELECT rule, failed_rows FROM ({sql}) ORDER BY ALL").fetchall()
    except duckdb.Error:
        return None
    return "; ".join(f"{rule}: {rows}" for rule, rows in found)


def _rows(counts: Counts, table: str) -> int:
    try:
        return counts[table]
    except duckdb.CatalogException:
        return 0
