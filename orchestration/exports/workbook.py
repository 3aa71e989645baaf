"""The Excel workbook: panel, targets, achievements, attainment and dictionary, each number with its sentence.

Written row by row in constant memory. Sheets are named in ``sheet_plans``, cells written in ``sheet_cells``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from orchestration.exports.catalogue import Column, Mart
from orchestration.exports.panel_columns import panel_indicator
from orchestration.exports.sheet_cells import Formats, write_cell
from orchestration.exports.sheet_plans import LINKED, PANEL, SheetPlan, plan_sheets

FROZEN_COLUMNS = 3
# Excel keeps at most 65,530 links in a sheet.
MOST_LINKS = 65_000
BATCH = 1_000
DICTIONARY_HEADINGS = ["表\ntable", "字段\ncolumn", "中文\nChinese", "类型\ntype", "说明\ndescription"]

ELSEWHERE = (
    "行，太多，不在本工作簿中：见 parquet/{mart}.parquet；每句原文见阅览室 site/index.html。 / rows are too many for a"
    " workbook: see parquet/{mart}.parquet, and for each sentence the reading room, site/index.html."
)

Row = Mapping[str, Any]
# The cells of the workbook that values of a row lead to, by column.
LinksOf = Callable[[int, Row], Mapping[str, str]]


def write_workbook(
    connection: duckdb.DuckDBPyConnection, marts: Mapping[str, Mart], path: Path, title: str
) -> None:
    """Write the workbook of ``marts`` to ``path``; a sheet whose mart is not there is left out."""
    book = xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    formats = Formats(book)
    planned = plan_sheets(marts)
    plans = {plan.name: plan for plan in planned if plan.is_written}
    places: dict[str, str] = {}
    for name in plans.keys() & {"targets", "achievements"}:
        places |= _sentence_places(connection, plans[name])
    links: dict[str, LinksOf] = {
        "panel": _panel_links(connection, marts, places),
        "targets": lambda number, row: {"value": places[row["target_id"]]},
        "achievements": lambda number, row: {"value": places[row["figure_id"]]},
        "attainment": _attainment_links(places),
    }
    _write_about(book.add_worksheet("about"), title, planned, formats)
    for name, plan in plans.items():
        sheet = _add_sheet(book, plan, formats)
        _write_rows(sheet, _numbered_rows(connection, plan), links[name], formats)
    _write_dictionary(book.add_worksheet("dictionary"), marts.values(), formats)
    book.close()


def _add_sheet(book: xlsxwriter.Workbook, plan: SheetPlan, formats: Formats) -> Worksheet:
    sheet = book.add_worksheet(plan.name)
    for position, column in enumerate(plan.columns):
        sheet.set_column(position, position, _width(column))
    headings = ["\n".join(filter(None, [column.chinese_term, column.name])) for column in plan.columns]
    _write_header(sheet, headings, formats)
    sheet.freeze_panes(1, FROZEN_COLUMNS)
    sheet.autofilter(0, 0, plan.row_count, len(plan.columns) - 1)
    return sheet


def _width(column: Column) -> int:
    if column.name.endswith("quote"):
        return 60
    if column.name in ("section", "indicator_text", "target_text", "file_name") or column.name.endswith(
        "_text"
    ):
        return 24
    return 16 if column.is_text else 12


def _write_header(sheet: Worksheet, headings: Sequence[str], formats: Formats) -> None:
    sheet.set_row(0, 48)
    for position, heading in enumerate(headings):
        sheet.write_string(0, position, heading, formats.header)


def _write_rows(
    sheet: Worksheet, rows: Iterable[tuple[int, Row]], links_of: LinksOf, formats: Formats
) -> None:
    links_left = MOST_LINKS
    for number, row in rows:
        links = links_of(number, row) if links_left > 0 else {}
        links_left -= len(links)
        for position, (name, value) in enumerate(row.items()):
            if value is not None:
                write_cell(sheet, number, position, value, formats, links.get(name))


def _numbered_rows(connection: duckdb.DuckDBPyConnection, plan: SheetPlan) -> Iterator[tuple[int, Row]]:
    number = 0
    result = connection.cursor().execute(plan.query)
    while batch := result.fetchmany(BATCH):
        for values in batch:
            number += 1
            yield number, dict(zip(plan.column_names, values, strict=True))


def _sentence_places(connection: duckdb.DuckDBPyConnection, plan: SheetPlan) -> dict[str, str]:
    """The cell of the sentence of each target or achievement, by its id."""
    names = plan.column_names
    identifier = "target_id" if "target_id" in names else "figure_id"
    rows = connection.execute(f"select {identifier} from ({plan.query})").fetchall()
    column = names.index("quote")
    return {
        key: f"{plan.name}!{xl_rowcol_to_cell(number, column)}" for number, (key,) in enumerate(rows, start=1)
    }


def _panel_links(
    connection: duckdb.DuckDBPyConnection, marts: Mapping[str, Mart], places: Mapping[str, str]
) -> LinksOf:
    """From a panel's number, or words, to the sentence of the headline target that it is."""
    if not {PANEL, *LINKED} <= marts.keys():
        return lambda number, row: {}
    columns: dict[str, list[str]] = {}
    for name in marts[PANEL].column_names:
        indicator = panel_indicator(name)
        if indicator is not None and name in (indicator, f"{indicator}_text"):
            columns.setdefault(indicator, []).append(name)
    targets: dict[tuple[str, int], dict[str, str]] = {}
    query = "select region_code, plan_year, indicator_id, target_id from marts.target_panel_long"
    for region, year, indicator, target in connection.execute(query).fetchall():
        for column in columns.get(indicator, []):
            if target in places:
                targets.setdefault((region, year), {})[column] = places[target]

    def links_of(_: int, row: Row) -> Mapping[str, str]:
        links = targets.get((row["region_code"], row["plan_year"]), {})
        return {column: place for column, place in links.items() if row[column] is not None}

    return links_of


