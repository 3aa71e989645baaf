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
from expectations.set_aside import documents_set_aside, told
from expectations.suites.set_aside import FRAME
from orchestration.checks.recording import record_and_report
from orchestration.checks.running import check_layer
from orchestration.resources.asset_keys import key
from orchestration.resources.warehouse import Warehouse

LAYERS = ("raw", "extracted", "marts")
PUBLISHED_BEFORE = ("vintage.previous_documents", "vintage.previous_rejections")


def layer_checks(layer: str) -> AssetChecksDefinition:
    """Return the checks of a layer, each on its asset; one that concerns the warehouse holds up what follows."""

    @multi_asset_check(
        name=f"{layer}_checks",
        specs=[
            AssetCheckSpec(
                check.name,
                asset=key(check.table),
                description=check.description,
                blocking=check.blocking,
                # How many of the new documents are set aside is told by what was published before.
                additional_deps=[key(name) for name in PUBLISHED_BEFORE] if check.frame == FRAME else None,
                metadata={"severity": check.severity.value, "scope": check.scope.value},
            )
            for check in checks_of(layer)
        ],
    )
    def checks(context: AssetCheckExecutionContext, warehouse: Warehouse) -> Iterator[AssetCheckResult]:
        if before := warehouse.unchanged():
            if layer == LAYERS[0]:
                context.log.info(
                    f"nothing has changed since run {before.run_id[:8]}, {before.finished_at}: what it checked,"
                    " built and published stands"
                )
            with warehouse.connect() as connection:
                _tell_of_documents_set_aside(context, connection, layer)
                yield from (_evaluation(each, before.metadata) for each in _kept(connection, layer))
            return
        results = check_layer(layer, warehouse.settings.working_database)
        if any(result.blocks for result in results):
            # The run ends here; what was found must be told all the same.
            with warehouse.connect() as connection:
                record_and_report(connection, warehouse.settings, context.run.run_id)
        with warehouse.connect() as connection:
            _tell_of_documents_set_aside(context, connection, layer)
        yield from (_evaluation(result, {}) for result in results if result.outcome is not Outcome.ERROR)
        broken = [result for result in results if result.outcome is Outcome.ERROR]
        if broken:
            raise Failure(
                f"checks that could not run: {', '.join(result.name for result in broken)}",
                metadata={result.name: MetadataValue.text(result.error or "") for result in broken},
            )

    return checks


def _tell_of_documents_set_aside(
    context: AssetCheckExecutionContext, connection: duckdb.DuckDBPyConnection, layer: str
) -> None:
    """A loud line, once a run: behind the last checks that set documents aside."""
    if layer == "extracted" and (documents := documents_set_aside(connection)):
        context.log.warning(told(documents))


def _kept(connection: duckdb.DuckDBPyConnection, layer: str) -> list[CheckResult]:
    from expectations.storage import load

    names = {check.name for check in checks_of(layer)}
    return [result for result in load(connection) if result.name in names]


def _evaluation(result: CheckResult, further: Mapping[str, Any]) -> AssetCheckResult:
    """Dagster's error is what fails the run; a document that is set aside, however gravely, does not."""
    files = dict.fromkeys(row["file_name"] or row["document_id"] for row in result.sample)
    return AssetCheckResult(
        passed=result.passed,
        asset_key=key(result.table),
        check_name=result.name,
        severity=AssetCheckSeverity.ERROR if result.check.blocking else AssetCheckSeverity.WARN,
        metadata={
            "checked": result.checked,
            "failed": result.failed,
            "severity": result.severity.value,
            "scope": result.check.scope.value,
            **({"set_aside": MetadataValue.text(", ".join(files))} if result.sets_aside else {}),
            **({} if result.passed else {"sample": MetadataValue.md(result.markdown())}),
            **further,
        },
    )
