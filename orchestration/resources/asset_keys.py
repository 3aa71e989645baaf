"""How a table is named to Dagster."""

from __future__ import annotations

from dagster import AssetKey


def key(name: str) -> AssetKey:
    """Return the asset key of ``schema.table``."""
    return AssetKey(name.split("."))
