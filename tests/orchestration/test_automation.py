"""When the job starts by itself."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
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
from orchestration.automation.sensors import (
    FIRST_PAUSE_SECONDS,
    MOST_WAIT_SECONDS,
    REST_SECONDS,
    evaluate,
    raw_folder,
)
from orchestration.ingest.folder_state import Entry, carry_through, entries, settled
from orchestration.storage.settings import Settings
from tests.orchestration.conftest import started_run


class Clock:
    """Evaluates the sensor again and again on one folder; seconds count from when the files were written."""

    def __init__(self, settings: Settings, instance: DagsterInstance) -> None:
        self.settings = settings
        self.instance = instance
        self.cursor: str | None = None
        self.start = time.time()
        self.written: dict[str, float] = {}
        self.reason: str | None = None

    def entries(self, folder: Path) -> dict[str, Entry]:
        """The entries of the folder, changed when our clock says so: the file system's own can't be set."""
        return {
            name: replace(entry, changed=self.start + self.written.get(name, entry.changed - self.start))
            for name, entry in entries(folder).items()
        }

    def look(self, second: float) -> int:
        """Return how many runs the sensor asks for at a time."""
        context = build_sensor_context(instance=self.instance, cursor=self.cursor)
        result = evaluate(context, self.settings, self.start + second)
        assert isinstance(result, SensorResult)
        self.cursor = result.cursor
        self.reason = result.skip_reason.skip_message if isinstance(result.skip_reason, SkipReason) else None
        self.reason = self.reason or (result.skip_reason if isinstance(result.skip_reason, str) else None)
        return len(result.run_requests or [])

    def run_comes_through(self) -> None:
        """Do as a run does that carries the folder through to its end."""
        self.settings.state.mkdir(parents=True, exist_ok=True)
        carry_through(self.settings.carried_through, settled(entries(self.settings.raw), frozenset()))

    def write(self, name: str, text: str, second: float) -> None:
        """Write a file at that second."""
        (self.settings.raw / name).write_text(text, encoding="utf-8")
        self.written[name] = second


@pytest.fixture
def clock(raw: Path, tmp_path: Path, instance: DagsterInstance, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock on a folder of one file that a run has carried through."""
    clock = Clock(Settings(raw, tmp_path / "data"), instance)
    monkeypatch.setattr("orchestration.automation.sensors.entries", clock.entries)
    clock.write("a.txt", "一", 0)
    clock.run_comes_through()
    return clock


def test_nothing_changed_nothing_starts(clock: Clock) -> None:
    assert [clock.look(second) for second in (30, 300, 3000)] == [0, 0, 0]
    assert clock.reason == "nothing changed"


def test_a_first_look_at_files_that_no_run_has_seen_starts_one(clock: Clock) -> None:
    clock.settings.carried_through.unlink()
    assert [clock.look(second) for second in (100, 100 + REST_SECONDS)] == [0, 1]


@pytest.mark.parametrize("change", ["new", "changed", "removed", "touched", "manifest", "link"])
def test_a_change_starts_one_run_once_it_is_at_rest(clock: Clock, change: str) -> None:
    raw = clock.settings.raw
    if change == "new":
        clock.write("b.txt", "二", 100)
    elif change == "changed":
        clock.write("a.txt", "一二", 100)
    elif change == "removed":
        (raw / "a.txt").unlink()
    elif change == "touched":
        os.utime(raw / "a.txt", ns=(1, 1))
        clock.written["a.txt"] = 100
    elif change == "manifest":
        clock.write("manifest.csv", "file_name\na.txt\n", 100)
    else:
        (raw / "b.txt").symlink_to("a.txt")
    assert clock.look(101) == 0
    assert clock.look(110) == 0
    assert clock.look(101 + REST_SECONDS) == 1
    clock.run_comes_through()
    assert clock.look(200) == 0


def test_files_that_come_one_after_the_other_start_one_run(clock: Clock) -> None:
    started = 0
    for second in range(0, 90, 15):
        if second < 45:
            clock.write(f"{second}.txt", "新", second)
        started += clock.look(second)
        if started:
            clock.run_comes_through()
    assert started == 1


def test_a_file_that_keeps_growing_holds_up_a_finished_one_for_a_minute_at_most(clock: Clock) -> None:
    clock.write("finished.txt", "二", 0)
    started = []
    for second in range(15, 150, 15):
        clock.write("growing.txt", "三" * second, second)
        if clock.look(second):
            started.append(second)
            break
    assert started == [15 + MOST_WAIT_SECONDS]


def test_a_run_that_did_not_come_through_is_tried_again_later_each_time(clock: Clock) -> None:
    clock.write("b.txt", "二", 0)
    asked = [second for second in range(0, 3600, 15) if clock.look(second)]
    assert asked[:3] == [30, 30 + FIRST_PAUSE_SECONDS, 30 + 5 * FIRST_PAUSE_SECONDS]
    assert "did not come through; the next try is at" in str(clock.reason)
    clock.run_comes_through()
    assert clock.look(4000) == 0
    assert clock.reason == "nothing changed"


def test_a_change_after_a_failure_is_not_made_to_wait(clock: Clock) -> None:
    clock.write("b.txt", "二", 0)
    assert [clock.look(second) for second in (15, 35)] == [0, 1]
    clock.write("c.txt", "三", 40)
    assert [clock.look(second) for second in (50, 65)] == [0, 1]


def test_while_a_run_is_under_way_none_is_asked_for(clock: Clock) -> None:
    clock.write("b.txt", "二", 0)
    run_id = started_run(clock.instance)
    assert [clock.look(second) for second in (15, 60)] == [0, 0]
    assert clock.reason == "a run is under way"
    run = clock.instance.get_run_by_id(run_id)
    assert run is not None
    clock.instance.report_run_failed(run)
    assert clock.look(75) == 1


def test_files_of_a_time_to_come_are_at_rest(clock: Clock) -> None:
    clock.write("b.txt", "二", 0)
    assert [clock.look(second) for second in (-1000, -1000 + REST_SECONDS)] == [0, 1]


def test_a_cursor_of_an_earlier_version_is_no_obstacle(clock: Clock) -> None:
    clock.cursor = json.dumps({"state": "x", "since": 1.0, "run_on": "x"})
    assert clock.look(30) == 0


def test_without_a_folder_the_sensor_says_so(tmp_path: Path, instance: DagsterInstance) -> None:
    settings = Settings(tmp_path / "none", tmp_path / "data")
    result = evaluate(build_sensor_context(instance=instance), settings, 0)
    assert isinstance(result, SkipReason)


def test_every_morning_at_six_in_china() -> None:
    schedule = every_morning()
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 6 * * *", "Asia/Shanghai")


@pytest.mark.parametrize(("setting", "running"), [("on", True), (None, False)])
def test_both_start_switched_on_under_make_ui_only(
    monkeypatch: pytest.MonkeyPatch, setting: str | None, running: bool
) -> None:
    monkeypatch.delenv("ZHIBIAO_AUTOMATION", raising=False)
    if setting:
        monkeypatch.setenv("ZHIBIAO_AUTOMATION", setting)
    assert (every_morning().default_status is DefaultScheduleStatus.RUNNING) == running
    assert (raw_folder().default_status is DefaultSensorStatus.RUNNING) == running


def test_both_start_the_whole_job() -> None:
    assert every_morning().job.name == raw_folder().job.name == "warehouse"
