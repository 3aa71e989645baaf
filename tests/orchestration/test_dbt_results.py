"""What dbt's own tests said: kept for the next run, and in the reports where one of them failed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from dagster import AssetCheckKey, AssetCheckSeverity

from expectations.check import Outcome
from expectations.dbt_tests import DbtTest
from expectations.reports import write_reports
from expectations.run import check_extracted, check_raw, record
from expectations.storage import load, load_dbt_tests, save_dbt_tests
from orchestration.dbt.process import Build, NodeResult
from orchestration.dbt.results import check_results, kept_tests
from orchestration.resources.asset_keys import key
from tests.expectations.sound import sound_report
from tests.expectations.tables import empty_database
from zhibiao.model import Severity

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@pytest.fixture
def checked() -> duckdb.DuckDBPyConnection:
    """A working database with sound reports, checked as far as the layers before dbt."""
    connection = empty_database()
    for number in range(3):
        sound_report(connection, number, "").close()
    check_raw(connection)
    check_extracted(connection)
    return connection


CHECKS = {
    f"test.zhibiao.{name}": AssetCheckKey(key("raw.documents"), name)
    for name in ("holds", "fails", "warns", "breaks")
}


def told(name: str, status: str, rows: int = 0, sql: str = "") -> NodeResult:
    return NodeResult(f"test.zhibiao.{name}", status, 0.1, rows, "" if status == "pass" else "so it is", sql)


def test_tests_are_kept_with_what_they_found(checked: duckdb.DuckDBPyConnection) -> None:
    rules = "select 'byte_size is known' as rule, 2 as failed_rows"
    results = (
        told("holds", "pass"),
        told("fails", "fail", 2, rules),
        told("warns", "warn", 1, "select 1 as of_another_test"),
        told("breaks", "error"),
        told("skipped", "skipped"),
    )
    save_dbt_tests(checked, kept_tests(checked, Build(False, results), CHECKS))
    kept = {test.name: test for test in load_dbt_tests(checked)}
    assert kept["holds"] == DbtTest("raw.documents", "holds", Severity.ERROR, Outcome.PASSED, 3)
    broken = "byte_size is known: 2"
    assert kept["fails"] == DbtTest("raw.documents", "fails", Severity.ERROR, Outcome.FAILED, 3, 2, broken)
    assert broken in kept["fails"].result().check.message
    assert kept["warns"] == DbtTest("raw.documents", "warns", Severity.WARNING, Outcome.FAILED, 3, 1)
    assert kept["breaks"].outcome is Outcome.ERROR
    assert "so it is" in (kept["breaks"].error or "")
    # No test is made up where one explains the failure.
    assert len(kept) == 4


def test_a_model_that_cannot_be_built_is_told_too(checked: duckdb.DuckDBPyConnection) -> None:
    model = NodeResult("model.zhibiao.dim_unit", "error", 0.1, 0, "no such column")
    build = kept_tests(checked, Build(False, (told("warns", "warn", 1), model)), CHECKS)[-1]
    assert (build.name, build.outcome, build.error) == (
        "dbt_build",
        Outcome.ERROR,
        "dim_unit: no such column",
    )
    assert build.result().blocks


def test_what_was_kept_is_told_to_dagster_as_it_was(checked: duckdb.DuckDBPyConnection) -> None:
    test = DbtTest("marts.fact_figures", "warns", Severity.WARNING, Outcome.FAILED, 7, 2)
    (result,) = check_results([test], {"unchanged_since_run": "first"})
    assert (result.passed, result.severity) == (False, AssetCheckSeverity.WARN)
    assert result.metadata["failed"].value == 2
    assert result.metadata["unchanged_since_run"].value == "first"


def test_a_failed_test_stands_in_every_report(checked: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    save_dbt_tests(
        checked,
        [
            DbtTest("staging.stg_figures", "one_row_a_figure", Severity.ERROR, Outcome.FAILED, 9, 2),
            DbtTest("marts.fact_figures", "measure_is_known", Severity.ERROR, Outcome.PASSED, 9),
        ],
    )
    record(checked, run_id="run", checked_at=NOW, published=None)
    reports = write_reports(checked, tmp_path, run_id="run", checked_at=NOW, published=None)
    assert reports.exit_code == 1
    for path in (reports.page, reports.summary, reports.junit, reports.results):
        text = path.read_text(encoding="utf-8")
        assert "one_row_a_figure" in text, path
        assert "2 rows of staging.stg_figures are not so" in text.replace("\\", ""), path
        assert "measure_is_known" not in text, path
    assert "不可发布" in reports.summary.read_text(encoding="utf-8")
    failed = checked.execute(
        "select outcome, failed_count from quality.check_results where check_name = 'one_row_a_figure'"
    ).fetchall()
    assert failed == [("failed", 2)]


def test_the_next_run_does_not_tell_of_it_again(checked: duckdb.DuckDBPyConnection) -> None:
    save_dbt_tests(checked, [DbtTest("marts.fact_figures", "fails", Severity.ERROR, Outcome.FAILED, 9, 2)])
    assert [result.name for result in load(checked) if result.blocks] == ["fails"]
    check_raw(checked)
    assert not [result.name for result in load(checked) if result.blocks]


def test_a_failed_build_is_a_failed_check_to_the_shell() -> None:
    from dagster import job, op

    from orchestration.assets.marts import DbtBuildFailedError
    from orchestration.runtime.materialize import CHECK_FAILURES

    @op
    def build() -> None:
        raise DbtBuildFailedError("dim_unit: no such column")

    @job
    def run() -> None:
        build()

    result = run.execute_in_process(raise_on_error=False)
    (failed,) = [event for event in result.all_events if event.is_step_failure]
    error = failed.step_failure_data.error
    assert error is not None
    assert error.cls_name in CHECK_FAILURES
    assert "no such column" in error.message
