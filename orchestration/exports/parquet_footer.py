"""The footer of a Parquet file: where its groups of rows lie. Files of the same columns are joined by their footers.

A Parquet file is a mark, groups of rows, and a footer that says at which byte each part of them begins. So the groups
of several files can be copied, byte for byte, into one, with a footer in which those places are moved; no library for
Python does that without decoding every value. The numbers of fields are those of parquet.thrift
(https://github.com/apache/parquet-format).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from orchestration.exports.thrift import STRUCT, Struct, read_struct, write_struct

MARK = b"PAR1"
# Behind the footer: its length in four bytes, and the mark.
ENDING_BYTES = 8

# Numbers of fields in parquet.thrift.
NUMBER_OF_ROWS, ROW_GROUPS = 3, 4
COLUMNS, GROUP_ROWS, GROUP_OFFSET, GROUP_ORDINAL = 1, 3, 5, 7
COLUMN_DATA, COLUMN_OFFSETS = 3, (2, 4, 6)
# Of data, index, dictionary and filter; the first of data or of the dictionary is a group's beginning.
PAGE_OFFSETS = (9, 11)
DATA_OFFSETS = (*PAGE_OFFSETS, 10, 14)


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of rows of a file: where their bytes lie, and the footer that describes them."""

    start: int
    end: int
    footer: Struct


def bounds_of_groups(path: Path) -> tuple[int, int]:
    """Return where the groups of rows of a Parquet file begin and end. Raises ``ValueError`` where it is none."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - ENDING_BYTES))
        ending = file.read()
    begin = size - ENDING_BYTES - int.from_bytes(ending[:4], "little")
    if ending[4:] != MARK or begin < len(MARK):
        raise ValueError(f"{path} is no Parquet file")
    return len(MARK), begin


def read_groups(path: Path) -> Groups:
    """Read the footer of a Parquet file. Raises ``ValueError`` where it is none."""
    start, end = bounds_of_groups(path)
    with path.open("rb") as file:
        file.seek(end)
        # What stands behind the footer is not read as part of it: a structure tells its own end.
        footer = read_struct(file.read())
    return Groups(start, end, footer)


def moved(groups: Groups, start: int, end: int, to: int) -> list[Struct]:
    """The groups of rows that lie between two bytes, as they are described where ``start`` has become ``to``."""
    _, described = groups.footer.get(ROW_GROUPS)
    return [_moved_group(group, to - start) for group in described if start <= _first_byte(group) < end]


def ending(footer: Struct, groups: Sequence[Struct]) -> bytes:
    """What comes behind the bytes of these groups: the footer of their columns, its length and the mark."""
    numbered = []
    for place, group in enumerate(groups):
        same = Struct(dict(group.fields))
        if GROUP_ORDINAL in same.fields:
            same.put(GROUP_ORDINAL, place)
        numbered.append(same)
    whole = Struct(dict(footer.fields))
    whole.put(NUMBER_OF_ROWS, sum(group.get(GROUP_ROWS) for group in groups))
    whole.put(ROW_GROUPS, (STRUCT, numbered))
    written = write_struct(whole)
    return written + len(written).to_bytes(4, "little") + MARK


def _first_byte(group: Struct) -> int:
    """Where the first page of a group begins: that of a dictionary, or of data."""
    data: Struct = group.get(COLUMNS)[1][0].get(COLUMN_DATA)
    places: list[int] = [data.get(number) for number in PAGE_OFFSETS if data.get(number)]
    return min(places)


def _moved_group(group: Struct, by: int) -> Struct:
    kind, columns = group.get(COLUMNS)
    same = Struct(dict(group.fields))
    same.put(COLUMNS, (kind, [_moved_column(column, by) for column in columns]))
    _move(same, (GROUP_OFFSET,), by)
    return same


def _moved_column(column: Struct, by: int) -> Struct:
    data = Struct(dict(column.get(COLUMN_DATA).fields))
    _move(data, DATA_OFFSETS, by)
    same = Struct(dict(column.fields))
    same.put(COLUMN_DATA, data)
    _move(same, COLUMN_OFFSETS, by)
    return same


def _move(structure: Struct, numbers: Sequence[int], by: int) -> None:
    for number in numbers:
        # Some writers have 0 where they tell no place.
        if structure.get(number):
            structure.put(number, structure.get(number) + by)
