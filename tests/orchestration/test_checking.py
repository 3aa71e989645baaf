"""The checks in a process made ready for them say what they say here."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from orchestration.checks.running import check_layer, checks_standing_by
from orchestration.ingest import land
from orchestration.storage.database import connect
from tests.orchestration.conftest import REPORT

pytestmark = pytest.mark.slow


@pytest.fixture
def database(tmp_path: Path, raw: Path) -> Path:
    """A working database into which a report and an empty file were landed."""
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    (raw / "empty.txt").touch()
    path = tmp_path / "state" / "warehouse.duckdb"
    with connect(path) as connection:
        land(connection, raw, print)
    return path


def test_there_and_here_the_same_is_found_and_kept(database: Path) -> None:
    ready = threading.Event()
    with checks_standing_by(when_ready=ready.set):
        there = check_layer("raw", database)
        assert ready.is_set()
    with connect(database) as connection:
        kept = connection.execute("SELECT check_name, message FROM checked.findings ORDER BY ALL").fetchall()
    here = check_layer("raw", database)
    assert there == here
    assert not all(result.passed for result in here)
    with connect(database) as connection:
        again = connection.execute("SELECT check_name, message FROM checked.findings ORDER BY ALL").fetchall()
    assert kept == again


def test_a_check_that_breaks_there_breaks_the_step_here(tmp_path: Path) -> None:
    with checks_standing_by(when_ready=lambda: None), pytest.raises(KeyError):
        check_layer("no such layer", tmp_path / "warehouse.duckdb")
