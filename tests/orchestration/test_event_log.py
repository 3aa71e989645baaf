"""The store of Dagster's events keeps files open, few of them, and none that is to go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from dagster import DagsterInstance, asset, materialize

from orchestration.runtime.event_log import OPEN_FILES, EventLog
from orchestration.runtime.home import prepare_home
from orchestration.storage.settings import Settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of Dagster with the project's settings."""
    for name in ("DAGSTER_HOME", "ZHIBIAO_RAW", "ZHIBIAO_DATA"):
        monkeypatch.setenv(name, "")
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    prepare_home(settings)
    return settings.dagster_home


def open_files(folder: Path) -> set[str]:
    """The databases of a folder that this process has open."""
    links = [Path("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
    targets = [Path(os.readlink(link)) for link in links if link.is_symlink()]
    return {path.name for path in targets if path.suffix == ".db" and folder in path.parents}


def test_what_a_run_told_is_read_again_by_another_instance(home: Path) -> None:
    @asset
    def table() -> None:
        pass

    with DagsterInstance.get() as instance:
        assert isinstance(instance.event_log_storage, EventLog)
        run = materialize([table], instance=instance).run_id
    assert not open_files(home / "history" / "runs")
    with DagsterInstance.get() as instance:
        latest = instance.get_latest_materialization_event(table.key)
        assert latest is not None
        assert latest.run_id == run


def test_few_files_are_open_at_a_time_and_none_after_wiping(home: Path) -> None:
    log = EventLog()
    folder = home / "history" / "runs"
    for number in range(OPEN_FILES + 3):
        with log.run_connection(f"run-{number}") as connection:
            connection.exec_driver_sql("SELECT count(*) FROM event_logs").fetchall()
    assert len(open_files(folder)) <= OPEN_FILES
    assert log.has_table("asset_keys")
    assert not log.has_table("no_such_table")
    log.wipe()
    assert open_files(folder) <= {"index.db"}
    log.dispose()
    assert not open_files(folder)
