"""The asset graph as a whole: nothing undocumented, nothing orphaned, nothing unchecked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from dagster import AssetKey, DagsterInstance, Definitions
from dagster._core.definitions.assets.graph.asset_graph import AssetGraph

from expectations.catalogue import CHECKS
from orchestration.assets.dbt_specs import UNIQUE_ID
from orchestration.dbt.project import manifest
from orchestration.storage.settings import Settings
from orchestration.storage.tables import tables

FILES = AssetKey(["files", "reports"])
PUBLISHED = AssetKey(["published", "warehouse"])
# Each table of the data contract, and what the marts rest on.
CHECKED = [
    "raw.documents",
    "extracted.document_profiles",
    "extracted.figures",
    "extracted.numerals",
    "marts.dim_document",
    "marts.dim_region",
    "marts.dim_indicator",
    "marts.dim_unit",
    "marts.fact_figures",
    "marts.fact_targets",
    "marts.fact_achievements",
    "marts.target_panel",
    "quality.numerals",
    "quality.rejected_figures",
    "quality.rejected_documents",
]


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    """The code location as Dagster loads it."""
    from orchestration.definitions import defs

    return defs


@pytest.fixture(scope="module")
def graph(definitions: Definitions) -> AssetGraph:
    """All assets and their checks."""
    return definitions.resolve_asset_graph()


def name(key: AssetKey) -> str:
    return ".".join(key.path)


def test_every_asset_is_described_owned_and_in_a_group(graph: AssetGraph) -> None:
    lacking = {
        name(node.key): missing
        for node in graph.asset_nodes
        if (
            missing := [
                what
                for what, there in (
                    ("description", (node.description or "").strip()),
                    ("group", node.group_name not in (None, "", "default")),
                    ("owner", node.owners),
                    ("kind", node.kinds),
                )
                if not there
            ]
        )
    }
    assert not lacking


# What a run keeps for itself between its steps; nobody looks it up.
BOOKKEEPING = {"intermediate.built_with"}


def test_every_table_of_python_lists_its_columns(graph: AssetGraph) -> None:
    for table in (each for each in tables() if each.name not in BOOKKEEPING):
        metadata = graph.get(AssetKey(table.name.split("."))).metadata
        columns = metadata["dagster/column_schema"].columns
        assert [column.name for column in columns] == [column.name for column in table.columns]
        assert all(column.description for column in columns), table.name


def test_every_table_that_people_read_is_checked(graph: AssetGraph) -> None:
    checked = {name(key.asset_key) for key in graph.asset_check_keys}
    assert set(CHECKED) <= checked


def test_every_expectation_is_a_check_of_its_asset_and_errors_block(graph: AssetGraph) -> None:
    for check in CHECKS:
        key = next(
            (
                key
                for key in graph.asset_check_keys
                if key.name == check.name and name(key.asset_key) == check.table
            ),
            None,
        )
        assert key is not None, f"{check.name} on {check.table} is no asset check"
        assert graph.get(key).blocking == check.blocking, check.name


def test_each_layer_has_a_check_that_blocks(graph: AssetGraph) -> None:
    blocking = {key.asset_key.path[0] for key in graph.asset_check_keys if graph.get(key).blocking}
    assert {"raw", "extracted", "marts"} <= blocking


def test_the_lineage_is_unbroken_from_the_files_to_the_published_file(graph: AssetGraph) -> None:
    upstream = graph.get_ancestor_asset_keys(PUBLISHED)
    downstream_of_files = {FILES} | {
        node.key for node in graph.asset_nodes if FILES in graph.get_ancestor_asset_keys(node.key)
    }
    marts = {node.key for node in graph.asset_nodes if node.key.path[0] in ("marts", "quality")}
    assert marts <= upstream
    assert FILES in upstream
    # What does not come from the reports is the lexicon, and what was published before.
    others = {node.key.path[0] for node in graph.asset_nodes if node.key not in downstream_of_files}
    assert others <= {"files", "lexicon", "vintage", "staging", "intermediate", "marts"}
    independent = {
        name(key)
        for key in marts
        if key not in downstream_of_files and not key.path[-1].startswith(("dim_", "publications"))
    }
    assert not independent


def test_no_asset_is_an_orphan(graph: AssetGraph) -> None:
    # What follows, and what a check compares its table with.
    needed = graph.get_ancestor_asset_keys(AssetKey(["published", "exports"])) | {
        parent
        for check in graph.asset_check_keys
        for parent in graph.get(check).parent_entity_keys
        if parent != check.asset_key
    }
    left_over = {
        name(node.key)
        for node in graph.asset_nodes
        if node.key not in needed and node.key.path[0] not in ("published", "checked", "lexicon")
    }
    assert not left_over


def test_the_sources_of_dbt_are_the_assets_of_python(graph: AssetGraph) -> None:
    staging = [node for node in graph.asset_nodes if node.key.path[0] == "staging"]
    parents = {name(parent) for node in staging for parent in node.parent_keys}
    assert {"raw.documents", "extracted.figures", "extracted.document_profiles"} <= parents
    assert all(graph.get(parent).is_materializable for node in staging for parent in node.parent_keys)


def test_the_job_holds_every_asset_and_every_check(definitions: Definitions, graph: AssetGraph) -> None:
    job = definitions.resolve_job_def("warehouse")
    assert job.asset_layer.executable_asset_keys == graph.materializable_asset_keys
    assert set(job.asset_layer.asset_graph.asset_check_keys) == set(graph.asset_check_keys)


def test_the_code_location_can_be_loaded_as_the_workspace_says(definitions: Definitions) -> None:
    Definitions.validate_loadable(definitions)
    assert manifest(Settings.from_environment()).exists()


def test_nothing_phones_home() -> None:
    import yaml

    from orchestration.storage.settings import PROJECT

    instance = yaml.safe_load(
        (PROJECT / "orchestration" / "runtime" / "dagster.yaml").read_text(encoding="utf-8")
    )
    assert instance["telemetry"] == {"enabled": False}
    assert instance["nux"] == {"enabled": False}
    project = yaml.safe_load((PROJECT / "dbt_project" / "dbt_project.yml").read_text(encoding="utf-8"))
    assert project["flags"]["send_anonymous_usage_stats"] is False
    assert project["flags"]["version_check"] is False


def test_the_settings_of_the_instance_are_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    from orchestration.storage.settings import PROJECT

    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    shutil.copyfile(PROJECT / "orchestration" / "runtime" / "dagster.yaml", tmp_path / "dagster.yaml")
    with DagsterInstance.from_config(str(tmp_path)) as instance:
        assert instance.run_monitoring_enabled
        assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1


def test_nodes_of_dbt_bear_their_id(graph: AssetGraph) -> None:
    """What dbt reports is told of the asset or check with the id of its node."""
    models = {name(node.key): str(node.metadata.get(UNIQUE_ID)) for node in graph.asset_nodes}
    assert models["marts.fact_figures"] == "model.zhibiao.fact_figures"
    assert models["lexicon.units"] == "seed.zhibiao.units"


def test_a_run_starts_without_dbt() -> None:
    """Importing dbt is a second of a core; it is done in the process that builds."""
    program = (
        "import orchestration.definitions, sys; print([m for m in sys.modules if m.split('.')[0] == 'dbt'])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
