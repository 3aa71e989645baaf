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
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import ray
from ray.exceptions import ObjectLostError, RayActorError

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
DEATHS = (RayActorError, ObjectLostError)
# So many workers that are lost in a row before one was there are no accident of machines that come and go.
LOST_ON_THE_WAY = 100
# Shards under way for each core: one that is read and one that lies ready there, so that none waits for this process.
SHARDS_A_CORE = 2
# Also where there is no core yet: a cluster grows with what is asked of it.
SHARDS_AT_LEAST = 4
SECONDS_BETWEEN_COUNTS = 5
SECONDS_BETWEEN_WORDS = 60


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


class Worker:
    """An actor that holds a core of the cluster and does there what it is sent, one after the other.

    Not a task for each shard: while all cores read, a task that waits for one is passed from node to node without a
    pause, which took a fifth of what two nodes read. An actor that waits for a core does so in one place.
    """

    def is_there(self) -> None:
        """Answer once there is a core for it."""

    def run(self, work: Callable[..., Any], *given: Any) -> Any:
        """Do some work, and return what comes of it."""
        return work(*given)


@dataclass(frozen=True, slots=True)
class _Work:
    shard: Shard
    attempt: int = 1
    is_part: bool = False


@dataclass(eq=False, slots=True)
class _Core:
    """A worker, and what asks of it lie there unanswered, in the order in which it does them."""

    actor: Any
    asked: deque[Any] = field(default_factory=deque)


class RayCluster:
    """Has shards read by workers on a Ray cluster: each holds a core, reads a shard, and has another one ready.

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
        self._by_path = by_path
        self._by_store = by_store
        self._is_shared = True
        self._cpus = 0
        self._counted = float("-inf")
        self._lost_on_the_way = 0
        self._cores: set[_Core] = set()
        self._arriving: dict[Any, _Core] = {}
        # A core stands there once for each shard that it may be sent, those with nothing to do first.
        self._free: deque[_Core] = deque()
        self._waiting: deque[_Work] = deque()
        self._sent: dict[Any, tuple[_Core, _Work]] = {}

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
            # Nothing of it is of use to another connection.
            for held in (self._cores, self._arriving, self._free, self._waiting, self._sent):
                held.clear()

    def _read(self, fresh: Iterator[_Work]) -> Iterator[Shard]:
        self._room()
        self.tell(f"reading on the Ray cluster at {self.address}, cores: {self._cpus}")
        last_word = time.monotonic()
        while self._send(fresh):
            answers = [*self._arriving, *self._sent]
            finished, _ = ray.wait(answers, num_returns=1, timeout=SECONDS_BETWEEN_COUNTS)
            if finished:
                last_word = time.monotonic()
            elif time.monotonic() - last_word > SECONDS_BETWEEN_WORDS:
                last_word = time.monotonic()
                self.tell(f"waiting for the Ray cluster, which has {self._cpus} cores, to finish a shard")
            for answer in finished:
                if answer in self._arriving:
                    self._arrived(answer)
                else:
                    yield from self._answered(answer)

    def _room(self) -> int:
        """Return how many shards may be under way; the cluster may have grown or shrunk."""
        if time.monotonic() - self._counted > SECONDS_BETWEEN_COUNTS:
            self._cpus = int(ray.cluster_resources().get("CPU", 0))
            self._counted = time.monotonic()
        return max(SHARDS_A_CORE * self._cpus, SHARDS_AT_LEAST)

    def _send(self, fresh: Iterator[_Work]) -> bool:
        """Send shards to the cores that have room, and ask for more cores; return whether any shard is under way."""
        room = self._room()
        self._waiting.extend(islice(fresh, max(0, room - len(self._sent) - len(self._waiting))))
        under_way = len(self._sent) + len(self._waiting)
        while len(self._cores) < min(room, under_way):
            self._ask_for_a_core()
        while self._waiting and self._free:
            core, work = self._free.popleft(), self._waiting.popleft()
            answer = self._submit(core, work.shard)
            core.asked.append(answer)
            self._sent[answer] = core, work
        return under_way > 0

    def _ask_for_a_core(self) -> None:
        core = _Core(_WORKER.remote())
        self._cores.add(core)
        self._arriving[core.actor.is_there.remote()] = core

    def _submit(self, core: _Core, shard: Shard) -> Any:
        if self._is_shared:
            return core.actor.run.remote(self._by_path, shard, reader_version())
        return core.actor.run.remote(self._by_store, shard.texts.read_bytes(), reader_version())

    def _arrived(self, answer: Any) -> None:
        """Count a worker in, or out where it was lost before; raises why where none can be had."""
        core = self._arriving.pop(answer)
        try:
            ray.get(answer)
        except RayActorError as death:
            self._cores.remove(core)
            self._lost_on_the_way += 1
            if death.actor_init_failed or self._lost_on_the_way >= LOST_ON_THE_WAY:
                raise
        else:
            self._lost_on_the_way = 0
            self._free.appendleft(core)
            self._free.extend([core] * (SHARDS_A_CORE - 1))

    def _answered(self, answer: Any) -> Iterator[Shard]:
        """Give what a core has done; where it is lost, all that it has done, and have the rest read again."""
        core, work = self._sent[answer]
        try:
            done = ray.get(answer)
        except DEATHS as death:
            yield from self._after(core, death)
            return
        del self._sent[answer]
        core.asked.remove(answer)
        if core.asked:
            self._free.append(core)
        else:
            self._free.appendleft(core)
        yield from self._taken(work, done)

    def _taken(self, work: _Work, done: bool | dict[str, bytes]) -> Iterator[Shard]:
        """See to it that a shard's results lie in their folder, and give it; or have it sent again."""
        if isinstance(done, dict):
            write_packed(work.shard, done)
        elif not done:
            self._waiting.appendleft(work)
            if self._is_shared:
                self._is_shared = False
                self.tell(
                    f"a worker does not see {work.shard.texts.parent}: "
                    "shards travel through Ray's object store from here on"
                )
            return
        yield work.shard

    def _after(self, core: _Core, death: Exception) -> Iterator[Shard]:
        """Take leave of a core: what it was at counts as an attempt, and what lay ready behind it does not."""
        ray.kill(core.actor)
        self._cores.remove(core)
        self._free = deque(other for other in self._free if other is not core)
        was_at_it = True
        for answer in core.asked:
            work = self._sent.pop(answer)[1]
            try:
                done = ray.get(answer)
            except DEATHS:
                if not was_at_it:
                    self._waiting.appendleft(work)
                elif self._is_given_up(work, type(death).__name__):
                    yield work.shard
                was_at_it = False
            else:
                yield from self._taken(work, done)

    def _is_given_up(self, work: _Work, lost: str) -> bool:
        """Have a shard read again after its worker was lost; return whether it was given up instead."""
        if work.attempt < ATTEMPTS:
            self.tell(f"shard {work.shard.name} is read again: {lost}")
            self._waiting.append(_Work(work.shard, work.attempt + 1, work.is_part))
            return False
        if not work.is_part:
            self.tell(f"shard {work.shard.name} is read document by document: {lost}, {ATTEMPTS} times")
            self._waiting.extend(_Work(part, is_part=True) for part in single_documents(work.shard))
            return False
        give_up(work.shard, f"the process that read it died, {ATTEMPTS} times ({lost})")
        return True


_WORKER = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Worker)
