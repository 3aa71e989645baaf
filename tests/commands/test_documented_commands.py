"""The commands that the pages document run as they are written there."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from zhibiao.commands.main import app

REPOSITORY = Path(__file__).parents[2]
PAGES = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "docs/terminal.md")
# What stands for something of the reader's own.
PLACEHOLDERS = {
    "<file>": "raw/001_256c26c0965ef6d6.txt",
    "<文件>": "raw/001_256c26c0965ef6d6.txt",
    "…": "select 1",
    "page.html": "{folder}/page.html",
    "FILE": "raw/001_256c26c0965ef6d6.txt",
}


def documented(program: str, first: str = r"[a-z]+") -> list[str]:
    """The commands of a program: lines of code blocks, and code within a sentence.

    ``first`` is a pattern for the word behind its name.
    """
    found: dict[str, None] = {}
    for page in PAGES:
        text = (REPOSITORY / page).read_text("utf-8")
        for line in re.findall(rf"^(?:\.venv/bin/)?{program} ({first}\b[^\n]*?)(?: +#[^\n]*)?$", text, re.M):
            found[line] = None
        for line in re.findall(rf"`(?:\.venv/bin/)?{program} ({first}\b[^`]*)`", text):
            found[" ".join(line.split())] = None
    return list(found)


# `zhibiao extract` within a sentence names the command: its help is asked for.
@pytest.mark.parametrize("command", documented("zhibiao", "(?:extract|query|show)"))
def test_a_documented_command_prints_something(
    command: str, published_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(REPOSITORY)
    monkeypatch.setenv("ZHIBIAO_DATA", str(published_file.parent))
    for placeholder, meant in PLACEHOLDERS.items():
        command = command.replace(placeholder, meant.format(folder=tmp_path))
    arguments, _, _ = command.partition(" < ")
    if arguments in ("extract", "query"):
        arguments += " --help"
    result = CliRunner().invoke(app, shlex.split(arguments), input="select 1")
    assert result.exit_code == 0, result.output
    assert result.stdout


@pytest.mark.parametrize("command", documented("make"))
def test_a_documented_target_is_there_with_its_options(command: str) -> None:
    command = re.sub(r"<[^>]*>", "somewhere", command)
    arguments = shlex.split(command)
    # What would be run, without running it.
    dry = ["make", "--dry-run", "-o", ".venv/ready", "PYTHON=python3", *arguments]
    result = subprocess.run(dry, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    helped = subprocess.run(
        ["make", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout
    for argument in arguments:
        name = argument.partition("=")[0] + "=" if "=" in argument else f"make {argument} "
        assert f"  {name}" in helped


def test_both_kinds_are_found() -> None:
    assert "warehouse" in documented("make")
    assert any(
        command.startswith("extract --html") for command in documented("zhibiao", "(?:extract|query|show)")
    )
