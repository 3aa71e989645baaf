"""One cell of a sheet: a value in its format, harmless, with a link where there is one."""

from __future__ import annotations

import json
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from zhibiao.commands.cells import harmless, json_value

# Excel's own limit for the text of a cell.
LONGEST_TEXT = 32_767
CUT_SHORT = "……〔cut short: the whole is in the Parquet file〕"


class Formats:
    """The number formats and looks of a workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        link = {"font_color": "#0B57B0", "underline": 1}
        self.header = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DBEAFC", "bottom": 1}
        )
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.bold = book.add_format({"bold": True})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.whole = book.add_format({"num_format": "#,##0"})
        self.decimal = book.add_format({"num_format": "#,##0.0#######"})
        self.year = book.add_format({"num_format": "0"})
        self.date = book.add_format({"num_format": "yyyy-mm-dd"})
        self.linked_text = book.add_format(link)
        self.linked_whole = book.add_format({"num_format": "#,##0", **link})
        self.linked_decimal = book.add_format({"num_format": "#,##0.0#######", **link})


def write_cell(
    sheet: Worksheet, row: int, column: int, value: object, formats: Formats, link: str | None = None
) -> None:
    """Write ``value``: numbers and dates as such, everything else as text that no spreadsheet runs.

    ``link`` is a place in the same workbook, as ``targets!N5``.
    """
    if link is not None:
        # The number or text that is written next takes the place of the address; the link stays.
        sheet.write_url(row, column, f"internal:{link}")
    # Text first: most cells are text, and each question takes a part of the time of a cell.
    if isinstance(value, str):
        _write_text(sheet, row, column, value, formats, link is not None)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        _write_number(sheet, row, column, value, formats, link is not None)
    elif isinstance(value, date | datetime):
        sheet.write_datetime(row, column, value, formats.date)
    else:
        text = json.dumps(json_value(value), ensure_ascii=False)
        _write_text(sheet, row, column, text, formats, link is not None)


def cell_text(text: str) -> str:
    """``text`` as a cell can hold it: harmless, and cut short where Excel would refuse the file."""
    safe = harmless(text)
    return safe if len(safe) <= LONGEST_TEXT else safe[: LONGEST_TEXT - len(CUT_SHORT)] + CUT_SHORT


def _write_text(sheet: Worksheet, row: int, column: int, text: str, formats: Formats, linked: bool) -> None:
    sheet.write_string(row, column, cell_text(text), formats.linked_text if linked else None)


def _write_number(
    sheet: Worksheet, row: int, column: int, number: float, formats: Formats, linked: bool
) -> None:
    is_whole = float(number).is_integer()
    if linked:
        number_format = formats.linked_whole if is_whole else formats.linked_decimal
    elif isinstance(number, int):
        # Years and offsets, not amounts: 2024 is not 2,024.
        number_format = formats.year
    else:
        number_format = formats.whole if is_whole else formats.decimal
    sheet.write_number(row, column, number, number_format)
