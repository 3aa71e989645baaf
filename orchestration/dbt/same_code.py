"""What dbt makes of the code alone - seeds, views, tables of nothing but seeds: the same code makes the same of it.

After a build that went through, a build by the same code need not make it again: most seeds and models, and the tests of
tables whose rows, too, are the code's. A view is of the same words and shows other rows: its tests run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def made_of_code(manifest: Path) -> list[str]:
    """Return the names of these seeds, models and tests of a dbt project, given its manifest."""
    parsed = json.loads(manifest.read_text(encoding="utf-8"))
    nodes: dict[str, Mapping[str, Any]] = {
        name: node
        for name, node in parsed["nodes"].items()
        if node["resource_type"] in ("seed", "model", "test") and node["config"].get("enabled", True)
    }
    rows_of_code: dict[str, bool] = {}

    def has_rows_of_code(name: str) -> bool:
        """Whether the rows, too, are the code's: nothing that it rests on comes from a source."""
        if name not in nodes:
            return False
        if name not in rows_of_code:
            parents = nodes[name].get("depends_on", {}).get("nodes", [])
            rows_of_code[name] = all(has_rows_of_code(parent) for parent in parents)
        return rows_of_code[name]

    return sorted(
        str(node["name"])
        for name, node in nodes.items()
        if node["config"].get("materialized") == "view" or has_rows_of_code(name)
    )
