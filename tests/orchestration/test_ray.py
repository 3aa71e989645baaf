"""Reading on a Ray cluster: the same rows as without, whatever number of machines, and whichever of them die.

The cluster is Ray's own for tests: a head without a core, and nodes of one core each, as processes of this machine.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from orchestration.reading.documents import Read
from orchestration.reading.executors import ThisProcess
from orchestration.reading.pending import find_pending, find_present, write_shards
from orchestration.reading.shard_files import Shard
from orchestration.reading.version import READING_FAILED, reader_version
from orchestration.storage.database import connect
from orchestration.storage.settings import PROJECT
from tests.orchestration.ray_cluster import (
    Cluster,
    Content,
    HalfWay,
    Landed,
    dying,
    on,
    reading_on_two_nodes,
)
from tests.orchestration.ray_reports import DRIVER, REGIONS, REPORT, REPORTS

ray = pytest.importorskip("ray", reason="Ray is not installed here: make ray")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

DEADLY = "此处必死"


@pytest.fixture(scope="module")
def head() -> Iterator[Cluster]:
    """A cluster of no nodes. Its sockets' paths must be short."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    folder = tempfile.mkdtemp(prefix="ray")
    cluster = Cluster(folder)
    yield cluster
    cluster.shutdown()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cluster(head: Cluster) -> Iterator[Cluster]:
    """The same for each test, without nodes."""
    yield head
    ray.shutdown()
    head.remove_nodes()


