"""dbt's layers: what each may be made of, what names it and what rests on it, by the parsed project."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from orchestration.dbt.project import manifest
from orchestration.storage.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
# What the models of a folder may be made of.
MADE_OF = {
    "staging": {"source", "seed", "staging"},
    "intermediate": {"seed", "staging", "intermediate"},
    "quality": {"seed", "staging", "intermediate", "quality"},
    "marts": {"seed", "staging", "intermediate", "quality", "marts"},
}
PREFIX = {"staging": "stg_", "intermediate": "int_"}
# Tables that the reading room opens.
OPENED = re.compile(r"\b(?:from|join)\s+(?:marts|quality)\.(\w+)", re.IGNORECASE)
# Made by Python behind dbt.
NOT_DBT = {"findings", "check_results"}


@cache
def parsed() -> dict[str, Any]:
    """The manifest of the project."""
    found: dict[str, Any] = json.loads(manifest(Settings.from_environment()).read_text("utf-8"))
    return found


def models() -> dict[str, dict[str, Any]]:
    return {key: node for key, node in parsed()["nodes"].items() if node["resource_type"] == "model"}


def layer(unique_id: str) -> str:
    """The folder of a model, or that it is a source or seed."""
    kind = unique_id.split(".")[0]
    return str(models()[unique_id]["fqn"][1]) if kind == "model" else kind


def test_a_layer_is_made_of_those_before_it() -> None:
    back = [
        (node["name"], parent)
        for key, node in models().items()
        for parent in node["depends_on"]["nodes"]
        if layer(parent) not in MADE_OF[layer(key)]
    ]
    assert back == []


def test_a_model_is_named_after_its_layer() -> None:
    prefixes = tuple(PREFIX.values())
    wrong = [
        node["name"]
        for key, node in models().items()
        if not node["name"].startswith(PREFIX.get(layer(key), ""))
        or (layer(key) not in PREFIX and node["name"].startswith(prefixes))
    ]
    assert wrong == []


def test_every_model_is_described_and_those_for_people_have_a_contract() -> None:
    assert [node["name"] for node in models().values() if not node["description"]] == []
    free = [
        node["name"]
        for key, node in models().items()
        if layer(key) in ("marts", "quality") and not node["contract"]["enforced"]
    ]
    assert free == []


def test_sources_declare_their_columns() -> None:
    sources = parsed()["sources"].values()
    assert sources
    assert [source["name"] for source in sources if not source["columns"]] == []
    assert [
        (source["name"], column["name"])
        for source in sources
        for column in source["columns"].values()
        if not column["description"] or not column["data_type"]
    ] == []


def test_what_the_reading_room_opens_is_what_its_exposure_names() -> None:
    opened = {
        table
        for path in (ROOT / "reading_room").rglob("*")
        if path.suffix in (".py", ".sql")
        for table in OPENED.findall(path.read_text("utf-8"))
    }
    (site,) = [each for each in parsed()["exposures"].values() if each["name"] == "site"]
    named = {node.split(".")[-1] for node in site["depends_on"]["nodes"]}
    assert named == opened - NOT_DBT
