"""Each analysis gives, on the five seeds, the answer that a person finds by reading them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
import yaml

from orchestration.publishing.publishing import publish
from tests.dbt.labelled_warehouse import REPOSITORY

ANALYSES = REPOSITORY / "dbt_project" / "analyses"
EXPECTED = Path(__file__).with_name("expected") / "analyses"
NAMES = sorted(path.stem for path in ANALYSES.glob("*.sql"))


@pytest.fixture(scope="module")
def published(
    warehouse: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse as it is published: raw, marts and quality, nothing else."""
    folder = tmp_path_factory.mktemp("published")
    done = publish(warehouse, folder / "zhibiao.duckdb", folder / "aside.duckdb")
    with duckdb.connect(str(done.path), read_only=True) as connection:
        yield connection


def as_text(value: object) -> str:
    """A cell as the expected tables write it: decimals without trailing zeros, null as nothing."""
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize("name", NAMES)
def test_an_analysis_answers(published: duckdb.DuckDBPyConnection, name: str) -> None:
    result = published.execute((ANALYSES / f"{name}.sql").read_text(encoding="utf-8"))
    answer = [
        [column[0] for column in result.description],
        *([as_text(value) for value in row] for row in result.fetchall()),
    ]
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        assert answer == list(csv.reader(lines))


def test_every_analysis_is_described() -> None:
    described = yaml.safe_load((ANALYSES / "_analyses.yml").read_text(encoding="utf-8"))["analyses"]
    assert [analysis["name"] for analysis in described] == NAMES
    assert len(NAMES) >= 10
