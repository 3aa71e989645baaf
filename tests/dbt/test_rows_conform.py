"""The test that is asked of every table: a planted fault for each kind of rule, told by the rule that it breaks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from orchestration.dbt.built_with import note_built_with
from orchestration.dbt.project import ASKS
from tests.dbt.conftest import run_dbt

# One of each: what is done to a table of the built warehouse, and the rule that is broken then.
FAULTS = {
    "dim_document": ("insert into {table} select * from {table} limit 2", "document_id is unique: 2"),
    "dim_region": ("update {table} set level = 'town' where region_key = '{first}'", "level is known: 1"),
    "target_measures": (
        "update {table} set quote = null where figure_id = '{first}'",
        "quote is not null: 1",
    ),
    "five_year_goals": (
        "update {table} set yearly_mean = null, five_year_total = null, end_value = null"
        " where document_id = '{first}'",
        "states one: ",
    ),
    "target_panel_long": (
        "update {table} set target_id = 'nobody' where target_id = '{first}'",
        "target_id is in fact_targets: 1",
    ),
}
KEYS = {
    "dim_region": "region_key",
    "target_measures": "figure_id",
    "five_year_goals": "document_id",
    "target_panel_long": "target_id",
}


@pytest.mark.slow
def test_each_kind_of_rule_is_broken_by_its_fault(warehouse: Path, tmp_path: Path) -> None:
    broken = tmp_path / "warehouse.duckdb"
    shutil.copyfile(warehouse, broken)
    with duckdb.connect(str(broken)) as connection:
        for table, (fault, _) in FAULTS.items():
            key = KEYS.get(table, "document_id")
            row = connection.execute(f"select min({key}) from marts.{table}").fetchone()
            assert row is not None
            assert row[0] is not None, table
            connection.execute(fault.format(table=f"marts.{table}", first=row[0]))
    tests = [f"{table}_rows_conform" for table in FAULTS]
    tested = run_dbt(broken, tmp_path / "target", "test", "--select", *tests)
    assert tested.returncode == 1, tested.stdout
    results = json.loads((tmp_path / "target" / "run_results.json").read_text())["results"]
    sql = {result["unique_id"].split(".")[2]: result["compiled_code"] for result in results}
    with duckdb.connect(str(broken), read_only=True) as connection:
        for table, (_, rule) in FAULTS.items():
            found = connection.execute(sql[f"{table}_rows_conform"]).fetchall()
            told = [f"{name}: {rows}" for name, rows in found]
            assert any(each.startswith(rule) for each in told), (table, told)
    failures = {result["unique_id"].split(".")[2]: result["failures"] for result in results}
    # Counted are rows, not rules.
    assert failures["dim_document_rows_conform"] == 2


@pytest.fixture
def half_changed(warehouse: Path, tmp_path: Path) -> Path:
    """A built warehouse of which all has conformed, with one document changed since: its state is another, a figure of it
    has no sentence any more, another the id of a figure of a document that has not changed."""
    database = tmp_path / "warehouse.duckdb"
    shutil.copyfile(warehouse, database)
    with duckdb.connect(str(database)) as connection:
        note_built_with(connection, "the code")
        connection.execute(
            """
            UPDATE intermediate.int_document_states SET document_state = document_state + 1
            WHERE document_id = (SELECT min(document_id) FROM marts.fact_figures);
            CREATE TEMP TABLE chosen AS
            SELECT min(document_id) AS changed, max(document_id) AS same FROM marts.fact_figures;
            UPDATE intermediate.int_figures SET quote = NULL
            WHERE figure_id = (SELECT min(figure_id) FROM marts.fact_figures, chosen WHERE document_id = changed);
            UPDATE intermediate.int_figures
            SET figure_id = (SELECT max(figure_id) FROM marts.fact_figures, chosen WHERE document_id = same)
            WHERE figure_id = (SELECT max(figure_id) FROM marts.fact_figures, chosen WHERE document_id = changed);
            -- No run makes such a row: it shows which ones are asked.
            UPDATE intermediate.int_figures SET quote = NULL
            WHERE figure_id = (SELECT min(figure_id) FROM marts.fact_figures, chosen WHERE document_id = same);
            """
        )
    return database


@pytest.mark.slow
@pytest.mark.parametrize(("asks", "without_sentence"), [("changed", 1), ("all", 2)])
def test_a_run_asks_what_has_changed_and_dbt_by_hand_asks_all(
    half_changed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asks: str, without_sentence: int
) -> None:
    monkeypatch.setenv(ASKS, asks)
    run_dbt(half_changed, tmp_path / "target", "test", "--select", "fact_figures_rows_conform")
    (result,) = json.loads((tmp_path / "target" / "run_results.json").read_text())["results"]
    with duckdb.connect(str(half_changed), read_only=True) as connection:
        told = dict(connection.execute(result["compiled_code"]).fetchall())
    # The key of a row that changed is held against all rows.
    assert told == {"quote is not null": without_sentence, "figure_id is unique": 1}
