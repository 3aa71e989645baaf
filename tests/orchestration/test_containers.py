"""Archives and tables in the raw folder: their parts are files like others, in coming, changing and going."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import Landed, land
from tests.forms.made import archive, paragraphs, web_page, with_gbk_name, workbook
from tests.orchestration.conftest import REPORT

TEXT = REPORT.encode()


def land_quietly(connection: duckdb.DuckDBPyConnection, raw: Path) -> Landed:
    return land(connection, raw, lambda message: None)


def present(
    connection: duckdb.DuckDBPyConnection, columns: str = "document_id"
) -> dict[str, tuple[object, ...]]:
    """Return columns of the files that are there, by name."""
    query = f"SELECT file_name, {columns} FROM raw.documents WHERE removed_at IS NULL ORDER BY file_name"
    return {name: rest for name, *rest in connection.execute(query).fetchall()}  # type: ignore[misc]


def told(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return what was told, by file."""
    return dict(connection.execute("SELECT file_name, message FROM raw.landing_findings").fetchall())


def pack(path: Path, members: Mapping[str, bytes | str]) -> None:
    path.write_bytes(archive(members))


def reports(*numbers: int) -> dict[str, bytes]:
    return {f"{number}.txt": f"{REPORT}{number}".encode() for number in numbers}


def table(*rows: tuple[str, ...]) -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)


