"""A study is added to the crosswalk as docs/constraint_words.md says, in two places."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.dbt.conftest import run_dbt
from tests.dbt.labelled_warehouse import REPOSITORY

CROSSWALK = Path("zhibiao/lexicon/constraint_words_crosswalk.csv")
CONTRACT = Path("dbt_project/models/marts/constraint_words.yml")
OWN_COLUMNS = {"word", "name_en", "pair_role"}
CLASSES = {"确保": "hard", "左右": "soft"}
COUNTED = "      - name: headline_targets\n"


def documented_description() -> str:
    page = (REPOSITORY / "docs" / "constraint_words.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert found is not None
    return found.group(1)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what dbt reads."""
    for part in (Path("dbt_project"), CROSSWALK.parent):
        shutil.copytree(REPOSITORY / part, tmp_path / part, ignore=shutil.ignore_patterns("target", "logs"))
    return tmp_path


def add_column(crosswalk: Path, name: str) -> None:
    with crosswalk.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with crosswalk.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [*rows[0], name])
        writer.writeheader()
        writer.writerows({**row, name: CLASSES.get(row["word"], "")} for row in rows)


def test_a_study_is_a_column_and_its_citation(warehouse: Path, copy: Path, tmp_path: Path) -> None:
    database = tmp_path / "warehouse.duckdb"
    shutil.copy(warehouse, database)
    build = ("build", "--select", "constraint_words_crosswalk", "constraint_words", "--exclude-resource-type")
    add_column(copy / CROSSWALK, "example_2020")

    uncited = run_dbt(database, tmp_path / "target", *build, "unit_test", project=copy / "dbt_project")
    contract = copy / CONTRACT
    text = contract.read_text(encoding="utf-8")
    contract.write_text(text.replace(COUNTED, documented_description() + COUNTED), encoding="utf-8")
    cited = run_dbt(database, tmp_path / "target", *build, "unit_test", project=copy / "dbt_project")

    assert uncited.returncode != 0
    assert "example_2020" in uncited.stdout
    assert cited.returncode == 0, cited.stdout
    with duckdb.connect(str(database), read_only=True) as connection:
        classes = connection.execute(
            "select word, example_2020 from marts.constraint_words where example_2020 is not null"
        ).fetchall()
        (comment,) = connection.execute(
            "select comment from duckdb_columns()"
            " where table_name = 'constraint_words' and column_name = 'example_2020'"
        ).fetchall()
    assert dict(classes) == CLASSES
    assert "Journal 2020" in comment[0]


def test_every_study_is_cited() -> None:
    with (REPOSITORY / CROSSWALK).open(encoding="utf-8", newline="") as lines:
        studies = set(next(csv.reader(lines))) - OWN_COLUMNS
    contract = (REPOSITORY / CONTRACT).read_text(encoding="utf-8")
    assert studies
    for study in studies:
        assert f"- name: {study}\n" in contract
