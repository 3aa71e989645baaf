"""Where only the reader is installed: what is imported, and what the other commands say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zhibiao.commands.extract import extract_command
from zhibiao.compiled import SWITCH

# What `pip install .` does not bring.
ABSENT = ("duckdb", "rapidfuzz", "pandas", "pyarrow", "dagster", "dbt", "great_expectations", "yaml")
REPORT = "焦作市政府工作报告\n二、2024年工作安排\n2024年主要预期目标是：地区生产总值增长5.5%左右。\n"


def run_without(absent: tuple[str, ...], *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process in which these packages cannot be imported."""
    program = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({absent!r}))\n"
        "from zhibiao.commands.main import app\n"
        f"app({list(arguments)!r})\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={
            "PYTHONPATH": str(Path(sys.modules["zhibiao"].__path__[0]).parent),
            "PATH": "/usr/bin:/bin",
            SWITCH: "0",
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("output", [[], ["--format", "json"], ["--format", "csv"], ["--html", "page.html"]])
def test_extract_needs_nothing_of_the_warehouse(tmp_path: Path, output: list[str]) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    result = run_without(ABSENT, "extract", "report.txt", *output, folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stderr == "" or "page.html" in result.stderr
    assert "5.5" in result.stdout or "1 targets" in result.stdout


@pytest.mark.parametrize("arguments", [("query", "select 1"), ("show",), ("show", "fact_targets")])
def test_query_and_show_say_what_to_install(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = run_without(ABSENT, *arguments, folder=tmp_path)
    assert result.returncode == 1
    assert "needs duckdb" in result.stderr
    assert "pip install '.[query]'" in result.stderr
    assert "Traceback" not in result.stderr


def test_another_module_that_is_missing_is_no_complaint_about_the_extra(tmp_path: Path) -> None:
    result = run_without(("zhibiao.commands.rows",), "query", "select 1", folder=tmp_path)
    assert "pip install" not in result.stderr
    assert "zhibiao.commands.rows" in result.stderr


def test_help_is_there_without_the_warehouse(tmp_path: Path) -> None:
    result = run_without(ABSENT, "--help", folder=tmp_path)
    assert result.returncode == 0
    assert extract_command.__doc__ is not None
    assert extract_command.__doc__.split(":")[0] in result.stdout
