"""dbt's tests between Dagster, which is told of each, and the working database, which keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
from dagster import AssetCheckResult, AssetCheckSeverity

from expectations.check import Outcome
from expectations.dbt_tests import DbtTest
from orchestration.resources.asset_keys import key
from orchestration.storage.database import count
from zhibiao.model import Severity

COULD_NOT_RUN = "error"


def kept_tests(
    connection: duckdb.DuckDBPyConnection, results: Iterable[AssetCheckResult], failure: Exception | None
) -> list[DbtTest]:
    """Return what is to be kept of a build's tests.

    A build that failed although no test did has a model that could not be built: that is told as a test too.
    """
    tests = [_test(connection, result) for result in results]
    if failure is not None and not any(test.result().blocks for test in tests):
        tests.append(DbtTest("marts", "dbt_build", Severity.ERROR, Outcome.ERROR, error=str(failure)))
    return tests


def check_result(test: DbtTest, further: Mapping[str, Any]) -> AssetCheckResult:
    """Return a kept test as Dagster is told of it."""
    return AssetCheckResult(
        asset_key=key(test.table),
        check_name=test.name,
        passed=test.outcome is Outcome.PASSED,
        severity=AssetCheckSeverity.ERROR if test.severity is Severity.ERROR else AssetCheckSeverity.WARN,
        metadata={"checked": test.checked, "failed": test.failed, **further},
    )


def _test(connection: duckdb.DuckDBPyConnection, result: AssetCheckResult) -> DbtTest:
    assert result.asset_key is not None
    assert result.check_name is not None
    table = ".".join(result.asset_key.path)
    severity = Severity.ERROR if result.severity is AssetCheckSeverity.ERROR else Severity.WARNING
    told = {name: value.value for name, value in result.metadata.items()}
    failed = told.get("dagster_dbt/failed_row_count")
    if result.passed:
        return DbtTest(table, result.check_name, severity, Outcome.PASSED, _rows(connection, table))
    if told.get("status") == COULD_NOT_RUN:
        words = f"dbt could not run the test {result.check_name}"
        return DbtTest(table, result.check_name, severity, Outcome.ERROR, error=words)
    return DbtTest(
        table,
        result.check_name,
        severity,
        Outcome.FAILED,
        _rows(connection, table),
        failed if isinstance(failed, int) else 1,
    )


def _rows(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    try:
        return count(connection, table)
    except duckdb.CatalogException:
        return 0
