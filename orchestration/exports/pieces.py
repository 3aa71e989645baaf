"""Files of long tables, made piece by piece: a piece whose rows are as they were is copied from the file made before.

A piece holds the rows of one province. Rows lie in the order of ``region_code`` first, so that the pieces, one behind
another, are the table in its order: a file is the same bytes whether all its pieces were made or most were copied.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import duckdb

from orchestration.exports.catalogue import Mart
from orchestration.storage.changed_rows import PROVINCE, ROWS_SAY
from orchestration.storage.row_hashes import by_province

REGION = "region_code"
# A table of fewer rows is written in less time than it takes to find out what of it has changed.
LONG_FROM_ROWS = 20_000
COPIED_AT_ONCE = 1 << 22


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a table: which, as a condition in SQL, and a hash of all that they say."""

    condition: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The bytes of a file from ``start`` to ``end``."""

    path: Path
    start: int
    end: int


def pieces_of(connection: duckdb.DuckDBPyConnection, mart: Mart, rows: Path | None = None) -> list[Piece]:
    """The pieces of a mart in their order: one for each province where it is long, else one of all rows.

    A fingerprint is a hash of the rows, in whatever order, and of the table's columns. What the rows of some marts say is
    in ``rows``, where it was found when they were published.
    """
    is_long = mart.row_count >= LONG_FROM_ROWS and mart.order_clause.startswith(f"order by {REGION}")
    said = by_province(connection, rows, mart.full_name, together=not is_long) if rows else None
    if said is None:
        said = connection.execute(
            f"select {PROVINCE if is_long else 'null'} as province, {ROWS_SAY} "
            f'from {mart.full_name} as "rows" group by province order by province'
        ).fetchall()
    return [
        Piece(_condition(name) if is_long else "true", _fingerprint(mart, row))
        for name, *row in said or [(None, 0, None, None)]
    ]


def _condition(name: str | None) -> str:
    return f"{REGION} is null" if name is None else f"{PROVINCE} = '{name.replace(chr(39), chr(39) * 2)}'"


def _fingerprint(mart: Mart, rows: Sequence[object]) -> str:
    return hashlib.sha256(f"{rows}{mart.columns}{mart.order_clause}".encode()).hexdigest()


def join(path: Path, head: bytes, passages: Iterable[Passage]) -> list[Passage]:
    """Write ``head`` and passages of other files, one behind another; returns where each of them lies in ``path``."""
    places: list[Passage] = []
    with path.open("wb") as target:
        target.write(head)
        for passage in passages:
            start = target.tell()
            _copy(passage, target)
            places.append(Passage(path, start, target.tell()))
    return places


def _copy(passage: Passage, target: BinaryIO) -> None:
    left = passage.end - passage.start
    # One buffer for all: memory asked for anew each time costs as much as the copying.
    buffer = memoryview(bytearray(min(left, COPIED_AT_ONCE)))
    with passage.path.open("rb", buffering=0) as source:
        source.seek(passage.start)
        while left and (read := source.readinto(buffer[: min(left, len(buffer))])):
            target.write(buffer[:read])
            left -= read
