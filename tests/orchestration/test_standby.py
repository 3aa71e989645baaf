"""The socket of a dbt that stands by goes with its run, and where that was killed, with the next one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.runtime.standby import standing_by
from orchestration.storage.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Folders of a run, with nothing in them."""
    found = Settings(tmp_path / "raw", tmp_path / "data")
    found.state.mkdir(parents=True)
    return found


def dead_process() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_sockets_of_runs_that_were_killed_are_taken_away(settings: Settings) -> None:
    of_a_killed_run = settings.state / f"dbt-{dead_process()}.socket"
    of_a_living_run = settings.state / f"dbt-{os.getppid()}.socket"
    # In a container each run may have the same number.
    of_an_earlier_process = settings.state / f"dbt-{os.getpid()}.socket"
    for socket in (of_a_killed_run, of_a_living_run, of_an_earlier_process):
        socket.touch()
    with standing_by(settings):
        assert not of_a_killed_run.exists()
        assert of_a_living_run.exists()
        assert not of_an_earlier_process.is_file()
