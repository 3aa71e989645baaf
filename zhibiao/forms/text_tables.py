"""A table with a text in each row (CSV, XLSX) → these texts, with what the other columns say of them.

Columns are known by their names (``zhibiao/lexicon/table_columns.csv``), or told. Formulas are not followed: a
cell is what the program that wrote the file left as its value.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import islice
from xml.etree.ElementTree import ParseError

from zhibiao.decoding import Undecodable, decode
from zhibiao.forms.packages import UnreadablePackageError, open_package
from zhibiao.forms.refusal import Unconvertible
from zhibiao.lexicon import rows as lexicon_rows

# A spreadsheet has no more rows; a table of reports has thousands.
MOST_ROWS = 1_048_576
MOST_TEXTS = 50_000
# Above the names of the columns a sheet may have a title or two.
ROWS_ABOVE = 10
# A cell of a spreadsheet holds so many characters; a longer text was cut off when it was put in.
FULL_CELL = 32_767
# A spreadsheet parts cells with what its country uses.
DELIMITERS = ",;\t|"
_TEXT, _TITLE = "text", "title"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ADVICE = "name it 正文 or text, or name it in the manifest (text_column)"


@dataclass(frozen=True, slots=True)
class RowText:
    """A row by its name in the table: its text under its title, and what its cells say by the manifest's names."""

    name: str
    text: str = ""
    refusal: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


def texts_of_csv(data: bytes, columns: Mapping[str, str]) -> list[RowText]:
    """Return the texts of a CSV file in whatever encoding and with whatever delimiter.

    ``columns`` tells the names of columns by field (``text``, ``title``, ``region_code``, ``plan_year`` …). Raises
    ``Unconvertible`` where no column holds texts.
    """
    try:
        text = decode(data).text
    except Undecodable as refusal:
        raise Unconvertible(refusal.reason) from refusal
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    # A report is longer than what the module takes for a field.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Unconvertible(f"a CSV file that cannot be read ({error})") from error
    found = _texts(rows, columns, "")
    if found is None:
        raise Unconvertible(f"a CSV file in which no column holds texts: {_ADVICE}{_named(rows)}")
    return found


def texts_of_workbook(data: bytes, columns: Mapping[str, str]) -> list[RowText]:
    """Return the texts of the sheets of a workbook (.xlsx), as ``texts_of_csv`` does; raises the same."""
    import openpyxl

    found: list[RowText] = []
    without: list[RowText] = []
    try:
        with open_package(data):
            pass
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            # What a sheet says of its size need not be so.
            sheet.reset_dimensions()
            rows = [
                [_cell(cell) for cell in row] for row in islice(sheet.iter_rows(values_only=True), MOST_ROWS)
            ]
            texts = _texts(rows, columns, f"{sheet.title}/")
            if texts is not None:
                found += texts
            elif any(map(any, rows)):
                reason = f"a sheet in which no column holds texts: {_ADVICE}{_named(rows)}"
                without.append(RowText(sheet.title, refusal=reason))
    except UnreadablePackageError as error:
        raise Unconvertible(f"an Excel workbook: {error}") from error
    except (
        zipfile.BadZipFile,
        ParseError,
        KeyError,
        OSError,
        ValueError,
        TypeError,
        AttributeError,
    ) as error:
        raise Unconvertible(f"an Excel workbook: damaged ({error})") from error
    if not found:
        raise Unconvertible(
            "; ".join(f"{each.name}: {each.refusal}" for each in without) or "there is no text in it"
        )
    return found + without


def _texts(rows: Sequence[Sequence[str]], told: Mapping[str, str], prefix: str) -> list[RowText] | None:
    """Return the texts of a table; None where none of its first rows names a column of texts."""
    for number, names in enumerate(rows[:ROWS_ABOVE]):
        fields = _fields(names, told)
        if _TEXT in fields:
            return list(_row_texts(rows, number + 1, fields, prefix))
    return None


def _fields(names: Sequence[str], told: Mapping[str, str]) -> dict[str, int]:
    """Return for each field the place of its column: as told, else the first whose name is known."""
    folded = [_folded(name) for name in names]
    places: dict[str, int] = {}
    for place, name in enumerate(folded):
        if (known := _known_columns().get(name)) and known not in told:
            places.setdefault(known, place)
    for each, name in told.items():
        if _folded(name) in folded:
            places[each] = folded.index(_folded(name))
    return places


def _row_texts(
    rows: Sequence[Sequence[str]], first: int, fields: Mapping[str, int], prefix: str
) -> Iterator[RowText]:
    empty: list[int] = []
    texts = 0
    for number, row in enumerate(rows[first:], start=first + 1):
        cells = {each: row[place].strip() for each, place in fields.items() if place < len(row)}
        text, title = cells.pop(_TEXT, ""), cells.pop(_TITLE, "")
        if not text:
            if any(cell.strip() for cell in row):
                empty.append(number)
            continue
        texts += 1
        if texts > MOST_TEXTS:
            raise Unconvertible(f"a table of more than {MOST_TEXTS:,} texts: part it")
        name = f"{prefix}row {number}"
        if len(text) >= FULL_CELL and prefix and len(row[fields[_TEXT]]) == FULL_CELL:
            yield RowText(
                name,
                refusal=f"its cell is full ({FULL_CELL:,} characters), so the text is cut off: "
                "put it into a file of its own",
            )
            continue
        facts = {each: cell for each, cell in cells.items() if cell}
        yield RowText(name, _under_title(text, title), facts=facts)
    if empty:
        told = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
        yield RowText(prefix.rstrip("/"), refusal=f"rows without a text: {told}")


def _under_title(text: str, title: str) -> str:
    head = "".join(text[: 3 * len(title) + 200].split())
    return text if not title or "".join(title.split()) in head else f"{title}\n{text}"


def _cell(value: object) -> str:
    """Return a cell as a person sees it; a whole number has no point, a day no time."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    # Excel writes a carriage return within a cell as _x000D_.
    text = (
        _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)) if "_x" in str(value) else str(value)
    )
    return text.replace("\r\n", "\n")


def _named(rows: Iterable[Sequence[str]]) -> str:
    names = next(([cell.strip() for cell in row if cell.strip()] for row in rows if any(row)), [])
    shown = ", ".join(name[:20] for name in names[:8])
    return f"; its first row: {shown}" if shown else ""


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).strip("\ufeff").lower()


@cache
def _known_columns() -> dict[str, str]:
    return {row["name"]: row["field"] for row in lexicon_rows("table_columns")}
