"""The next published file out of the former one: a copy of it in which only what has changed is written again.

After each publication ``published.json`` notes which file it was (size, time, inode) and the shape of its tables, and
``published_rows.parquet`` what its rows say (``storage.row_hashes``). Where the file that lies there is that very one, and
the shape is the same, the next one can be made of it:

- Of a table the rows of a document, a region, a run or a version are replaced where they say something else, those that are
  gone or new taken out or put in; one that is told apart by none of these is written again where any row differs.
- A file of ``raw.documents`` is replaced where anything but its text differs: a text is what its bytes and the time of
  its landing say.

Everything else - no record, a file of somebody else, another column or comment, a file that has grown far beyond the
one that was written whole - is written whole. Half of either is never seen: both are made aside.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.publishing.former_copy import FormerCopy, begin_copy, identity
from orchestration.storage.database import quoted
from orchestration.storage.row_hashes import (
    BY_DOCUMENT,
    FORM,
    keys_of_rows,
    keys_that_differ,
)
from orchestration.storage.settings import Settings

FILES = "raw.documents"
FILES_AT_ONCE = 1_000
# Rows that were replaced leave room behind that later rows do not always fill; of a small file that is no matter.
MOST_GROWTH = 1.5
MATTERS_FROM_BYTES = 20_000_000
# Of all documents: the rows that so many leave behind may wait in the file until it is written whole.
FEW_CHANGED = 0.02
# A file that is made aside counts only when it is whole: a log of what was written, to recover it, would be rows twice.
WITHOUT_LOG = "RECOVERY_MODE no_wal_writes"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the file published last, under ``folder``."""

    folder: Path

    @property
    def _note(self) -> Path:
        return self.folder / "published.json"

    @property
    def rows(self) -> Path:
        """What the rows say, table by table, as they were published (``row_hashes``)."""
        return self.folder / "published_rows.parquet"

    def rows_of(self, published: Path) -> Path | None:
        """Return ``rows`` where they are those of the file that lies there."""
        try:
            noted = json.loads(self._note.read_text(encoding="utf-8"))
            is_of_it = noted["file"] == identity(published) and noted["rows"] == FORM
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return self.rows if is_of_it and self.rows.is_file() else None

    def whole_size(self, published: Path, shape: str) -> int | None:
        """Return how large the file was when it was written whole; None where it cannot be built upon."""
        try:
            noted = json.loads(self._note.read_text(encoding="utf-8"))
            if noted["shape"] != shape or self.rows_of(published) is None:
                return None
            size = int(noted["whole_size"])
            most = max(MOST_GROWTH * size, MATTERS_FROM_BYTES)
            return size if published.stat().st_size <= most else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self) -> None:
        """Take the note away."""
        self._note.unlink(missing_ok=True)

    def save(self, published: Path, shape: str, whole_size: int | None) -> None:
        """Note the file that was published just now; the hashes of its rows have been written."""
        size = published.stat().st_size
        noted = {
            "file": identity(published),
            "shape": shape,
            "whole_size": whole_size or size,
            "rows": FORM,
        }
        aside = self._note.with_suffix(".new")
        aside.write_text(json.dumps(noted, indent=1), encoding="utf-8")
        os.replace(aside, self._note)


def shape_of(
    connection: duckdb.DuckDBPyConnection, definitions: list[tuple[str, str]], words: str
) -> str | None:
    """Return a hash of the tables of ``warehouse`` that are published, their comments and ``words`` beside; None where
    one of them has a key, whose index is no table of rows that could be replaced."""
    keys = connection.execute(
        "SELECT count(*) FROM duckdb_constraints() WHERE database_name = 'warehouse' AND "
        "constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')"
    ).fetchone()
    if keys != (0,):
        return None
    columns = connection.execute(
        "SELECT schema_name, table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()"
        " WHERE database_name = 'warehouse' AND NOT internal AND schema_name IN ('raw', 'marts', 'quality')"
        " ORDER BY schema_name, table_name, column_index"
    ).fetchall()
    tables = connection.execute(
        "SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE database_name = 'warehouse'"
        " AND schema_name IN ('raw', 'marts', 'quality') UNION ALL SELECT schema_name, view_name, comment"
        " FROM duckdb_views() WHERE database_name = 'warehouse' AND NOT internal"
        " AND schema_name IN ('raw', 'marts', 'quality') ORDER BY ALL"
    ).fetchall()
    told = (duckdb.__version__, definitions, columns, tables, words)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def begin_former_copy(settings: Settings) -> FormerCopy | None:
    """Begin to copy the published file, before there is anything to publish; None where it cannot be built upon."""
    place = settings.state / "former.duckdb"
    # A run that did not come to publish has left it.
    place.unlink(missing_ok=True)
    published = settings.published_database
    return begin_copy(published, place) if Record(settings.state).rows_of(published) else None


