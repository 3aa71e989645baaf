"""The checks of ``expectations`` as asset checks, and the recording of what they found."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import duckdb
from dagster import (
    AssetCheckExecutionContext,
    AssetCheckResult,
    AssetChecksDefinition,
    AssetCheckSeverity,
    AssetCheckSpec,
    Failure,
    MetadataValue,
    multi_asset_check,
)

from expectations.catalogue import CHECKS
from expectations.check import CheckResult, Outcome
from orchestration.assets.specs import key
from orchestration.resources import Warehouse
from orchestration.settings import Settings
from zhibiao.model import Severity

LAYERS = ("raw", "extracted", "marts")


def record_and_report(connection: duckdb.DuckDBPyConnection, settings: Settings, run_id: str) -> None:
    """Write ``quality.findings`` and ``quality.check_results``, and the reports under DATA/quality."""
    from expectations.reports import write_reports
    from expectations.run import record

    now = datetime.now(UTC)
    published = settings.published_database if settings.published_database.exists() else None
    record(connection, None, run_id=run_id, checked_at=now, published=published)
    write_reports(connection, settings.quality, run_id=run_id, checked_at=now, published=published)


def layer_checks(layer: str) -> AssetChecksDefinition:
    """Return the checks of a layer, each on its asset; one of error severity holds up what follows."""

    @multi_asset_check(
        name=f"{layer}_checks",
        specs=[
            AssetCheckSpec(
                check.name,
                asset=key(check.table),
                description=check.description,
                blocking=check.blocking,
                metadata={"severity": check.severity.value},
            )
            for check in CHECKS
            if check.layer == layer
        ],
    )
    def checks(context: AssetCheckExecutionContext, warehouse: Warehouse) -> Iterator[AssetCheckResult]:
        with warehouse.connect() as connection:
            results = _runner(layer)(connection)
            if any(result.blocks for result in results):
                # The run ends here; what was found must be told all the same.
                record_and_report(connection, warehouse.settings, context.run.run_id)
        yield from (_evaluation(result) for result in results if result.outcome is not Outcome.ERROR)
        broken = [result for result in results if result.outcome is Outcome.ERROR]
        if broken:
            raise Failure(
                f"checks that could not run: {', '.join(result.name for result in broken)}",
                metadata={result.name: MetadataValue.text(result.error or "") for result in broken},
            )

    return checks


def _runner(layer: str) -> Callable[[duckdb.DuckDBPyConnection], list[CheckResult]]:
    from expectations import run

    runners = {"raw": run.check_raw, "extracted": run.check_extracted, "marts": run.check_marts}
    return runners[layer]


def _evaluation(result: CheckResult) -> AssetCheckResult:
    return AssetCheckResult(
        passed=result.passed,
        asset_key=key(result.table),
        check_name=result.name,
        severity=AssetCheckSeverity.ERROR if result.severity is Severity.ERROR else AssetCheckSeverity.WARN,
        metadata={
            "checked": result.checked,
            "failed": result.failed,
            "severity": result.severity.value,
            **({} if result.passed else {"sample": MetadataValue.md(result.markdown())}),
        },
    )
