"""``make warehouse``: one run of the job in this process, with its progress and a closing table.

Exit codes: 0 published; 1 a check failed that keeps the warehouse from being published, and what was published
before stays (or, with STRICT=1, published without the documents that were set aside); 2 a check or the run itself
could not run.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
import traceback
from typing import TYPE_CHECKING

from expectations.set_aside import is_strict
from orchestration.processes.imports import end_with, many_imports
from orchestration.processes.ready import made_ready_in_time
from orchestration.reading.cluster import ClusterRefusedError, cluster_address, connect
from orchestration.resources.screen import on_screen
from orchestration.resources.steps import remember_seconds
from orchestration.runtime.home import prepare_home
from orchestration.runtime.interrupts import dropped_interrupts_repeated
from orchestration.runtime.standby import standing_by
from orchestration.storage.marker import FolderRefusedError
from orchestration.storage.settings import Settings
from zhibiao.compiled import complaint
from zhibiao.printable import print_anything, printable

if TYPE_CHECKING:
    from dagster import ExecuteInProcessResult

# Worker processes import this module again: what is slow to import is imported when it is needed.

CHECK_FAILURES = {"DagsterAssetCheckFailedError", "DbtBuildFailedError"}


def main() -> int:
    """Run the job on the folders that the environment names; return the exit code."""
    started = time.monotonic()
    print_anything()
    for name in ("RAW", "DATA"):
        if os.environ.get(f"ZHIBIAO_{name}") == "":
            print(f"{name} is empty. Name a folder: make warehouse {name}=<folder>", file=sys.stderr)
            return 2
    settings = Settings.from_environment()
    if not settings.raw.is_dir():
        print(f"There is no folder {settings.raw}. Name one: make warehouse RAW=<folder>", file=sys.stderr)
        return 2
    try:
        address = cluster_address()
        if address:
            connect(address)
        prepare_home(settings)
    except (ClusterRefusedError, FolderRefusedError) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    # Whoever reads the output may have gone, now or later: that unmakes nothing.
    with contextlib.suppress(BrokenPipeError):
        if stale := complaint():
            print(stale, file=sys.stderr)
        print(printable(f"Reading {settings.raw}, writing {settings.data}"), flush=True)
    try:
        with (
            dropped_interrupts_repeated(),
            made_ready_in_time(),
            standing_by(settings),
            on_screen(settings) as screen,
        ):
            result = _run(settings)
    except Exception:
        traceback.print_exc()
        print("The run could not start; what was published before stays.", file=sys.stderr)
        return 2
    code = exit_code(result)
    from orchestration.runtime.summary import nothing_to_do, print_summary

    with contextlib.suppress(BrokenPipeError):
        print_summary(settings, result, code, time.monotonic() - started)
    if code == 0 and not nothing_to_do(settings, result):
        remember_seconds(settings, screen.seconds)
    return code or strict_code(settings)


def strict_code(settings: Settings) -> int:
    """Return 1 where STRICT asks for it and what was published leaves documents out, else 0."""
    if not is_strict():
        return 0
    import duckdb

    with duckdb.connect(str(settings.published_database), read_only=True) as connection:
        documents = connection.execute("SELECT count(*) FROM quality.rejected_documents").fetchone()
    if documents is None or not documents[0]:
        return 0
    print(f"{documents[0]} documents were set aside: exit code 1, as STRICT says", file=sys.stderr)
    return 1


def _run(settings: Settings) -> ExecuteInProcessResult:
    with many_imports():
        from dagster import DagsterInstance

        from orchestration.definitions import defs

    with DagsterInstance.get() as instance:
        job = defs.resolve_job_def("warehouse")
        return job.execute_in_process(
            run_config={"loggers": {"console": {"config": {}}}},
            instance=instance,
            raise_on_error=False,
        )


def exit_code(result: ExecuteInProcessResult) -> int:
    """Return what a finished run means to the shell."""
    from dagster import AssetCheckSeverity

    unexpected = False
    for event in result.all_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            unexpected |= error is None or error.cls_name not in CHECK_FAILURES
    if unexpected:
        return 2
    failed = any(
        not evaluation.passed and evaluation.severity is AssetCheckSeverity.ERROR
        for evaluation in result.get_asset_check_evaluations()
    )
    if failed:
        return 1
    return 0 if result.success else 2


if __name__ == "__main__":
    end_with(main)
