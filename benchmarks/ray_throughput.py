"""``python -m benchmarks.ray_throughput FOLDER``: what a second machine brings on a Ray cluster.

Lands the reports of a folder and has them read on clusters of one and of two nodes, each node with one core of this
machine to itself (Ray's own cluster for tests, its head without a core). Throughput is counted once every node has
given back its first shards, for starting a worker is paid once. Bar: two nodes read at least 1.8 times as much in a
second as one; it holds on two cores with nothing beside, so what else the cores did is said as well.

Also measured: what the single writer needs for a document - texts into shards, rows into the database - since it
bounds what any number of machines can bring.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from orchestration.ingest import land
from orchestration.reading import pending
from orchestration.reading.executors import Executor
from orchestration.reading.results import take_over
from orchestration.reading.shard_files import Shard
from orchestration.reading.version import reader_version
from orchestration.storage.database import connect

LEAST_GAIN = 1.8
# Small, so that both nodes end at about the same time.
SHARD_CHARACTERS = 100_000
FIRST_SHARDS_A_NODE = 4
CONTROL_GROUPS = Path("/sys/fs/cgroup/cpu")
# Short, so that a node does not stand still for long within a shard.
PERIOD_MICROSECONDS = 20_000


@dataclass(frozen=True, slots=True)
class Measured:
    """What one cluster read, from its first shards on, and what the driver needed for it."""

    nodes: int
    documents: int
    seconds: float
    with_start: float
    driver_seconds: float
    others: float

    @property
    def throughput(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds

    @property
    def line(self) -> str:
        """A row of a table."""
        return (
            f"| {self.nodes} | {self.documents} | {self.seconds:.1f} s | {self.throughput:.2f} | "
            f"{self.with_start:.1f} s | {self.driver_seconds:.1f} s | {self.others:.0%} |"
        )


@contextmanager
def part_of_a_core(share: float, name: str) -> Iterator[None]:
    """Whatever is started meanwhile, and all that it starts, has at most this share of one core's time."""
    if share >= 1:
        yield
        return
    group = CONTROL_GROUPS / f"zhibiao-{os.getpid()}-{name}"
    group.mkdir()
    (group / "cpu.cfs_period_us").write_text(str(PERIOD_MICROSECONDS), encoding="ascii")
    (group / "cpu.cfs_quota_us").write_text(str(round(share * PERIOD_MICROSECONDS)), encoding="ascii")
    (group / "cgroup.procs").write_text(str(os.getpid()), encoding="ascii")
    try:
        yield
    finally:
        (CONTROL_GROUPS / "cgroup.procs").write_text(str(os.getpid()), encoding="ascii")


def remove_groups() -> None:
    """Remove the control groups of nodes that have ended."""
    for group in CONTROL_GROUPS.glob(f"zhibiao-{os.getpid()}-*"):
        for _ in range(50):
            with suppress(OSError):
                group.rmdir()
                break
            time.sleep(0.1)


@contextmanager
def cluster_of(nodes: int, share: float) -> Iterator[str]:
    """Run a cluster of so many nodes, each on a core of its own or a share of it; give its address."""
    from ray.cluster_utils import Cluster

    cores = sorted(os.sched_getaffinity(0))
    folder = tempfile.mkdtemp(prefix="ray")
    cluster = Cluster()
    cluster.add_node(num_cpus=0, include_dashboard=False, temp_dir=folder)
    try:
        for core in cores[:nodes]:
            # What a process starts inherits its core.
            os.sched_setaffinity(0, {core})
            with part_of_a_core(share, str(core)):
                cluster.add_node(num_cpus=1, include_dashboard=False)
            os.sched_setaffinity(0, cores)
        yield str(cluster.address)
    finally:
        cluster.shutdown()
        remove_groups()
        shutil.rmtree(folder, ignore_errors=True)


def busy_ticks() -> tuple[int, int]:
    """Return the processor ticks of the whole machine: in use, and altogether."""
    first = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0]
    ticks = [int(each) for each in first.split()[1:9]]
    idle = ticks[3] + ticks[4]
    return sum(ticks) - idle, sum(ticks)


def documents_in(shard: Shard) -> int:
    """Return how many documents a shard has."""
    return int(pq.read_metadata(shard.texts).num_rows)


def measure(nodes: int, shards: list[Shard], share: float) -> Measured:
    """Have the shards read on a new cluster of so many nodes."""
    from orchestration.reading.ray_executor import RayCluster

    with cluster_of(nodes, share) as address:
        started, driver = time.perf_counter(), time.process_time()
        cluster: Executor = RayCluster(address, print)
        first, documents = started, 0
        before = busy_ticks()
        for number, shard in enumerate(cluster.read(shards), start=1):
            if number == FIRST_SHARDS_A_NODE * nodes:
                first, before = time.perf_counter(), busy_ticks()
            elif number > FIRST_SHARDS_A_NODE * nodes:
                documents += documents_in(shard)
        ended, after = time.perf_counter(), busy_ticks()
    used = (after[0] - before[0]) / max(after[1] - before[1], 1) * len(os.sched_getaffinity(0))
    return Measured(
        nodes,
        documents,
        ended - first,
        ended - started,
        time.process_time() - driver,
        used,
    )


def write_all(connection: duckdb.DuckDBPyConnection, folder: Path, run: str) -> list[Shard]:
    """Write every document into shards."""
    pending.find_present(connection, reader_version())
    pending.find_pending(connection)
    return pending.write_shards(connection, folder, run)


def compare(source: Path, place: Path, rounds: int, share: float) -> float:
    """Measure so many rounds, print what was measured and return the best gain of a round."""
    gains = []
    with connect(place / "warehouse.duckdb") as connection:
        land(connection, source, lambda message: None)
        print("| nodes | documents | time | documents a second | with start | driver | cores in use |")
        print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
        for number in range(rounds):
            found = []
            for nodes in (1, 2):
                written = time.process_time()
                shards = write_all(connection, place / "reading", f"{number}-{nodes}")
                written = time.process_time() - written
                found.append(measure(nodes, shards, share))
                print(found[-1].line, flush=True)
            gains.append(found[1].throughput / found[0].throughput)
            print(f"two nodes read {gains[-1]:.2f} times as much as one", flush=True)
        taken = time.process_time()
        documents = take_over(connection, [shard.results for shard in shards])
        taken = time.process_time() - taken
    print(
        f"the writer: {1000 * written / documents:.2f} ms of processor time a document for shards of texts, "
        f"{1000 * taken / documents:.2f} ms for taking over"
    )
    return max(gains)


def main() -> None:
    """Measure and print; exit code 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="a folder of reports")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of a core, for each node")
    given = parser.parse_args()
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    pending.SHARD_CHARACTERS = SHARD_CHARACTERS
    with tempfile.TemporaryDirectory() as folder:
        gain = compare(given.source, Path(folder), given.rounds, given.share)
    sys.exit(gain < LEAST_GAIN)


if __name__ == "__main__":
    main()
