"""Many files gone at once: a folder that is not mounted is no reason to publish less; a tidying-up is none to stop."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from expectations.check import Outcome
from expectations.run import check_raw, exit_code
from orchestration.ingest import Landed
from tests.orchestration.conftest import REPORT
from tests.orchestration.test_raw_folder import land_quietly, landed_names, told


@pytest.fixture
def sixty(raw: Path) -> Path:
    """Sixty reports, ten of them in a folder that could be a share's."""
    (raw / "share").mkdir()
    for number in range(60):
        folder = raw / "share" if number < 10 else raw
        (folder / f"{number}.txt").write_text(f"{REPORT}{number}", encoding="utf-8")
    return raw


def test_many_files_gone_at_once_are_kept_and_told_as_an_error(
    connection: duckdb.DuckDBPyConnection, sixty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    land_quietly(connection, sixty)
    for file in (sixty / "share").iterdir():
        file.unlink()
    assert land_quietly(connection, sixty) == Landed(unchanged=50)
    assert len(landed_names(connection)) == 60
    ((check, severity, message),) = told(connection)
    assert (check, severity) == ("many_files_gone", "error")
    assert "10 of 60 files" in message
    assert "ALLOW_REMOVAL=1" in message
    monkeypatch.setenv("ALLOW_REMOVAL", "1")
    assert land_quietly(connection, sixty) == Landed(unchanged=50, removed=10)
    assert told(connection) == []


def test_a_few_files_may_go(connection: duckdb.DuckDBPyConnection, sixty: Path) -> None:
    land_quietly(connection, sixty)
    for number in range(6):
        (sixty / "share" / f"{number}.txt").unlink()
    assert land_quietly(connection, sixty) == Landed(unchanged=54, removed=6)
    assert told(connection) == []


def test_a_folder_that_was_renamed_is_not_lost(connection: duckdb.DuckDBPyConnection, sixty: Path) -> None:
    land_quietly(connection, sixty)
    (sixty / "share").rename(sixty / "reports of the provinces")
    assert land_quietly(connection, sixty) == Landed(read=10, unchanged=50, removed=10)
    assert told(connection) == []
    assert len(landed_names(connection)) == 60


def test_what_moved_is_told_apart_from_what_is_lost(
    connection: duckdb.DuckDBPyConnection, sixty: Path
) -> None:
    land_quietly(connection, sixty)
    (sixty / "59.txt").rename(sixty / "moved.txt")
    for file in (sixty / "share").iterdir():
        file.unlink()
    assert land_quietly(connection, sixty) == Landed(read=1, unchanged=49, removed=1)
    ((check, _, message),) = told(connection)
    assert check == "many_files_gone"
    assert "10 of 60 files" in message
    assert "59.txt" not in landed_names(connection)


def test_many_files_gone_at_once_keep_the_warehouse_from_being_published(
    connection: duckdb.DuckDBPyConnection, sixty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    land_quietly(connection, sixty)
    assert exit_code(check_raw(connection)) == 0
    for file in (sixty / "share").iterdir():
        file.unlink()
    land_quietly(connection, sixty)
    results = check_raw(connection)
    (stopping,) = [result for result in results if result.blocks]
    assert (stopping.name, stopping.outcome, stopping.failed) == ("many_files_gone", Outcome.FAILED, 1)
    assert exit_code(results) == 1
    monkeypatch.setenv("ALLOW_REMOVAL", "1")
    land_quietly(connection, sixty)
    assert exit_code(check_raw(connection)) == 0


def test_of_a_few_files_more_than_half_may_not_go_at_once(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    for number in range(5):
        (raw / f"{number}.txt").write_text(f"{REPORT}{number}", encoding="utf-8")
    land_quietly(connection, raw)
    for number in range(3):
        (raw / f"{number}.txt").unlink()
    assert land_quietly(connection, raw) == Landed(unchanged=2)
    assert [check for check, _, _ in told(connection)] == ["many_files_gone"]
