"""The warehouse that dbt makes of the labelled seeds, built once for all tests here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from tests.dbt.labelled_warehouse import REPOSITORY, create_working_database, fill_from_labels

Rows = Callable[..., list[tuple[object, ...]]]


def run_dbt(
    database: Path, target: Path, *arguments: str, project: Path = REPOSITORY / "dbt_project"
) -> subprocess.CompletedProcess[str]:
    """Run dbt on a working database, its own files under ``target``."""
    environment = os.environ | {
        "ZHIBIAO_WAREHOUSE": str(database),
        "DBT_PROFILES_DIR": str(project),
        "DBT_TARGET_PATH": str(target),
        "DBT_LOG_PATH": str(target),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    return subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", *arguments, "--quiet", "--no-use-colors"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of dbt's own files."""
    return tmp_path_factory.mktemp("target")


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory, target: Path) -> Path:
    """A working database of the labelled seeds on which every model, data test and unit test has passed."""
    path = tmp_path_factory.mktemp("labelled") / "warehouse.duckdb"
    connection = create_working_database(path)
    fill_from_labels(connection)
    connection.close()
    built = run_dbt(path, target, "build")
    assert built.returncode == 0, built.stdout
    return path


@pytest.fixture(scope="session")
def rows(warehouse: Path) -> Iterator[Rows]:
    """Run a query on the built warehouse and return its rows."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        yield lambda query, *values: connection.execute(query, values).fetchall()
