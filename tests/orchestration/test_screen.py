"""What a run shows while it goes and at its end: little where all is well, the reason where it is not."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from orchestration.resources import screen as screens
from orchestration.resources.bars import NEARLY, StepBars, fraction
from orchestration.resources.screen import Screen, on_screen, present_screen, worth_showing
from orchestration.resources.steps import STEPS, expected_seconds, remember_seconds
from orchestration.storage.settings import Settings

DBT_FAILED = [
    "Running with dbt=1.12.6",
    "Found 35 models, 15 analyses, 10 seeds",
    "1 of 3 START sql table model marts.dim_year ......... [RUN]",
    "1 of 3 OK created sql table model marts.dim_year .... [OK in 0.09s]",
    "2 of 3 ERROR creating sql table model marts.a ....... [ERROR in 0.05s]",
    "3 of 3 SKIP relation marts.b ........................ [SKIP]",
    "  Binder Error: Referenced column not found",
]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    found = Settings(tmp_path / "raw", tmp_path / "data")
    found.raw.mkdir()
    found.state.mkdir(parents=True)
    return found


@pytest.fixture
def plain(settings: Settings) -> Screen:
    return Screen(settings, io.StringIO(), verbose=False)


def said_by(screen: Screen) -> str:
    """What the screen has shown since it was asked last."""
    assert isinstance(screen.output, io.StringIO)
    said = screen.output.getvalue()
    screen.output.seek(0)
    screen.output.truncate()
    return said


def test_a_step_is_a_line(plain: Screen) -> None:
    plain.begin("landing")
    plain.end("landing")
    (line,) = said_by(plain).splitlines()
    assert re.fullmatch(r"\d\d:\d\d:\d\d  landing +Taking up files 入库: done in 0\.0 s", line)
    assert set(plain.seconds) == {"landing"}


def test_of_counting_the_last_line_is_shown_and_one_now_and_then(
    plain: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    for done in range(1, 101):
        plain.tell("reading", f"read {done} of 100 documents")
    assert len(said_by(plain).splitlines()) == 1
    monkeypatch.setattr(screens, "SECONDS_BETWEEN_COUNTS", 0.0)
    plain.tell("reading", "read 1 of 100 documents")
    assert "read 1 of 100" in said_by(plain)


def test_a_run_whose_name_has_only_digits_is_no_count(plain: Screen) -> None:
    for message in (
        "nothing has changed since run 54960372, 2026-11-30",
        "run 54960372 of 2026-11-30 stands",
    ):
        plain.tell("raw_checks", message)
        assert message in said_by(plain)


def test_what_dbt_prints_is_shown_where_it_fails(plain: Screen) -> None:
    for failed in (False, True):
        plain.begin("dbt")
        for line in DBT_FAILED:
            plain.printed(line)
        plain.end("dbt", failed=failed)
        said = said_by(plain)
        assert ("Binder Error" in said) is failed
        assert ("2 of 3 ERROR" in said) is failed
        assert "START" not in said
        assert "Running with dbt" not in said


def test_what_one_step_printed_is_not_shown_for_another(plain: Screen) -> None:
    plain.begin("landing")
    plain.printed("of landing")
    plain.end("landing")
    plain.begin("dbt")
    plain.end("dbt", failed=True)
    assert "of landing" not in said_by(plain)


def test_with_verbose_everything_is_shown_at_once(settings: Settings) -> None:
    verbose = Screen(settings, io.StringIO(), verbose=True)
    verbose.begin("dbt")
    verbose.printed(DBT_FAILED[2])
    verbose.tell("reading", "read 1 of 100 documents")
    said = said_by(verbose)
    assert DBT_FAILED[2] in said
    assert "read 1 of 100" in said


def test_where_nothing_tells_of_a_failure_the_last_lines_are_shown() -> None:
    fine = [f"{number} of 99 PASS a_test" for number in range(1, 100)]
    assert worth_showing(fine) == fine[-screens.LINES_OF_A_FAILURE :]
    assert worth_showing(DBT_FAILED) == [DBT_FAILED[4], DBT_FAILED[6]]


def test_a_terminal_obeys_nothing_that_is_told(plain: Screen) -> None:
    plain.tell("reading", "坏\x1b]0;taken\x07.txt", loud=True)
    assert "\x1b" not in said_by(plain)


def test_prints_go_to_the_screen_while_it_is_open(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VERBOSE", raising=False)
    with on_screen(settings) as screen:
        assert present_screen() is screen
        print("1 of 2 START")
    assert present_screen() is None
    assert "START" not in capsys.readouterr().out


def test_how_long_a_step_takes_is_learnt(settings: Settings) -> None:
    few = expected_seconds(settings)
    assert set(few) == {step.key for step in STEPS}
    for number in range(50):
        (settings.raw / f"{number}.txt").touch()
    assert expected_seconds(settings)["reading"] > few["reading"]
    remember_seconds(settings, {"reading": 77.0, "no step of ours": 1.0})
    assert expected_seconds(settings)["reading"] == 77.0
    (settings.state / "durations.json").write_text("[broken")
    assert expected_seconds(settings)["reading"] < 77.0


def test_a_bar_goes_by_what_is_counted_and_else_by_the_clock() -> None:
    bars = StepBars({"reading": 100.0, "dbt": 0.1}, io.StringIO())
    try:
        tasks = {task.description: task for task in bars._progress.tasks}
        reading, dbt = tasks["Reading reports 读取"], tasks["Building tables, dbt 建表"]
        assert fraction(reading) == 0
        bars.begin("reading")
        assert 0 <= fraction(reading) < 0.1
        bars.count("reading", 30, 40)
        assert fraction(reading) == 0.75
        bars.begin("dbt")
        dbt.start_time = -1e6
        assert fraction(dbt) == NEARLY
        bars.end("dbt", failed=False)
        assert fraction(dbt) == 1
        bars.count("no step", 1, 2)
    finally:
        bars.close()
