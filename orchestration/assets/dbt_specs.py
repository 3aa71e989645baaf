"""dbt's seeds and models as Dagster sees them, and its tests as checks of them: told by dbt's manifest.

Named as the rest of the graph is: schema and table, which for a source is the very asset that Python writes.
dagster-dbt would tell as much, but imports all of dbt to do so: more than half of the time that a run takes to start.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dagster import AssetCheckSpec, AssetKey, AssetSpec, TableColumn, TableSchema

from orchestration.assets.specs import OWNERS

# Where an asset or a check keeps the id of its node.
UNIQUE_ID = "dbt/unique_id"
# Where an asset whose columns are all described, with their types, has them.
COLUMNS = "dagster/column_schema"
TABLES = ("seed", "model")


class Manifest:
    """dbt's project as it was parsed."""

    def __init__(self, path: Path) -> None:
        parsed = json.loads(path.read_text(encoding="utf-8"))
        self._nodes: dict[str, dict[str, Any]] = parsed["nodes"] | parsed["sources"]

    def asset_specs(self) -> list[AssetSpec]:
        """Return an asset for each seed and model."""
        return [self._asset(node) for node in self._nodes.values() if node["resource_type"] in TABLES]

    def check_specs(self) -> list[AssetCheckSpec]:
        """Return a check for each test of a seed or model; one of severity error keeps what follows from being made."""
        return [self._check(node) for node in self._nodes.values() if node["resource_type"] == "test"]

    def _asset(self, node: Mapping[str, Any]) -> AssetSpec:
        described = list(node["columns"].values())
        have_types = all(column["data_type"] for column in described)
        columns = [
            TableColumn(column["name"], column["data_type"], description=column["description"])
            for column in described
            if have_types
        ]
        return AssetSpec(
            _key(node),
            deps=list(self._parents(node)),
            description=node["description"],
            group_name=node["schema"],
            owners=OWNERS,
            kinds={"dbt", "duckdb"},
            metadata={
                UNIQUE_ID: node["unique_id"],
                **({COLUMNS: TableSchema(columns)} if columns else {}),
            },
        )

    def _check(self, node: Mapping[str, Any]) -> AssetCheckSpec:
        asset = _key(self._nodes[node["attached_node"]])
        return AssetCheckSpec(
            node["name"],
            asset=asset,
            additional_deps=[parent for parent in self._parents(node) if parent != asset],
            blocking=node["config"]["severity"].lower() == "error",
            metadata={UNIQUE_ID: node["unique_id"]},
        )

    def _parents(self, node: Mapping[str, Any]) -> Iterator[AssetKey]:
        yield from dict.fromkeys(_key(self._nodes[parent]) for parent in node["depends_on"].get("nodes", []))


def _key(node: Mapping[str, Any]) -> AssetKey:
    if node["resource_type"] == "source":
        return AssetKey([node["source_name"], node["name"]])
    return AssetKey([node["schema"], node["alias"]])
