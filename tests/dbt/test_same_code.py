"""What dbt makes of the code alone is told by its manifest."""

import json
from pathlib import Path

from orchestration.dbt.same_code import made_of_code


def node(kind: str, materialized: str, *parents: str, **config: object) -> dict[str, object]:
    """A node of a manifest."""
    return {
        "resource_type": kind,
        "config": {"materialized": materialized, **config},
        "depends_on": {"nodes": list(parents)},
    }


def test_seeds_views_and_tables_of_nothing_but_seeds(tmp_path: Path) -> None:
    nodes = {
        "seed": node("seed", "seed"),
        "unused_seed": node("seed", "seed", enabled=False),
        "view_of_a_seed": node("model", "view", "seed"),
        "dimension": node("model", "table", "view_of_a_seed"),
        "view_of_rows": node("model", "view", "source.rows"),
        "facts": node("model", "table", "view_of_rows", "dimension"),
        "by_document": node("model", "incremental", "view_of_rows"),
        "test_of_the_dimension": node("test", "test", "dimension"),
        "test_of_the_facts": node("test", "test", "facts", "dimension"),
        "test_of_the_view_of_rows": node("test", "test", "view_of_rows"),
    }
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"nodes": {key: {**each, "name": key} for key, each in nodes.items()}}))
    assert made_of_code(manifest) == [
        "dimension",
        "seed",
        "test_of_the_dimension",
        "view_of_a_seed",
        "view_of_rows",
    ]
