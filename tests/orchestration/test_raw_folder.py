"""The raw folder as operators have it: links, pipes, closed folders, names alike, half-written and vanished files."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import Landed, land
from orchestration.ingest.folder import look, signature
from tests.orchestration.conftest import REPORT


def land_quietly(connection: duckdb.DuckDBPyConnection, raw: Path) -> Landed:
    return land(connection, raw, lambda message: None)


def landed_names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    query = "SELECT file_name FROM raw.documents WHERE removed_at IS NULL ORDER BY ALL"
    return [name for (name,) in connection.execute(query).fetchall()]


def told(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    query = "SELECT check_name, severity, message FROM raw.landing_findings ORDER BY ALL"
    return connection.execute(query).fetchall()


@pytest.fixture
def reports(raw: Path) -> Path:
    """Three sound reports."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (raw / name).write_text(REPORT + name, encoding="utf-8")
    return raw


def _loop(raw: Path, outside: Path) -> None:
    (raw / "loop").symlink_to(raw)


def _circle_of_links(raw: Path, outside: Path) -> None:
    (raw / "x.txt").symlink_to("y.txt")
    (raw / "y.txt").symlink_to("x.txt")


def _file_outside(raw: Path, outside: Path) -> None:
    (outside / "secret.txt").write_text(REPORT, encoding="utf-8")
    (raw / "secret.txt").symlink_to(outside / "secret.txt")


def _folder_outside(raw: Path, outside: Path) -> None:
    (outside / "more.txt").write_text(REPORT, encoding="utf-8")
    (raw / "more").symlink_to(outside)


def _leads_nowhere(raw: Path, outside: Path) -> None:
    (raw / "gone.txt").symlink_to(outside / "gone.txt")


def _pipe(raw: Path, outside: Path) -> None:
    os.mkfifo(raw / "pipe.txt")


def _socket(raw: Path, outside: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(raw / "s"))


