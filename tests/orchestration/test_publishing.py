"""The published file: whole, read-only, swapped in at one stroke, whoever holds it open."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from expectations.published_before import attached
from orchestration.publishing.publishing import UnfitToPublish, publish
from orchestration.publishing.vintage import read_vintage

PUBLISH_FOR_EVER = """
import sys
from pathlib import Path
from orchestration.publishing.publishing import publish
while True:
    publish(*map(Path, sys.argv[1:]))
    print("published", flush=True)
"""


def test_schemas_rows_comments_and_constraints_come_along(working: Path, tmp_path: Path) -> None:
    done = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
    assert done.rows == {
        "raw.documents": 1,
        "marts.z_region": 1,
        "marts.fact_figures": 1,
        "quality.numerals": 1,
    }
    with duckdb.connect(str(done.path), read_only=True) as connection:
        names = connection.execute("SELECT schema_name || '.' || table_name FROM duckdb_tables()").fetchall()
        assert {name for (name,) in names} == set(done.rows)
        comment = connection.execute(
            "SELECT comment FROM duckdb_tables() WHERE table_name = 'fact_figures'"
        ).fetchone()
        assert comment == ("A figure that passed the checks, it's said (数量)",)
        comment = connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE column_name = 'value_text'"
        ).fetchone()
        assert comment == ("The span as written",)
        kinds = connection.execute("SELECT DISTINCT constraint_type FROM duckdb_constraints()").fetchall()
        assert {kind for (kind,) in kinds} >= {"PRIMARY KEY", "FOREIGN KEY", "NOT NULL"}


def test_nothing_but_the_schemas_to_publish_is_there(working: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(working)) as connection:
        connection.execute(
            "CREATE TABLE left_behind AS SELECT 1 AS one; CREATE VIEW seen AS FROM left_behind"
        )
        connection.execute("CREATE SCHEMA of_a_step; CREATE TABLE of_a_step.rows AS SELECT 1 AS one")
        connection.execute("CREATE VIEW of_a_step.view AS FROM of_a_step.rows")
    done = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
    with duckdb.connect(str(done.path), read_only=True) as connection:
        tables = connection.execute("SELECT schema_name || '.' || table_name FROM duckdb_tables()").fetchall()
        schemas = connection.execute(
            "SELECT schema_name FROM duckdb_schemas() WHERE NOT internal AND database_name = 'zhibiao'"
        ).fetchall()
        views = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    assert {name for (name,) in tables} == set(done.rows)
    assert {name for (name,) in schemas} == {"raw", "marts", "quality"}
    assert not views


def test_the_file_is_read_only_and_leaves_nothing_beside_it(working: Path, tmp_path: Path) -> None:
    done = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
    assert done.path.stat().st_mode & 0o777 == 0o444
    assert sorted(path.name for path in tmp_path.iterdir()) == ["warehouse.duckdb", "zhibiao.duckdb"]


def test_the_storage_is_one_that_older_readers_open(working: Path, tmp_path: Path) -> None:
    done = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
    # Bytes 12 to 20 of a DuckDB file are its storage version; 64 is that of DuckDB 0.9 to 1.1.
    assert int.from_bytes(done.path.read_bytes()[12:20], "little") == 64


def test_a_reader_keeps_the_old_data_and_sees_the_new_on_reconnecting(working: Path, tmp_path: Path) -> None:
    path, aside = tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb"
    publish(working, path, aside)
    count = f"import duckdb, sys; c = duckdb.connect({str(path)!r}, read_only=True)\n" + (
        "for line in sys.stdin:\n"
        "    if line.strip() == 'again':\n"
        f"        c.close(); c = duckdb.connect({str(path)!r}, read_only=True)\n"
        "    print(c.execute('SELECT count(*) FROM raw.documents').fetchone()[0], flush=True)\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", count], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert reader.stdin is not None
    assert reader.stdout is not None

    def ask(question: str) -> int:
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.write(question + "\n")
        reader.stdin.flush()
        return int(reader.stdout.readline())

    assert ask("count") == 1
    with duckdb.connect(str(working)) as connection:
        connection.execute("INSERT INTO raw.documents VALUES ('b', '二')")
    publish(working, path, aside)
    assert ask("count") == 1
    assert ask("again") == 2
    reader.stdin.close()
    assert reader.wait(10) == 0


def test_a_log_left_beside_the_former_file_does_not_spoil_the_new_one(working: Path, tmp_path: Path) -> None:
    path, aside = tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb"
    publish(working, path, aside)
    (tmp_path / "zhibiao.duckdb.wal").write_bytes(b"left by someone who wrote into the file and crashed")
    publish(working, path, aside)
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM raw.documents").fetchone() == (1,)


def test_remains_of_a_killed_run_are_cleared(working: Path, tmp_path: Path) -> None:
    (tmp_path / "aside.duckdb").write_bytes(b"half a database")
    (tmp_path / "aside.duckdb.wal").write_bytes(b"and its log")
    publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        # what it had no room for in memory
        ("aside.tmp", "duckdb_temp_storage_DEFAULT-0.tmp"),
        # a copy that it was reading
        (".published-x1", "zhibiao.duckdb"),
    ],
)
def test_folders_that_a_killed_run_has_left_are_cleared(
    working: Path, tmp_path: Path, folder: str, file: str
) -> None:
    left = tmp_path / folder
    left.mkdir()
    (left / file).write_bytes(b"left behind")
    publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
    assert not left.exists()


def test_the_published_file_is_read_with_nothing_beside_it(working: Path, tmp_path: Path) -> None:
    published = tmp_path / "zhibiao.duckdb"
    publish(working, published, tmp_path / "aside.duckdb")
    before = set(tmp_path.iterdir())
    with duckdb.connect() as connection, attached(connection, published) as why_not:
        assert why_not is None
        assert set(tmp_path.iterdir()) == before


def test_what_is_not_whole_is_not_published(
    working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, aside = tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb"
    publish(working, path, aside)
    before = path.read_bytes()
    monkeypatch.setattr(
        "orchestration.publishing.publishing._build", lambda *_: ({"raw.documents": 2}, lambda: None)
    )
    aside.write_bytes(before)
    monkeypatch.setattr("orchestration.publishing.publishing._remove", lambda _: None)
    with pytest.raises(UnfitToPublish, match=r"raw.documents has 1 rows instead of 2"):
        publish(working, path, aside)
    assert path.read_bytes() == before


def test_killed_at_any_moment_a_whole_file_is_there(working: Path, tmp_path: Path) -> None:
    path, aside = tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb"
    publish(working, path, aside)
    moments = random.Random(20240101)
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", PUBLISH_FOR_EVER, str(working), str(path), str(aside)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "published\n"
        time.sleep(moments.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        process.wait()
        with duckdb.connect(str(path), read_only=True) as connection:
            assert connection.execute("SELECT value_text FROM marts.fact_figures").fetchall() == [("5.5%",)]
    publish(working, path, aside)


def test_a_place_on_another_file_system_is_reached_by_a_copy(
    working: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def refuse_across(source: Path, target: Path) -> None:
        if Path(source).parent != Path(target).parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        replace(source, target)

    monkeypatch.setattr("orchestration.publishing.on_disk.os.replace", refuse_across)
    (tmp_path / "state").mkdir()
    done = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "state" / "aside.duckdb")
    with duckdb.connect(str(done.path), read_only=True) as connection:
        assert connection.execute("SELECT value_text FROM marts.fact_figures").fetchall() == [("5.5%",)]
    assert list((tmp_path / "state").iterdir()) == []
    assert not (tmp_path / ".zhibiao.duckdb.new").exists()


HOLD_FOR_WRITING = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def held_for_writing(working: Path, tmp_path: Path) -> Iterator[Path]:
    """A published file that somebody's notebook has open for writing."""
    path = publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb").path
    path.chmod(0o644)
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD_FOR_WRITING, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield path
    process.kill()
    process.wait()


def test_a_file_that_is_held_for_writing_is_replaced_and_its_figures_are_known(
    connection: duckdb.DuckDBPyConnection, working: Path, held_for_writing: Path, tmp_path: Path
) -> None:
    told: list[str] = []
    read_vintage(connection, held_for_writing, told.append)
    assert connection.execute("SELECT count(*) FROM vintage.previous_figures").fetchone() == (1,)
    assert told == []
    publish(working, held_for_writing, tmp_path / "aside.duckdb")
    with duckdb.connect(str(held_for_writing), read_only=True) as reader:
        assert reader.execute("SELECT count(*) FROM marts.fact_figures").fetchone() == (1,)


def test_a_damaged_file_is_replaced(working: Path, tmp_path: Path) -> None:
    (tmp_path / "zhibiao.duckdb").write_bytes(b"no database" * 1000)
    publish(working, tmp_path / "zhibiao.duckdb", tmp_path / "aside.duckdb")
    with duckdb.connect(str(tmp_path / "zhibiao.duckdb"), read_only=True) as reader:
        assert reader.execute("SELECT count(*) FROM marts.fact_figures").fetchone() == (1,)
