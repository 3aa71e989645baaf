"""The next published file out of the former one: a copy of it in which only what has changed is written again.

After each publication ``published.json`` notes which file it was (size, time, inode), the shape of its tables and the
code that made their rows, and ``published_states.parquet`` the state of each document. Where the file that lies there
is that very one, and shape and code are the same, the next one can be made of it:

- Tables of ``BY_DOCUMENT`` hold what was made of one document in each row. Rows of documents that are gone, new or in
  another state are replaced; the others are as they were.
- A file of ``raw.documents`` is replaced where anything but its text differs: a text is what its bytes and the time of
  its landing say.
- Any other table is written again where the sum of its rows' hashes is another.

Everything else - no record, a file of somebody else, other code, another column, a file that has grown far beyond the
one that was written whole - is written whole. Half of either is never seen: both are made aside.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.storage.database import quoted

BY_DOCUMENT = (
    "marts.fact_figures",
    "marts.fact_targets",
    "marts.fact_achievements",
    "quality.numerals",
    "quality.rejected_figures",
)
FILES = "raw.documents"
# Rows that were replaced leave room behind that later rows do not always fill; of a small file that is no matter.
MOST_GROWTH = 1.5
MATTERS_FROM_BYTES = 20_000_000
STATES = "SELECT document_id, document_state FROM warehouse.intermediate.int_document_states"
STATE_TABLES = {"int_document_states", "built_with"}


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the file published last, under ``folder``."""

    folder: Path

    @property
    def _note(self) -> Path:
        return self.folder / "published.json"

    @property
    def states(self) -> Path:
        """The state of each document when its rows were published."""
        return self.folder / "published_states.parquet"

    def whole_size(self, published: Path, shape: str) -> int | None:
        """Return how large the file was when it was written whole; None where it cannot be built upon."""
        try:
            noted = json.loads(self._note.read_text(encoding="utf-8"))
            if noted["file"] != _identity(published) or noted["shape"] != shape or not self.states.is_file():
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
        """Note the file that was published just now; its states have been written."""
        size = published.stat().st_size
        noted = {"file": _identity(published), "shape": shape, "whole_size": whole_size or size}
        aside = self._note.with_suffix(".new")
        aside.write_text(json.dumps(noted, indent=1), encoding="utf-8")
        os.replace(aside, self._note)


def _identity(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size}-{status.st_mtime_ns}-{status.st_ino}"


def shape_of(
    connection: duckdb.DuckDBPyConnection, definitions: list[tuple[str, str]], words: str
) -> str | None:
    """Return a hash of the tables of ``warehouse`` that are published, with ``words`` beside, and of the code that made
    their rows; None where dbt has left no states of documents, or where a table has a key, whose index is no table of
    rows that could be replaced."""
    present = connection.execute(
        "SELECT list(table_name) FROM duckdb_tables() WHERE database_name = 'warehouse' AND "
        "schema_name = 'intermediate'"
    ).fetchone()
    keys = connection.execute(
        "SELECT count(*) FROM duckdb_constraints() WHERE database_name = 'warehouse' AND "
        "constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')"
    ).fetchone()
    if keys != (0,) or not set((present or [None])[0] or []) >= STATE_TABLES:
        return None
    columns = connection.execute(
        "SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns()"
        " WHERE database_name = 'warehouse' AND NOT internal AND schema_name IN ('raw', 'marts', 'quality')"
        " ORDER BY ALL"
    ).fetchall()
    code = connection.execute("SELECT code FROM warehouse.intermediate.built_with").fetchall()
    return hashlib.sha256(repr((definitions, columns, code, words)).encode()).hexdigest()


def build_on(
    connection: duckdb.DuckDBPyConnection, former: Path, states: Path, aside: Path, names: list[str]
) -> None:
    """Make the next file in ``aside``, out of the former one and the database attached as ``warehouse``."""
    shutil.copyfile(former, aside)
    aside.chmod(0o644)
    connection.execute(f"ATTACH {quoted(aside)} AS published")
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE documents_changed AS
        SELECT coalesce(present.document_id, former.document_id) AS document_id
        FROM ({STATES}) AS present
        FULL JOIN read_parquet({quoted(states)}) AS former USING (document_id)
        WHERE present.document_state IS DISTINCT FROM former.document_state
        """
    )
    connection.begin()
    for name in names:
        if name in BY_DOCUMENT:
            _replace(connection, name, "document_id IN (SELECT document_id FROM documents_changed)")
        elif name == FILES:
            _replace_files(connection)
        elif _fingerprint(connection, "warehouse", name) != _fingerprint(connection, "published", name):
            _replace(connection, name, "true")
    connection.commit()


def write_states(connection: duckdb.DuckDBPyConnection, states: Path) -> None:
    """Keep the states of the documents whose rows are being published."""
    aside = states.with_suffix(".new")
    connection.execute(f"COPY ({STATES}) TO {quoted(aside)} (FORMAT parquet)")
    os.replace(aside, states)


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
    connection.execute(
        f"INSERT INTO published.{FILES} SELECT * FROM warehouse.{FILES} "
        f"WHERE hash({columns}) NOT IN ({rows.format('published')})"
    )


def _fingerprint(
    connection: duckdb.DuckDBPyConnection, database: str, name: str
) -> tuple[object, ...] | None:
    return connection.execute(
        f'SELECT count(*), bit_xor(hash("rows")), sum(hash("rows")) FROM {database}.{name} AS "rows"'
    ).fetchone()
