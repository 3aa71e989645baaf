"""The package as a whole: what a journal's data editor looks for."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.exports import write_exports


@pytest.fixture(scope="module")
def package(exports: Path) -> dict[str, Any]:
    return json.loads((exports / "datapackage.json").read_text("utf-8"))


def test_every_file_is_described_with_its_hash(exports: Path, package: dict[str, Any]) -> None:
    described = {resource["path"]: resource for resource in package["resources"]}
    written = {path.relative_to(exports).as_posix() for path in exports.rglob("*") if path.is_file()}
    assert described.keys() == written - {"datapackage.json"}
    for path, resource in described.items():
        content = (exports / path).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)


def test_names_of_resources_are_valid_and_distinct(package: dict[str, Any]) -> None:
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)


def test_the_published_file_is_told_by_its_hash(published_file: Path, package: dict[str, Any]) -> None:
    content = hashlib.sha256(published_file.read_bytes()).hexdigest()
    assert package["database"]["hash"] == f"sha256:{content}"


def test_columns_have_types_and_descriptions(package: dict[str, Any]) -> None:
    panel = next(r for r in package["resources"] if r["path"] == "parquet/target_panel.parquet")
    fields = {field["name"]: field for field in panel["schema"]["fields"]}
    assert (fields["plan_year"]["type"], fields["gdp"]["type"]) == ("integer", "number")
    assert fields["gdp"]["description"].startswith("Target of real growth")
    assert panel["schema"]["primaryKey"] == ["region_code", "plan_year"]


def test_keys_lead_to_resources_of_the_package(package: dict[str, Any]) -> None:
    names = {resource["name"] for resource in package["resources"]}
    keys = [key for r in package["resources"] for key in r.get("schema", {}).get("foreignKeys", [])]
    assert len(keys) > 5
    assert {key["reference"]["resource"] for key in keys} <= names


def test_version_sources_terms_and_counts_are_told(package: dict[str, Any]) -> None:
    assert package["version"] == "2026.11.22"
    assert {"title": "焦作.txt", "path": "https://example.org/jiaozuo"}.items() <= package["sources"][
        1
    ].items()
    assert package["sources"][1]["accessedOn"] == "2026-11-22"
    assert package["licenceOfCode"]["name"] == "Apache-2.0"
    assert package["licenses"]
    assert "article 5" in package["termsOfQuotedText"]
    assert package["countsByYear"]["2024"]["fact_targets"] == 4


def test_the_dictionary_and_the_readme_name_every_table(exports: Path) -> None:
    readme, dictionary = ((exports / name).read_text("utf-8") for name in ("README.md", "dictionary.md"))
    assert "| `target_panel` | 2 | One row for each region and plan year (目标面板) |" in readme
    assert "science_and_tech" in readme
    assert "| `gdp` | 地区生产总值增速目标 | DECIMAL(28,8) | Target of real growth" in dictionary
    assert "2 rows, one for each `region_code`, `plan_year`." in dictionary


def test_a_warehouse_of_no_documents_is_exported_too(published_file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.duckdb"
    shutil.copy(published_file, empty)
    empty.chmod(0o644)
    with duckdb.connect(empty) as connection:
        tables = "select schema_name || '.' || table_name from duckdb_tables()"
        for (table,) in connection.execute(tables).fetchall():
            connection.execute(f"delete from {table}")
    written = write_exports(empty, tmp_path / "exports")
    assert {"zhibiao.xlsx", "target_panel.dta", "datapackage.json"} <= {path.name for path in written}


def test_the_same_file_gives_the_same_tables_again(
    published_file: Path, exports: Path, tmp_path: Path
) -> None:
    write_exports(published_file, tmp_path)
    for path in [*(exports / "parquet").iterdir(), *(exports / "csv").iterdir()]:
        assert (tmp_path / path.relative_to(exports)).read_bytes() == path.read_bytes()
