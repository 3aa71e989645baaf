"""The working database: waited for while somebody has it open, made anew where it can't be opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.storage.database import connect, quoted

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


# In the second block of a file of DuckDB, which opening does not read.
SECOND_BLOCK = 3 * 4096 + 262_144


def test_one_whose_damage_only_reading_meets_is_put_aside_and_the_next_run_makes_it_anew(
    tmp_path: Path,
) -> None:
    path = tmp_path / "warehouse.duckdb"
    with connect(path) as connection:
        connection.execute("CREATE TABLE many AS SELECT md5(range::VARCHAR) AS word FROM range(60_000)")
    whole = path.read_bytes()
    start = SECOND_BLOCK + 1000
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
