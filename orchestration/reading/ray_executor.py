"""Reads shards on a Ray cluster. The only module that imports Ray, itself imported where one is asked for.

Where the workers see the folder of the shards, they read and write its files and only names travel; where they
do not, the same files travel as bytes through Ray's object store. Either way no more shards are under way than
the cluster can read, and what comes back has already been written as Parquet by whoever read it.
"""

from __future__ import annotations

import socket
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ray
from ray.exceptions import NodeDiedError, ObjectLostError, OutOfMemoryError, WorkerCrashedError

from orchestration.reading.cluster import connect
from orchestration.reading.shard_files import (
    Shard,
    give_up,
    read_files,
    read_packed,
    single_documents,
    write_packed,
)
from orchestration.reading.version import reader_version

# What a shard, and then each of its documents, may cost before it is the text that is to blame and not the machine:
# machines that can be had for little are taken away at any time. Ray's own retries are off, since they have no end
# where memory is wanting.
ATTEMPTS = 3
DEATHS = (WorkerCrashedError, NodeDiedError, OutOfMemoryError, ObjectLostError)
# Shards under way for each core: one that is read and one that lies ready, so that none waits for this process.
SHARDS_A_CORE = 2
# Also where there is no core yet: a cluster grows with what is asked of it.
SHARDS_AT_LEAST = 4
SECONDS_BETWEEN_COUNTS = 5
SECONDS_BETWEEN_WORDS = 60


@dataclass(frozen=True, slots=True)
class _Work:
    shard: Shard
    attempt: int = 1
    is_part: bool = False


def read_by_path(shard: Shard, reader: str) -> bool:
    """Read a shard's files where they lie; return whether this machine sees them. Runs on a worker."""
    _is_same(reader)
    if shard.results.exists():
        return True
    if not shard.texts.exists():
        return False
    read_files(shard)
    return True


def read_by_store(texts: bytes, reader: str) -> dict[str, bytes]:
    """Read the bytes of a shard's texts into those of its results. Runs on a worker."""
    _is_same(reader)
    return read_packed(texts)


def _is_same(reader: str) -> None:
    """Raise unless the code that came to this machine is the one whose version the rows will bear."""
    if reader_version() != reader:
        raise RuntimeError(
            f"{socket.gethostname()} has the reader {reader_version()} in {Path(__file__).parents[2]}, "
            f"and {reader} was asked for"
        )


class RayCluster:
    """Has shards read as tasks of a Ray cluster, one for each core and as many that lie ready.

    ``by_path`` and ``by_store`` are what runs on the workers.
    """

    def __init__(
        self,
        address: str,
        tell: Callable[[str], None],
        by_path: Callable[[Shard, str], bool] = read_by_path,
        by_store: Callable[[bytes, str], dict[str, bytes]] = read_by_store,
    ) -> None:
        self.address = address
        self.tell = tell
        self._by_path = _task(by_path)
        self._by_store = _task(by_store)
        self._is_shared = True
        self._cores = 0
        self._counted = float("-inf")

    def read(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        """Give each shard, or each of its documents where it could not be read whole, once its results are here.

        A shard whose worker or machine is lost is read again elsewhere, ``ATTEMPTS`` times in all; then its
        documents are read one by one, as often, and one that is still not read is given up. Raises what a
        worker raised, as for a full disk, and ``ClusterRefusedError`` where there is no cluster.
        """
        connect(self.address)
        try:
            yield from self._read(map(_Work, shards))
        finally:
            ray.shutdown()

    def _read(self, fresh: Iterator[_Work]) -> Iterator[Shard]:
        again: deque[_Work] = deque()
        running: dict[Any, _Work] = {}
        self._room()
        self.tell(f"reading on the Ray cluster at {self.address}, cores: {self._cores}")
        last_word = time.monotonic()
        while True:
            while len(running) < self._room():
                work = again.popleft() if again else next(fresh, None)
                if work is None:
                    break
                running[self._submit(work.shard)] = work
            if not running:
                return
            finished, _ = ray.wait(list(running), num_returns=1, timeout=SECONDS_BETWEEN_COUNTS)
            if finished:
                last_word = time.monotonic()
            elif time.monotonic() - last_word > SECONDS_BETWEEN_WORDS:
                last_word = time.monotonic()
                self.tell(f"waiting for the Ray cluster, which has {self._cores} cores, to finish a shard")
            for reference in finished:
                work = running.pop(reference)
                try:
                    is_here = self._take(work.shard, ray.get(reference))
                except DEATHS as death:
                    is_here = self._after(work, death, again)
                else:
                    if not is_here:
                        again.append(work)
                if is_here:
                    yield work.shard

    def _room(self) -> int:
        """Return how many shards may be under way; the cluster may have grown or shrunk."""
        if time.monotonic() - self._counted > SECONDS_BETWEEN_COUNTS:
            self._cores = int(ray.cluster_resources().get("CPU", 0))
            self._counted = time.monotonic()
        return max(SHARDS_A_CORE * self._cores, SHARDS_AT_LEAST)

    def _submit(self, shard: Shard) -> Any:
        if self._is_shared:
            return self._by_path.remote(shard, reader_version())
        return self._by_store.remote(shard.texts.read_bytes(), reader_version())

    def _take(self, shard: Shard, answer: bool | dict[str, bytes]) -> bool:
        """See to it that a shard's results lie in their folder; return False where it is to be sent again."""
        if isinstance(answer, dict):
            write_packed(shard, answer)
        elif not answer and self._is_shared:
            self._is_shared = False
            self.tell(
                f"a worker does not see {shard.texts.parent}: shards travel through Ray's object store from here on"
            )
        return answer is not False

    def _after(self, work: _Work, death: Exception, again: deque[_Work]) -> bool:
        """Have a shard read again after its worker was lost; return whether it was given up instead."""
        lost = type(death).__name__
        if work.attempt < ATTEMPTS:
            self.tell(f"shard {work.shard.name} is read again: {lost}")
            again.append(_Work(work.shard, work.attempt + 1, work.is_part))
            return False
        if not work.is_part:
            self.tell(f"shard {work.shard.name} is read document by document: {lost}, {ATTEMPTS} times")
            again.extend(_Work(part, is_part=True) for part in single_documents(work.shard))
            return False
        give_up(work.shard, f"the process that read it died, {ATTEMPTS} times ({lost})")
        return True


def _task(work: Callable[..., Any]) -> Any:
    return ray.remote(num_cpus=1, max_retries=0)(work)
