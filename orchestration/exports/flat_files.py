"""Parquet and CSV of marts, written by DuckDB itself: constant memory, and quick; long ones in pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.exports.catalogue import Column, Mart
from orchestration.exports.parquet_footer import MARK, ending, moved, read_groups
from orchestration.exports.pieces import Passage, Piece, join
from orchestration.storage.database import quoted
from zhibiao.commands.cells import FORMULA_STARTS

# Without it, Excel reads a CSV in the code page of the machine and breaks every Chinese character.
BYTE_ORDER_MARK = "\ufeff"
# In DuckDB's own words: one call for each of the panel's hundreds of columns, or planning takes minutes.
FORMULA_START = f"^[{re.escape(''.join(FORMULA_STARTS))}]"


def write_flat_file(
    connection: duckdb.DuckDBPyConnection,
    mart: Mart,
    path: Path,
    pieces: Sequence[Piece],
    kept: Sequence[Passage | None],
) -> list[Passage]:
    """Write ``mart`` as Parquet or CSV, as the name of ``path`` says; returns where each of its pieces lies in it.

    Where a passage of a former file is ``kept`` for a piece, its bytes are copied; the others are made.
    """
    write, join_pieces = (
        (write_parquet, _join_parquet) if path.suffix == ".parquet" else (write_csv, _join_csv)
    )
    made = [path.with_name(f"{path.name}-{number}") for number in range(len(pieces))]
    for piece, passage, place in zip(pieces, kept, made, strict=True):
        if passage is None:
            write(connection, mart, place, piece.condition)
    places = join_pieces(path, mart, kept, made)
    for place in made:
        place.unlink(missing_ok=True)
    return places


def write_parquet(connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path, which: str) -> None:
    """Write those rows of ``mart``: exact decimals, Snappy, which readers in a browser open too."""
    connection.execute(
        f"copy (select * from {mart.full_name} where {which} {mart.order_clause}) to {quoted(path)} "
        "(format parquet, compression snappy)"
    )


def write_csv(connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path, which: str) -> None:
    """Write those rows of ``mart`` as UTF-8 with a byte order mark, text made harmless to a spreadsheet."""
    cells = [_cell(column, first=position == 0) for position, column in enumerate(mart.columns)]
    connection.execute(
        f"copy (select {', '.join(cells)} from {mart.full_name} where {which} {mart.order_clause}) "
        f"to {quoted(path)} (format csv, header)"
    )


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
    heading = (BYTE_ORDER_MARK + ",".join(mart.column_names) + "\n").encode()
    sources = [
        passage or Passage(place, len(heading), place.stat().st_size)
        for passage, place in zip(kept, made, strict=True)
    ]
    return join(path, heading, sources)


def _cell(column: Column, first: bool) -> str:
    name = f'"{column.name}"'
    heading = f'"{BYTE_ORDER_MARK if first else ""}{column.name}"'
    if column.is_decimal:
        plain = f"rtrim(rtrim({name}::varchar, '0'), '.')"
        return f"{plain} as {heading}" if "," in column.data_type else f"{name} as {heading}"
    if column.is_text:
        return f"regexp_replace({name}, '{FORMULA_START}', '''\\0') as {heading}"
    return f"{name} as {heading}"
