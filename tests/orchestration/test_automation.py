"""When the job starts by itself."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from dagster import (
    DagsterInstance,
    DefaultScheduleStatus,
    DefaultSensorStatus,
    SensorResult,
    SkipReason,
    build_sensor_context,
)

from orchestration.automation.schedules import every_morning
from orchestration.automation.sensors import REST_SECONDS, evaluate, raw_folder
from orchestration.ingest.folder import signature


class Clock:
    """Evaluates the sensor again and again on one folder, with the time in our hands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cursor: str | None = None

    def look(self, now: float) -> list[str]:
        """Return the run keys that the sensor asks for at a time."""
        with DagsterInstance.ephemeral() as instance:
            result = evaluate(build_sensor_context(instance=instance, cursor=self.cursor), self.folder, now)
        assert isinstance(result, SensorResult)
        self.cursor = result.cursor
        return [request.run_key or "" for request in result.run_requests or []]


@pytest.fixture
def clock(raw: Path) -> Clock:
    """A clock on a folder whose state a run has already been started for."""
    (raw / "a.txt").write_text("一", encoding="utf-8")
    clock = Clock(raw)
    assert clock.look(0) == []
    assert len(clock.look(REST_SECONDS)) == 1
    return clock


def test_nothing_changed_nothing_starts(clock: Clock) -> None:
    assert [clock.look(now) for now in (30, 300, 3000)] == [[], [], []]


@pytest.mark.parametrize("change", ["new", "changed", "removed", "touched", "manifest"])
def test_a_change_starts_one_run_once_the_folder_rests(clock: Clock, change: str) -> None:
    if change == "new":
        (clock.folder / "b.txt").write_text("二", encoding="utf-8")
    elif change == "changed":
        (clock.folder / "a.txt").write_text("一二", encoding="utf-8")
    elif change == "removed":
        (clock.folder / "a.txt").unlink()
    elif change == "touched":
        os.utime(clock.folder / "a.txt", ns=(1, 1))
    else:
        (clock.folder / "manifest.csv").write_text("file_name\na.txt\n", encoding="utf-8")
    assert clock.look(100) == []
    assert clock.look(100 + REST_SECONDS / 2) == []
    assert clock.look(100 + REST_SECONDS) == [f"{signature(clock.folder)}-100"]
    assert clock.look(100 + 2 * REST_SECONDS) == []


def test_files_that_come_one_after_the_other_start_one_run(clock: Clock) -> None:
    requests: list[str] = []
    for second in range(0, 120, 15):
        if second < 60:
            (clock.folder / f"{second}.txt").write_text("新", encoding="utf-8")
        requests += clock.look(1000 + second)
    assert len(requests) == 1


def test_a_folder_that_returns_to_a_former_state_starts_a_run_too(clock: Clock) -> None:
    first = clock.look(0)
    (clock.folder / "b.txt").write_text("二", encoding="utf-8")
    clock.look(100)
    second = clock.look(130)
    (clock.folder / "b.txt").unlink()
    clock.look(200)
    third = clock.look(230)
    assert len({*first, *second, *third}) == 2
    assert third


def test_without_a_folder_the_sensor_says_so(tmp_path: Path) -> None:
    with DagsterInstance.ephemeral() as instance:
        result = evaluate(build_sensor_context(instance=instance), tmp_path / "none", 0)
    assert isinstance(result, SkipReason)


def test_the_cursor_can_be_read_by_a_person(clock: Clock) -> None:
    assert set(json.loads(clock.cursor or "")) == {"state", "since", "run_on"}


def test_every_morning_at_six_in_china() -> None:
    schedule = every_morning()
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 6 * * *", "Asia/Shanghai")


@pytest.mark.parametrize(("switch", "running"), [(None, False), ("on", True)])
def test_both_are_off_until_switched_on_and_on_in_the_ui(
    monkeypatch: pytest.MonkeyPatch, switch: str | None, running: bool
) -> None:
    monkeypatch.delenv("ZHIBIAO_AUTOMATION", raising=False)
    if switch:
        monkeypatch.setenv("ZHIBIAO_AUTOMATION", switch)
    assert (every_morning().default_status is DefaultScheduleStatus.RUNNING) == running
    assert (raw_folder().default_status is DefaultSensorStatus.RUNNING) == running


def test_schedule_and_sensor_launch_the_same_job() -> None:
    assert every_morning().job.name == raw_folder().job.name == "warehouse"