def build_on(
    connection: duckdb.DuckDBPyConnection,
    former: Path,
    former_rows: Path,
    aside: Path,
    names: Sequence[str],
    copy: FormerCopy | None = None,
) -> None:
    """Make the next file in ``aside``, out of the former one, of which a ``copy`` may be on its way, and the database
    attached as ``warehouse``."""
    if copy is None or not copy.put(former, aside):
        shutil.copyfile(former, aside)
    aside.chmod(0o644)
    connection.execute(f"ATTACH {quoted(aside)} AS published ({WITHOUT_LOG})")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE rows_changed AS {keys_that_differ(former_rows)}")
    changed = {
        name for (name,) in connection.execute("SELECT DISTINCT table_name FROM rows_changed").fetchall()
    }
    keys = keys_of_rows(connection, names)
    reader = connection.cursor()
    if _are_few(connection):
        _begin_to_read(reader)
    connection.begin()
    for name in names:
        if name == FILES:
            _replace_files(connection)
        elif name in changed:
            which = f"SELECT row_key FROM rows_changed WHERE table_name = '{name}'"
            _replace(connection, name, f"{keys[name]} IN ({which})")
    connection.commit()
    connection.execute("CHECKPOINT published")
    reader.close()


def _are_few(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether few of the documents have changed."""
    changed, documents = (
        connection.execute(
            f"SELECT count(DISTINCT row_key) FROM {rows} WHERE list_contains(?, table_name)",
            [list(BY_DOCUMENT)],
        ).fetchall()[0][0]
        for rows in ("rows_changed", "rows_now")
    )
    return bool(changed <= FEW_CHANGED * documents)


def _begin_to_read(reader: duckdb.DuckDBPyConnection) -> None:
    """Begin a transaction that sees the file as it is before it is changed.

    A checkpoint while it stands leaves groups of rows of which some were deleted in their places. Without it they are made anew
    where fewer might do: 370,000 rows for those of one document (1.3 s, and a tenth more of file).
    """
    reader.begin()
    reader.execute(f"SELECT count(*) FROM published.{FILES}").fetchall()


def _replace(connection: duckdb.DuckDBPyConnection, name: str, which: str) -> None:
    connection.execute(f"DELETE FROM published.{name} WHERE {which}")
    connection.execute(f"INSERT INTO published.{name} SELECT * FROM warehouse.{name} WHERE {which}")


def _replace_files(connection: duckdb.DuckDBPyConnection) -> None:
    columns = ", ".join(
        column
        for (column,) in connection.execute(
            "SELECT column_name FROM duckdb_columns() WHERE database_name = 'warehouse' AND schema_name = 'raw'"
            " AND table_name = 'documents' AND column_name <> 'text' ORDER BY column_index"
        ).fetchall()
    )
    rows = f"SELECT hash({columns}) FROM {{}}.{FILES}"
    of_former = f"DELETE FROM published.{FILES} WHERE hash({columns}) NOT IN ({rows.format('warehouse')})"
    connection.execute(of_former)
    new = connection.execute(
        f"SELECT rowid FROM warehouse.{FILES} WHERE hash({columns}) NOT IN ({rows.format('published')})"
    ).fetchall()
    # By their places, as numbers in the statement: a join would read the texts of all files.
    for start in range(0, len(new), FILES_AT_ONCE):
        places = ", ".join(str(place) for (place,) in new[start : start + FILES_AT_ONCE])
        connection.execute(
            f"INSERT INTO published.{FILES} SELECT * FROM warehouse.{FILES} WHERE rowid IN ({places})"
        )