@pytest.mark.parametrize(
    ("make", "names", "words"),
    [
        (_loop, ["loop"], "met there"),
        (_circle_of_links, ["x.txt", "y.txt"], "leads nowhere"),
        (_file_outside, ["secret.txt"], "leads out of the raw folder"),
        (_folder_outside, ["more"], "leads out of the raw folder"),
        (_leads_nowhere, ["gone.txt"], "leads nowhere"),
        (_pipe, ["pipe.txt"], "is a pipe, not a file"),
        (_socket, ["s"], "is a socket, not a file"),
    ],
)
def test_what_is_no_file_of_the_folder_is_told_and_costs_nothing(
    connection: duckdb.DuckDBPyConnection, reports: Path, tmp_path: Path, make, names: list[str], words: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    make(reports, outside)
    assert land_quietly(connection, reports) == Landed(read=3)
    assert landed_names(connection) == ["a.txt", "b.txt", "c.txt"]
    assert [message.split(" ")[0] for _, _, message in told(connection)] == names
    assert all(check == "left_out_of_folder" and words in message for check, _, message in told(connection))
    for name in names:
        (reports / name).unlink()
    land_quietly(connection, reports)
    assert told(connection) == []


def test_a_link_within_the_folder_is_read_where_it_leads(
    connection: duckdb.DuckDBPyConnection, reports: Path
) -> None:
    (reports / "d.txt").symlink_to("a.txt")
    land_quietly(connection, reports)
    assert landed_names(connection) == ["a.txt", "b.txt", "c.txt"]
    assert [severity for _, severity, _ in told(connection)] == ["info"]


def test_the_raw_folder_itself_may_be_a_link(connection: duckdb.DuckDBPyConnection, reports: Path) -> None:
    link = reports.with_name("link")
    link.symlink_to(reports)
    assert land_quietly(connection, link) == Landed(read=3)
    assert told(connection) == []


def test_a_folder_that_may_not_be_entered_is_told_and_what_was_landed_of_it_stays(
    connection: duckdb.DuckDBPyConnection, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "lost+found").mkdir()
    (reports / "lost+found" / "d.txt").write_text(REPORT + "d", encoding="utf-8")
    land_quietly(connection, reports)
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "lost+found":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert land_quietly(connection, reports) == Landed(unchanged=3)
    assert landed_names(connection) == ["a.txt", "b.txt", "c.txt", "lost+found/d.txt"]
    assert [(check, "cannot be entered" in message) for check, _, message in told(connection)] == [
        ("left_out_of_folder", True)
    ]
    monkeypatch.undo()
    land_quietly(connection, reports)
    assert told(connection) == []


def test_two_names_that_end_up_alike_are_two_files(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    Path(os.fsdecode(os.fsencode(raw) + b"/bad\xff\xfe.txt")).write_text(REPORT + "一", encoding="utf-8")
    (raw / "bad\\xff\\xfe.txt").write_text(REPORT + "二", encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=2)
    first, second = landed_names(connection)
    assert first == "bad\\xff\\xfe.txt"
    assert second.startswith("bad\\xff\\xfe.txt (")
    assert land_quietly(connection, raw) == Landed(unchanged=2)


def test_a_folder_named_manifest_is_a_folder_like_any_other(raw: Path) -> None:
    (raw / "2024" / "manifest.csv").mkdir(parents=True)
    (raw / "2024" / "manifest.csv" / "a.txt").write_text(REPORT, encoding="utf-8")
    assert [file.name for file in look(raw).files] == ["2024/manifest.csv/a.txt"]


def test_other_content_of_the_same_size_and_time_is_read(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    before = (raw / "a.txt").stat()
    land_quietly(connection, raw)
    (raw / "a.txt").write_text(REPORT.replace("4.5", "5.4"), encoding="utf-8")
    os.utime(raw / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert land_quietly(connection, raw) == Landed(read=1)
    assert connection.execute("SELECT text FROM raw.documents").fetchall() == [
        (REPORT.replace("4.5", "5.4"),)
    ]


def test_a_file_that_is_being_written_is_left_for_the_next_run(
    connection: duckdb.DuckDBPyConnection, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    land_quietly(connection, reports)
    (reports / "a.txt").write_text(REPORT + "first half", encoding="utf-8")
    open_file = os.open

    def open_and_write_on(path: Path, flags: int) -> int:
        descriptor = open_file(path, flags)
        if Path(path).name == "a.txt":
            with (reports / "a.txt").open("a", encoding="utf-8") as content:
                content.write("second half")
        return descriptor

    monkeypatch.setattr("orchestration.ingest.reading_files.os.open", open_and_write_on)
    assert land_quietly(connection, reports) == Landed(unchanged=2, refused=1)
    assert [check for check, _, _ in told(connection)] == ["still_being_written"]
    # What was landed of it before stays.
    assert landed_names(connection) == ["a.txt", "b.txt", "c.txt"]
    monkeypatch.undo()
    assert land_quietly(connection, reports) == Landed(read=1, unchanged=2)
    assert told(connection) == []


@pytest.mark.parametrize(
    "text",
    [
        "root:x:0:0:root:/root:/bin/bash\n" * 20,
        "2024-01-20 10:00:00 INFO started in 12 ms\n" * 20,
        'def main() -> None:\n    print("增长 6.5%")\n' * 20,
        "The gross regional product grew by 6.5 % in 2023.\n" * 20,
    ],
)
def test_what_is_no_chinese_prose_is_not_landed(
    connection: duckdb.DuckDBPyConnection, reports: Path, text: str
) -> None:
    (reports / "other.txt").write_text(text, encoding="utf-8")
    assert land_quietly(connection, reports) == Landed(read=3, refused=1)
    assert [check for check, _, _ in told(connection)] == ["not_chinese_prose"]


@pytest.mark.parametrize(
    "text", ["增长6.5%。", "| 指标 | 2024年 | 增长 |\n| --- | --- | --- |\n| 生产总值 | 1349083.5 | 5.0 |\n"]
)
def test_a_short_text_and_a_table_of_numbers_are_landed(
    connection: duckdb.DuckDBPyConnection, raw: Path, text: str
) -> None:
    (raw / "a.txt").write_text(text, encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=1)


def test_a_fault_in_one_file_costs_no_other(
    connection: duckdb.DuckDBPyConnection, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from orchestration.ingest.conversion import Converter

    convert = Converter.convert

    def fail(self: Converter, data: bytes, file_name: str) -> object:
        if file_name == "b.txt":
            raise RecursionError("as deep as it goes")
        return convert(self, data, file_name)

    monkeypatch.setattr(Converter, "convert", fail)
    assert land_quietly(connection, reports) == Landed(read=2, refused=1)
    assert told(connection)[0][2] == "b.txt was not landed: RecursionError: as deep as it goes"


def test_the_signature_changes_with_what_is_left_out_too(reports: Path) -> None:
    before = signature(reports)
    (reports / "loop").symlink_to(reports)
    assert signature(reports) != before
    (reports / "loop").unlink()
    assert signature(reports) == before
