"""The numbers of a table, each with its row, its column and the unit that it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from zhibiao.grammar.names import OF_RATIOS, dimension
from zhibiao.model import Measure
from zhibiao.quantities import canonical
from zhibiao.tables.cells import CellNumber, Sort, number_in, sort_of, unit_words
from zhibiao.tables.columns import Meaning, meaning_of, period_words
from zhibiao.tables.grid import Cell, Row
from zhibiao.tables.structure import Table, words_of_cell
from zhibiao.tables.stubs import Stub, settle_parents, stub_of

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
SHORTEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a table with the row and the column that it stands in; ``unit_text`` is the unit that it has.

    ``dated`` is the head that says of when it is: its own, or that of the column whose growth it gives.
    """

    number: CellNumber
    row: Row
    stub: Stub
    meaning: Meaning
    dated: Meaning
    content: str
    unit_text: str | None
    measure: Measure | None
    attribute: str | None
    is_placed: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """A cell of words in a column of numbers: 与经济增长同步."""

    cell: Cell
    words: str
    stub: Stub
    meaning: Meaning
    attribute: str | None


class Reader:
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
        self.words: list[Words] = []
        self.contents = self._contents()
        self.dated = self._dated()
        self.shares_units = False

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
            self._take_words(row, place, stub)
            return None
        meaning = self.meanings[place] if not row.is_short else meaning_of("")
        measure = self._measure(meaning, number)
        unit = self._unit(row, place, stub, meaning, measure, number)
        if meaning.measure is None and not row.is_short and self._is_by_caption(unit):
            measure = self.caption.measure
        return Value(
            number,
            row,
            stub,
            meaning,
            self.dated[place] if not row.is_short else meaning,
            self.contents[place] if not row.is_short else "",
            unit,
            measure,
            self._attribute(row),
            not row.is_short,
        )

    def _take_words(self, row: Row, place: int, stub: Stub) -> None:
        """Keep a cell of words: a sentence where it has a numeral, else what a column of numbers says without one."""
        cell = row.cells[place]
        if DIGITS.search(self.folded, *cell):
            self.prose.append(cell)
        elif self.table.columns[place].role == "value" and stub.name and not row.is_short:
            words = words_of_cell(self.folded, row, place)
            if len(words) >= SHORTEST_WORDS:
                self.words.append(Words(cell, words, stub, self.meanings[place], self._attribute(row)))

    def _attribute(self, row: Row) -> str | None:
        """约束性 or 预期性, where a column says so."""
        for place, column in enumerate(self.table.columns):
            if column.role == "attribute" and (words := words_of_cell(self.folded, row, place)):
                return words
        return None

    def _measure(self, meaning: Meaning, number: CellNumber) -> Measure | None:
        """The measure that the head gives, which a unit in the cell may make more exact."""
        kind = dimension(number.unit_text)
        if meaning.total_in_brackets and number.bracketed:
            return None  # the mean is a rate, what the brackets hold is what the row names
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

    def _dated(self) -> list[Meaning]:
        """The heads that say of when the columns are: growth without a time of its own is of the column before it."""
        dated = list(self.meanings)
        before: Meaning | None = None
        for place, column in enumerate(self.table.columns):
            if column.role != "value":
                continue
            meaning = self.meanings[place]
            if meaning.measure is None or period_words(meaning) is not None:
                before = meaning
            elif before is not None and meaning.scope is None:
                dated[place] = before
        return dated

    def _stubs(self, column: int) -> list[Stub]:
        """The names of a column of names, with what each is a part of and the unit that it has from a row above."""
        names = [words for row in self.table.rows if (words := words_of_cell(self.folded, row, column))]
        # 货物周转量(亿吨公里) over rail and road; where most names have units, one without has none.
        self.shares_units = 2 * sum(stub_of(words, 0).unit is not None for words in names) <= len(names)
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
                stub.unit = (
                    stub.unit or self._unit_of_class(row, column) or (shared if self.shares_units else None)
                )
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

    def _unit_of_class(self, row: Row, column: int) -> str | None:
        """The unit in the name of what the row is one of: (3)城镇化率(%) over two rates."""
        before = [place for place in range(column) if self.table.columns[place].role == "category"]
        return stub_of(words_of_cell(self.folded, row, before[-1]), 0).unit if before else None

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
            if meaning.measure is None and unit and dimension(unit) not in OF_RATIOS:
                return canonical(number.number, unit)
        return None, None
