"""The file that people open: built aside, checked, then swapped in at one stroke.

Readers of the former file keep it until they reconnect; a run that is killed at any moment leaves either the
former file or the new one, each whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from expectations.published_before import remove_left_copies
from orchestration.publishing.difference import FILES, WITHOUT_LOG, Record, build_on, shape_of
from orchestration.publishing.former_copy import FormerCopy
from orchestration.publishing.on_disk import flush, put_in_place
from orchestration.storage.database import limit_memory, quoted
from orchestration.storage.row_hashes import hash_rows, row_counts, write_rows

SCHEMAS = ("raw", "marts", "quality")
# The oldest storage format in use: drivers, notebooks and the browser build of DuckDB lag behind the engine.
STORAGE_VERSION = "v1.0.0"
READ_ONLY = 0o444


class UnfitToPublish(RuntimeError):  # noqa: N818 - what is the matter, not that something went wrong
    """The file that was built is not what it should be; the one published before stays."""


@dataclass(frozen=True, slots=True)
class Published:
    """The file that was put in place: rows by table, size in bytes."""

    path: Path
    rows: dict[str, int]
    size: int


def publish(
    working: Path,
    published: Path,
    aside: Path,
    record: Record | None = None,
    copy: FormerCopy | None = None,
) -> Published:
    """Build the published file from the working database and swap it in.

    ``aside`` is where it is built, with a ``record`` out of the former file where that can be, of which a ``copy`` may have
    been begun. Raises ``UnfitToPublish`` where a table did not come through whole.
    """
    _remove(aside)
    # What was too large for memory; whoever was killed has left it.
    shutil.rmtree(_temporary(aside), ignore_errors=True)
    remove_left_copies(published)
    rows, remember = _build(working, published, aside, record, copy)
    if copy:
        copy.remove()
    _check(aside, rows)
    aside.chmod(READ_ONLY)
    flush(aside)
    # A log left by someone who opened the former file for writing would be replayed into this one.
    _write_ahead_log(published).unlink(missing_ok=True)
    put_in_place(aside, published)
    flush(published.parent)
    remember()
    return Published(published, rows, published.stat().st_size)


def _build(
    working: Path, published: Path, aside: Path, record: Record | None, copy: FormerCopy | None
) -> tuple[dict[str, int], Callable[[], None]]:
    """Return the rows by table, and what notes the file once it is in place."""
    with duckdb.connect() as connection:
        connection.execute("SET autoinstall_known_extensions = false")
        limit_memory(connection, working)
        # A database without a file would use the working directory, whose owner may be somebody else.
        connection.execute(f"SET temp_directory = {quoted(_temporary(aside))}")
        # dbt's views name their tables with the database, which is called after its file.
        connection.execute(f"ATTACH {quoted(working)} AS warehouse (READ_ONLY)")
        definitions = _definitions(connection)
        names = [name for name, _ in definitions]
        shape = shape_of(connection, definitions, STORAGE_VERSION) if record else None
        whole_size = record.whole_size(published, shape) if record and shape else None
        if shape:
            # Texts are told by the bytes of their files.
            hash_rows(connection, [name for name in names if name != FILES])
        if record and whole_size:
            build_on(connection, published, record.rows, aside, names, copy)
        else:
            _build_whole(connection, aside, definitions)
        counted = row_counts(connection) if shape else {}
        rows = {name: counted.get(name) or _count(connection, f"warehouse.{name}") for name in names}
        connection.execute("USE memory")
        connection.execute("DETACH published")
        if record:
            record.forget()
            if shape:
                write_rows(connection, record.rows)

    def remember() -> None:
        if record and shape:
            record.save(published, shape, whole_size)

    return rows, remember


def _build_whole(
    connection: duckdb.DuckDBPyConnection, aside: Path, definitions: list[tuple[str, str]]
) -> None:
    connection.execute(
        f"ATTACH {quoted(aside)} AS published (STORAGE_VERSION '{STORAGE_VERSION}', {WITHOUT_LOG})"
    )
    connection.execute("USE published")
    # One transaction: each statement by itself would wait for the disk, hundreds of comments included.
    connection.begin()
    copied = _copy_tables(connection)
    for name, statement in definitions:
        if name not in copied:
            connection.execute(statement)
        connection.execute(f"INSERT INTO published.{name} SELECT * FROM warehouse.{name}")
    _copy_comments(connection, [name for name, _ in definitions if name not in copied])
    connection.commit()
    connection.execute("CHECKPOINT published")


def _copy_tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Make the tables to publish, empty, with their comments, and return their names; views are left out.

    DuckDB copies a whole database in a hundredth of the time of a statement for each of the panel's comments, each of
    which copies the panel's definition.
    """
    connection.execute("COPY FROM DATABASE warehouse TO published (SCHEMA)")
    of_published = "WHERE database_name = 'published' AND NOT internal"
    schemas = connection.execute(f"SELECT schema_name FROM duckdb_schemas() {of_published}").fetchall()
    for (name,) in schemas:
        if name not in SCHEMAS:
            connection.execute(f'DROP SCHEMA published."{name}" CASCADE')
    names = f"SELECT schema_name || '.' || {{}}_name FROM duckdb_{{}}s() {of_published}"
    for (name,) in connection.execute(names.format("view", "view")).fetchall():
        connection.execute(f"DROP VIEW published.{name}")
    tables = {name for (name,) in connection.execute(names.format("table", "table")).fetchall()}
    # What somebody has left in the schema that every database has.
    foreign = {name for name in tables if name.split(".")[0] not in SCHEMAS}
    for name in foreign:
        schema_name, table_name = name.split(".", 1)
        connection.execute(f'DROP TABLE published."{schema_name}"."{table_name}"')
    return tables - foreign


