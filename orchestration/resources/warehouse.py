"""What the assets share: the two folders, the working database, and the right to write into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

import duckdb
from dagster import ConfigurableResource, DagsterRun, InitResourceContext
from pydantic import PrivateAttr

from orchestration.ingest.folder_state import carry_through
from orchestration.resources.runs import alive, close_dead_runs, forget_old_runs
from orchestration.resources.unchanged import (
    Complete,
    Inputs,
    forget,
    inputs,
    last_complete,
    record,
    record_again,
    stands,
)
from orchestration.storage.database import connect, look
from orchestration.storage.lock import writer_lock
from orchestration.storage.settings import Settings

# The name of the job that covers every asset.
WHOLE_JOB = "warehouse"

Begun = TypeVar("Begun")


class Warehouse(ConfigurableResource[Any]):
    """The working database of the folders that the environment names.

    A run holds the lock from its first step to its last: in one process (the executor is the in-process one)
    a resource lives as long as the run.
    """

    _before: Complete | None = PrivateAttr(default=None)
    _inputs: Inputs | None = PrivateAttr(default=None)
    _states: dict[str, str] = PrivateAttr(default_factory=dict)
    _begun: dict[type[Any], Any] = PrivateAttr(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """The folders that this run works on."""
        return Settings.from_environment()

    @contextmanager
    def yield_for_execution(self, context: InitResourceContext) -> Iterator[Any]:
        """Hold the writer's lock while the run lasts."""
        log = context.log

        def waiting(message: str) -> None:
            if log is not None:
                log.info(message)

        settings = self.settings
        run = context.run
        with (
            alive(settings, run.run_id if run else "none"),
            writer_lock(settings.lock, waiting, f"run {run.run_id[:8]}" if run else "a run"),
        ):
            if context.instance is not None:
                for run_id in close_dead_runs(context.instance, settings):
                    waiting(f"run {run_id[:8]} was killed; it is closed")
                forget_old_runs(context.instance)
            # Whoever asked for a part of the job wants that part done.
            whole = run is not None and covers_the_job(run)
            self._before = last_complete(self.settings) if whole else None
            yield self

    def connect(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """Open the working database; close it soon, since dbt is another process."""
        return connect(self.settings.working_database)

    def look(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """Open the working database for reading, as other processes may at the same time."""
        return look(self.settings.working_database)

    def unchanged(self) -> Complete | None:
        """Return the complete run whose results still stand, if this run would come to the same.

        To be asked by the steps behind landing; the first answer holds for the run.
        """
        if self._inputs is None:
            with self.connect() as connection:
                self._inputs = inputs(self.settings, connection)
            if self._before is None or not stands(self.settings, self._before, self._inputs):
                self._before = None
                forget(self.settings)
        return self._before

    def take_up(self, states: dict[str, str]) -> None:
        """Remember the entries of the raw folder as this run has landed them."""
        self._states = states

    def has_changed(self) -> None:
        """Note that a step has come to something new, although what was landed is as it was."""
        self._before = None
        forget(self.settings)

    def keep(self, begun: object | None) -> None:
        """Keep what a step has begun for a later one, which asks for it by its class."""
        if begun is not None:
            self._begun[type(begun)] = begun

    def take(self, kind: type[Begun]) -> Begun | None:
        """Return what has been begun of a class, once; None where nothing has."""
        begun: Begun | None = self._begun.pop(kind, None)
        return begun

    def complete(self, run: DagsterRun) -> None:
        """Note that the run has come to its end, if it covered the whole job; the last step says so."""
        before = self.unchanged()
        if covers_the_job(run):
            carry_through(self.settings.carried_through, self._states)
        if before is not None:
            record_again(self.settings, before)
        elif self._inputs is not None and covers_the_job(run):
            record(self.settings, run.run_id, self._inputs)


def covers_the_job(run: DagsterRun) -> bool:
    """Return whether a run is of the whole job, not of assets that somebody picked or of what had failed."""
    picked = run.asset_selection or run.asset_check_selection or run.resolved_op_selection
    return run.job_name == WHOLE_JOB and not picked and run.parent_run_id is None
