"""Panels are made province by province: what comes of it is what comes of making them anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from tests.dbt.conftest import run_dbt

PANELS = (
    "coverage",
    "target_attainment",
    "target_measures",
    "target_panel",
    "target_panel_long",
    "target_ratchet",
)
Row = tuple[object, ...]
Panels = dict[str, list[Row]]


def build(database: Path, target: Path, *further: str) -> None:
    """Build all models."""
    built = run_dbt(database, target, "run", *further)
    assert built.returncode == 0, built.stdout


def panels(database: Path, where: str = "true") -> Panels:
    """The rows of each panel."""
    with duckdb.connect(str(database)) as connection:
        return {
            name: connection.execute(f"SELECT * FROM marts.{name} WHERE {where} ORDER BY ALL").fetchall()
            for name in PANELS
        }


def say_anew(database: Path, region_code: str) -> None:
    """Let a region's document say that it sets no target of growth."""
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "INSERT INTO extracted.findings BY NAME"
            " SELECT document_id, 'target_not_set' AS check_name, 'gdp' AS indicator_id, 'not set' AS quote"
            " FROM intermediate.int_documents WHERE region_code = ? LIMIT 1",
            [region_code],
        )


def states(database: Path) -> dict[str, int]:
    """The state of each province."""
    with duckdb.connect(str(database)) as connection:
        query = "SELECT province, province_state FROM intermediate.int_province_states"
        return dict(connection.execute(query).fetchall())


@pytest.fixture
def spread(warehouse: Path, target: Path, tmp_path: Path) -> Path:
    """A warehouse in which the documents are about cities of three provinces and about the nation."""
    database = Path(shutil.copy(warehouse, tmp_path / "warehouse.duckdb"))
    with duckdb.connect(str(database)) as connection:
        for old, new in (("410800", "130200"), ("410700", "320100"), ("410611", "000000")):
            for table in ("document_profiles", "figures", "qualitative_targets"):
                connection.execute(
                    f"UPDATE extracted.{table} SET region_code = ? WHERE region_code = ?", [new, old]
                )
    build(database, target, "--full-refresh")
    return database


@pytest.mark.slow
def test_what_changes_in_a_province_leaves_the_others_alone(spread: Path, target: Path) -> None:
    before = states(spread)
    assert set(before) == {"00", "13", "32", "41"}
    say_anew(spread, "410400")
    with duckdb.connect(str(spread)) as connection:
        connection.execute(
            "UPDATE raw.documents SET removed_at = now() WHERE document_id IN"
            " (SELECT document_id FROM intermediate.int_documents WHERE region_code = '320100')"
        )
        connection.execute("UPDATE marts.coverage SET declined_text = 'kept' WHERE region_code = '130200'")
    build(spread, target)
    after = states(spread)
    assert {name for name in before if before[name] != after.get(name)} == {"32", "41"}
    kept = panels(spread, "region_code = '130200'")["coverage"]
    assert kept
    assert all("kept" in row for row in kept)
    by_province = panels(spread, "region_code != '130200'")
    assert not [row for row in by_province["coverage"] if "320100" in row]
    build(spread, target, "--full-refresh")
    assert by_province == panels(spread, "region_code != '130200'")
    assert all(rows for name, rows in by_province.items() if name != "target_attainment")
    assert "kept" not in [value for row in panels(spread)["coverage"] for value in row]


@pytest.mark.slow
def test_what_the_nation_says_concerns_every_province(spread: Path, target: Path) -> None:
    before = states(spread)
    say_anew(spread, "000000")
    build(spread, target)
    after = states(spread)
    assert [name for name in before if before[name] == after[name]] == []