def _attainment_links(places: Mapping[str, str]) -> LinksOf:
    """From the goal and from the result to the sentence of each."""
    sources = {"target_value": "target_figure_id", "actual_value": "actual_figure_id"}

    def links_of(_: int, row: Row) -> Mapping[str, str]:
        return {
            column: places[row[source]] for column, source in sources.items() if row.get(source) in places
        }

    return links_of


def _write_about(sheet: Worksheet, title: str, plans: Iterable[SheetPlan], formats: Formats) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, title, formats.title)
    notes = [
        "蓝色下划线的数字链接到原文句子。 / A number in blue leads to the sentence it was read from.",
        "以 = + - @ 开头的文字前加了撇号。 / Text beginning with = + - @ has an apostrophe before it.",
        "精确小数见 Parquet 文件。 / Excel keeps 15 digits; the Parquet files are exact.",
    ]
    row = 2
    for plan in plans:
        told = f"{plan.title}: {plan.row_count:,}"
        if plan.is_written:
            sheet.write_url(row, 0, f"internal:{plan.name}!A1", formats.linked_text, plan.name)
        else:
            sheet.write_string(row, 0, plan.name)
            told += f" {ELSEWHERE.format(mart=plan.mart)}"
        sheet.write_string(row, 1, told)
        row += 1
    sheet.write_url(row, 0, "internal:dictionary!A1", formats.linked_text, "dictionary")
    sheet.write_string(row, 1, "数据字典 / What every table and column means")
    for offset, note in enumerate(notes, start=2):
        sheet.write_string(row + offset, 1, note)


def _write_dictionary(sheet: Worksheet, marts: Iterable[Mart], formats: Formats) -> None:
    for position, width in enumerate((22, 32, 22, 16, 110)):
        sheet.set_column(position, position, width)
    _write_header(sheet, DICTIONARY_HEADINGS, formats)
    sheet.freeze_panes(1, 2)
    row = 0
    for mart in marts:
        row += 1
        for position, words in enumerate((mart.full_name, "", "", "", mart.comment)):
            sheet.write_string(row, position, words, formats.bold)
        for column in mart.columns:
            row += 1
            cells = (mart.full_name, column.name, column.chinese_term, column.data_type, column.comment)
            for position, words in enumerate(cells):
                write_cell(sheet, row, position, words, formats)
    sheet.autofilter(0, 0, row, len(DICTIONARY_HEADINGS) - 1)
