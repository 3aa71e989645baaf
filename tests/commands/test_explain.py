"""``zhibiao explain``: what it prints, and what it says where there is nothing to explain."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from zhibiao.commands.main import app

REPORT = "焦作市政府工作报告（2024年）\n一、2023年工作回顾\n生产总值3347.6亿元，增长6%。改造32个老旧小区。\n二、2024年工作安排\n生产总值增长7%。\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def explain(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["explain", *arguments], env={"COLUMNS": "200"})
    return result.exit_code, result.output


def test_words_of_the_report_find_the_number(report: Path) -> None:
    code, output = explain(str(report), "--text", "增长6%")
    assert code == 0
    assert "antecedent" in output
    assert "生产总值 [gdp] 6%: exact growth_rate, actual, 2023-01-01/2023-12-31, confidence 0." in output


def test_an_offset_finds_the_same_number(report: Path) -> None:
    by_place = explain(str(report), "--at", str(REPORT.index("6%")))
    assert by_place == explain(str(report), "--text", "增长6%")


def test_each_number_in_the_words_is_explained(report: Path) -> None:
    _, output = explain(str(report), "--text", "生产总值3347.6亿元，增长6%")
    assert output.count("→") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--at", "1"), 1, "no number that measures anything stands at 1"),
        (("--text", "没有的话"), 1, "没有的话 does not stand in it with a number"),
        ((), 2, "name the number by --at or by --text"),
        (("--at", "1", "--text", "增长"), 2, "name the number by --at or by --text"),
    ],
)
def test_what_cannot_be_explained_is_said(
    report: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    ended, output = explain(str(report), *arguments)
    assert ended == code
    assert message in output


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    code, output = explain(str(tmp_path / "none.txt"), "--at", "3")
    assert code == 1
    assert "none.txt" in output
