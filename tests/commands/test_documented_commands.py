"""The commands of docs/terminal.md run as they are written there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from zhibiao.commands.main import app

REPOSITORY = Path(__file__).parents[2]
DOCUMENTED = re.findall(
    r"^zhibiao (.+?)(?: +#.*)?$", (REPOSITORY / "docs" / "terminal.md").read_text("utf-8"), re.M
)


@pytest.mark.parametrize("command", DOCUMENTED)
def test_a_documented_command_prints_something(
    command: str, published_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(REPOSITORY)
    monkeypatch.setenv("ZHIBIAO_DATA", str(published_file.parent))
    arguments, _, _ = command.partition(" < ")
    result = CliRunner().invoke(app, shlex.split(arguments), input="select 1")
    assert result.exit_code == 0, result.output
    assert result.stdout
