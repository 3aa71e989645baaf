"""The checks of ``expectations`` as asset checks."""

from collections.abc import Iterator, Mapping
from typing import Any

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

from expectations.catalogue import checks_of
from expectations.check import CheckResult, Outcome
from orchestration.checks.recording import record_and_report
from orchestration.checks.running import check_layer
from orchestration.resources.asset_keys import key
from orchestration.resources.warehouse import Warehouse
from zhibiao.model import Severity

LAYERS = ("raw", "extracted", "marts")


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
            for check in checks_of(layer)
        ],
    )
    def checks(context: AssetCheckExecutionContext, warehouse: Warehouse) -> Iterator[AssetCheckResult]:
        if before := warehouse.unchanged():
            if layer == LAYERS[0]:
                context.log.info(
                    f"nothing has changed since run {before.run_id[:8]} of {before.finished_at}: what it"
                    " checked, built and published stands"
                )
            with warehouse.connect() as connection:
                yield from (_evaluation(each, before.metadata) for each in _kept(connection, layer))
            return
        results = check_layer(layer, warehouse.settings.working_database)
        if any(result.blocks for result in results):
            # The run ends here; what was found must be told all the same.
            with warehouse.connect() as connection:
                record_and_report(connection, warehouse.settings, context.run.run_id)
        yield from (_evaluation(result, {}) for result in results if result.outcome is not Outcome.ERROR)
        broken = [result for result in results if result.outcome is Outcome.ERROR]
        if broken:
            raise Failure(
                f"checks that could not run: {', '.join(result.name for result in broken)}",
                metadata={result.name: MetadataValue.text(result.error or "") for result in broken},
            )

    return checks


def _kept(connection: duckdb.DuckDBPyConnection, layer: str) -> list[CheckResult]:
    from expectations.storage import load

    names = {check.name for check in checks_of(layer)}
    return [result for result in load(connection) if result.name in names]


def _evaluation(result: CheckResult, further: Mapping[str, Any]) -> AssetCheckResult:
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
            **further,
        },
    )