def _definitions(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Return name and DDL of each table to publish, constraints included; a view becomes a table.

    Tables come in an order in which each one follows those that its foreign keys name.
    """
    tables = connection.execute(
        "SELECT table_oid, schema_name || '.' || table_name, sql FROM duckdb_tables()"
        " WHERE database_name = 'warehouse' AND list_contains(?, schema_name) ORDER BY schema_name, table_name",
        [list(SCHEMAS)],
    ).fetchall()
    named = connection.execute(
        "SELECT table_oid, referenced_table FROM duckdb_constraints()"
        " WHERE database_name = 'warehouse' AND constraint_type = 'FOREIGN KEY'"
    ).fetchall()
    needs: dict[int, set[str]] = {}
    for oid, referenced in named:
        needs.setdefault(oid, set()).add(referenced)
    views = connection.execute(
        "SELECT schema_name || '.' || view_name FROM duckdb_views()"
        " WHERE database_name = 'warehouse' AND NOT internal AND list_contains(?, schema_name)"
        " ORDER BY schema_name, view_name",
        [list(SCHEMAS)],
    ).fetchall()
    ordered: list[tuple[str, str]] = []
    waiting = [(name, statement, needs.get(oid, set())) for oid, name, statement in tables]
    while waiting:
        made = {name.split(".")[1] for name, _ in ordered}
        ready = [entry for entry in waiting if entry[2] - {entry[0].split(".")[1]} <= made]
        if not ready:
            raise UnfitToPublish(f"foreign keys in a circle: {', '.join(name for name, *_ in waiting)}")
        ordered += [(name, statement) for name, statement, _ in ready]
        waiting = [entry for entry in waiting if entry not in ready]
    return ordered + [
        (name, f"CREATE TABLE published.{name} AS FROM warehouse.{name} LIMIT 0") for (name,) in views
    ]


def _copy_comments(connection: duckdb.DuckDBPyConnection, views: list[str]) -> None:
    """Give the tables that were views their comments."""
    comments = connection.execute(
        "SELECT 'TABLE', schema_name || '.' || view_name AS name, comment FROM duckdb_views()"
        " WHERE database_name = 'warehouse' AND list_contains($views, name)"
        " UNION ALL SELECT 'COLUMN', schema_name || '.' || table_name || '.\"' || column_name || '\"',"
        " comment"
        " FROM duckdb_columns()"
        " WHERE database_name = 'warehouse' AND list_contains($views, schema_name || '.' || table_name)",
        {"views": views},
    ).fetchall()
    for kind, name, comment in comments:
        if comment:
            text = comment.replace("'", "''")
            connection.execute(f"COMMENT ON {kind} {name} IS '{text}'")


def _check(aside: Path, rows: dict[str, int]) -> None:
    if _write_ahead_log(aside).exists():
        raise UnfitToPublish(f"{aside} was not written out")
    with duckdb.connect(str(aside), read_only=True) as connection:
        for name, expected in rows.items():
            if (found := _count(connection, name)) != expected:
                raise UnfitToPublish(f"{name} has {found} rows instead of {expected}")


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
    assert row is not None
    return int(row[0])


def _write_ahead_log(database: Path) -> Path:
    return database.with_name(database.name + ".wal")


def _temporary(aside: Path) -> Path:
    return aside.with_suffix(".tmp")


def _remove(database: Path) -> None:
    database.unlink(missing_ok=True)
    _write_ahead_log(database).unlink(missing_ok=True)
