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
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

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
# Smaller than those of a run, so that there are enough of them to count between the first and the last.
SHARD_CHARACTERS = 250_000
FIRST_SHARDS_A_NODE = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """What one cluster read from its first shards to its last, and what the driver needed for it."""

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
def cluster_of(nodes: int) -> Iterator[str]:
    """Run a cluster of so many nodes, each on a core of its own; give its address."""
    from ray.cluster_utils import Cluster

    cores = sorted(os.sched_getaffinity(0))
    folder = tempfile.mkdtemp(prefix="ray")
    cluster = Cluster()
    cluster.add_node(num_cpus=0, include_dashboard=False, temp_dir=folder)
    try:
        for core in cores[:nodes]:
            # What a process starts inherits its core.
            os.sched_setaffinity(0, {core})
            cluster.add_node(num_cpus=1, include_dashboard=False)
            os.sched_setaffinity(0, cores)
        yield str(cluster.address)
    finally:
        cluster.shutdown()
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


def measure(nodes: int, shards: list[Shard]) -> Measured:
    """Have the shards read on a new cluster of so many nodes."""
    from orchestration.reading.ray_executor import RayCluster

    with cluster_of(nodes) as address:
        started, driver = time.perf_counter(), time.process_time()
        cluster: Executor = RayCluster(address, print)
        first = last = started
        before = after = busy_ticks()
        documents = 0
        for number, shard in enumerate(cluster.read(shards), start=1):
            if number == FIRST_SHARDS_A_NODE * nodes:
                first, before = time.perf_counter(), busy_ticks()
            elif FIRST_SHARDS_A_NODE * nodes < number <= len(shards) - nodes:
                documents += documents_in(shard)
                last, after = time.perf_counter(), busy_ticks()
        ended = time.perf_counter()
    used = (after[0] - before[0]) / max(after[1] - before[1], 1) * len(os.sched_getaffinity(0))
    return Measured(
        nodes,
        documents,
        last - first,
        ended - started,
        time.process_time() - driver,
        used,
    )


def write_all(connection: duckdb.DuckDBPyConnection, folder: Path, run: str) -> list[Shard]:
    """Write every document into shards."""
    pending.find_present(connection, reader_version())
    pending.find_pending(connection)
    return pending.write_shards(connection, folder, run)


def compare(source: Path, place: Path, rounds: int) -> float:
    """Measure so many rounds, print what was measured and return the median of their gains."""
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
                found.append(measure(nodes, shards))
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
    return median(gains)


def main() -> None:
    """Measure and print; exit code 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="a folder of reports")
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    pending.SHARD_CHARACTERS = SHARD_CHARACTERS
    with tempfile.TemporaryDirectory() as folder:
        gain = compare(given.source, Path(folder), given.rounds)
    sys.exit(gain < LEAST_GAIN)


if __name__ == "__main__":
    main()
