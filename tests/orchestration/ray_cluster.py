"""What the tests of reading on Ray are made of: a cluster to which nodes come and go, what is read there, workers that die.

Ray is imported where it is needed: without it these tests are left out.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from orchestration.ingest import land
from orchestration.reading.documents import Read, read_documents
from orchestration.reading.executors import Executor
from orchestration.reading.shard_files import Shard
from orchestration.reading.version import TABLES

Content = dict[str, list[tuple[object, ...]]]
# A node that is killed is to be missed within seconds, not half a minute.
SOON_MISSED = {"health_check_period_ms": 1000, "health_check_failure_threshold": 3}


class Cluster:
    """A head without a core, to which nodes of one core are added."""

    def __init__(self, folder: str) -> None:
        from ray.cluster_utils import Cluster as Local

        self._local = Local()
        self._local.add_node(num_cpus=0, include_dashboard=False, temp_dir=folder, _system_config=SOON_MISSED)
        self._nodes: list[Any] = []
        self.address: str = self._local.address

    def add_nodes(self, number: int) -> None:
        self._nodes += [self._local.add_node(num_cpus=1, include_dashboard=False) for _ in range(number)]

    def kill_one(self) -> None:
        """Kill a node as a machine dies: with its workers, and nothing of it says goodbye."""
        node = self._nodes.pop()
        raylet = node.all_processes["raylet"][0].process.pid
        workers = Path(f"/proc/{raylet}/task/{raylet}/children").read_text(encoding="ascii").split()
        for process in [raylet, *map(int, workers)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._local.remove_node(node, allow_graceful=False)

    def remove_nodes(self) -> None:
        while self._nodes:
            self.kill_one()

    def wait_for_nodes(self) -> None:
        """Wait until those that were killed before are missed, and are not counted any more."""
        self._local.wait_for_nodes()

    def shutdown(self) -> None:
        self._local.shutdown()


@dataclass
class Landed:
    """Reports that are landed, in shards of three, and where they are read into."""

    raw: Path
    database: Path
    connection: duckdb.DuckDBPyConnection

    @property
    def folder(self) -> Path:
        return self.database.parent / "reading"

    def land(self) -> None:
        land(self.connection, self.raw, lambda message: None)

    def read(self, executor: Executor) -> Read:
        return read_documents(self.connection, self.folder, lambda message: None, executor)

    def content(self) -> Content:
        """Return all that was read, without the times at which it was."""
        return {
            name: self.connection.execute(
                f"SELECT COLUMNS(c -> c <> 'extracted_at') FROM {name} ORDER BY ALL"
            ).fetchall()
            for name in TABLES
        }


def reading_on_two_nodes(seen: Path) -> Callable[[Shard, str], bool]:
    """Return the work of a worker that begins once two nodes are at work, and then takes its time.

    Within a function, so that it travels as it is: workers have no tests.
    """
    seen.mkdir()

    def work(shard: Shard, reader: str) -> bool:

        import ray

        from orchestration.reading.ray_executor import read_by_path

        (seen / ray.get_runtime_context().get_node_id()).touch()
        while len(list(seen.iterdir())) < 2:
            time.sleep(0.1)
        time.sleep(0.5)
        return read_by_path(shard, reader)

    return work


def dying(word: str) -> Callable[[Shard, str], bool]:
    """Return the work of a worker that dies on texts with a word, as the kernel kills one for want of memory."""

    def work(shard: Shard, reader: str) -> bool:
        import os
        import signal

        from orchestration.reading.ray_executor import read_by_path
        from orchestration.reading.shard_files import read_texts

        if any(word in text for text in read_texts(shard).column("text").to_pylist()):
            os.kill(os.getpid(), signal.SIGKILL)
        return read_by_path(shard, reader)

    return work


class HalfWay:
    """An executor that does something else after some shards."""

    def __init__(self, executor: Executor, shards: int, then: Callable[[], None]) -> None:
        self.executor, self.shards, self.then = executor, shards, then

    def read(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        for number, shard in enumerate(self.executor.read(shards), start=1):
            if number == self.shards:
                self.then()
            yield shard


def on(cluster: Cluster, said: list[str] | None = None, **work: Any) -> Executor:
    """Return the executor of a cluster; what it says is appended to ``said``."""
    from orchestration.reading.ray_executor import RayCluster

    return RayCluster(cluster.address, (said if said is not None else []).append, **work)
