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
        ("b.txt,https://example.org,,3 May 2024,,,,\n", "'3 May 2024' is no date of the form 2024-01-31"),
        ("b.txt,https://example.org,,2024-02-30,,,,\n", "'2024-02-30' is no date of the form 2024-01-31"),
        ("b.txt,https://example.org,,,,,4104,\n", "region_code '4104' is not six digits"),
        ("b.txt,https://example.org,,,,,四一〇四〇〇,\n", "region_code '四一〇四〇〇' is not six digits"),
        (
            "b.txt,https://example.org,,,,,419999,\n",
            "region_code '419999' is the code of no division of any year",
        ),
        ("b.txt,https://example.org,,,,,,24\n", "plan_year '24' is no year of a report"),
        ("b.txt,https://example.org,,,,,,2999\n", "plan_year '2999' is no year of a report"),
    ],
)
def test_a_cell_that_means_nothing_is_told_and_the_rest_of_its_row_holds(
    raw: Path, row: str, reason: str
) -> None:
    write(raw, ROW + row)
    manifest = read_manifest(raw)
    assert list(manifest.rows) == ["a.txt", "b.txt"]
    assert {name: fact for name, fact in manifest.rows["b.txt"].items() if fact} == {
        "source_url": "https://example.org"
    }
    assert [(each.check_name, each.message) for each in manifest.findings] == [
        ("manifest_invalid", f"manifest.csv, line 3: {reason}")
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",https://example.org,,,,,,\n", "no file_name"),
        ("a.txt,,,,,,,\n", "a.txt has a row already; the first one holds"),
        ("b.txt,,,,,,,,,surplus\n", "more cells than columns"),
        ('b.txt,"https://example.org,,,,,,\n', "opens a quote and does not close it"),
    ],
)
def test_a_bad_row_is_told_with_file_line_and_reason_and_the_others_hold(
    raw: Path, row: str, reason: str
) -> None:
    write(raw, ROW + row + ROW.replace("a.txt", "c.txt"))
    manifest = read_manifest(raw)
    assert list(manifest.rows) == ["a.txt", "c.txt"]
    assert [(each.check_name, each.message) for each in manifest.findings] == [
        ("manifest_invalid", f"manifest.csv, line 3: {reason}")
    ]


@pytest.mark.parametrize(
    "day",
    ["2024-02-01", "２０２４／２／１", "2024/2/1", "2024.02.01", "2024年2月1日", "20240201", "2024/2/1 0:00"],
)
def test_a_day_however_a_spreadsheet_writes_it(raw: Path, day: str) -> None:
    write(raw, f"a.txt,,,{day},,,４１０８００,２０２４年\n")
    manifest = read_manifest(raw)
    assert not manifest.findings
    assert manifest.rows["a.txt"]["published_on"] == date(2024, 2, 1)
    assert manifest.rows["a.txt"]["manifest_region_code"] == "410800"
    assert manifest.rows["a.txt"]["manifest_plan_year"] == 2024


@pytest.mark.parametrize(
    "header",
    [
        " file_name , region_code,plan_year \n",
        "\ufefffile_name,region_code,plan_year\n",
        "File_Name,REGION_CODE,Plan_Year\n",
        '"file_name,region_code,plan_year\n',
    ],
)
def test_headers_with_blanks_marks_capitals_or_a_stray_quote(raw: Path, header: str) -> None:
    write(raw, "a.txt,410400,2024\n", header=header)
    assert read_manifest(raw).rows["a.txt"]["manifest_region_code"] == "410400"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_cells_parted_as_the_spreadsheet_s_country_does(raw: Path, delimiter: str) -> None:
    write(raw, ROW.replace(",", delimiter), header=HEADER.replace(",", delimiter))
    assert read_manifest(raw).rows["a.txt"]["publisher"] == "平顶山日报"


@pytest.mark.parametrize("written", ["./sub/a.txt", "sub\\a.txt", ".\\sub\\a.txt"])
def test_a_path_as_another_system_writes_it(raw: Path, written: str) -> None:
    write(raw, f"{written},,,,,,410400,2024\n")
    assert list(read_manifest(raw).rows) == ["sub/a.txt"]


def test_a_cell_of_several_lines_is_one_cell(raw: Path) -> None:
    write(raw, 'a.txt,"of the\nfirst day",2024\nb.txt,,2023\n', header="file_name,note,plan_year\n")
    manifest = read_manifest(raw)
    assert {name: row["manifest_plan_year"] for name, row in manifest.rows.items()} == {
        "a.txt": 2024,
        "b.txt": 2023,
    }
    assert not manifest.findings


def test_a_quote_that_two_lines_forget_costs_only_them(raw: Path) -> None:
    write(raw, 'a.txt,"x,2024\nb.txt,y",2023\nc.txt,,2022\n', header="file_name,note,plan_year\n")
    manifest = read_manifest(raw)
    assert list(manifest.rows) == ["c.txt"]
    assert [each.message for each in manifest.findings] == [
        f"manifest.csv, line {line}: opens a quote and does not close it" for line in (2, 3)
    ]


def test_a_folder_or_a_link_named_manifest_is_told(raw: Path, tmp_path: Path) -> None:
    (raw / "manifest.csv").mkdir()
    assert [each.message for each in read_manifest(raw).findings] == [
        "manifest.csv: cannot be read: it is no file"
    ]
    (raw / "manifest.csv").rmdir()
    (tmp_path / "elsewhere.csv").write_text(HEADER + ROW, encoding="utf-8")
    (raw / "manifest.csv").symlink_to(tmp_path / "elsewhere.csv")
    manifest = read_manifest(raw)
    assert not manifest.rows
    assert "a link, which is not followed" in manifest.findings[0].message


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
