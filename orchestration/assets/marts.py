"""dbt's seeds, models and tests as assets and asset checks."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dagster import AssetCheckResult, AssetExecutionContext, AssetKey, AssetsDefinition, Output
from dagster_dbt import DagsterDbtTranslator, DbtCliResource, dbt_assets

from orchestration import metadata
from orchestration.assets.specs import OWNERS
from orchestration.resources import Warehouse


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
    def dbt(
        context: AssetExecutionContext, dbt: DbtCliResource, warehouse: Warehouse
    ) -> Iterator[Output[None] | AssetCheckResult]:
        target = warehouse.settings.dbt_target / "run"
        # dagster-dbt puts the parsed project there anew; a former one would have to be parsed again.
        (target / "partial_parse.msgpack").unlink(missing_ok=True)
        # Unit tests need no data: they run with the tests of the code, not with every warehouse.
        invocation = dbt.cli(
            ["--no-write-json", "build", "--exclude-resource-type", "unit_test"],
            context=context,
            target_path=target,
        )
        built: list[Output[None]] = []
        try:
            for event in invocation.stream():
                if isinstance(event, Output):
                    built.append(event)
                elif isinstance(event, AssetCheckResult):
                    yield event
        finally:
            # While dbt runs the database is its own; what was built is looked at once it has ended.
            yield from _described(context, warehouse, built)

    return dbt


def _described(
    context: AssetExecutionContext, warehouse: Warehouse, built: list[Output[None]]
) -> Iterator[Output[None]]:
    with warehouse.connect() as connection:
        for output in built:
            key = context.asset_key_for_output(output.output_name)
            facts = metadata.of_table(connection, ".".join(key.path))
            yield output.with_metadata({**output.metadata, **facts})