def test_members_are_landed_as_files_and_the_archive_stays_as_it_is(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    page = web_page(paragraphs([REPORT.strip()])).encode("gb18030")
    data = archive({"a.txt": TEXT, "焦作/b.html": page})
    (raw / "reports.zip").write_bytes(data)
    assert land_quietly(connection, raw) == Landed(read=2)
    assert present(connection, "container, document_id, media_type") == {
        "reports.zip/a.txt": ["reports.zip", hashlib.sha256(TEXT).hexdigest(), "text/plain"],
        "reports.zip/焦作/b.html": ["reports.zip", hashlib.sha256(page).hexdigest(), "text/html"],
    }
    assert (raw / "reports.zip").read_bytes() == data
    row = connection.execute(
        "SELECT file_name, media_type, document_id, parts FROM raw.containers"
    ).fetchall()
    assert row == [("reports.zip", "application/zip", hashlib.sha256(data).hexdigest(), 2)]
    assert not told(connection)


def test_a_name_in_gbk_is_one_that_the_manifest_may_use(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a.zip").write_bytes(with_gbk_name("焦作市.txt", TEXT))
    rows = "file_name,region_code,publisher\na.zip/焦作市.txt,410800,\na.zip,,河南省政府\n"
    (raw / "manifest.csv").write_text(rows, encoding="gb18030")
    land_quietly(connection, raw)
    # What is said of the archive holds for its members; what is said of a member goes first.
    assert present(connection, "manifest_region_code, publisher") == {
        "a.zip/焦作市.txt": ["410800", "河南省政府"]
    }
    assert not told(connection)


def test_an_archive_that_has_not_changed_is_not_read(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(raw / "a.zip", {**reports(1, 2), "../evil.txt": TEXT})
    land_quietly(connection, raw)
    before = connection.execute("FROM raw.documents").fetchall(), told(connection)
    assert set(told(connection)) == {"a.zip/../evil.txt"}
    monkeypatch.setattr("orchestration.ingest.documents.read_file", None)
    assert land_quietly(connection, raw) == Landed(unchanged=2)
    assert (connection.execute("FROM raw.documents").fetchall(), told(connection)) == before


def test_members_come_change_and_go_as_files_do(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    pack(raw / "a.zip", {**reports(1, 2, 3, 4, 5), "none.txt": b""})
    land_quietly(connection, raw)
    landed_at = present(connection, "landed_at")
    assert set(told(connection)) == {"a.zip/none.txt"}
    pack(raw / "a.zip", {**reports(1, 2, 3, 6), "4.txt": TEXT})
    assert land_quietly(connection, raw) == Landed(read=2, unchanged=3, removed=1)
    now = present(connection, "landed_at")
    assert list(now) == [f"a.zip/{number}.txt" for number in (1, 2, 3, 4, 6)]
    assert [name for name in now if now[name] == landed_at.get(name)] == [f"a.zip/{n}.txt" for n in (1, 2, 3)]
    assert not told(connection)
    gone = connection.execute("SELECT file_name FROM raw.documents WHERE removed_at IS NOT NULL").fetchall()
    assert gone == [("a.zip/5.txt",)]


def test_an_archive_that_goes_takes_its_members_along(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(raw / "a.zip", reports(1, 2))
    (raw / "b.txt").write_bytes(TEXT)
    land_quietly(connection, raw)
    (raw / "a.zip").unlink()
    # Two of three at once may be a folder that is not mounted.
    assert land_quietly(connection, raw).removed == 0
    assert "ALLOW_REMOVAL=1" in told(connection)["a.zip/1.txt"]
    monkeypatch.setenv("ALLOW_REMOVAL", "1")
    assert land_quietly(connection, raw) == Landed(unchanged=1, removed=2)
    assert list(present(connection)) == ["b.txt"]
    assert connection.execute("SELECT count(*) FROM raw.containers").fetchone() == (0,)


def test_an_archive_that_is_damaged_is_told_and_the_others_are_landed(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a.zip").write_bytes(archive(reports(1))[:-30])
    (raw / "b.txt").write_bytes(TEXT)
    assert land_quietly(connection, raw) == Landed(read=1, refused=1)
    assert "a damaged ZIP archive" in told(connection)["a.zip"]


def test_a_file_that_becomes_an_archive_and_an_archive_that_becomes_a_file(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a").write_bytes(TEXT)
    land_quietly(connection, raw)
    pack(raw / "a", reports(1))
    land_quietly(connection, raw)
    assert list(present(connection)) == ["a/1.txt"]
    (raw / "a").write_bytes(TEXT)
    os.environ["ALLOW_REMOVAL"] = "1"
    try:
        land_quietly(connection, raw)
    finally:
        del os.environ["ALLOW_REMOVAL"]
    assert list(present(connection)) == ["a"]
    assert connection.execute("SELECT count(*) FROM raw.containers").fetchone() == (0,)


def test_an_archive_whose_landing_was_broken_off_is_taken_up_again(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orchestration.ingest.documents.BATCH_BYTES", 1)
    pack(raw / "a.zip", reports(1, 2, 3))

    def break_off(message: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        land(connection, raw, break_off)
    assert list(present(connection)) == ["a.zip/1.txt"]
    assert land_quietly(connection, raw) == Landed(read=2, unchanged=1)
    assert land_quietly(connection, raw) == Landed(unchanged=3)


def test_the_same_report_in_an_archive_and_beside_it_is_one_document(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    pack(raw / "a.zip", {"a.txt": TEXT})
    (raw / "b.txt").write_bytes(TEXT)
    land_quietly(connection, raw)
    assert told(connection) == {"b.txt": "b.txt has the same bytes as a.zip/a.txt"}


def test_the_rows_of_a_table_are_landed_with_what_its_columns_say(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    rows = (
        ("年份", "地区", "正文", "链接"),
        ("2024", "焦作市", REPORT, "x"),
        ("24", "某地", REPORT + "二", ""),
        ("", "", "abc", ""),
    )
    (raw / "t.csv").write_text(table(*rows), encoding="gb18030")
    assert land_quietly(connection, raw) == Landed(read=2, refused=1)
    facts = "container, manifest_plan_year, manifest_region_code, source_url"
    assert present(connection, facts) == {
        "t.csv/row 2": ["t.csv", 2024, "410800", "x"],
        "t.csv/row 3": ["t.csv", None, None, None],
    }
    messages = [
        m for (m,) in connection.execute("SELECT message FROM raw.landing_findings ORDER BY 1").fetchall()
    ]
    assert messages == [
        "t.csv/row 3: plan_year '24' is no year of a report",
        "t.csv/row 3: region '某地' is the name of no one division",
        "t.csv/row 4 was not landed: no Chinese prose: 0% of its characters are Chinese",
    ]
    # The facts are there still where the table is not read again, and a changed one leaves the other rows alone.
    landed_at = present(connection, "landed_at")
    assert land_quietly(connection, raw) == Landed(unchanged=2)
    assert present(connection, "manifest_plan_year")["t.csv/row 2"] == [2024]
    changed = (rows[0], ("2023", "焦作市", REPORT, "x"), *rows[2:])
    (raw / "t.csv").write_text(table(*changed), encoding="gb18030")
    assert land_quietly(connection, raw) == Landed(read=1, unchanged=1, refused=1)
    assert present(connection, "manifest_plan_year")["t.csv/row 2"] == [2023]
    assert present(connection, "landed_at")["t.csv/row 3"] == landed_at["t.csv/row 3"]


def test_the_manifest_names_the_columns_of_a_table_and_may_do_so_later(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    book = workbook(甲=[["全稿", "地名"], [REPORT, "焦作市"]])
    (raw / "t.xlsx").write_bytes(book)
    assert land_quietly(connection, raw) == Landed(refused=1)
    assert "no column holds texts" in told(connection)["t.xlsx"]
    rows = "file_name,text_column,region_code_column\nt.xlsx,全稿,地名\n"
    (raw / "manifest.csv").write_text(rows, encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=1)
    assert present(connection, "manifest_region_code, split_part(converter, ' ', 1)") == {
        "t.xlsx/甲/row 2": ["410800", "openpyxl"]
    }
    assert not told(connection)
    (raw / "manifest.csv").write_text(rows.replace("地名", ""), encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=1)
    assert present(connection, "manifest_region_code") == {"t.xlsx/甲/row 2": [None]}


def test_a_new_version_of_a_converter_reads_again_and_a_text_is_left_alone(
    connection: duckdb.DuckDBPyConnection, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = web_page(paragraphs([REPORT.strip()])).encode()
    (raw / "a.html").write_bytes(page)
    (raw / "b.txt").write_bytes(TEXT)
    pack(raw / "c.zip", {"c.html": page + b"<!-- -->", "c.txt": TEXT + b"1"})
    (raw / "d.csv").write_text(table(("正文",), (REPORT + "二",)), encoding="utf-8")
    assert land_quietly(connection, raw) == Landed(read=5)
    assert land_quietly(connection, raw) == Landed(unchanged=5)

    def later(media_type: str) -> str | None:
        return None if media_type == "text/plain" else "lxml 99"

    for module in (
        "orchestration.ingest.known",
        "orchestration.ingest.reading_files",
        "zhibiao.forms.versions",
    ):
        monkeypatch.setattr(f"{module}.converter_of", later)
    monkeypatch.setattr("zhibiao.forms.parts.converter_of", later)
    assert land_quietly(connection, raw) == Landed(read=3, unchanged=2)
