"""Who reads the output may go away at any time: nothing that was done is undone, and 1 means a failed check only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.storage.settings import PROJECT

ON_A_CONSOLE = (
    "from orchestration.processes.imports import end_with\n"
    "from zhibiao.commands.output import Console\n"
    "def main():\n"
    "    console = Console(width=80)\n"
    "    for number in range(3):\n"
    "        console.print('line', number)\n"
    "    return 0\n"
    "end_with(main)\n"
)
# The same with the end that Python itself makes of a process.
ON_A_CONSOLE_TO_THE_END = ON_A_CONSOLE.replace("end_with(main)", "main()")
ON_A_SCREEN = (
    "import logging, pathlib, sys\n"
    "from orchestration.processes.imports import end_with\n"
    "from orchestration.resources.screen import on_screen\n"
    "from orchestration.storage.settings import Settings\n"
    "def main():\n"
    "    with on_screen(Settings(pathlib.Path('raw'), pathlib.Path('data'))) as screen:\n"
    "        for step in ('start', 'landing', 'dbt'):\n"
    "            screen.begin(step)\n"
    "            screen.tell(step, 'something', loud=True)\n"
    "            screen.end(step)\n"
    "    return 0\n"
    "end_with(main)\n"
)
UNFORESEEN = (
    "from orchestration.processes.imports import end_with\n"
    "def main():\n"
    "    raise RuntimeError('unforeseen')\n"
    "end_with(main)\n"
)


def run_with_nobody_reading(program: str, folder: Path) -> int:
    """Run a program whose standard output and error are pipes that nobody reads any more; return its code."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            [sys.executable, "-c", program],
            stdout=writing,
            stderr=writing,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
            check=False,
        ).returncode
    finally:
        os.close(writing)


@pytest.mark.parametrize("program", [ON_A_CONSOLE, ON_A_CONSOLE_TO_THE_END, ON_A_SCREEN])
def test_what_was_done_is_done_when_nobody_reads_any_more(program: str, tmp_path: Path) -> None:
    assert run_with_nobody_reading(program, tmp_path) == 0


def test_what_was_not_foreseen_is_two_also_when_nobody_reads(tmp_path: Path) -> None:
    assert run_with_nobody_reading(UNFORESEEN, tmp_path) == 2
