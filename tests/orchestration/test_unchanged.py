"""When a run has nothing to do: never while anything differs from what the last complete run had and left."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
from dagster import AssetKey, DagsterRun

from orchestration.ingest import land
from orchestration.resources import unchanged
from orchestration.resources.unchanged import (
    Complete,
    code_version,
    forget,
    has_what_it_left,
    if_inputs_stand,
    inputs,
    last_complete,
    record,
    record_again,
    stands,
)
from orchestration.resources.warehouse import covers_the_job
from orchestration.storage.database import connect
from orchestration.storage.settings import Settings
from tests.orchestration.conftest import REPORT


@pytest.fixture
def settings(tmp_path: Path, raw: Path) -> Settings:
    """A warehouse of one report that a complete run has left, with stand-ins for the files it makes."""
    folders = Settings(raw, tmp_path / "data")
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    for name in (
        "zhibiao.duckdb",
        "exports/README.md",
        "exports/csv/panel.csv",
        "quality/index.html",
        "site/index.html",
    ):
        path = folders.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    with connect(folders.working_database) as connection:
        land(connection, raw, print)
        made_of = inputs(folders, connection)
    record(folders, "first", made_of)
    return folders


def is_likely(settings: Settings) -> bool:
    """Whether a run that is about to start will find nothing to do."""
    before = if_inputs_stand(settings)
    return before is not None and has_what_it_left(settings, before)


def look(settings: Settings) -> Complete | None:
    """Land what lies there, as a run does, and return the run whose results still stand."""
    before = last_complete(settings)
    with connect(settings.working_database) as connection:
        land(connection, settings.raw, print)
        now = inputs(settings, connection)
    return before if before is not None and stands(settings, before, now) else None


def test_with_nothing_changed_the_last_complete_run_stands(settings: Settings) -> None:
    for _ in range(3):
        assert is_likely(settings)
        before = look(settings)
        assert before is not None
        assert before.metadata["unchanged_since_run"] == "first"
        record_again(settings, before)


def damage(settings: Settings) -> None:
    """Change a byte of the published file, and neither its size nor its time."""
    status = settings.published_database.stat()
    settings.published_database.write_text("zhibiao.duckdx", encoding="utf-8")
    os.utime(settings.published_database, ns=(status.st_atime_ns, status.st_mtime_ns))


def write_into_the_working_database(settings: Settings) -> None:
    """As a run that failed has done, one of a part of the job, `make quality`, or a person."""
    with connect(settings.working_database) as connection:
        connection.execute("CREATE TABLE left_behind AS SELECT 1 AS one")


CHANGES: dict[str, Callable[[Settings], object]] = {
    "a new report": lambda s: (s.raw / "b.txt").write_text(REPORT * 2, encoding="utf-8"),
    "a changed report": lambda s: (s.raw / "a.txt").write_text(REPORT * 2, encoding="utf-8"),
    "a removed report": lambda s: (s.raw / "a.txt").unlink(),
    "a file that cannot be landed": lambda s: (s.raw / "empty.txt").touch(),
    "a manifest": lambda s: (s.raw / "manifest.csv").write_text("file_name,publisher\na.txt,鹰城市政府\n"),
    "the published file gone": lambda s: s.published_database.unlink(),
    "the published file damaged": damage,
    "a log beside the published file": lambda s: (s.data / "zhibiao.duckdb.wal").touch(),
    "an export gone": lambda s: (s.exports / "csv" / "panel.csv").unlink(),
    "an export altered": lambda s: (s.exports / "README.md").write_text("mine"),
    "a file among the exports": lambda s: (s.exports / "notes.txt").touch(),
    "a page of the site gone": lambda s: (s.site / "index.html").unlink(),
    "a page of the site altered": lambda s: (s.site / "index.html").write_text("mine"),
    "a report of the checks gone": lambda s: (s.quality / "index.html").unlink(),
    "the working database written into": write_into_the_working_database,
    "the working database gone": lambda s: s.working_database.unlink(),
    "the record torn": lambda s: (s.state / "complete.json").write_text('{"run_id": "fir'),
    "the record of another version": lambda s: (s.state / "complete.json").write_text('{"run_id": "first"}'),
    "no record, since a run has begun to work": forget,
}


@pytest.mark.parametrize("change", CHANGES)
def test_with_anything_changed_the_run_does_its_work(settings: Settings, change: str) -> None:
    CHANGES[change](settings)
    assert not is_likely(settings)
    assert look(settings) is None


def test_other_code_is_a_change(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "code_version", lambda: "another")
    assert not is_likely(settings)
    assert look(settings) is None


@pytest.mark.parametrize(("days", "does_its_work"), [(1, False), (399, False), (402, True), (800, True)])
def test_another_day_is_no_change_until_the_reports_are_stale(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, days: int, does_its_work: bool
) -> None:
    later = datetime.now(UTC).date() + timedelta(days=days)
    monkeypatch.setattr(unchanged, "today", later.isoformat)
    assert is_likely(settings) is not does_its_work
    assert (look(settings) is None) is does_its_work


def test_what_was_found_by_a_clock_that_was_set_back_does_not_stand_when_it_is_right_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = datetime.now(UTC) - timedelta(days=40)
    with monkeypatch.context() as clock:
        clock.setattr(unchanged, "today", back.date().isoformat)
        assert look(settings) is None  # to that clock the report has landed in the future, which is told
        with connect(settings.working_database) as connection:
            made_of = inputs(settings, connection)
        clock.setattr(unchanged, "datetime", Mock(now=lambda _: back))
        record(settings, "with the clock set back", made_of)
        assert is_likely(settings)
        assert look(settings) is not None
    assert not is_likely(settings)
    assert look(settings) is None


@pytest.mark.parametrize(
    "edited", ["models/marts/fact.sql", "suites/units.py", "corrections.yml", "lexicon/units.csv", "new.py"]
)
def test_code_is_every_model_check_correction_and_list(tmp_path: Path, edited: str) -> None:
    for name in ("models/marts/fact.sql", "suites/units.py", "corrections.yml", "lexicon/units.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before")
    before = code_version([tmp_path])
    assert code_version([tmp_path]) == before
    (tmp_path / edited).write_text("after")
    assert code_version([tmp_path]) != before


def test_what_is_generated_is_no_code(tmp_path: Path) -> None:
    before = code_version([tmp_path])
    for name in ("__pycache__/module.pyc", "target/manifest.json", "logs/dbt.log"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    assert code_version([tmp_path]) == before


def test_the_code_has_what_decides() -> None:
    assert {folder.name for folder in unchanged.CODE} == {
        "zhibiao",
        "expectations",
        "orchestration",
        "reading_room",
        "dbt_project",
    }


@pytest.mark.parametrize(
    ("run", "whole"),
    [
        (DagsterRun("warehouse"), True),
        (DagsterRun("another_job"), False),
        (DagsterRun("warehouse", asset_selection=frozenset({AssetKey(["raw", "documents"])})), False),
        (DagsterRun("warehouse", parent_run_id="failed", root_run_id="failed"), False),
    ],
)
def test_only_a_run_of_the_whole_job_is_spared_or_recorded(run: DagsterRun, whole: bool) -> None:
    assert covers_the_job(run) is whole
