"""Brings ``extracted.*`` in line with ``raw.documents``: every document read once a version of the reader.

Texts go out and figures come back as files, in shards: no process holds more than a few of them, none of them
passes through this one, and a killed run goes on where it was.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from orchestration.reading.cluster import cluster_address
from orchestration.reading.version import reader_version

if TYPE_CHECKING:
    from orchestration.reading.executors import Executor

# Starting worker processes costs as much as reading a shard in the run's own process.
WORTH_PROCESSES = 2
# Taken over in one transaction: some hundred thousand figures, which costs the database half of what single shards do.
SHARDS_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Read:
    """How many documents were read in this run, how many had been read before, and how many of the former failed."""

    read: int
    unchanged: int
    failed: int = 0


def read_documents(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    tell: Callable[[str], None],
    executor: Executor | None = None,
) -> Read:
    """Bring ``extracted.*`` in line with ``raw.documents``.

    Shards lie under ``folder`` while they are being read; ``tell`` is given progress. Without an executor
    they are read on the Ray cluster that the environment names, or else few in this process and many in one for
    each core. Raises what keeps all of them from being read; what one document raises is a finding.
    """
    from orchestration.reading.pending import (
        count_failed,
        find_pending,
        find_present,
        forget_outdated,
        write_shards,
    )
    from orchestration.reading.results import take_over, take_over_leftovers

    find_present(connection, reader_version())
    left_over = take_over_leftovers(connection, folder)
    if left_over:
        tell(f"took over {left_over} documents that a run had read before it was stopped")
    pending = find_pending(connection)
    forget_outdated(connection)
    if pending.to_read:
        shards = write_shards(connection, folder, uuid.uuid4().hex[:8])
        finished = 0
        read = (executor or _usual_executor(len(shards), tell)).read(shards)
        while some := list(islice(read, SHARDS_AT_ONCE)):
            finished += take_over(connection, [shard.results for shard in some])
            for shard in some:
                shard.texts.unlink()
            tell(f"read {finished} of {pending.to_read} documents")
        shutil.rmtree(folder)
    return Read(pending.to_read, pending.present - pending.to_read, count_failed(connection))


def _usual_executor(shards: int, tell: Callable[[str], None]) -> Executor:
    # The reader and its lexicon, and Ray, are loaded where there is something to read.
    address = cluster_address()
    if address:
        from orchestration.reading.ray_executor import RayCluster

        return RayCluster(address, tell)
    from orchestration.reading.executors import LocalProcesses, ThisProcess

    return ThisProcess() if shards < WORTH_PROCESSES else LocalProcesses()
