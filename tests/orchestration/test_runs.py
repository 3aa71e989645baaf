"""Runs that died are closed, whatever started them; runs that live are left alone; old ones are forgotten."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dagster import DagsterInstance, DagsterRunStatus, RunsFilter

from orchestration.resources.runs import DAYS_KEPT, alive, close_dead_runs, forget_old_runs
from orchestration.storage.settings import Settings
from tests.orchestration.conftest import started_run, warehouse

LIVE = """
import sys, time
from pathlib import Path
from orchestration.resources.runs import alive
from orchestration.storage.settings import Settings
with alive(Settings(Path("raw"), Path(sys.argv[1])), sys.argv[2]):
    print("alive", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "raw", tmp_path / "data")


def living(settings: Settings, run_id: str) -> subprocess.Popen[str]:
    """Start a process that lives as that run."""
    process = subprocess.Popen(
        [sys.executable, "-c", LIVE, str(settings.data), run_id], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "alive\n"
    return process


def status(instance: DagsterInstance, run_id: str) -> DagsterRunStatus:
    run = instance.get_run_by_id(run_id)
    assert run is not None
    return run.status


def test_a_living_run_is_left_alone_and_a_killed_one_is_closed(
    instance: DagsterInstance, settings: Settings
) -> None:
    run_id = started_run(instance)
    process = living(settings, run_id)
    assert close_dead_runs(instance, settings) == []
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert close_dead_runs(instance, settings) == [run_id]
    assert status(instance, run_id) is DagsterRunStatus.FAILURE
    assert close_dead_runs(instance, settings) == []


def test_a_run_that_never_came_to_life_is_closed_once_it_had_the_time(
    instance: DagsterInstance, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = started_run(instance)
    assert close_dead_runs(instance, settings) == []
    monkeypatch.setattr("orchestration.resources.runs.SECONDS_TO_START", 0.0)
    assert close_dead_runs(instance, settings) == [run_id]


def test_a_run_of_the_same_process_number_is_no_living_run(
    instance: DagsterInstance, settings: Settings
) -> None:
    run_id = started_run(instance)
    left = settings.state / "runs" / run_id
    left.parent.mkdir(parents=True)
    # In a container each run is process 1, the dead one as well as this one.
    left.write_text(f"run (process {os.getpid()})", encoding="utf-8")
    assert close_dead_runs(instance, settings) == [run_id]


def test_a_run_that_ends_leaves_no_lock(settings: Settings) -> None:
    with alive(settings, "a"):
        assert (settings.state / "runs" / "a").exists()
    assert list((settings.state / "runs").iterdir()) == []


def test_runs_of_more_than_ninety_days_ago_are_forgotten_with_their_events(instance: DagsterInstance) -> None:
    warehouse.execute_in_process(instance=instance)
    (run,) = instance.get_runs(RunsFilter(statuses=[DagsterRunStatus.SUCCESS]))
    now = datetime.now(UTC)
    assert forget_old_runs(instance, now + timedelta(days=DAYS_KEPT - 1)) == 0
    assert forget_old_runs(instance, now + timedelta(days=DAYS_KEPT + 1)) == 1
    assert instance.get_run_by_id(run.run_id) is None
    assert instance.all_logs(run.run_id) == []
