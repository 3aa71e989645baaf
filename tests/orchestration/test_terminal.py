"""The command on a terminal and in a log, looked at as a person would."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.resources.steps import STEPS
from orchestration.storage.settings import PROJECT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

CONTROL_SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COMMAND = [sys.executable, "-m", "orchestration.runtime.materialize"]
# What never belongs to a good run.
UNWANTED = re.compile(r"(?i:warn|traceback|error)|START|\[RUN\]")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """The five reports, in one of them what a terminal would obey."""
    folder = tmp_path / "raw"
    shutil.copytree(PROJECT / "raw", folder)
    (folder / "taken\x1b]0;taken\x07.txt").write_text(
        "鹤壁市政府工作报告\n二、2024年工作安排\n2024年主要预期目标是：地区生产总值增长5.5%左右\x1b[31m，"
        "居民消费价格涨幅3%左右。\n",
        encoding="utf-8",
    )
    return folder


def on_terminal(environment: dict[str, str]) -> tuple[int, str]:
    """Run the command on a terminal; return its exit code and all that reached the terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        COMMAND, cwd=PROJECT, env=environment, stdin=follower, stdout=follower, stderr=follower
    )
    os.close(follower)
    said = bytearray()
    while True:
        try:
            said += os.read(leader, 65_536)
        except OSError:  # Linux's way of saying that the other side is closed.
            break
    os.close(leader)
    return process.wait(), said.decode("utf-8", "replace")


def environment_of(raw: Path, data: Path, **further: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("VERBOSE", "STRICT")}
    folders = {"ZHIBIAO_RAW": str(raw), "ZHIBIAO_DATA": str(data)}
    return kept | folders | {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "50"} | further


def test_a_good_run_on_a_terminal(raw: Path, tmp_path: Path) -> None:
    code, said = on_terminal(environment_of(raw, tmp_path / "data"))
    plain = CONTROL_SEQUENCE.sub("", said)
    assert code == 0, plain
    for step in STEPS:
        assert f"✓ {step.title}" in plain
    assert re.search(r"about \d+ s", plain)
    assert not UNWANTED.findall(plain)
    # A first answer, the counts, and what to type next.
    assert "≈ 5.5%" in plain
    assert "Findings 质量发现" in plain
    assert "zhibiao show target_panel" in plain
    # rich writes control sequences of its own; none of them sets a title.
    assert "\x1b]" not in said


def test_a_good_run_in_a_log(tmp_path: Path) -> None:
    process = subprocess.run(
        COMMAND,
        cwd=PROJECT,
        env=environment_of(PROJECT / "raw", tmp_path / "data"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stdout
    lines = process.stdout.splitlines()
    assert len(lines) <= 40
    assert not UNWANTED.findall(process.stdout)
    assert "\x1b" not in process.stdout
    for step in STEPS:
        assert f"{step.title}: done in" in process.stdout


def test_a_failed_run_shows_the_reason(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "empty.txt").touch()
    code, said = on_terminal(environment_of(tmp_path / "raw", tmp_path / "data"))
    plain = CONTROL_SEQUENCE.sub("", said)
    assert code == 1, plain
    assert "documents_have_landed" in plain
    assert "no document has landed" in plain
    assert "not published: a check of error severity failed" in plain
    assert "Stack Trace" not in plain
