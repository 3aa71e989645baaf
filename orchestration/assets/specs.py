"""How the tables that Python writes present themselves as assets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dagster import AssetSpec

from orchestration.assets.metadata import column_schema
from orchestration.resources.asset_keys import key
from orchestration.storage.tables import table

OWNERS = ["team:zhibiao"]


def table_spec(name: str, deps: Iterable[str], kinds: Sequence[str] = ("python", "duckdb")) -> AssetSpec:
    """Return the asset of a table of ``tables.yml``: its group is its schema, its words are the table's."""
    described = table(name)
    return AssetSpec(
        key(name),
        deps=[key(dep) for dep in deps],
        description=described.description,
        group_name=name.split(".")[0],
        kinds=set(kinds),
        owners=OWNERS,
        metadata={"dagster/column_schema": column_schema(described), "dagster/table_name": name},
    )


def plain_spec(
    name: str, description: str, deps: Iterable[str], kinds: Sequence[str], group: str | None = None
) -> AssetSpec:
    """Return an asset that is described here rather than in ``tables.yml``."""
    return AssetSpec(
        key(name),
        deps=[key(dep) for dep in deps],
        description=description,
        group_name=group or name.split(".")[0],
        kinds=set(kinds),
        owners=OWNERS,
    )
