"""What changed since the file published before: documents, figures, and checks that fail newly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from expectations.published_before import attached

if TYPE_CHECKING:
    import duckdb

# A figure of the same id has changed where one of these differs.
COMPARED = (
    "value_text",
    "number",
    "number_high",
    "value",
    "unit",
    "bound",
    "measure",
    "direction",
    "indicator_id",
    "status",
    "is_headline",
    "period_start",
    "period_end",
    "region_code",
)


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
    """How many figures came, went, and changed under the same id."""
    before = _columns(connection, "published_before.", "marts.fact_figures")
    now = _columns(connection, "", "marts.fact_figures")
    if not before or not now:
        return 0, 0, 0
    differs = " or ".join(
        f"now.{column} is distinct from before.{column}" for column in COMPARED if column in before & now
    )
    shared = [column for column in ("figure_id", *COMPARED) if column in before & now]
    key = "document_id" if "document_id" in before & now else "figure_id"
    row = connection.execute(
        f"""
        with differing as ({_that_differ(key, shared)}),
        now as (from marts.fact_figures where {key} in (select {key} from differing)),
        before as (from published_before.marts.fact_figures where {key} in (select {key} from differing))
        select
            count(*) filter (where before.figure_id is null),
            count(*) filter (where now.figure_id is null),
            count(*) filter (where before.figure_id is not null and now.figure_id is not null and ({differs}))
        from now full join before on now.figure_id = before.figure_id
        """
    ).fetchone()
    return (int(row[0]), int(row[1]), int(row[2])) if row else (0, 0, 0)


def _that_differ(key: str, columns: Iterable[str]) -> str:
    """A query for the keys whose figures do not say the same on both sides: to hash all rows takes less than to join them
    by their ids."""
    said = f"hash({', '.join(columns)})"
    sums = f"select {key}, count(*) as number, bit_xor({said}) as mixed, sum({said}) as summed from {{}} group by all"
    return (
        f"select {key} from ({sums.format('marts.fact_figures')}) as now"
        f" full join ({sums.format('published_before.marts.fact_figures')}) as before using ({key})"
        " where (now.number, now.mixed, now.summed) is distinct from (before.number, before.mixed, before.summed)"
    )


def _published_at(connection: duckdb.DuckDBPyConnection) -> str:
    """When the published file's checks ran, as far as it says."""
    if "checked_at" not in _columns(connection, "published_before.", "quality.check_results"):
        return "an earlier file"
    row = connection.execute("select max(checked_at) from published_before.quality.check_results").fetchone()
    return f"{row[0]:%Y-%m-%d %H:%M}" if row and row[0] else "an earlier file"
