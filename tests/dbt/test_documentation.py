"""The pages that go with the marts: the dictionary follows from the models, the session on citing runs."""

from __future__ import annotations

import doctest
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from expectations.run import check_extracted, check_raw
from orchestration.dbt.dictionary import PAGE, data_dictionary
from orchestration.dbt.sources import CHECKED_FILE, FILE, checked_sources, checked_tables, sources
from tests.dbt.conftest import Rows, run_dbt
from tests.dbt.labelled_warehouse import RAW, REPOSITORY
from tests.expectations.tables import empty_database


def test_the_dictionary_follows_from_the_models() -> None:
    assert PAGE.read_text(encoding="utf-8") == data_dictionary(), "run python -m orchestration.dbt.dictionary"


def test_the_session_on_citing_runs_as_written(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    shutil.copyfile(warehouse, tmp_path / "data" / "zhibiao.duckdb")
    shutil.copytree(RAW, tmp_path / "raw")
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(REPOSITORY / "docs" / "citing.md"), module_relative=False, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0


def test_every_column_for_people_has_a_comment(rows: Rows) -> None:
    """In English, with the Chinese term in brackets."""
    assert (
        rows("""
        select schema_name || '.' || table_name || '.' || column_name
        from duckdb_columns()
        where schema_name in ('marts', 'quality')
            and not coalesce(regexp_matches(comment, '[A-Za-z].*[(（][^)）]*[\u4e00-\u9fff]'), false)
    """)
        == []
    )


def test_every_table_for_people_has_a_comment(rows: Rows) -> None:
    assert (
        rows("""
        select table_name from duckdb_tables() where schema_name in ('marts', 'quality') and comment is null
        union all
        select view_name from duckdb_views() where schema_name in ('marts', 'quality') and comment is null
    """)
        == []
    )


def test_every_mart_says_its_key(rows: Rows) -> None:
    """The key is in the comment, for people and for the data package, and the one that dbt tests."""
    said = dict(
        rows(r"""
        select name, regexp_extract(comment, 'Key \(主键\): ([a-z_, ]+)\.', 1)
        from (
            select table_name as name, comment from duckdb_tables() where schema_name = 'marts'
            union all select view_name, comment from duckdb_views() where schema_name = 'marts'
        )
    """)
    )
    tested = {}
    for path in (REPOSITORY / "dbt_project" / "models" / "marts").glob("*.yml"):
        found = re.search(r"unique_combination_of_columns:\n +- \{(.*)\}", path.read_text("utf-8"))
        tested[path.stem] = found.group(1) if found else ""
    assert said == tested


def test_no_index_keeps_older_readers_out(rows: Rows) -> None:
    """DuckDB 1.0 cannot open a file with the index of a primary key that a later one wrote."""
    assert rows("select table_name from duckdb_constraints() where constraint_type != 'NOT NULL'") == []
    assert rows("select index_name from duckdb_indexes()") == []


def test_dbt_docs_are_one_page(warehouse: Path, target: Path, tmp_path: Path) -> None:
    database = Path(shutil.copyfile(warehouse, tmp_path / warehouse.name))
    made = run_dbt(database, target, "docs", "generate", "--static")
    assert made.returncode == 0, made.stdout
    page = (target / "static_index.html").read_text(encoding="utf-8")
    assert "target_panel_long" in page
    assert json.dumps("目标面板")[1:-1] in page


def test_sources_have_the_columns_that_python_writes() -> None:
    assert FILE.read_text(encoding="utf-8") == sources()
    assert CHECKED_FILE.read_text(encoding="utf-8") == checked_sources()


def test_sources_of_the_checks_are_as_the_checks_write_them() -> None:
    connection = empty_database()
    check_raw(connection)
    check_extracted(connection)
    declared = {table.name: [column.name for column in table.columns] for table in checked_tables()}
    written = {
        name: [row[0] for row in connection.execute(f"describe {name}").fetchall()] for name in declared
    }
    assert declared == written


def test_exposures_rest_on_every_table_that_is_published() -> None:
    models = REPOSITORY / "dbt_project" / "models"
    exposures = yaml.safe_load((models / "exposures.yml").read_text(encoding="utf-8"))["exposures"]
    rests_on = {exposure["name"]: set(exposure["depends_on"]) for exposure in exposures}
    folders = {"published_database": ("marts", "quality"), "exports": ("marts",)}
    for name, parts in folders.items():
        built = {f"ref('{path.stem}')" for part in parts for path in (models / part).glob("*.sql")}
        assert rests_on[name] == built
