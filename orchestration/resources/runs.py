"""Dagster's runs, alive and dead: a run that was killed is closed, so that nothing waits behind it for ever.

Dagster's launcher does not see that a process has died with the whole machine or with the whole UI. So each run
holds a kernel lock of its own from before it waits for its turn: whose lock nobody holds is dead, in a container
too, where a process number tells nothing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dagster import DagsterInstance, DagsterRunStatus, RunsFilter

from orchestration.storage.lock import hold, is_held
from orchestration.storage.settings import Settings

# A run that is starting has no lock yet: it imports for some seconds, on a busy machine for more.
SECONDS_TO_START = 45.0
# Runs and their events are kept as long as a quarter's report may ask for them.
DAYS_KEPT = 90
# So many old runs go at the end of a run: the rest goes with the next ones.
MOST_FORGOTTEN = 20
UNFINISHED = [DagsterRunStatus.STARTING, DagsterRunStatus.STARTED, DagsterRunStatus.CANCELING]


def _lock_of(settings: Settings, run_id: str) -> Path:
    return settings.state / "runs" / run_id


@contextmanager
def alive(settings: Settings, run_id: str) -> Iterator[None]:
    """Show that a run is alive, for as long as the block lasts and this process lives."""
    path = _lock_of(settings, run_id)
    descriptor = hold(path, f"run {run_id[:8]}")
    try:
        yield
    finally:
        if descriptor is not None:
            path.unlink(missing_ok=True)
            os.close(descriptor)


def close_dead_runs(instance: DagsterInstance, settings: Settings) -> list[str]:
    """Mark as failed every run that is under way by Dagster's word and has no living process; return their ids."""
    closed = []
    for record in instance.get_run_records(RunsFilter(statuses=UNFINISHED)):
        run = record.dagster_run
        path = _lock_of(settings, run.run_id)
        if is_held(path):
            continue
        started = record.start_time or record.create_timestamp.timestamp()
        if not path.exists() and time.time() - started < SECONDS_TO_START:
            continue
        instance.report_run_failed(run, "The process of this run has died.")
        path.unlink(missing_ok=True)
        closed.append(run.run_id)
    return closed


def forget_old_runs(instance: DagsterInstance, now: datetime | None = None) -> int:
    """Delete runs of more than 90 days ago with their events, some at a time; return how many."""
    before = (now or datetime.now(UTC)) - timedelta(days=DAYS_KEPT)
    finished = [
        status for status in DagsterRunStatus if status not in UNFINISHED and status.value != "QUEUED"
    ]
    old = instance.get_runs(RunsFilter(created_before=before, statuses=finished), limit=MOST_FORGOTTEN)
    for run in old:
        instance.delete_run(run.run_id)
    return len(old)
