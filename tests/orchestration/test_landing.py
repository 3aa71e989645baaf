"""Files of every kind into raw.documents, and what happens when they change."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import Landed, land
from tests.orchestration.conftest import REPORT


def land_quietly(connection: duckdb.DuckDBPyConnection, raw: Path) -> Landed:
    return land(connection, raw, lambda message: None)


def documents(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the texts of the files that are there."""
    query = "SELECT file_name, text FROM raw.documents WHERE removed_at IS NULL"
    return dict(connection.execute(query).fetchall())


def findings(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """Return which check found something about which file."""
    return set(connection.execute("SELECT check_name, file_name FROM raw.landing_findings").fetchall())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (REPORT.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + REPORT.encode("utf-8"), "utf-8-sig"),
        (b"\xff\xfe" + REPORT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + REPORT.encode("utf-16-be"), "utf-16-be"),
        (REPORT.encode("gb18030"), "gb18030"),
    ],
)
def test_text_is_verbatim_in_every_encoding(
    connection: duckdb.DuckDBPyConnection, raw: Path, data: bytes, encoding: str
) -> None:
    (raw / "000_fce88b0bee09f505.txt").write_bytes(data)
    assert land_quietly(connection, raw) == Landed(read=1)
    row = connection.execute("SELECT document_id, text, encoding, byte_size FROM raw.documents").fetchone()
    assert row == (hashlib.sha256(data).hexdigest(), REPORT, encoding, len(data))
    assert not findings(connection)


def test_newlines_and_blanks_are_kept(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    text = "\r\n\u3000\u3000" + REPORT + "\r\n\n"
    (raw / "a.txt").write_bytes(text.encode())
    land_quietly(connection, raw)
    assert documents(connection) == {"a.txt": text}


@pytest.mark.parametrize(
    ("data", "check_name"),
    [
        (b"", "empty_file"),
        (b" \n\t\n", "empty_file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "not_text"),
        (b"PK\x03\x04" + bytes(200), "not_text"),
        (bytes(range(128, 256)) * 20, "undecodable_file"),
    ],
)
def test_a_bad_file_is_reported_and_costs_the_others_nothing(
    connection: duckdb.DuckDBPyConnection, raw: Path, data: bytes, check_name: str
) -> None:
    (raw / "bad.txt").write_bytes(data)
    (raw / "good.txt").write_text(REPORT, encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=1, refused=1)
    assert documents(connection) == {"good.txt": REPORT}
    assert findings(connection) == {(check_name, "bad.txt")}
    message = connection.execute("SELECT message FROM raw.landing_findings").fetchone()
    assert message is not None
    assert message[0].startswith("bad.txt was not landed: ")


def test_a_truncated_file_is_landed_with_a_finding(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    (raw / "cut.txt").write_bytes(REPORT.encode()[:-2])
    land_quietly(connection, raw)
    assert documents(connection) == {"cut.txt": REPORT[:-2]}
    assert findings(connection) == {("truncated_text", "cut.txt")}


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_reported(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    (raw / "secret.txt").write_text(REPORT, encoding="utf-8")
    (raw / "secret.txt").chmod(0)
    land_quietly(connection, raw)
    assert findings(connection) == {("unreadable_file", "secret.txt")}


def test_two_files_of_the_same_bytes_share_their_document(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (raw / name).write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    row = connection.execute("SELECT count(*), count(DISTINCT document_id) FROM raw.documents").fetchone()
    assert row == (2, 1)
    assert findings(connection) == {("duplicate_file", "b.txt")}
    (raw / "b.txt").unlink()
    land_quietly(connection, raw)
    assert not findings(connection)


def test_hidden_files_and_the_manifest_are_no_reports_but_subfolders_are_searched(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / ".DS_Store").write_bytes(bytes(10))
    (raw / "manifest.csv").write_text("file_name\n", encoding="utf-8")
    (raw / "2024").mkdir()
    (raw / "2024" / "a.txt").write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    assert list(documents(connection)) == ["2024/a.txt"]
    assert not findings(connection)


def test_nothing_is_read_twice(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    before = connection.execute("FROM raw.documents").fetchall()

    def refuse(path: Path) -> bytes:
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert land_quietly(connection, raw) == Landed(unchanged=1)
    assert connection.execute("FROM raw.documents").fetchall() == before


def test_a_touched_file_is_read_but_not_landed_again(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    os.utime(raw / "a.txt", ns=(1, 1_700_000_000_000_000_000))
    assert land_quietly(connection, raw) == Landed(unchanged=1)
    row = connection.execute("SELECT modified_ns FROM raw.documents").fetchone()
    assert row == (1_700_000_000_000_000_000,)


def test_a_changed_file_replaces_its_former_self(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    (raw / "a.txt").write_text(REPORT + REPORT, encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=1)
    assert documents(connection) == {"a.txt": REPORT + REPORT}


def test_a_removed_file_is_marked_and_may_come_back(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    (raw / "b.txt").write_text(REPORT + "二", encoding="utf-8")
    land_quietly(connection, raw)
    (raw / "a.txt").unlink()
    assert land_quietly(connection, raw) == Landed(unchanged=1, removed=1)
    assert list(documents(connection)) == ["b.txt"]
    row = connection.execute("SELECT text FROM raw.documents WHERE removed_at IS NOT NULL").fetchone()
    assert row == (REPORT,)
    assert land_quietly(connection, raw) == Landed(unchanged=1)
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=1, unchanged=1)
    assert sorted(documents(connection)) == ["a.txt", "b.txt"]
    row = connection.execute("SELECT count(*) FROM raw.documents").fetchone()
    assert row == (2,)


def test_a_file_that_goes_bad_leaves_and_its_finding_goes_when_it_is_mended(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    (raw / "a.txt").write_bytes(b"")
    land_quietly(connection, raw)
    assert not documents(connection)
    assert findings(connection) == {("empty_file", "a.txt")}
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    assert documents(connection) == {"a.txt": REPORT}
    assert not findings(connection)


def test_a_missing_folder_is_no_empty_folder(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    land_quietly(connection, raw)
    (raw / "a.txt").unlink()
    raw.rmdir()
    with pytest.raises(NotADirectoryError, match="there is no raw folder"):
        land_quietly(connection, raw)
    assert list(documents(connection)) == ["a.txt"]


def test_memory_stays_bounded_by_landing_in_batches(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orchestration.ingest.documents.BATCH_BYTES", 1)
    for number in range(3):
        (raw / f"{number}.txt").write_text(f"{REPORT}{number}", encoding="utf-8")
    told: list[str] = []
    assert land(connection, raw, told.append) == Landed(read=3)
    assert told[:3] == [f"landed {number} of 3 files" for number in (1, 2, 3)]
