"""Who reads the shards: an executor. Where one machine is too small, another one takes the place of these.

An executor is given shards, whose texts are written, and gives each back once its results are. It takes no more
of them than it can have read at once, and what it does not give back is read by the next run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Protocol

from orchestration.processes.workers import worker_processes
from orchestration.reading.shard_files import Shard, give_up, read_files, single_documents


class Executor(Protocol):
    """Has shards read, in whatever processes on whatever machines."""

    def read(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        """Give each shard, or parts of it, when its results lie in their folder, in any order.

        A shard on which a process dies must not keep the others from being read. Raises what stands in the way
        of all of them, as a full disk does.
        """
        ...


class ThisProcess:
    """Reads one shard after the other: for less than it takes to start a process."""

    def read(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        """Read each shard in turn."""
        for shard in shards:
            read_files(shard)
            yield shard


class LocalProcesses:
    """Reads in worker processes of this machine, one for each core unless told otherwise."""

    # What a process does with a shard.
    work: Callable[[Shard], None] = staticmethod(read_files)

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or os.cpu_count() or 1

    def read(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        """Read the shards side by side.

        Where a process dies, as one that needs more memory than there is, the shards that were being read
        are read again document by document; a document on which it dies again is given up.
        """
        waiting = iter(shards)
        suspects: list[Shard] = []
        while True:
            broken = yield from self._until_one_dies(waiting)
            if not broken:
                break
            suspects += broken
        for shard in suspects:
            for part in single_documents(shard):
                yield from self._alone(part)

    def _until_one_dies(self, waiting: Iterator[Shard]) -> Generator[Shard, None, list[Shard]]:
        running: dict[Future[None], Shard] = {}
        with worker_processes(self.processes) as pool:
            while True:
                # More than there are processes, so that none has to wait for this one.
                for shard in islice(waiting, 2 * self.processes - len(running)):
                    running[pool.submit(self.work, shard)] = shard
                if not running:
                    return []
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    try:
                        future.result()
                    except BrokenProcessPool:
                        return list(running.values())
                    yield running.pop(future)

    def _alone(self, part: Shard) -> Iterator[Shard]:
        with worker_processes(1) as pool:
            try:
                pool.submit(self.work, part).result()
            except BrokenProcessPool:
                give_up(part, "the process that read it died, twice")
        yield part
