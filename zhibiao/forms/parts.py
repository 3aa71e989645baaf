"""A file that holds further files: a ZIP archive its members, a table a text in each of its rows.

Each part is landed as if it were a file of its own, under the name ``archive.zip/member`` or ``table.csv/row 2``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zhibiao import media_types
from zhibiao.forms.archive import members_of
from zhibiao.forms.refusal import Unconvertible
from zhibiao.forms.versions import converter_of
from zhibiao.media_types import media_type_of

TABLES = (media_types.CSV, media_types.WORKBOOK)
# What the manifest may call the columns of a table: field → the name of its column.
Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A file within a file, by its name there.

    ``data`` are its bytes, of a row its text in UTF-8; None where they are not to be had, for which ``refusal``
    is the reason. ``facts`` are what a table's columns say of the row, as the manifest's would, cell by cell as
    written. ``converter`` read the row, and is null for a member, which is as it was packed. A part without a
    name is what there is to tell of the whole.
    """

    name: str
    data: bytes | None = None
    refusal: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    converter: str | None = None


# What reads the rows of a table: its bytes, its name, and what the manifest says of its columns.
RowReader = Callable[[bytes, str, Columns], Sequence[Part]]


def holds_parts(data: bytes, file_name: str) -> bool:
    """Return whether a file is no document itself, but holds some."""
    return media_type_of(data, file_name) in (media_types.ZIP, *TABLES)


def rows_of(data: bytes, file_name: str, columns: Columns) -> list[Part]:
    """Return the texts of a table's rows, each a part; raises ``Unconvertible`` where no column holds texts."""
    from zhibiao.forms.text_tables import texts_of_csv, texts_of_workbook

    media_type = media_type_of(data, file_name)
    read = texts_of_csv if media_type == media_types.CSV else texts_of_workbook
    converter = converter_of(media_type)
    try:
        rows = read(data, columns)
    except (Unconvertible, MemoryError):
        raise
    except Exception as error:
        raise Unconvertible(f"taking it apart failed ({type(error).__name__}: {error})") from error
    return [
        Part(
            row.name,
            row.text.encode("utf-8", "replace") if row.text else None,
            row.refusal,
            row.facts,
            converter,
        )
        for row in rows
    ]


def parts_of(
    data: bytes, file_name: str, columns: Columns | None = None, rows: RowReader = rows_of
) -> Iterator[Part]:
    """Give the parts of an archive or a table, one at a time; the rows of a table in an archive are its parts too.

    ``rows`` reads a table, so that a caller can have it read in a process with limits. An archive in an archive
    is told and not opened. Raises ``Unconvertible`` where the file as a whole cannot be read.
    """
    if media_type_of(data, file_name) != media_types.ZIP:
        yield from rows(data, file_name, columns or {})
        return
    for member in members_of(data):
        if member.data is None:
            yield Part(member.name, None, member.refusal)
            continue
        kind = media_type_of(member.data, member.name)
        if kind == media_types.ZIP:
            reason = "an archive in an archive is not opened; unpack it into the folder"
            yield Part(member.name, None, reason)
        elif kind in TABLES:
            yield from _rows_within(member.name, member.data, rows)
        else:
            yield Part(member.name, member.data)


def _rows_within(name: str, data: bytes, rows: RowReader) -> Iterator[Part]:
    try:
        for row in rows(data, name, {}):
            yield replace(row, name=f"{name}/{row.name}" if row.name else name)
    except Unconvertible as refusal:
        yield Part(name, None, refusal.reason)
