"""Documents into extracted.*: once a version, in batches, in as many processes as it is worth."""

from __future__ import annotations

import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import land
from orchestration.reading import Read, read_documents
from orchestration.reading.rows import TABLES, Document, read
from orchestration.reading.version import document_version, hash_of_source
from orchestration.storage.database import connect
from tests.orchestration.conftest import REPORT

TITLE = "政府工作报告\n\n一、2023年工作回顾\n\n"
BATCHED = """
import sys
from pathlib import Path
from orchestration.storage import database
from orchestration.ingest import land
from orchestration.ingest import documents as landing
from orchestration.reading import documents as reading
reading.reader_version = lambda: "same"
landing.BATCH_BYTES = reading.BATCH_CHARACTERS = 1
with database.connect(Path(sys.argv[1])) as connection:
    land(connection, Path(sys.argv[2]), lambda message: print(message, flush=True))
    reading.read_documents(connection, lambda message: print(message, flush=True))
"""


def fill(raw: Path, count: int) -> None:
    for number in range(count):
        (raw / f"{number}.txt").write_text(f"{TITLE}{REPORT * 20}第{number}份。\n", encoding="utf-8")


def read_quietly(connection: duckdb.DuckDBPyConnection) -> Read:
    return read_documents(connection, lambda message: None)


def content(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """Return all that was read, without the times at which it was."""
    return {
        name: connection.execute(
            f"SELECT COLUMNS(c -> c <> 'extracted_at') FROM {name} ORDER BY ALL"
        ).fetchall()
        for name in TABLES
    }


def test_figures_and_ledger_are_read(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    fill(raw, 1)
    land(connection, raw, lambda message: None)
    assert read_quietly(connection) == Read(1, 0)
    row = connection.execute("""
        SELECT count(*), bool_and(substr(text, f.char_start + 1, f.char_end - f.char_start) = f.value_text)
        FROM extracted.figures AS f JOIN raw.documents USING (document_id)
    """).fetchone()
    assert row == (60, True)
    row = connection.execute(
        "SELECT value, unit FROM extracted.figures WHERE value_text = '6.9万人'"
    ).fetchone()
    assert row == (Decimal("69000"), "人")


def test_nothing_is_read_twice(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    fill(raw, 2)
    land(connection, raw, lambda message: None)
    assert read_quietly(connection) == Read(2, 0)
    before = connection.execute("SELECT extracted_at FROM extracted.document_profiles").fetchall()
    assert read_quietly(connection) == Read(0, 2)
    assert connection.execute("SELECT extracted_at FROM extracted.document_profiles").fetchall() == before


def test_another_version_of_the_reader_reads_anew(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(raw, 1)
    land(connection, raw, lambda message: None)
    read_quietly(connection)
    before = content(connection)["extracted.figures"]
    monkeypatch.setattr("orchestration.reading.documents.reader_version", lambda: "another")
    assert read_quietly(connection) == Read(1, 0)
    assert content(connection)["extracted.figures"] == before


def test_what_the_manifest_overrides_is_read_anew_for_that_document_alone(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    fill(raw, 2)
    land(connection, raw, lambda message: None)
    read_quietly(connection)
    (raw / "manifest.csv").write_text(
        "file_name,region_code,plan_year\n1.txt,410400,2021\n", encoding="utf-8"
    )
    land(connection, raw, lambda message: None)
    assert read_quietly(connection) == Read(1, 1)
    row = connection.execute(
        "SELECT region_code, plan_year FROM extracted.document_profiles WHERE extractor_version LIKE '%+%'"
    ).fetchone()
    assert row == ("410400", 2021)


def test_a_removed_document_leaves(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    fill(raw, 2)
    land(connection, raw, lambda message: None)
    read_quietly(connection)
    (raw / "0.txt").unlink()
    land(connection, raw, lambda message: None)
    read_quietly(connection)
    for name in TABLES:
        row = connection.execute(f"SELECT count(DISTINCT document_id) FROM {name}").fetchone()
        assert row is not None
        assert row[0] <= 1, name


def test_a_document_on_which_the_reader_fails_costs_the_others_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from orchestration.reading import rows

    def fail_on_second(text: str, about: object, document_id: str) -> object:
        if document_id == "second":
            raise ValueError("a fault of the reader")
        return extract(text, about, document_id)

    extract = rows.extract
    monkeypatch.setattr(rows, "extract", fail_on_second)
    documents = [Document(name, f"{name}.txt", TITLE + REPORT, "1") for name in ("first", "second", "third")]
    tables = read(documents)
    assert set(tables["extracted.figures"].column("document_id").to_pylist()) == {"first", "third"}
    assert tables["extracted.document_profiles"].num_rows == 3
    found = tables["extracted.findings"].to_pylist()
    failures = [finding for finding in found if finding["check_name"] == "reading_failed"]
    assert [(each["document_id"], each["severity"]) for each in failures] == [("second", "error")]
    assert "second.txt could not be read: ValueError: a fault of the reader" in failures[0]["message"]


def test_a_number_that_no_column_holds_is_told_and_stays_in_the_ledger() -> None:
    monster = "123456789012345"
    tables = read([Document("a", "a.txt", f"{TITLE}全年地区生产总值{monster}亿元。\n", "1")])
    assert tables["extracted.figures"].num_rows == 0
    ledger = tables["extracted.numerals"].to_pylist()
    assert [row["reason"] for row in ledger if row["numeral_text"] == monster] == ["unexplained"]


def test_several_processes_read_what_one_reads(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(raw, 4)
    land(connection, raw, lambda message: None)
    read_quietly(connection)
    alone = content(connection)
    monkeypatch.setattr("orchestration.reading.documents.reader_version", lambda: "another")
    monkeypatch.setattr("orchestration.reading.documents.BATCH_CHARACTERS", 1)
    monkeypatch.setattr("orchestration.reading.documents.WORTH_A_PROCESS", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert read_quietly(connection) == Read(4, 0)
    assert content(connection)["extracted.figures"] == alone["extracted.figures"]


@pytest.mark.parametrize("fatal_line", ["landed 2 of 6 files", "read 2 of 6 documents"])
def test_a_killed_run_has_kept_what_it_had_and_the_next_one_ends_right(
    tmp_path: Path, raw: Path, fatal_line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(raw, 6)
    monkeypatch.setattr("orchestration.reading.documents.reader_version", lambda: "same")
    database = tmp_path / "killed.duckdb"
    process = subprocess.Popen(
        [sys.executable, "-c", BATCHED, str(database), str(raw)], stdout=subprocess.PIPE, text=True
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


def test_the_version_follows_source_and_lexicon_but_not_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "commands").mkdir()
    (tmp_path / "extract.py").write_text("1", encoding="utf-8")
    version = hash_of_source(tmp_path)
    (tmp_path / "commands" / "main.py").write_text("1", encoding="utf-8")
    assert hash_of_source(tmp_path) == version
    (tmp_path / "lexicon" / "units.csv").write_text("1", encoding="utf-8")
    assert hash_of_source(tmp_path) != version


def test_the_version_of_a_document_names_what_is_overridden() -> None:
    assert document_version("abc", None, None) == "abc"
    assert document_version("abc", "410400", 2024) == "abc+region=410400+year=2024"
