"""Runs of ``make warehouse`` that were killed: closed, so that they do not hold a place in the queue."""

from __future__ import annotations

import os

from dagster import DagsterInstance, DagsterRunStatus, RunsFilter

PROCESS_TAG = "zhibiao/process"


def close_dead_runs(instance: DagsterInstance) -> None:
    """Mark as failed the runs whose process is gone; Dagster only watches processes that it started."""
    unfinished = RunsFilter(statuses=[DagsterRunStatus.STARTING, DagsterRunStatus.STARTED])
    for run in instance.get_runs(unfinished):
        process = run.tags.get(PROCESS_TAG)
        if process and not _alive(int(process)):
            instance.report_run_failed(run, f"The process of this run ({process}) was killed.")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
