"""dbt in a process of its own: started in advance or not, it says the same and ends with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from orchestration.dbt.process import STANDBY
from orchestration.dbt.project import whole_environment
from orchestration.storage.settings import PROJECT, Settings

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "orchestration.dbt.process"]
# A parent that starts dbt and is killed before it has done anything.
PARENT = (
    "import subprocess, sys, time\n"
    "child = subprocess.Popen(sys.argv[1:])\n"
    "print(child.pid, flush=True)\n"
    "time.sleep(60)\n"
)


def environment(folder: Path, standby: str = "") -> dict[str, str]:
    return os.environ | {"ZHIBIAO_DBT_FOLDER": str(folder), STANDBY: standby}


def version(folder: Path, standby: str = "", argument: str = "--version") -> tuple[int, str]:
    """Run dbt with one argument; return its exit code and what it said."""
    finished = subprocess.run(
        [*COMMAND, argument], env=environment(folder, standby), capture_output=True, text=True, check=False
    )
    return finished.returncode, finished.stdout + finished.stderr


def test_without_a_process_that_stands_by_dbt_runs_here(tmp_path: Path) -> None:
    code, said = version(tmp_path, "nobody.socket", "--help")
    assert code == 0
    assert "Usage: dbt" in said


def test_dbt_has_let_go_of_the_database_when_its_end_is_told(tmp_path: Path) -> None:
    program = (
        "from orchestration.dbt.process import run\n"
        "import duckdb\n"
        "assert run(['--quiet', 'debug', '--connection']) == 0\n"
        # Another configuration than dbt's is refused for as long as this process has the file open.
        "duckdb.connect('found.duckdb', read_only=True).close()\n"
    )
    duckdb.connect(str(tmp_path / "found.duckdb")).close()
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    names = whole_environment(settings) | {"ZHIBIAO_WAREHOUSE": "found.duckdb", "PYTHONPATH": str(PROJECT)}
    finished = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=names, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.parametrize(("argument", "expected"), [("--help", 0), ("--no-such-option", 2)])
def test_the_process_that_stands_by_runs_one_command_and_tells_its_end(
    tmp_path: Path, argument: str, expected: int
) -> None:
    standby = subprocess.Popen([*COMMAND, "--stand-by", "dbt.socket"], env=environment(tmp_path))
    give_up = time.monotonic() + 60
    while not (tmp_path / "dbt.socket").exists():
        assert time.monotonic() < give_up
        time.sleep(0.05)
    code, said = version(tmp_path, "dbt.socket", argument)
    assert code == expected
    assert "Usage: dbt" in said
    assert standby.wait(30) == 0


def test_dbt_ends_with_the_run_that_started_it(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, *COMMAND, "--stand-by", "dbt.socket"],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    while not (tmp_path / "dbt.socket").exists():
        time.sleep(0.05)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    give_up = time.monotonic() + 30
    while _alive(child):
        assert time.monotonic() < give_up, "dbt goes on without its run"
        time.sleep(0.1)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
