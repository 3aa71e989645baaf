"""The tables of a text with the number of each cell, before the years and the region of its document are known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from zhibiao.grammar.names import dimension
from zhibiao.model import Measure, Reason
from zhibiao.periods import scan_periods
from zhibiao.quantities import canonical
from zhibiao.tables.cells import NOTE, CellNumber, Sort, number_in, sort_of, unit_words
from zhibiao.tables.columns import Meaning, caption_words, meaning_of
from zhibiao.tables.finding import find_tables
from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.structure import Column, Table, table_of, words_of_cell
from zhibiao.tables.stubs import Stub, settle_parents, stub_of
from zhibiao.tables.words import units_in

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_NOTE_UNITS = re.compile(r"单位:([^()\[\]|]*)")
_OF_COLUMN = {"row_number": Reason.LIST_MARKER, "unit": Reason.NAME}


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a table with the row and the column that it stands in; ``unit_text`` is the unit that it has."""

    number: CellNumber
    row: Row
    stub: Stub
    meaning: Meaning
    content: str
    unit_text: str | None
    measure: Measure | None
    attribute: str | None
    is_placed: bool = True


@dataclass(slots=True)
class ReadTable:
    """A table whose numbers are read; ``excluded`` are its other numerals, ``prose`` the cells that are sentences."""

    grid: Grid
    caption: Meaning
    values: list[Value]
    years: list[tuple[int, int]]
    excluded: list[tuple[int, int, Reason]] = field(default_factory=list)
    prose: list[Cell] = field(default_factory=list)
    names_are_abroad: bool = False

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give the cells of a line that are sentences, each with the name of its row where no number parts them."""
        if not self.prose:
            return
        reached = start
        numbers = [one.number.end for one in self.values if start <= one.number.start < end]
        for cell in self.prose:
            if start <= cell.start < end:
                yield max([reached, *(number for number in numbers if number <= cell.start)]), cell.end
                reached = cell.end


class Outside:
    """Tells what lies outside of tables, or in their cells that are sentences."""

    def __init__(self, tables: list[ReadTable]) -> None:
        self._starts = [table.grid.start for table in tables]
        self._ends = [table.grid.end for table in tables]
        prose = sorted(cell for table in tables for cell in table.prose)
        self._prose_starts = [cell.start for cell in prose]
        self._prose_ends = [cell.end for cell in prose]

    def has(self, position: int) -> bool:
        """Say whether what stands at a position is read as prose."""
        return not _within(self._starts, self._ends, position) or _within(
            self._prose_starts, self._prose_ends, position
        )


def _within(starts: list[int], ends: list[int], position: int) -> bool:
    found = bisect_right(starts, position) - 1
    return found >= 0 and position < ends[found]


def read_tables(folded: str) -> list[ReadTable]:
    """Return the tables of a folded text, in order."""
    found = []
    for grid in find_tables(folded):
        table = table_of(folded, grid)
        if table is not None and (read := _read(folded, table)).values:
            found.append(read)
    return found


def _read(folded: str, table: Table) -> ReadTable:
    meanings = [meaning_of(column.head) for column in table.columns]
    captions = [meaning_of(caption_words(words)) for words in table.captions]
    caption = captions[0] if captions else meaning_of("")
    reader = _Reader(folded, table, meanings, caption, _note_units(table, captions))
    values = reader.values()
    years = sorted(
        {
            (time.first.year, time.last.year)
            for one in meanings
            for time in one.times
            if time.first and time.last
        }
    )
    read = ReadTable(table.grid, caption, values, years, prose=reader.prose)
    read.names_are_abroad = any("国家" in column.head for column in table.columns)
    read.excluded = list(_excluded(folded, table, read))
    return read


def _note_units(table: Table, captions: list[Meaning]) -> list[str]:
    """The units that a note, or else the caption, names for the whole table."""
    for words in [*table.notes, *table.captions]:
        if found := _NOTE_UNITS.search(words):
            return units_in(found[1])
    return next((list(caption.units) for caption in captions if caption.units), [])


class _Reader:
    """Goes through the rows of a table and keeps the unit that rows below share."""

    def __init__(
        self, folded: str, table: Table, meanings: list[Meaning], caption: Meaning, units: list[str]
    ) -> None:
        self.folded = folded
        self.table = table
        self.meanings = meanings
        self.caption = caption
        self.units = units
        self.prose: list[Cell] = []
        self.contents = self._contents()

    def values(self) -> list[Value]:
        """Return the numbers of the table in the order of the text."""
        stubs = {place: self._stubs(place) for place in {column.name_column for column in self.table.columns}}
        found: list[Value] = []
        for number, row in enumerate(self.table.rows):
            for place, column in enumerate(self.table.columns):
                if place >= len(row.cells):
                    continue
                if column.role in ("value", "remark"):
                    value = self._value(row, place, stubs[column.name_column][number])
                    found += [value] if value else []
        return found

    def _value(self, row: Row, place: int, stub: Stub) -> Value | None:
        column, cell = self.table.columns[place], row.cells[place]
        number = number_in(self.folded, *cell)
        if number is None or column.role == "remark" or not stub.name:
            if DIGITS.search(self.folded, *cell):
                self.prose.append(cell)
            return None
        meaning = self.meanings[place] if not row.is_short else meaning_of("")
        measure = self._measure(meaning, number)
        unit = self._unit(row, place, stub, meaning, measure, number)
        if meaning.measure is None and not row.is_short and self._is_by_caption(unit):
            measure = self.caption.measure
        attributes = [
            words
            for other, one in enumerate(self.table.columns)
            if one.role == "attribute" and (words := words_of_cell(self.folded, row, other))
        ]
        return Value(
            number,
            row,
            stub,
            meaning,
            self.contents[place] if not row.is_short else "",
            unit,
            measure,
            attributes[0] if attributes else None,
            not row.is_short,
        )

    def _measure(self, meaning: Meaning, number: CellNumber) -> Measure | None:
        """The measure that the head gives, which a unit in the cell may make more exact."""
        kind = dimension(number.unit_text)
        if meaning.is_change and kind in ("ratio", "multiple"):
            return Measure.GROWTH_RATE
        if meaning.is_change and kind == "points":
            return Measure.CHANGE_POINTS
        return meaning.measure

    def _is_by_caption(self, unit: str | None) -> bool:
        """Whether the numbers are the rates that the caption tells of: 居民消费价格比上年涨跌幅度, 单位:%."""
        alone = not any(one.measure for one in self.meanings)
        return alone and self.caption.measure is Measure.GROWTH_RATE and dimension(unit) == "ratio"

    def _unit(
        self, row: Row, place: int, stub: Stub, meaning: Meaning, measure: Measure | None, number: CellNumber
    ) -> str | None:
        """The unit of a number: its own, its head's, its row's, that of the note."""
        if number.unit_text and dimension(number.unit_text) != "none":
            return number.unit_text
        if meaning.units:
            return meaning.units[0]
        if row.is_short:
            return None
        if measure is Measure.RANK:
            return "位"
        if measure in (Measure.GROWTH_RATE, Measure.SHARE):
            return next((unit for unit in self.units if dimension(unit) == "ratio"), "%")
        if measure is Measure.INDEX:
            return None
        of_row = self._unit_column(row, place) or stub.unit
        if of_row:
            return of_row
        amounts = [unit for unit in self.units if dimension(unit) != "ratio"] or self.units
        return amounts[0] if amounts else self._unit_beside() or number.unit_text

    def _unit_beside(self) -> str | None:
        """The unit of 全国(%) is that of 城市 and 农村 beside it, in a table of rates."""
        units = {unit for one in self.meanings for unit in one.units}
        return units.pop() if len(units) == 1 and self.caption.measure is Measure.GROWTH_RATE else None

    def _unit_column(self, row: Row, place: int) -> str | None:
        """The unit in the row's column of units, the nearest to the left."""
        before = [other for other in range(place) if self.table.columns[other].role == "unit"]
        behind = [
            other
            for other in range(place, len(self.table.columns))
            if self.table.columns[other].role == "unit"
        ]
        for other in [*reversed(before), *behind]:
            if other < len(row.cells) and sort_of(self.folded, *row.cells[other]) is Sort.UNIT:
                return unit_words(words_of_cell(self.folded, row, other))
        return None

    def _contents(self) -> list[str]:
        """What the columns name where they name several things: 出口额 and, for the growth beside it, 出口额 too."""
        contents = [meaning.content for meaning in self.meanings]
        values = [place for place, column in enumerate(self.table.columns) if column.role == "value"]
        told = ""
        for place in values:
            changes = self.meanings[place].measure is not None
            if contents[place] or not changes:
                told = contents[place]
            elif told:
                contents[place] = told
        return contents

    def _stubs(self, column: int) -> list[Stub]:
        """The names of a column of names, with what each is a part of and the unit that it has from a row above."""
        stubs: list[Stub] = []
        above: Stub | None = None
        shared: str | None = None
        for row in self.table.rows:
            words = words_of_cell(self.folded, row, column)
            stub = stub_of(words, row.indent)
            if row.is_name_above and above is not None:
                stub = Stub(above.name, above.of_which, above.numbered, above.indent)
            numbers = self._numbers(row)
            stub.is_group = (not numbers and len(row.cells) <= 1) or (
                bool(words) and not self._has_cells(row)
            )
            if numbers and not stub.is_group:
                stub.value, stub.value_unit = self._amount(row, numbers, stub)
                above = stub
                shared = stub.unit or shared
                stub.unit = stub.unit or shared
            stubs.append(stub)
        settled = [
            stub
            for row, stub in zip(self.table.rows, stubs, strict=True)
            if stub.name and not row.is_name_above
        ]
        settle_parents(settled)
        for place, (row, stub) in enumerate(zip(self.table.rows, stubs, strict=True)):
            if row.is_name_above and place:
                named = next((one for one in reversed(stubs[:place]) if one.name == stub.name), None)
                stub.parents = named.parents if named else ()
        return stubs

    def _has_cells(self, row: Row) -> bool:
        """Whether a row holds anything beside its name."""
        told = {words for place in range(len(row.cells)) if (words := words_of_cell(self.folded, row, place))}
        return len(told) > 1

    def _numbers(self, row: Row) -> list[tuple[int, CellNumber]]:
        return [
            (place, number)
            for place, column in enumerate(self.table.columns)
            if column.role == "value"
            and place < len(row.cells)
            and (number := number_in(self.folded, *row.cells[place])) is not None
        ]

    def _amount(
        self, row: Row, numbers: list[tuple[int, CellNumber]], stub: Stub
    ) -> tuple[Decimal | None, str | None]:
        """The first amount of a row in its canonical unit: parts are no more than their whole."""
        if row.is_short:
            return None, None
        for place, number in numbers:
            meaning = self.meanings[place]
            unit = self._unit(row, place, stub, meaning, meaning.measure, number)
            if meaning.measure is None and unit and dimension(unit) not in ("ratio", "points", "multiple"):
                return canonical(number.number, unit)
        return None, None


def _excluded(folded: str, table: Table, read: ReadTable) -> Iterator[tuple[int, int, Reason]]:
    """The numerals of a table that are no numbers of it, with the reason: those of heads, names, units and notes."""
    taken = {(value.number.start, value.number.end) for value in read.values}
    prose = set(read.prose)
    rows = {id(row) for row in table.rows}
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


def _numerals(
    folded: str, cell: Cell, taken: set[tuple[int, int]], reason: Reason
) -> Iterator[tuple[int, int, Reason]]:
    dates = [
        (time.start + cell.start, time.end + cell.start)
        for time in scan_periods(folded[cell.start : cell.end])
    ]
    notes = [found.span() for found in NOTE.finditer(folded, *cell)]
    for digits in DIGITS.finditer(folded, *cell):
        start, end = digits.span()
        if any(first <= start < last for first, last in taken):
            continue
        if any(first <= start < last for first, last in notes):
            yield start, end, Reason.LIST_MARKER
            continue
        is_date = any(first <= start < last for first, last in dates)
        yield start, end, Reason.DATE if is_date else reason
