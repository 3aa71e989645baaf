"""The tables of a text with the number of each cell, before the years and the region of its document are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zhibiao.model import Reason
from zhibiao.periods import scan_periods
from zhibiao.tables.cells import NOTE
from zhibiao.tables.columns import Meaning, caption_words, meaning_of
from zhibiao.tables.finding import find_tables
from zhibiao.tables.grid import Cell, Grid
from zhibiao.tables.structure import Column, Table, table_of
from zhibiao.tables.tagged import TAG
from zhibiao.tables.values import DIGITS, Reader, Value, Words
from zhibiao.tables.words import units_in

_NOTE_UNITS = re.compile(r"单位:([^()\[\]|]*)")
# 绝对数, 出口额, 产量, 指标值, 覆盖率
_QUANTITY_NAME = re.compile(r"(?:[数量额值率积]|比重|水平)(?:\(|$)")
_OF_COLUMN = {"row_number": Reason.LIST_MARKER, "unit": Reason.NAME}


@dataclass(slots=True)
class ReadTable:
    """A table whose numbers are read; ``excluded`` are its other numerals, ``prose`` the cells that are sentences,
    ``words`` those of words in columns of numbers."""

    grid: Grid
    caption: Meaning
    values: list[Value]
    years: list[tuple[int, int]]
    excluded: list[tuple[int, int, Reason]] = field(default_factory=list)
    prose: list[Cell] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    names_are_abroad: bool = False

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give the cells of a line that are sentences, each with the name of its row where no number parts them."""
        reached = start
        first, last = bisect_left(self.prose, (start, start)), bisect_left(self.prose, (end, end))
        for cell in self.prose[first:last]:
            before = bisect_left(self.values, cell.start, key=lambda one: one.number.start)
            behind = self.values[before - 1].number.end if before else start
            yield max(reached, behind), cell.end
            reached = cell.end


class Spans:
    """Spans that do not overlap, asked whether a position lies in one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        in_order = sorted(spans)
        self._starts = [start for start, _ in in_order]
        self._ends = [end for _, end in in_order]

    def have(self, position: int) -> bool:
        """Say whether a position lies in a span."""
        found = bisect_right(self._starts, position) - 1
        return found >= 0 and position < self._ends[found]


class Outside:
    """Tells what lies outside of tables, or in their cells that are sentences."""

    def __init__(self, tables: list[ReadTable]) -> None:
        self._tables = Spans((table.grid.start, table.grid.end) for table in tables)
        self._prose = Spans(cell for table in tables for cell in table.prose)

    def has(self, position: int) -> bool:
        """Say whether what stands at a position is read as prose."""
        return not self._tables.have(position) or self._prose.have(position)


def read_tables(folded: str) -> list[ReadTable]:
    """Return the tables of a folded text, in order."""
    found = []
    for grid in find_tables(folded):
        table = table_of(folded, grid)
        if table is not None and _tells_of_figures(read := _read(folded, table)):
            found.append(read)
    return found


def _read(folded: str, table: Table) -> ReadTable:
    meanings = [meaning_of(column.head) for column in table.columns]
    captions = [meaning_of(caption_words(words)) for words in table.captions]
    caption = captions[0] if captions else meaning_of("")
    reader = Reader(folded, table, meanings, caption, _note_units(table, captions))
    values = sorted(reader.values(), key=lambda value: value.number.start)
    years = sorted(
        {
            (time.first.year, time.last.year)
            for one in meanings
            for time in one.times
            if time.first and time.last
        }
    )
    read = ReadTable(table.grid, caption, values, years, prose=reader.prose, words=reader.words)
    read.names_are_abroad = any("国家" in column.head for column in table.columns)
    read.excluded = list(_excluded(folded, table, read))
    return read


def _tells_of_figures(table: ReadTable) -> bool:
    """Say whether numbers are figures: some have a unit, or a head says what they are. Telephone numbers are none."""
    if any(value.unit_text for value in table.values) or table.caption.measure or table.caption.status:
        return bool(table.values)
    return any(_says_what(value.meaning) for value in table.values)


def _says_what(meaning: Meaning) -> bool:
    return bool(meaning.measure or meaning.status or meaning.times or _QUANTITY_NAME.search(meaning.words))


def _note_units(table: Table, captions: list[Meaning]) -> list[str]:
    """The units that a note, or else the caption, names for the whole table."""
    for words in [*table.notes, *table.captions]:
        if found := _NOTE_UNITS.search(words):
            return units_in(found[1])
    return next((list(caption.units) for caption in captions if caption.units), [])


def _excluded(folded: str, table: Table, read: ReadTable) -> Iterator[tuple[int, int, Reason]]:
    """The numerals of a table that are no numbers of it, with the reason: those of heads, names, units and notes."""
    taken = Spans((value.number.start, value.number.end) for value in read.values)
    prose = set(read.prose)
    rows = {id(row) for row in table.rows}
    if table.grid.form == "tagged":
        for tag in TAG.finditer(folded, table.grid.start, table.grid.end):
            yield from _numerals(folded, Cell(*tag.span()), taken, Reason.OTHER)
    for mark in table.grid.marks:
        yield from _numerals(folded, mark, taken, Reason.LIST_MARKER)
    for head in table.grid.heads:
        for cell in head:
            yield from _numerals(folded, cell, taken, Reason.HEADING)
    for row in table.grid.rows:
        for place, cell in enumerate(row.cells):
            if cell not in prose:
                reason = _reason(table.columns, place) if id(row) in rows else Reason.HEADING
                yield from _numerals(folded, cell, taken, reason)


def _reason(columns: list[Column], place: int) -> Reason:
    return _OF_COLUMN.get(columns[place].role, Reason.NAME) if place < len(columns) else Reason.OTHER


def _numerals(folded: str, cell: Cell, taken: Spans, reason: Reason) -> Iterator[tuple[int, int, Reason]]:
    dates = [
        (time.start + cell.start, time.end + cell.start)
        for time in scan_periods(folded[cell.start : cell.end])
    ]
    notes = [found.span() for found in NOTE.finditer(folded, *cell)]
    for digits in DIGITS.finditer(folded, *cell):
        start, end = digits.span()
        if taken.have(start):
            continue
        if any(first <= start < last for first, last in notes):
            yield start, end, Reason.LIST_MARKER
            continue
        is_date = any(first <= start < last for first, last in dates)
        yield start, end, Reason.DATE if is_date else reason
