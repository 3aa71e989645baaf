"""dbt's seeds, models and tests as assets and asset checks."""

from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import duckdb
from dagster import (
    AssetCheckResult,
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    MaterializeResult,
    Output,
)
from dagster_dbt import DagsterDbtTranslator, DbtCliResource, dbt_assets
from dagster_dbt.errors import DagsterDbtCliRuntimeError

from expectations.storage import load_dbt_tests, save_dbt_tests
from orchestration.assets import metadata
from orchestration.assets.specs import OWNERS
from orchestration.checks.recording import record_and_report
from orchestration.dbt.built_with import built_with, note_built_with
from orchestration.dbt.results import check_result, kept_tests
from orchestration.dbt.same_code import made_of_code
from orchestration.resources.unchanged import Complete, code_version
from orchestration.resources.warehouse import Warehouse

DbtEvent = Output[None] | MaterializeResult[None] | AssetCheckResult


class Translator(DagsterDbtTranslator):
    """Names dbt's nodes as the rest of the graph is named: schema and table."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> AssetKey:
        """Return schema and table, which for a source is the very asset that Python writes."""
        if dbt_resource_props["resource_type"] == "source":
            return AssetKey([dbt_resource_props["source_name"], dbt_resource_props["name"]])
        return AssetKey([dbt_resource_props["schema"], dbt_resource_props["alias"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """Return the schema: a layer is a group."""
        return str(dbt_resource_props["schema"])

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:
        """Return the owners of all assets."""
        return OWNERS

    def get_description(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """Return the description alone: the SQL is a click away and would bury it."""
        return str(dbt_resource_props.get("description") or "")


def dbt_models(manifest: Path) -> AssetsDefinition:
    """Return the assets of a dbt project, given its manifest."""

    @dbt_assets(manifest=manifest, dagster_dbt_translator=Translator(), name="dbt")
    def dbt(context: AssetExecutionContext, dbt: DbtCliResource, warehouse: Warehouse) -> Iterator[DbtEvent]:
        if before := warehouse.unchanged():
            yield from _as_before(context, warehouse, before)
            return
        target = warehouse.settings.dbt_target / "run"
        # dagster-dbt puts the parsed project there anew; a former one would have to be parsed again.
        (target / "partial_parse.msgpack").unlink(missing_ok=True)
        # Unit tests need no data: they run with the tests of the code, not with every warehouse.
        code = code_version()
        with warehouse.connect() as connection:
            is_same_code = built_with(connection) == code
        further = _but_what_stands(context, manifest) if is_same_code else ["--full-refresh"]
        invocation = dbt.cli(
            ["--no-write-json", "build", "--exclude-resource-type", "unit_test", *further],
            context=context,
            target_path=target,
        )
        built: list[Output[None]] = []
        tested: list[AssetCheckResult] = []
        failure: DagsterDbtCliRuntimeError | None = None
        try:
            for event in invocation.stream():
                if isinstance(event, Output):
                    built.append(event)
                elif isinstance(event, AssetCheckResult):
                    tested.append(event)
                    yield event
        except DagsterDbtCliRuntimeError as error:
            failure = error
        # While dbt runs the database is its own; what was built is looked at once it has ended.
        with warehouse.connect() as connection:
            yield from _described(context, connection, built, failure is None)
            save_dbt_tests(connection, kept_tests(connection, tested, failure))
            if failure is not None:
                # The run ends here; what was found must be told all the same.
                record_and_report(connection, warehouse.settings, context.run_id)
            else:
                note_built_with(connection, code)
        if failure is not None:
            raise failure

    return dbt


def _but_what_stands(context: AssetExecutionContext, manifest: Path) -> list[str]:
    """Return what tells dbt to leave alone what the same code has made before; their tests run all the same."""
    if context.is_subset:
        # Whoever picked assets wants these made.
        return []
    # One word: dbt would take further ones for values of the option before.
    return ["--exclude", " ".join(made_of_code(manifest)), "--indirect-selection", "empty"]


def _described(
    context: AssetExecutionContext,
    connection: duckdb.DuckDBPyConnection,
    built: list[Output[None]],
    is_complete: bool,
) -> Iterator[DbtEvent]:
    """Tell of the tables that were built, and, where the build is complete, of those that stand."""
    outputs = {context.asset_key_for_output(output.output_name): output for output in built}
    for asset in _in_order(context):
        output = outputs.get(asset)
        if output is None and not is_complete:
            continue
        facts = metadata.of_table(connection, ".".join(asset.path))
        if output is not None:
            yield output.with_metadata({**output.metadata, **facts})
        else:
            yield MaterializeResult(asset_key=asset, metadata={**facts, "made_before_by_the_same_code": True})


def _in_order(context: AssetExecutionContext) -> Iterator[AssetKey]:
    """Give the selected assets as Dagster wants them: each table after those that it is made of."""
    in_order = TopologicalSorter(context.assets_def.asset_deps).static_order()
    return (key for key in in_order if key in context.selected_asset_keys)


def _as_before(context: AssetExecutionContext, warehouse: Warehouse, before: Complete) -> Iterator[DbtEvent]:
    """Tell of each table and test as an earlier run left it."""
    with warehouse.connect() as connection:
        for asset in _in_order(context):
            facts = metadata.of_table(connection, ".".join(asset.path))
            yield MaterializeResult(asset_key=asset, metadata={**facts, **before.metadata})
        for test in load_dbt_tests(connection):
            yield check_result(test, before.metadata)
