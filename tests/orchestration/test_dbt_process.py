"""dbt in a process of its own: it tells its lines and what came of them, frees the database, and ends with its run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from orchestration.dbt.process import Build, DbtProcess, process_at_hand, standing_by
from orchestration.dbt.project import parsed_folder, run_environment
from orchestration.storage.settings import PROJECT, Settings

pytestmark = pytest.mark.slow

# A run that has dbt stand by, and is killed before it has done anything.
RUN = """
from pathlib import Path
import sys, time
from orchestration.dbt.process import DbtProcess
from orchestration.dbt.project import parsed_folder, run_environment
from orchestration.storage.settings import Settings

if __name__ == "__main__":
    settings = Settings(Path("raw"), Path(sys.argv[1]))
    dbt = DbtProcess(run_environment(settings), parsed_folder(settings), at_once=False)
    print(dbt._process.pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Folders with a working database that nobody has open."""
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    settings.state.mkdir(parents=True)
    duckdb.connect(str(settings.working_database)).close()
    return settings


def new_process(settings: Settings) -> DbtProcess:
    return DbtProcess(run_environment(settings), parsed_folder(settings), at_once=False)


def told(process: DbtProcess, settings: Settings, *arguments: str) -> tuple[list[str], Build]:
    """Run a command; return the lines that dbt said and what came of it."""
    *lines, build = process.run(run_environment(settings), arguments)
    assert isinstance(build, Build)
    return [str(line) for line in lines], build


def test_a_command_tells_its_lines_and_frees_the_database(settings: Settings) -> None:
    process = new_process(settings)
    with standing_by(process):
        assert process_at_hand() is process
        assert process_at_hand() is None
        lines, build = told(process, settings, "show", "--inline", "select 1 as one", "--output", "json")
        assert build.succeeded, build
        assert any('"one": 1' in line for line in lines)
        # Another configuration than dbt's is refused for as long as a process has the file open.
        duckdb.connect(str(settings.working_database), read_only=True).close()


def test_what_dbt_cannot_do_is_told_in_its_words(settings: Settings) -> None:
    process = new_process(settings)
    try:
        _, build = told(process, settings, "show", "--inline", "select no_such_column")
        assert not build.succeeded
        assert "no_such_column" in build.error + "".join(result.message for result in build.results)
    finally:
        process.end()


def test_a_process_that_is_gone_is_an_error_and_no_result(settings: Settings) -> None:
    process = new_process(settings)
    process.end()
    with pytest.raises(RuntimeError, match="ended before"):
        list(process.run(run_environment(settings), ["build"]))


def test_dbt_ends_with_the_run_that_started_it(settings: Settings, tmp_path: Path) -> None:
    program = tmp_path / "run.py"
    program.write_text(RUN)
    run = subprocess.Popen(
        [sys.executable, str(program), str(settings.data)],
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=(tmp_path / "said.txt").open("wb"),
        text=True,
    )
    assert run.stdout is not None
    child = int(run.stdout.readline())
    run.send_signal(signal.SIGKILL)
    run.wait()
    give_up = time.monotonic() + 60
    while _alive(child):
        assert time.monotonic() < give_up, "dbt goes on without its run"
        time.sleep(0.1)
    assert "Traceback" not in (tmp_path / "said.txt").read_text()


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
