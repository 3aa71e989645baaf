"""manifest.csv: what it adds, and how a bad row is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from orchestration.ingest import land
from orchestration.ingest.manifest import read_manifest
from tests.orchestration.conftest import REPORT

HEADER = "file_name,source_url,publisher,published_on,accessed_on,licence,region_code,plan_year\n"
ROW = "a.txt,https://example.org/a,平顶山日报,2024-02-01,2024-03-05,,410400,2024\n"


def write(raw: Path, rows: str, encoding: str = "utf-8", header: str = HEADER) -> None:
    (raw / "manifest.csv").write_bytes((header + rows).encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_row_adds_what_the_text_cannot_say(raw: Path, encoding: str) -> None:
    write(raw, ROW, encoding)
    manifest = read_manifest(raw)
    assert not manifest.findings
    assert manifest.rows == {
        "a.txt": {
            "source_url": "https://example.org/a",
            "publisher": "平顶山日报",
            "published_on": date(2024, 2, 1),
            "accessed_on": date(2024, 3, 5),
            "licence": None,
            "manifest_region_code": "410400",
            "manifest_plan_year": 2024,
        }
    }


def test_without_a_manifest_nothing_is_wrong(raw: Path) -> None:
    assert not read_manifest(raw).rows
    assert not read_manifest(raw).findings


def test_columns_may_be_missing_or_unknown(raw: Path) -> None:
    write(raw, "a.txt,ours,2024\n", header="file_name,note,plan_year\n")
    manifest = read_manifest(raw)
    assert manifest.rows["a.txt"]["manifest_plan_year"] == 2024
    assert manifest.rows["a.txt"]["source_url"] is None
    assert not manifest.findings


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("b.txt,,,3 May 2024,,,,\n", "'3 May 2024' is no date of the form 2024-01-31"),
        ("b.txt,,,2024-02-30,,,,\n", "'2024-02-30' is no date of the form 2024-01-31"),
        ("b.txt,,,,,,4104,\n", "region_code '4104' is not six digits"),
        ("b.txt,,,,,,四一〇四〇〇,\n", "region_code '四一〇四〇〇' is not six digits"),
        ("b.txt,,,,,,,24\n", "plan_year '24' is no year"),
        (",https://example.org,,,,,,\n", "no file_name"),
        ("a.txt,,,,,,,\n", "a.txt has a row already; the first one holds"),
        ("b.txt,,,,,,,,,surplus\n", "more cells than columns"),
    ],
)
def test_a_bad_row_is_told_with_file_line_and_reason_and_the_others_hold(
    raw: Path, row: str, reason: str
) -> None:
    write(raw, ROW + row)
    manifest = read_manifest(raw)
    assert list(manifest.rows) == ["a.txt"]
    assert [(each.check_name, each.message) for each in manifest.findings] == [
        ("manifest_invalid", f"manifest.csv, line 3: {reason}")
    ]


def test_a_manifest_without_names_is_told_as_a_whole(raw: Path) -> None:
    write(raw, "a.txt\n", header="file\n")
    assert [each.message for each in read_manifest(raw).findings] == [
        "manifest.csv, line 1: has no column file_name"
    ]


def test_a_manifest_that_is_no_text_is_told(raw: Path) -> None:
    (raw / "manifest.csv").write_bytes(b"PK\x03\x04" + bytes(100))
    assert read_manifest(raw).findings[0].message.startswith("manifest.csv: cannot be read: not a text")


def test_the_facts_follow_the_manifest_without_reading_the_files_again(
    connection: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (raw / "a.txt").write_text(REPORT, encoding="utf-8")
    query = "SELECT publisher, manifest_region_code, manifest_plan_year FROM raw.documents"
    land(connection, raw, lambda message: None)
    assert connection.execute(query).fetchone() == (None, None, None)
    write(raw, ROW)
    assert land(connection, raw, lambda message: None).unchanged == 1
    assert connection.execute(query).fetchone() == ("平顶山日报", "410400", 2024)
    (raw / "manifest.csv").unlink()
    land(connection, raw, lambda message: None)
    assert connection.execute(query).fetchone() == (None, None, None)


def test_a_row_for_a_file_that_is_not_there_is_told(connection: duckdb.DuckDBPyConnection, raw: Path) -> None:
    (raw / "b.txt").write_text(REPORT, encoding="utf-8")
    write(raw, ROW)
    land(connection, raw, lambda message: None)
    rows = connection.execute(
        "SELECT check_name, severity, file_name, message FROM raw.landing_findings"
    ).fetchall()
    assert rows == [
        ("manifest_without_file", "info", "a.txt", "manifest.csv names a.txt, which is not there")
    ]
