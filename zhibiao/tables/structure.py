"""How a table is built: its captions, the head of each column, which columns hold names, units and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from zhibiao.tables.cells import Sort, plain, sort_of
from zhibiao.tables.columns import is_years_alone, role_of
from zhibiao.tables.grid import Cell, Grid, Row
from zhibiao.tables.lines import is_unit_note, names_columns
from zhibiao.tables.words import is_unit, words_of


@dataclass(slots=True)
class Column:
    """A column: what it is (name, category, unit, attribute, row_number, remark, value, empty) and its head's words.

    ``name_column`` is the column that holds the names of its rows.
    """

    role: str
    head: str
    name_column: int = 0

    @property
    def is_named(self) -> bool:
        """Whether its head calls it the column of names."""
        return role_of(self.head) == "name"


@dataclass(slots=True)
class Table:
    """A grid with its parts told. ``captions`` and ``notes`` are plain words, the nearest first."""

    grid: Grid
    columns: list[Column]
    rows: list[Row]
    head_rows: list[Row]
    captions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def table_of(folded: str, grid: Grid) -> Table | None:
    """Return a grid's structure; None where no column holds numbers, so that it is no table of figures."""
    rows = list(grid.rows)
    above = [plain(folded[cell.start : cell.end]) for cell in grid.captions]
    head_rows: list[Row] = []
    if grid.form in ("piped", "tabbed", "tagged"):
        rows, inside = _without_captions(folded, rows)
        above = [*reversed(inside), *above]
        head_rows, rows = _parted(folded, rows)
    width = max((len(row.cells) for row in [*head_rows, *rows]), default=0)
    heads = [
        _joined(folded, [row.cells[place] for row in head_rows if place < len(row.cells)])
        for place in range(width)
    ]
    for place, cells in enumerate(grid.heads[:width]):
        heads[place] = _joined(folded, cells)
    columns = _columns(folded, rows, heads)
    if not any(column.role == "value" for column in columns):
        return None
    captions = [words for words in above if not is_unit_note(words)]
    notes = [words for words in above if is_unit_note(words)]
    return Table(grid, columns, rows, head_rows, captions, notes)


def words_of_cell(folded: str, row: Row, place: int) -> str:
    """Return the plain words of a cell of a row, empty where the row has none there."""
    if place >= len(row.cells):
        return ""
    cell = row.cells[place]
    return plain(folded[cell.start : cell.end])


def _without_captions(folded: str, rows: list[Row]) -> tuple[list[Row], list[str]]:
    """Part the rows at the top that are one cell over all columns: a caption, a note of units."""
    captions: list[str] = []
    first = 0
    while first < len(rows) - 1:
        told = {
            words
            for place in range(len(rows[first].cells))
            if (words := words_of_cell(folded, rows[first], place))
        }
        if len(told) > 1 or (told and len(told) == len(rows[first].cells)):
            break
        captions += told
        first += 1
    return rows[first:], captions


def _parted(folded: str, rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Part a table of pipes into its head and its rows."""
    first = 0
    while first < len(rows) and _is_head(folded, rows[first], first):
        first += 1
    return rows[:first], rows[first:]


def _is_head(folded: str, row: Row, number: int) -> bool:
    told = [words for place in range(len(row.cells)) if (words := words_of_cell(folded, row, place))]
    if not told:
        return number == 0
    sorts = [sort_of(folded, *cell) for cell in row.cells]
    if any(sort is Sort.NUMBER for sort in sorts[1:]):
        years = [is_years_alone(words) for words in told[1:] if words[0].isdigit()]
        return len(years) > 0 and all(years)
    if number == 0:
        return len(told) > 1
    named = sum(names_columns(words) or is_years_alone(words) for words in told)
    return len(told) > 1 and 2 * named >= len(told) and not any(is_unit(words) for words in told)


def _joined(folded: str, cells: Sequence[Cell]) -> str:
    """The words over one column; what merged cells repeat stands once."""
    words = (plain(folded[cell.start : cell.end]) for cell in cells)
    return "".join(dict.fromkeys(words))


def _columns(folded: str, rows: Sequence[Row], heads: list[str]) -> list[Column]:
    sorts = [
        [sort_of(folded, *row.cells[place]) for row in rows if place < len(row.cells)]
        for place in range(len(heads))
    ]
    columns = [Column(_role(folded, rows, heads, sorts, place), heads[place]) for place in range(len(heads))]
    _settle_names(folded, rows, columns)
    _move_heads(columns)
    name = next((place for place, column in enumerate(columns) if column.role == "name"), 0)
    for place, column in enumerate(columns):
        if column.role == "name":
            name = place
        column.name_column = name
    return columns


def _role(
    folded: str, rows: Sequence[Row], heads: Sequence[str], sorts: Sequence[Sequence[Sort]], place: int
) -> str:
    """What a column is by its head, else by what it holds."""
    numbers, units, words = (sorts[place].count(sort) for sort in (Sort.NUMBER, Sort.UNIT, Sort.WORDS))
    told = role_of(heads[place])
    values = [words_of_cell(folded, row, place) for row in rows]
    attributes = sum(value in words_of("attribute_value") for value in values)
    if told == "row_number" or (place == 0 and not heads[place] and _counts_rows(values)):
        return "row_number"
    if told == "unit" or told == "name":
        return (
            "unit"
            if units >= max(words, 1) and place > 0
            else "value"
            if numbers > words + units and place > 0
            else "name"
        )
    if told and numbers <= words:
        return told
    if place == 0:
        return "name"
    if attributes and attributes >= words - attributes:
        return "attribute"
    if units > max(numbers, words):
        return "unit"
    if numbers and numbers >= words:
        return "value"
    if not numbers and not words and not units:
        return "empty"
    return "value" if numbers else "name"


def _counts_rows(values: Sequence[str]) -> bool:
    return len(values) > 1 and [value for value in values if value] == [
        str(number) for number in range(1, len([value for value in values if value]) + 1)
    ]


def _settle_names(folded: str, rows: Sequence[Row], columns: list[Column]) -> None:
    """Of columns of words side by side, the last has the names; one behind all numbers has remarks."""
    last_value = max((place for place, column in enumerate(columns) if column.role == "value"), default=-1)
    if any(column.role == "name" and column.is_named for column in columns):
        for place, column in enumerate(columns):
            if column.role == "name" and not column.is_named:
                column.role = "category" if place == 0 else "remark"
    for place, column in enumerate(columns):
        if column.role != "name":
            continue
        following = next((one for one in columns[place + 1 :] if one.role not in ("unit", "empty")), None)
        if place > last_value:
            column.role = "remark"
        elif following is not None and following.role == "name":
            column.role = "category"
    if not any(column.role == "name" for column in columns):
        first = next((one for one in columns if one.role in ("category", "row_number")), None)
        if first is not None:
            first.role = "name"


def _move_heads(columns: list[Column]) -> None:
    """A head that has come to stand over an empty column beside its numbers is given back to them."""
    for place, column in enumerate(columns):
        if column.role != "value" or column.head:
            continue
        for beside in (place - 1, place - 2, place + 1):
            if 0 <= beside < len(columns) and columns[beside].role == "empty" and columns[beside].head:
                column.head, columns[beside].head = columns[beside].head, ""
                break
