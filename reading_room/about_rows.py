"""What is told of the data themselves: versions, changes, checks, findings, the dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

Row = tuple[Any, ...]

VERSIONS = """
    select version, published_at, content_hash, documents, figures, targets
    from marts.publications order by published_at desc
"""
CHANGES = """
    select version, change, count(*), count(distinct document_id)
    from marts.changes group by 1, 2 order by 1 desc, 2
"""
CHECKS = """
    select layer, check_name, title_zh, title_en, severity, outcome, checked_count, failed_count
    from quality.check_results
    order by outcome <> 'failed', severity <> 'error', severity <> 'warning', layer, check_name
"""
FINDINGS = """
    select check_name, severity, count(*), count(distinct document_id)
    from quality.findings group by 1, 2 order by 2, 3 desc, 1
"""
NUMERALS = """
    select coalesce(reason, 'figure'), count(*) from quality.numerals group by 1 order by 2 desc, 1
"""
COLUMNS = """
    select t.schema_name, t.table_name, coalesce(t.comment, ''), c.column_name, c.data_type, coalesce(c.comment, '')
    from duckdb_tables() as t
    inner join duckdb_columns() as c on c.schema_name = t.schema_name and c.table_name = t.table_name
    where t.schema_name in ('marts', 'quality', 'raw') and not t.internal
    order by 1, 2, c.column_index
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the published file with its columns: name, type and meaning."""

    name: str
    comment: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AboutRows:
    """All that the pages about the data show, but for the counts that the catalogue has."""

    versions: tuple[tuple[str, datetime, str, int, int, int], ...]
    changes: tuple[tuple[str, str, int, int], ...]
    checks: tuple[tuple[str, str, str, str, str, str, int, int], ...]
    findings: tuple[tuple[str, str, int, int], ...]
    numerals: tuple[tuple[str, int], ...]
    tables: tuple[Table, ...]

    @property
    def check_titles(self) -> dict[str, tuple[str, str]]:
        """The Chinese and English title of each check."""
        return {name: (zh or name, en or name) for _, name, zh, en, *_ in self.checks}


def load_about(connection: duckdb.DuckDBPyConnection, indicators: list[str]) -> AboutRows:
    """Read what is told of the data; the panel's columns of the first of the ``indicators`` stand for all."""

    def rows(query: str) -> tuple[Any, ...]:
        return tuple(connection.execute(query).fetchall())

    return AboutRows(
        versions=rows(VERSIONS),
        changes=rows(CHANGES),
        checks=rows(CHECKS),
        findings=rows(FINDINGS),
        numerals=rows(NUMERALS),
        tables=_tables(rows(COLUMNS), indicators),
    )


def _tables(rows: tuple[Row, ...], indicators: list[str]) -> tuple[Table, ...]:
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for schema, table, comment, *column in rows:
        name, data_type, meaning = column
        if table.startswith("target_panel"):
            name = _panel_column(name, indicators)
        columns = found.setdefault((f"{schema}.{table}", comment), [])
        if name not in {known for known, _, _ in columns}:
            columns.append((name, data_type.lower(), meaning))
    return tuple(Table(name, comment, tuple(columns)) for (name, comment), columns in found.items())


def _panel_column(name: str, indicators: list[str]) -> str:
    """``gdp_low`` as ``<indicator>_low``: the panel has the same columns for every core indicator."""
    for indicator in sorted(indicators, key=len, reverse=True):
        if name == indicator or name.startswith(f"{indicator}_"):
            return f"<indicator>{name.removeprefix(indicator)}"
    return name
