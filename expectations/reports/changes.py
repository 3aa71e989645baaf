"""What changed since the file published before: documents, figures, and checks that fail newly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from expectations.published_before import attached

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference to the file published before; ``since`` is null where there was none."""

    since: str | None = None
    documents_in: tuple[str, ...] = ()
    documents_out: tuple[str, ...] = ()
    figures_before: int = 0
    figures_now: int = 0
    figures_added: int = 0
    figures_gone: int = 0
    figures_changed: int = 0
    newly_failing: tuple[str, ...] = ()
    no_longer_failing: tuple[str, ...] = ()


def changes_since(connection: duckdb.DuckDBPyConnection, published: Path | None) -> Changes:
    """Compare the working database with the published file, which is only read.

    What is missing on either side (no marts yet, an older file) counts as empty.
    """
    with attached(connection, published) as obstacle:
        if obstacle is None:
            return _compare(connection)
    return Changes(
        figures_now=_count(connection, "", "marts.fact_figures"), documents_in=_files(connection, "")
    )


def _compare(connection: duckdb.DuckDBPyConnection) -> Changes:
    before = "published_before."
    files_before, files_now = set(_files(connection, before)), set(_files(connection, ""))
    failing_before, failing_now = _failing(connection, before), _failing(connection, "")
    added, gone, changed = _figures(connection)
    return Changes(
        since=_published_at(connection),
        documents_in=tuple(sorted(files_now - files_before)),
        documents_out=tuple(sorted(files_before - files_now)),
        figures_before=_count(connection, before, "marts.fact_figures"),
        figures_now=_count(connection, "", "marts.fact_figures"),
        figures_added=added,
        figures_gone=gone,
        figures_changed=changed,
        newly_failing=tuple(sorted(failing_now - failing_before)),
        no_longer_failing=tuple(sorted(failing_before - failing_now)),
    )


def _columns(connection: duckdb.DuckDBPyConnection, catalog: str, table: str) -> set[str]:
    """The columns of a table; empty where there is no such table."""
    schema, name = table.split(".")
    database = catalog.rstrip(".") or "current_database()"
    return {
        column
        for (column,) in connection.execute(
            "select column_name from duckdb_columns() where database_name = "
            + ("?" if catalog else database)
            + " and schema_name = ? and table_name = ?",
            [*([database] if catalog else []), schema, name],
        ).fetchall()
    }


def _count(connection: duckdb.DuckDBPyConnection, catalog: str, table: str) -> int:
    if not _columns(connection, catalog, table):
        return 0
    row = connection.execute(f"select count(*) from {catalog}{table}").fetchone()
    return int(row[0]) if row else 0


def _files(connection: duckdb.DuckDBPyConnection, catalog: str) -> tuple[str, ...]:
    if not _columns(connection, catalog, "raw.documents"):
        return ()
    rows = connection.execute(
        f"select file_name from {catalog}raw.documents where removed_at is null order by file_name"
    ).fetchall()
    return tuple(name for (name,) in rows)


def _failing(connection: duckdb.DuckDBPyConnection, catalog: str) -> set[str]:
    table = "quality.check_results" if catalog else "checked.results"
    if not _columns(connection, catalog, table):
        return set()
    rows = connection.execute(f"select check_name from {catalog}{table} where outcome <> 'passed'").fetchall()
    return {name for (name,) in rows}


def _figures(connection: duckdb.DuckDBPyConnection) -> tuple[int, int, int]:
    """How many figures came, went, and changed under the same id, as ``marts.changes`` tells of a version that is not
    published yet."""
    before = "published_before."
    wanted = (("", "marts.changes"), ("", "marts.publications"), (before, "marts.publications"))
    if not all(_columns(connection, catalog, table) for catalog, table in wanted):
        return 0, 0, 0
    counts: dict[str, int] = dict(
        connection.execute(
            "select change, count(*) from marts.changes where version ="
            " (select arg_max(version, published_at) from marts.publications)"
            f" and version not in (select version from {before}marts.publications) group by change"
        ).fetchall()
    )
    return counts.get("added", 0), counts.get("removed", 0), counts.get("changed", 0)


def _published_at(connection: duckdb.DuckDBPyConnection) -> str:
    """When the published file's checks ran, as far as it says."""
    if "checked_at" not in _columns(connection, "published_before.", "quality.check_results"):
        return "an earlier file"
    row = connection.execute("select max(checked_at) from published_before.quality.check_results").fetchone()
    return f"{row[0]:%Y-%m-%d %H:%M}" if row and row[0] else "an earlier file"
