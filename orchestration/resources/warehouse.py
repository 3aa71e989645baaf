"""What the assets share: the two folders, the working database, and the right to write into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import duckdb
from dagster import ConfigurableResource, DagsterRun, InitResourceContext
from pydantic import PrivateAttr

from orchestration.exports.beside import BegunBooks
from orchestration.ingest.folder_state import carry_through
from orchestration.publishing.difference import Record
from orchestration.publishing.exports import begin_exports
from orchestration.publishing.former_copy import FormerCopy, begin_copy
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
from orchestration.storage.database import connect
from orchestration.storage.lock import writer_lock
from orchestration.storage.settings import Settings

# The name of the job that covers every asset.
WHOLE_JOB = "warehouse"


class Warehouse(ConfigurableResource[Any]):
    """The working database of the folders that the environment names.

    A run holds the lock from its first step to its last: in one process (the executor is the in-process one)
    a resource lives as long as the run.
    """

    _before: Complete | None = PrivateAttr(default=None)
    _inputs: Inputs | None = PrivateAttr(default=None)
    _states: dict[str, str] = PrivateAttr(default_factory=dict)
    _copy: FormerCopy | None = PrivateAttr(default=None)
    _books: BegunBooks | None = PrivateAttr(default=None)

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

    def begin_publishing(self) -> None:
        """Begin what publishing will need and what can be done before there is anything to publish."""
        settings = self.settings
        place = settings.state / "former.duckdb"
        # A run that did not come to publish has left it.
        place.unlink(missing_ok=True)
        # Only of a file that can be built upon.
        if Record(settings.state).rows_of(settings.published_database):
            self._copy = begin_copy(settings.published_database, place)

    def take_copy(self) -> FormerCopy | None:
        """Return the copy of the published file that has been begun, once."""
        copy, self._copy = self._copy, None
        return copy

    def begin_exports(self) -> None:
        """Begin what of the exports can be made of the working database: until they are made, nothing may write into it."""
        self._books = begin_exports(self.settings)

    def take_books(self) -> BegunBooks | None:
        """Return what of the exports has been begun, once."""
        books, self._books = self._books, None
        return books

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
