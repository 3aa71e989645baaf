"""What the assets share: the two folders, the working database, and the right to write into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import duckdb
from dagster import ConfigurableResource, InitResourceContext

from orchestration.database import connect
from orchestration.lock import writer_lock
from orchestration.settings import Settings


class Warehouse(ConfigurableResource[Any]):
    """The working database of the folders that the environment names.

    A run holds the lock from its first step to its last: in one process (the executor is the in-process one)
    a resource lives as long as the run.
    """

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

        with writer_lock(self.settings.lock, waiting):
            yield self

    def connect(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """Open the working database; close it soon, since dbt is another process."""
        return connect(self.settings.working_database)
