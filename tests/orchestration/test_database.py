"""The working database: waited for while somebody has it open, made anew where it can't be opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.storage import database
from orchestration.storage.database import Counts, connect, is_view, quoted

HOLD = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""


def held(path: Path, seconds: float) -> subprocess.Popen[str]:
    """Start a process that has a database open, and wait until it has."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_somebody_who_has_it_open_is_waited_for_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "warehouse.duckdb"
    with connect(path):
        pass
    process = held(path, 1.0)
    with connect(path) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    process.wait()
    assert f"PID {process.pid}" in caplog.text
    assert caplog.text.count("waiting for somebody") == 1


def test_patience_has_an_end(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with connect(path):
        pass
    process = held(path, 60)
    try:
        with pytest.raises(duckdb.IOException, match="lock"), connect(path, patience=0.3):
            pass
    finally:
        process.kill()
        process.wait()
    assert path.exists()


@pytest.mark.parametrize("content", [b"", b"x\n", b"no database" * 1000, b"DUCK" + bytes(20_000)])
def test_one_that_cannot_be_opened_is_put_aside_and_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_bytes(content)
    with connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM raw.documents").fetchone() == (0,)
    assert path.with_name("warehouse.duckdb.damaged").read_bytes() == content


def test_one_whose_damage_only_reading_meets_is_put_aside_and_the_next_run_makes_it_anew(
    tmp_path: Path,
) -> None:
    path = tmp_path / "warehouse.duckdb"
    with connect(path) as connection:
        connection.execute("CREATE TABLE many AS SELECT md5(range::VARCHAR) AS word FROM range(200_000)")
    whole = path.read_bytes()
    start = len(whole) // 2  # amid the rows: what opening reads lies at the ends
    path.write_bytes(whole[:start] + bytes(5000) + whole[start + 5000 :])
    with pytest.raises(duckdb.IOException), connect(path) as connection:
        connection.execute("SELECT max(word) FROM many").fetchall()
    assert path.with_name("warehouse.duckdb.damaged").exists()
    with connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM raw.documents").fetchone() == (0,)


def test_an_error_of_a_question_leaves_the_database_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with pytest.raises(duckdb.CatalogException), connect(path) as connection:
        connection.execute("SELECT * FROM corrupt_checksum")
    assert path.exists()


def test_one_that_may_not_be_opened_stays_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_bytes(b"somebody else's")

    def refuse(*_: object) -> None:
        raise duckdb.IOException(f'IO Error: Cannot open file "{path}": Permission denied')

    monkeypatch.setattr("orchestration.storage.database.duckdb.connect", refuse)
    with pytest.raises(duckdb.IOException, match="Permission denied"), connect(path):
        pass
    assert path.read_bytes() == b"somebody else's"


@pytest.mark.parametrize("name", ["it's", "100%", "a;b", "%20", "名 字", 'say "x"'])
def test_any_name_can_be_attached(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "x.duckdb"
    path.parent.mkdir()
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {quoted(path)} AS made")
        connection.execute("CREATE TABLE made.t AS SELECT 1")
    assert path.exists()


def limit_of(path: Path) -> float:
    """Return how many bytes a connection to a working database may hold in memory."""
    with connect(path) as connection:
        found = connection.execute("SELECT current_setting('memory_limit')").fetchone()
    assert found is not None
    number, unit = found[0].split()
    return float(number) * {"bytes": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}[unit]


def test_a_small_database_may_hold_the_least_in_memory(tmp_path: Path) -> None:
    assert limit_of(tmp_path / "warehouse.duckdb") == pytest.approx(database.LEAST_MEMORY_BYTES, rel=0.01)


def test_a_larger_database_may_hold_as_much_as_its_file_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "warehouse.duckdb"
    with connect(path) as connection:
        connection.execute("CREATE TABLE many AS SELECT hash(range) AS number FROM range(1_000_000)")
    monkeypatch.setattr(database, "LEAST_MEMORY_BYTES", 1_000)
    assert path.stat().st_size > 4_000_000
    assert limit_of(path) == pytest.approx(path.stat().st_size, rel=0.01)


def test_a_sort_of_more_than_the_limit_goes_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LEAST_MEMORY_BYTES", 60_000_000)
    with connect(tmp_path / "warehouse.duckdb") as connection:
        connection.execute(
            "CREATE TEMP TABLE many AS SELECT hash(range) AS number, hash(range + 1) AS other"
            " FROM range(6_000_000)"
        )
        connection.execute("CREATE TEMP TABLE in_order AS FROM many ORDER BY number")
        on_disk = connection.execute("SELECT sum(size) FROM duckdb_temporary_files()").fetchone()
        rows = connection.execute("SELECT count(*), sum(number = hash(0)) FROM in_order").fetchone()
    assert on_disk is not None
    assert on_disk[0] > 0
    assert rows == (6_000_000, 1)


def test_a_table_is_counted_once() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA marts; CREATE TABLE marts.one AS SELECT unnest([1, 2]) AS a")
        counts = Counts(connection)
        assert counts["marts.one"] == 2
        connection.execute("DROP TABLE marts.one")
        assert counts["marts.one"] == 2
        with pytest.raises(duckdb.CatalogException):
            counts["marts.two"]


def test_a_view_of_an_older_shape_gives_way_to_the_table_also_when_what_it_shows_is_gone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "warehouse.duckdb"
    rows = tmp_path / "rows.parquet"
    with connect(path) as connection:
        connection.execute(f"COPY (SELECT 'f' AS figure_id) TO {quoted(rows)} (FORMAT parquet)")
        connection.execute("DROP TABLE vintage.previous_figures")
        connection.execute(f"CREATE VIEW vintage.previous_figures AS FROM read_parquet({quoted(rows)})")
    rows.unlink()
    with connect(path) as connection:
        assert not is_view(connection, "vintage.previous_figures")
        assert connection.execute("SELECT count(quote) FROM vintage.previous_figures").fetchone() == (0,)
