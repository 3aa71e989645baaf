"""What a text costs on which the reader raises, or its process dies; what a stopped or killed run has kept."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import land
from orchestration.reading import shard as reading_of_a_shard
from orchestration.reading.documents import Read
from orchestration.reading.executors import LocalProcesses
from orchestration.reading.pending import find_pending, find_present, write_shards
from orchestration.reading.shard import as_table, read_shard
from orchestration.reading.shard_files import Shard, read_files, read_texts
from orchestration.reading.version import reader_version
from orchestration.storage.database import connect
from tests.orchestration.conftest import REPORT
from tests.orchestration.documents_to_read import TITLE, content, document, fill, folder_of, read_quietly
from zhibiao.model import Extraction, Profile

IN_SMALL_SHARDS = """
import sys
from pathlib import Path
from orchestration.storage import database
from orchestration.ingest import land
from orchestration.ingest import documents as landing
from orchestration.reading import documents as reading, executors, pending
reading.reader_version = lambda: "same"
landing.BATCH_BYTES = pending.SHARD_CHARACTERS = 1
reading.SHARDS_AT_ONCE = 2
database_file, raw = map(Path, sys.argv[1:])
tell = lambda message: print(message, flush=True)
with database.connect(database_file) as connection:
    land(connection, raw, tell)
    reading.read_documents(connection, database_file.parent / "reading", tell, executors.ThisProcess())
"""
DEADLY = "此处必死"


def die_on_the_word(shard: Shard) -> None:
    """Read a shard, unless one of its texts has the word on which the process dies."""
    if any(DEADLY in text for text in read_texts(shard).column("text").to_pylist()):
        os.kill(os.getpid(), signal.SIGKILL)
    read_files(shard)


def fail_on(documents: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader raise on documents of these names, as long as they are in the set."""

    def extract(text: str, about: Profile, document_id: str) -> Extraction:
        if document_id in documents:
            raise ValueError("a fault of the reader")
        return sound(text, about, document_id)

    sound = reading_of_a_shard.extract
    monkeypatch.setattr(reading_of_a_shard, "extract", extract)


def test_a_document_on_which_the_reader_fails_costs_the_others_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail_on({"second"}, monkeypatch)
    tables = read_shard(as_table([document(name) for name in ("first", "second", "third")]))
    assert set(tables["extracted.figures"].column("document_id").to_pylist()) == {"first", "third"}
    assert tables["extracted.document_profiles"].num_rows == 3
    found = tables["extracted.findings"].to_pylist()
    failures = [finding for finding in found if finding["check_name"] == "reading_failed"]
    assert [(each["document_id"], each["severity"]) for each in failures] == [("second", "error")]
    assert "second.txt could not be read: ValueError: a fault of the reader" in failures[0]["message"]


def test_a_document_that_failed_is_tried_again_until_it_is_read(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(raw, 2)
    land(connection, raw, lambda message: None)
    failing = {
        name for (name,) in connection.execute("SELECT min(document_id) FROM raw.documents").fetchall()
    }
    fail_on(failing, monkeypatch)
    failures = "SELECT count(*) FROM extracted.findings WHERE check_name = 'reading_failed'"
    assert read_quietly(connection) == Read(2, 0, failed=1)
    assert read_quietly(connection) == Read(1, 1, failed=1)
    assert connection.execute(failures).fetchone() == (1,)
    failing.clear()
    assert read_quietly(connection) == Read(1, 1)
    assert connection.execute(failures).fetchone() == (0,)
    assert read_quietly(connection) == Read(0, 2)
    assert connection.execute("SELECT count(DISTINCT document_id) FROM extracted.figures").fetchone() == (2,)


class Dying(LocalProcesses):
    """Reads in processes that die on texts with a word, as the kernel kills one that needs too much memory."""

    work = staticmethod(die_on_the_word)


def test_a_process_that_dies_costs_only_the_document_it_died_on(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    fill(raw, 4)
    (raw / "deadly.txt").write_text(TITLE + REPORT + DEADLY, encoding="utf-8")
    land(connection, raw, lambda message: None)
    assert read_quietly(connection, Dying(2)) == Read(5, 0, failed=1)
    failed = connection.execute(
        "SELECT file_name, message FROM extracted.findings WHERE check_name = 'reading_failed'"
    ).fetchall()
    assert failed == [("deadly.txt", "deadly.txt could not be read: the process that read it died, twice")]
    assert connection.execute("SELECT count(DISTINCT document_id) FROM extracted.figures").fetchone() == (4,)
    assert read_quietly(connection) == Read(1, 4)


def test_what_a_stopped_run_had_read_is_taken_over_once(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    fill(raw, 2)
    land(connection, raw, lambda message: None)
    find_present(connection, reader_version())
    find_pending(connection)
    for shard in write_shards(connection, folder_of(connection), "stopped"):
        read_files(shard)
        shutil.copytree(shard.results, shard.results.with_name("again"))
    half = folder_of(connection) / "results" / "half.unfinished"
    half.mkdir()
    (half / "extracted.figures.parquet").write_bytes(b"PAR1")
    assert read_quietly(connection) == Read(0, 2)
    assert connection.execute("SELECT count(*) FROM extracted.figures").fetchone() == (120,)
    assert not folder_of(connection).exists()


def test_what_a_stopped_run_had_read_by_another_version_is_not_taken_over(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    fill(raw, 2)
    land(connection, raw, lambda message: None)
    find_present(connection, "another")
    find_pending(connection)
    for shard in write_shards(connection, folder_of(connection), "stopped"):
        read_files(shard)
    assert read_quietly(connection) == Read(2, 0)


@pytest.mark.parametrize("fatal_line", ["landed 2 of 6 files", "read 2 of 6 documents"])
def test_a_killed_run_has_kept_what_it_had_and_the_next_one_ends_right(
    tmp_path: Path, raw: Path, fatal_line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(raw, 6)
    monkeypatch.setattr("orchestration.reading.documents.reader_version", lambda: "same")
    database = tmp_path / "killed.duckdb"
    process = subprocess.Popen(
        [sys.executable, "-c", IN_SMALL_SHARDS, str(database), str(raw)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == fatal_line:
            process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    with connect(tmp_path / "plain.duckdb") as plain:
        land(plain, raw, lambda message: None)
        read_quietly(plain)
        expected = content(plain)
    with connect(database) as connection:
        landed = land(connection, raw, lambda message: None)
        assert landed.unchanged >= 2
        done = read_quietly(connection)
        assert done.unchanged >= (2 if fatal_line.startswith("read") else 0)
        assert done.read + done.unchanged == 6
        assert content(connection) == expected