@pytest.fixture
def reports(raw: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of reports."""
    for number in range(1, REPORTS + 1):
        text = REPORT.format(region=REGIONS[number % len(REGIONS)], number=number)
        (raw / f"{number:02}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr("orchestration.reading.pending.SHARD_CHARACTERS", characters_of_three(raw))
    return raw


def characters_of_three(raw: Path) -> int:
    return 3 * min(len(path.read_text(encoding="utf-8")) for path in raw.iterdir())


@pytest.fixture
def landed(reports: Path, connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Landed:
    """The reports, landed and not read."""
    found = Landed(reports, tmp_path / "state" / "warehouse.duckdb", connection)
    found.land()
    return found


@pytest.fixture
def expected(reports: Path, tmp_path: Path) -> Content:
    """What is read where there is no cluster: on no node, in this process."""
    database = tmp_path / "plain" / "warehouse.duckdb"
    with connect(database) as opened:
        plain = Landed(reports, database, opened)
        plain.land()
        plain.read(ThisProcess())
        return plain.content()


@pytest.mark.parametrize("nodes", [1, 2])
def test_nodes_read_what_one_process_reads(
    nodes: int, cluster: Cluster, landed: Landed, expected: Content
) -> None:
    cluster.add_nodes(nodes)
    assert len(expected["extracted.figures"]) > 8 * REPORTS
    assert landed.read(on(cluster)) == Read(REPORTS, 0)
    assert landed.content() == expected
    assert not landed.folder.exists()
    assert landed.read(on(cluster)) == Read(0, REPORTS)


def test_a_node_that_is_killed_half_way_costs_nothing(
    cluster: Cluster, landed: Landed, expected: Content, tmp_path: Path
) -> None:
    cluster.add_nodes(2)
    said: list[str] = []
    work = reading_on_two_nodes(tmp_path / "seen")
    executor = HalfWay(on(cluster, said, by_path=work), 6, cluster.kill_one)
    assert landed.read(executor) == Read(REPORTS, 0)
    assert landed.content() == expected
    if not any("is read again" in line for line in said):
        pytest.skip(
            "the node had nothing to do just when it was killed: the rows are right, the case was another"
        )


def test_a_node_that_comes_later_is_waited_for(
    cluster: Cluster, landed: Landed, expected: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    from orchestration.reading.ray_executor import RayCluster

    monkeypatch.setattr("orchestration.reading.ray_executor.SECONDS_BETWEEN_COUNTS", 0.2)
    monkeypatch.setattr("orchestration.reading.ray_executor.SECONDS_BETWEEN_WORDS", 0.5)
    said: list[str] = []

    def tell(message: str) -> None:
        if message.startswith("waiting") and not said:
            said.append(message)
            cluster.add_nodes(1)

    assert landed.read(RayCluster(cluster.address, tell)) == Read(REPORTS, 0)
    assert landed.content() == expected
    # How many cores are counted just then, none or the new one's, is a matter of moments.
    assert [line.split(",")[0] for line in said] == ["waiting for the Ray cluster"]


def test_where_workers_do_not_see_the_folder_bytes_travel(
    cluster: Cluster, landed: Landed, expected: Content
) -> None:
    def sees_nothing(shard: Shard, reader: str) -> bool:
        return False

    cluster.add_nodes(2)
    said: list[str] = []
    executor = HalfWay(on(cluster, said, by_path=sees_nothing), 4, cluster.kill_one)
    assert landed.read(executor) == Read(REPORTS, 0)
    assert landed.content() == expected
    assert sum("travel through Ray's object store" in line for line in said) == 1


def test_a_text_on_which_workers_die_is_given_up_and_no_other(
    cluster: Cluster, landed: Landed, expected: Content
) -> None:
    cluster.add_nodes(1)
    (landed.raw / "deadly.txt").write_text(
        REPORT.format(region=REGIONS[0], number=0) + DEADLY, encoding="utf-8"
    )
    landed.land()
    assert landed.read(on(cluster, by_path=dying(DEADLY))) == Read(REPORTS + 1, 0, failed=1)
    failed = landed.connection.execute(
        f"SELECT message FROM extracted.findings WHERE check_name = '{READING_FAILED}'"
    ).fetchall()
    assert failed == [
        ("deadly.txt could not be read: the process that read it died, 3 times (ActorDiedError)",)
    ]
    assert landed.content()["extracted.figures"] == expected["extracted.figures"]


def test_what_stands_in_the_way_of_all_is_raised(cluster: Cluster, landed: Landed) -> None:
    def on_a_full_disk(shard: Shard, reader: str) -> bool:
        raise OSError(28, "No space left on device")

    cluster.add_nodes(1)
    with pytest.raises(OSError, match="No space left on device"):
        landed.read(on(cluster, by_path=on_a_full_disk))


def test_workers_that_cannot_begin_are_not_asked_for_again(
    cluster: Cluster, landed: Landed, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __init__(self) -> None:
            raise ModuleNotFoundError("No module named 'pyarrow'")

        def is_there(self) -> None: ...

    monkeypatch.setattr(
        "orchestration.reading.ray_executor._WORKER", ray.remote(num_cpus=1, max_restarts=0)(Broken)
    )
    cluster.add_nodes(1)
    with pytest.raises(ray.exceptions.ActorDiedError, match="No module named 'pyarrow'"):
        landed.read(on(cluster))


def test_a_worker_with_another_reader_is_refused(cluster: Cluster, landed: Landed) -> None:
    def with_another_reader(shard: Shard, reader: str) -> bool:
        from orchestration.reading.ray_executor import read_by_path

        return read_by_path(shard, "another")

    cluster.add_nodes(1)
    with pytest.raises(
        RuntimeError, match=f"has the reader {reader_version()} in .* and another was asked for"
    ):
        landed.read(on(cluster, by_path=with_another_reader))


def test_no_more_shards_are_under_way_than_are_worth_it(cluster: Cluster, landed: Landed) -> None:
    cluster.add_nodes(1)
    cluster.wait_for_nodes()
    find_present(landed.connection, reader_version())
    find_pending(landed.connection)
    shards = write_shards(landed.connection, landed.folder, "run")
    drawn = given_back = most = 0

    def drawing() -> Iterator[Shard]:
        nonlocal drawn, most
        for shard in shards:
            drawn += 1
            most = max(most, drawn - given_back)
            yield shard

    for _ in on(cluster).read(drawing()):
        given_back += 1
    assert (drawn, given_back) == (len(shards), len(shards))
    assert len(shards) > 10
    assert most <= 5


def test_a_killed_driver_has_kept_what_was_read_and_the_next_one_ends_right(
    cluster: Cluster, landed: Landed, expected: Content, tmp_path: Path
) -> None:
    cluster.add_nodes(2)
    landed.connection.close()
    arguments = [cluster.address, str(landed.database), str(landed.raw), str(characters_of_three(landed.raw))]
    driver = subprocess.Popen(
        [sys.executable, "-c", DRIVER, *arguments], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    assert driver.stdout is not None
    for line in driver.stdout:
        # Some have been taken over, others are being read or wait to be taken over.
        if line.startswith("read 1"):
            driver.send_signal(signal.SIGKILL)
    assert driver.wait() == -signal.SIGKILL
    with connect(landed.database) as connection:
        landed.connection = connection
        done = landed.read(on(cluster))
        assert done.read + done.unchanged == REPORTS
        assert 10 <= done.unchanged < REPORTS
        assert landed.content() == expected


def test_the_command_reads_on_the_cluster_that_ray_names(
    cluster: Cluster, reports: Path, tmp_path: Path
) -> None:
    cluster.add_nodes(1)
    data = tmp_path / "data"
    environment = {"RAY": "auto", "RAY_ADDRESS": cluster.address}
    result = subprocess.run(
        [sys.executable, "-m", "orchestration.runtime.materialize"],
        cwd=PROJECT,
        env=os.environ
        | environment
        | {"ZHIBIAO_RAW": str(reports), "ZHIBIAO_DATA": str(data), "VERBOSE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in (0, 1), result.stdout + result.stderr
    assert "reading on the Ray cluster at auto, cores: 1" in result.stdout + result.stderr
    with duckdb.connect(str(data / "state" / "warehouse.duckdb"), read_only=True) as connection:
        row = connection.execute("SELECT count(DISTINCT document_id) FROM extracted.figures").fetchone()
    assert row == (REPORTS,)


def test_a_cluster_of_this_machine_alone(landed: Landed, expected: Content) -> None:
    from orchestration.reading.ray_executor import RayCluster

    assert landed.read(RayCluster("local", lambda message: None)) == Read(REPORTS, 0)
    assert landed.content() == expected
