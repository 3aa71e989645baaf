"""Parquet and CSV of marts, written by DuckDB itself: constant memory, and quick; long ones in pieces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import duckdb

from orchestration.exports.catalogue import Column, Mart
from orchestration.exports.former import link_or_copy
from orchestration.exports.parquet_footer import MARK, bounds_of_groups, ending, moved, read_groups
from orchestration.exports.pieces import Passage, Piece, join
from orchestration.storage.database import quoted
from zhibiao.commands.cells import FORMULA_STARTS

PARQUET = ".parquet"
# Without it, Excel reads a CSV in the code page of the machine and breaks every Chinese character.
BYTE_ORDER_MARK = "\ufeff"
# In DuckDB's own words: one call for each of the panel's hundreds of columns, or planning takes minutes.
FORMULA_START = f"^[{re.escape(''.join(FORMULA_STARTS))}]"


def write_flat_files(
    connection: duckdb.DuckDBPyConnection,
    mart: Mart,
    out: Path,
    pieces: Sequence[Piece],
    kept: Mapping[Path, Sequence[Passage | None]],
) -> dict[Path, list[Passage]]:
    """Write ``mart`` as files in ``out``, Parquet before CSV; returns where each of its pieces lies in each of them.

    The files are the keys of ``kept``. Where it has a passage of a former file for a piece, the bytes are copied; the
    others are made. A piece of a CSV file is made of the same piece as Parquet, where that has just been made: its rows
    have been found and sorted.
    """
    made = {path: [out / f"{path}-{number}" for number in range(len(pieces))] for path in kept}
    sorted_pieces: dict[int, Path] = {}
    places: dict[Path, list[Passage]] = {}
    for path in sorted(kept, key=lambda path: path.suffix != PARQUET):
        for number, (piece, passage) in enumerate(zip(pieces, kept[path], strict=True)):
            if passage is not None:
                continue
            if path.suffix == PARQUET:
                write_parquet(connection, mart, made[path][number], piece.condition)
                sorted_pieces[number] = made[path][number]
            else:
                write_csv(connection, mart, made[path][number], piece.condition, sorted_pieces.get(number))
        places[path] = _put_together(out / path, mart, kept[path], made[path])
    for place in chain.from_iterable(made.values()):
        place.unlink(missing_ok=True)
    return places


def write_parquet(connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path, which: str) -> None:
    """Write those rows of ``mart``: exact decimals, Snappy, which readers in a browser open too."""
    connection.execute(
        f"copy (select * from {mart.full_name} where {which} {mart.order_clause}) to {quoted(path)} "
        "(format parquet, compression snappy)"
    )


def write_csv(
    connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path, which: str, parquet: Path | None = None
) -> None:
    """Write those rows of ``mart`` as UTF-8 with a byte order mark, text made harmless to a spreadsheet.

    ``parquet`` is a file that has the same rows, sorted.
    """
    cells = [_cell(column, first=position == 0) for position, column in enumerate(mart.columns)]
    rows = f"{mart.full_name} where {which} {mart.order_clause}"
    if parquet is not None and _has_same_types(connection, mart, parquet):
        rows = f"read_parquet({quoted(parquet)})"
    connection.execute(f"copy (select {', '.join(cells)} from {rows}) to {quoted(path)} (format csv, header)")


def _has_same_types(connection: duckdb.DuckDBPyConnection, mart: Mart, parquet: Path) -> bool:
    """Parquet has not every type of DuckDB: a whole number of 128 bits comes back as a double."""
    described = connection.execute(f"describe from read_parquet({quoted(parquet)})").fetchall()
    return [row[1] for row in described] == [column.data_type for column in mart.columns]


def _put_together(
    path: Path, mart: Mart, kept: Sequence[Passage | None], made: Sequence[Path]
) -> list[Passage]:
    """Make a file of its pieces; returns where each of them lies in it."""
    is_parquet = path.suffix == PARQUET
    if len(made) == 1 and kept[0] is None:
        # A file of one piece is that piece: the panel has a group of rows of hundreds of columns.
        path.unlink(missing_ok=True)
        link_or_copy(made[0], path)
        start, end = bounds_of_groups(path) if is_parquet else (len(_heading(mart)), path.stat().st_size)
        return [Passage(path, start, end)]
    return (_join_parquet if is_parquet else _join_csv)(path, mart, kept, made)


def _join_parquet(
    path: Path, mart: Mart, kept: Sequence[Passage | None], made: Sequence[Path]
) -> list[Passage]:
    """The groups of rows of the pieces one behind another, and a footer that says where each of them lies."""
    files = {
        place: read_groups(place)
        for place in {each.path for each in kept if each} | set(made)
        if place.exists()
    }
    sources = [
        passage or Passage(place, files[place].start, files[place].end)
        for passage, place in zip(kept, made, strict=True)
    ]
    places = join(path, MARK, sources)
    groups = [
        group
        for source, place in zip(sources, places, strict=True)
        for group in moved(files[source.path], source.start, source.end, place.start)
    ]
    with path.open("ab") as target:
        target.write(ending(files[sources[0].path].footer, groups))
    return places


def _join_csv(path: Path, mart: Mart, kept: Sequence[Passage | None], made: Sequence[Path]) -> list[Passage]:
    """The lines of the pieces one behind another, under one line of headings."""
    heading = _heading(mart)
    sources = [
        passage or Passage(place, len(heading), place.stat().st_size)
        for passage, place in zip(kept, made, strict=True)
    ]
    return join(path, heading, sources)


def _heading(mart: Mart) -> bytes:
    return (BYTE_ORDER_MARK + ",".join(mart.column_names) + "\n").encode()


def _cell(column: Column, first: bool) -> str:
    name = f'"{column.name}"'
    heading = f'"{BYTE_ORDER_MARK if first else ""}{column.name}"'
    if column.is_decimal:
        plain = f"rtrim(rtrim({name}::varchar, '0'), '.')"
        return f"{plain} as {heading}" if "," in column.data_type else f"{name} as {heading}"
    if column.is_text:
        return f"regexp_replace({name}, '{FORMULA_START}', '''\\0') as {heading}"
    return f"{name} as {heading}"
