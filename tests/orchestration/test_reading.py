"""Documents into extracted.*: once a version, in batches, in as many processes as it is worth."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import land
from orchestration.reading.documents import Read
from orchestration.reading.executors import LocalProcesses, ThisProcess
from orchestration.reading.pending import Pending, find_pending, find_present, write_shards
from orchestration.reading.shard import Document, as_table, read_shard
from orchestration.reading.shard_files import read_texts
from orchestration.reading.version import TABLES, hash_of_source
from tests.orchestration.conftest import REPORT
from tests.orchestration.documents_to_read import TITLE, content, document, fill, folder_of, read_quietly


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


def test_a_name_that_tells_something_is_part_of_the_version(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    """The same bytes under another name may be of another region: they are read again."""
    fill(raw, 1)
    land(connection, raw, lambda message: None)
    read_quietly(connection)
    (raw / "0.txt").rename(raw / "焦作市2024年.txt")
    land(connection, raw, lambda message: None)
    assert read_quietly(connection) == Read(1, 0)
    (version,) = (
        connection.execute("SELECT extractor_version FROM extracted.document_profiles").fetchone() or ()
    )
    assert "+name=" in version
    assert read_quietly(connection) == Read(0, 1)


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


def test_a_number_that_no_column_holds_is_told_and_stays_in_the_ledger() -> None:
    monster = "123456789012345"
    tables = read_shard(as_table([document("a", f"{TITLE}全年地区生产总值{monster}亿元。\n")]))
    assert tables["extracted.figures"].num_rows == 0
    ledger = tables["extracted.numerals"].to_pylist()
    assert [row["reason"] for row in ledger if row["numeral_text"] == monster] == ["unexplained"]


def test_several_processes_read_what_one_reads(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(raw, 4)
    land(connection, raw, lambda message: None)
    assert read_quietly(connection, ThisProcess()) == Read(4, 0)
    alone = content(connection)
    monkeypatch.setattr("orchestration.reading.documents.reader_version", lambda: "another")
    monkeypatch.setattr("orchestration.reading.pending.SHARD_CHARACTERS", 1)
    assert read_quietly(connection, LocalProcesses(2)) == Read(4, 0)
    assert content(connection)["extracted.figures"] == alone["extracted.figures"]
    assert not folder_of(connection).exists()


def test_a_shard_is_bounded_and_holds_each_document_once(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(raw, 7)
    (raw / "twin.txt").write_bytes((raw / "0.txt").read_bytes())
    land(connection, raw, lambda message: None)
    length = len((raw / "0.txt").read_text(encoding="utf-8"))
    monkeypatch.setattr("orchestration.reading.pending.SHARD_CHARACTERS", 2 * length)
    monkeypatch.setattr("orchestration.reading.pending.ROWS_AT_ONCE", 3)
    find_present(connection, "1")
    assert find_pending(connection) == Pending(7, 7)
    shards = [read_texts(shard) for shard in write_shards(connection, folder_of(connection), "run")]
    assert [shard.num_rows for shard in shards] == [2, 2, 2, 1]
    names = [name for shard in shards for name in shard.column("file_name").to_pylist()]
    assert sorted(names) == [f"{number}.txt" for number in range(7)]


def test_the_version_follows_source_and_lexicon_but_not_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "commands").mkdir()
    (tmp_path / "extract.py").write_text("1", encoding="utf-8")
    version = hash_of_source(tmp_path)
    (tmp_path / "commands" / "main.py").write_text("1", encoding="utf-8")
    assert hash_of_source(tmp_path) == version
    (tmp_path / "lexicon" / "units.csv").write_text("1", encoding="utf-8")
    assert hash_of_source(tmp_path) != version


def test_the_version_of_a_document_names_what_is_overridden(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    fill(raw, 2)
    (raw / "manifest.csv").write_text(
        "file_name,region_code,plan_year\n1.txt,410400,2024\n", encoding="utf-8"
    )
    land(connection, raw, lambda message: None)
    find_present(connection, "abc")
    versions = connection.execute("SELECT file_name, version FROM documents_present ORDER BY ALL").fetchall()
    assert versions == [("0.txt", "abc"), ("1.txt", "abc+region=410400+year=2024")]


def test_a_text_that_another_version_of_a_converter_made_is_read_anew(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    fill(raw, 1)
    (raw / "a.html").write_text(
        f"<html><body><p>{TITLE}</p><p>{REPORT * 20}</p></body></html>", encoding="utf-8"
    )
    land(connection, raw, lambda message: None)
    assert read_quietly(connection) == Read(2, 0)
    assert read_quietly(connection) == Read(0, 2)
    connection.execute(
        "UPDATE raw.documents SET converter = 'lxml 99', text = text || '完' WHERE converter IS NOT NULL"
    )
    assert read_quietly(connection) == Read(1, 1)


@pytest.mark.parametrize(
    ("numeral", "unit", "check_name"),
    [("0.00000000012", "%", "vanishing_number"), ("9000000000000", "亿元", "outsized_number")],
)
def test_a_number_that_no_column_holds_is_told_and_not_stored_as_another(
    numeral: str, unit: str, check_name: str
) -> None:
    text = f"{REPORT}全市投资{numeral}{unit}。"
    rows = read_shard(as_table([Document("a" * 64, "a.txt", text, "v", None, None)]))
    figures = rows["extracted.figures"].column("value_text").to_pylist()
    assert numeral + unit not in figures
    assert len(figures) == 3
    assert check_name in rows["extracted.findings"].column("check_name").to_pylist()
    spans = rows["extracted.numerals"].select(["numeral_text", "reason"]).to_pylist()
    assert {"numeral_text": numeral, "reason": "unexplained"} in spans


def test_what_is_to_be_read_is_found_without_the_reader() -> None:
    """Where nothing is, a run does not import it."""
    program = (
        "import sys, orchestration.reading.pending, orchestration.reading.results;"
        "sys.exit('zhibiao.extract' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
