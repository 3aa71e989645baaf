"""Tables with a text a row: which column is the text, what the others say, and tables that are none such."""

from __future__ import annotations

import pytest

from tests.forms.made import REPORT, encrypted, workbook
from zhibiao.forms import Unconvertible
from zhibiao.forms.text_tables import FULL_CELL, texts_of_csv, texts_of_workbook

TEXT = "\n".join(REPORT)
QUOTED = f'"{TEXT}"'


def test_a_row_is_a_text_under_its_title_with_what_its_columns_say() -> None:
    [row] = texts_of_csv(
        f"年份,地区,标题,正文,链接\n2024,商丘市,商丘市2024年工作报告,{QUOTED},x\n".encode(), {}
    )
    assert row.name == "row 2"
    assert row.text == f"商丘市2024年工作报告\n{TEXT}"
    assert row.facts == {"plan_year": "2024", "region_code": "商丘市", "source_url": "x"}


def test_a_title_that_the_text_has_is_not_put_before_it() -> None:
    [row] = texts_of_csv(f"标题,正文\n政府工作报告,{QUOTED}\n".encode(), {})
    assert row.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_in_any_encoding_and_with_any_delimiter(encoding: str, delimiter: str) -> None:
    table = f"id{delimiter}正文\n7{delimiter}{QUOTED}\n8{delimiter}{QUOTED}\n"
    rows = texts_of_csv(table.encode(encoding), {})
    assert [(row.name, row.text) for row in rows] == [("row 2", TEXT), ("row 3", TEXT)]


def test_a_report_longer_than_a_usual_field_is_read() -> None:
    long = TEXT * 2_000
    assert [row.text for row in texts_of_csv(f'text\n"{long}"\n'.encode(), {})] == [long]


def test_columns_are_told_by_whoever_knows_them() -> None:
    table = f"甲,乙\n{QUOTED},2024\n".encode()
    with pytest.raises(Unconvertible, match=r"name it 正文 or text.*text_column.*its first row: 甲, 乙"):
        texts_of_csv(table, {})
    [row] = texts_of_csv(table, {"text": "甲", "plan_year": "乙"})
    assert (row.text, row.facts) == (TEXT, {"plan_year": "2024"})


def test_a_column_that_is_told_goes_before_one_that_is_known() -> None:
    [row] = texts_of_csv(f"内容,全稿\n摘要,{QUOTED}\n".encode(), {"text": "全稿"})
    assert row.text == TEXT


def test_rows_without_a_text_are_told_once() -> None:
    *rows, told = texts_of_csv(f"标题,正文\n甲,\n乙,{QUOTED}\n丙,\n,\n".encode(), {})
    assert [row.name for row in rows] == ["row 3"]
    assert told.refusal == "rows without a text: 2, 4"


def test_the_sheets_of_a_workbook_whose_names_stand_below_a_title() -> None:
    book = workbook(
        汇总=[["各市政府工作报告"], [], ["年份", "城市", "报告正文"], [2024.0, "商丘市", TEXT]],
        说明=[["本表由各市网站整理"]],
        Sheet3=[],
    )
    row, told = texts_of_workbook(book, {})
    assert (row.name, row.text) == ("汇总/row 4", TEXT)
    assert row.facts == {"plan_year": "2024", "region_code": "商丘市"}
    assert told.name == "说明"
    assert "no column holds texts" in told.refusal


def test_a_formula_is_not_followed() -> None:
    # openpyxl writes no value beside a formula: there is none to be read.
    rows = texts_of_workbook(workbook(甲=[["正文", "年份"], [TEXT, '=WEBSERVICE("file:///etc/passwd")']]), {})
    assert [dict(row.facts) for row in rows] == [{}]


def test_a_cell_that_was_too_small_for_its_text_is_told() -> None:
    [row] = texts_of_workbook(workbook(甲=[["正文"], ["政" * FULL_CELL]]), {})
    assert "cut off" in row.refusal


def test_a_carriage_return_as_excel_writes_it() -> None:
    [row] = texts_of_workbook(workbook(甲=[["正文"], ["政府工作报告_x000D_\n增长6%"]]), {})
    assert row.text == "政府工作报告\n增长6%"


def test_a_workbook_with_a_password_or_damage_is_told() -> None:
    whole = workbook(甲=[["正文"], [TEXT]])
    with pytest.raises(Unconvertible, match="an Excel workbook: protected with a password"):
        texts_of_workbook(encrypted(whole), {})
    with pytest.raises(Unconvertible, match="an Excel workbook: damaged"):
        texts_of_workbook(whole[:-40], {})


def test_a_sheet_of_figures_is_no_table_of_texts() -> None:
    with pytest.raises(Unconvertible, match="甲: a sheet in which no column holds texts"):
        texts_of_workbook(workbook(甲=[["指标", "2024年"], ["生产总值", 2235]]), {})
