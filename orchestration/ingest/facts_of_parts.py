"""What is known of the parts of archives and tables: what the manifest says of the whole, and a table of its rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import duckdb

from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.manifest_cells import COLUMN_OF_FIELD, FIELDS
from zhibiao.regions.stated import stated_division

Facts = dict[str, Any]


def facts_of_parts(
    connection: duckdb.DuckDBPyConnection, manifest: Mapping[str, Facts]
) -> tuple[dict[str, Facts], list[LandingFinding]]:
    """Return facts by the names of parts, under the columns of ``raw.documents``, and what was wrong with cells.

    Of two that say the same thing the nearer one speaks: the manifest's row of the part, then the row of its
    table, then the manifest's row of the whole.
    """
    parts = connection.execute(
        "SELECT file_name, container, row_facts FROM raw.documents"
        " WHERE container IS NOT NULL AND removed_at IS NULL ORDER BY file_name"
    ).fetchall()
    facts: dict[str, Facts] = {}
    findings: list[LandingFinding] = []
    for name, container, cells in parts:
        merged = dict(manifest.get(container, {}))
        merged |= dict(_understood(name, json.loads(cells) if cells else {}, findings))
        merged |= {column: value for column, value in manifest.get(name, {}).items() if value is not None}
        if merged:
            facts[name] = merged
    return facts, findings


def _understood(
    name: str, cells: Mapping[str, str], findings: list[LandingFinding]
) -> Iterator[tuple[str, Any]]:
    """Give what the cells of a row mean; one that means nothing is empty, with a finding."""
    for field, cell in cells.items():
        try:
            is_region = field == "region_code"
            value = stated_division(cell, _year_of(cells)) if is_region else FIELDS[field](cell)
        except ValueError as error:
            findings.append(LandingFinding("manifest_invalid", name, f"{name}: {error}"))
            continue
        yield COLUMN_OF_FIELD.get(field, field), value


def _year_of(cells: Mapping[str, str]) -> int:
    """Return the year whose divisions a row means: its own, or the present one."""
    try:
        return int(FIELDS["plan_year"](cells.get("plan_year", "")))
    except ValueError:
        return datetime.now(UTC).year
