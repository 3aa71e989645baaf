"""The workbook: sheets, headings, numbers that lead to their sentences, and nothing that runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from orchestration.exports import sheet_plans, write_exports
from orchestration.exports.panel_columns import panel_indicator
from zhibiao.commands.cells import FORMULA_STARTS

Book = Any


@pytest.fixture(scope="module")
def book(exports: Path) -> Book:
    return openpyxl.load_workbook(exports / "zhibiao.xlsx")


def _records(book: Book, sheet: str) -> list[dict[str, Any]]:
    """The cells of each row by the English line of their heading."""
    header, *rows = book[sheet].iter_rows()
    names = [cell.value.split("\n")[-1] for cell in header]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_the_sheets_are_those_promised(book: Book) -> None:
    assert book.sheetnames == ["about", "panel", "targets", "achievements", "attainment", "dictionary"]


def test_headings_are_chinese_and_english_and_stay_in_sight(book: Book) -> None:
    targets = book["targets"]
    assert "原文句子\nquote" in [cell.value for cell in targets[1]]
    assert targets.freeze_panes == "D2"
    assert targets.auto_filter.ref.startswith("A1:")


def test_numbers_are_numbers_and_dates_are_dates(book: Book) -> None:
    large = next(row for row in _records(book, "achievements") if row["figure_id"].value == "f3")
    assert (large["value"].value, large["value"].number_format) == (334760000000, "#,##0")
    assert (large["plan_year"].value, large["plan_year"].number_format) == (2024, "0")
    assert large["period_end"].is_date


def test_keys_are_spelt_out(book: Book) -> None:
    target = next(row for row in _records(book, "targets") if row["target_id"].value == "f0")
    names = ("region_name", "indicator_name", "file_name")
    assert [target[name].value for name in names] == ["焦作市", "地区生产总值", "焦作.txt"]


@pytest.mark.parametrize(
    ("sheet", "column", "number", "sentence"),
    [
        ("panel", "gdp", 5.5, "2024年全市生产总值增长5.5%左右。"),
        ("panel", "tax_revenue_text", "税收平稳增长", "税收平稳增长"),
        ("targets", "value", 5.5, "2024年全市生产总值增长5.5%左右。"),
        ("achievements", "value", 5.5, "2024年全市生产总值增长5.5%左右。"),
        ("attainment", "target_value", 5.5, "2024年全市生产总值增长5.5%左右。"),
        ("attainment", "actual_value", 5.2, "2024年全市生产总值增长5.5%左右。"),
    ],
)
def test_a_number_leads_to_its_sentence(
    book: Book, sheet: str, column: str, number: object, sentence: str
) -> None:
    linked = [row[column] for row in _records(book, sheet) if row[column].hyperlink]
    assert linked[0].value == number
    target_sheet, cell = linked[0].hyperlink.location.split("!")
    assert book[target_sheet][cell].value == sentence


def test_a_panel_cell_without_a_target_has_no_link(book: Book) -> None:
    for row in _records(book, "panel"):
        assert all(cell.hyperlink is None for cell in row.values() if cell.value is None)


def test_no_cell_is_a_formula_or_would_become_one(book: Book) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(FORMULA_STARTS)


def test_a_sentence_too_long_for_a_cell_is_cut_short_and_says_so(book: Book) -> None:
    quotes = [row["quote"].value for row in _records(book, "achievements")]
    assert max(map(len, quotes)) == 32_767
    assert max(quotes, key=len).endswith("the whole is in the Parquet file〕")


def test_the_dictionary_describes_every_column(book: Book) -> None:
    rows = {(row["table"].value, row["column"].value): row for row in _records(book, "dictionary")}
    gdp = rows["marts.target_panel", "gdp"]
    assert gdp["Chinese"].value == "地区生产总值增速目标"
    assert gdp["description"].value.startswith("Target of real growth")


def test_a_sheet_of_facts_that_is_too_long_is_not_there_and_told(
    published_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_plans, "MOST_ROWS", 3)
    write_exports(published_file, tmp_path)
    small = openpyxl.load_workbook(tmp_path / "zhibiao.xlsx")
    assert small.sheetnames == ["about", "panel", "achievements", "attainment", "dictionary"]
    told = [str(row[1].value) for row in small["about"].iter_rows(max_col=2) if row[0].value == "targets"]
    assert "4 行" in told[0]
    assert "parquet/fact_targets.parquet" in told[0]
    whole = [
        str(row[1].value) for row in small["about"].iter_rows(max_col=2) if row[0].value == "achievements"
    ]
    assert "parquet" not in whole[0]
    numbers = [row["gdp"] for row in _records(small, "panel") if row["gdp"].value is not None]
    assert numbers[0].value == 5.5
    assert numbers[0].hyperlink is None


@pytest.mark.parametrize(
    ("column", "indicator"),
    [("gdp", "gdp"), ("gdp_low", "gdp"), ("gdp_per_capita_low", "gdp_per_capita"), ("region_code", None)],
)
def test_a_panel_column_names_its_indicator(column: str, indicator: str | None) -> None:
    assert panel_indicator(column) == indicator


@pytest.mark.slow
# Writer alone brings soffice too, and opens no workbook.
@pytest.mark.skipif(shutil.which("localc") is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_keeps_every_row(published_file: Path, exports: Path, tmp_path: Path) -> None:
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    convert = ["--convert-to", "ods", "--outdir", str(tmp_path), str(exports / "zhibiao.xlsx")]
    subprocess.run([*command, *convert], check=True, capture_output=True, timeout=120)
    back = [
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "zhibiao.ods"),
    ]
    subprocess.run([*command, *back], check=True, capture_output=True, timeout=120)
    opened = openpyxl.load_workbook(tmp_path / "zhibiao.xlsx")
    with duckdb.connect(published_file, read_only=True) as connection:
        counted = connection.execute("select count(*) from marts.fact_achievements").fetchone()
    assert (len(_records(opened, "achievements")),) == counted
    values = [row["value"].value for row in _records(opened, "targets")]
    assert 5.5 in values
