"""``datapackage.json``: the exports described for machines (Data Package standard, version 2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb

from orchestration.exports import licences
from orchestration.exports.catalogue import Column, Mart, Publication
from orchestration.storage.hashes import hash_of_file

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
FIELD_TYPES = {
    "VARCHAR": "string",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "DOUBLE": "number",
    "FLOAT": "number",
    "JSON": "object",
    "TIMESTAMP": "datetime",
    "TIMESTAMP WITH TIME ZONE": "datetime",
}
MEDIA_TYPES = {
    ".parquet": "application/vnd.apache.parquet",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".dta": "application/x-stata-dta",
    ".md": "text/markdown",
}
# Columns that name a row of a dimension, wherever they stand.
DIMENSIONS = {"document_id": "dim_document", "indicator_id": "dim_indicator", "region_key": "dim_region"}


def data_package(
    connection: duckdb.DuckDBPyConnection,
    marts: Mapping[str, Mart],
    files: Iterable[Path],
    out: Path,
    published: Path,
    publication: Publication,
) -> str:
    """The package's description as JSON; ``files`` are paths within ``out``."""
    description: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "zhibiao",
        "title": "Targets and achievements in Chinese government work reports (政府工作报告目标与实绩)",
        "description": "Figures read from government work reports, each with the sentence it stands in.",
        "version": publication.version,
        **({"created": publication.published_at.isoformat()} if publication.published_at else {}),
        "keywords": ["China", "government work report", "政府工作报告", "growth target", "经济增长目标"],
        "licenses": [licences.DERIVED_DATA],
        "licenceOfCode": licences.CODE,
        "termsOfQuotedText": licences.QUOTED_TEXT_TERMS,
        "sources": _sources(connection),
        "countsByYear": _counts_by_year(connection, marts),
        "database": {"path": published.name, "bytes": published.stat().st_size, "hash": file_hash(published)},
        "resources": [_resource(path, out, marts) for path in files],
    }
    return json.dumps(description, ensure_ascii=False, indent=2) + "\n"


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, as the standard writes it: ``sha256:…``."""
    return f"sha256:{hash_of_file(path)}"


def _resource(path: Path, out: Path, marts: Mapping[str, Mart]) -> dict[str, Any]:
    file = out / path
    resource: dict[str, Any] = {
        "name": _resource_name(path),
        "path": path.as_posix(),
        "format": path.suffix.removeprefix("."),
        "mediatype": MEDIA_TYPES[path.suffix],
        "bytes": file.stat().st_size,
        "hash": file_hash(file),
    }
    mart = marts.get(path.stem)
    if mart is None:
        return resource
    resource |= {"title": mart.full_name, "description": mart.comment, "rowCount": mart.row_count}
    if path.suffix == ".dta":
        return resource
    # Only these two have columns by the names of the table.
    if path.suffix == ".csv":
        resource |= {"encoding": "utf-8", "dialect": {"header": True}}
    return resource | {"type": "table", "schema": _schema(mart, path, out)}


def _resource_name(path: Path) -> str:
    return re.sub(r"[^a-z0-9]", "-", path.as_posix().lower())


def _schema(mart: Mart, path: Path, out: Path) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in mart.columns]}
    if mart.primary_key:
        schema["primaryKey"] = list(mart.primary_key)
    keys = [
        {
            "fields": [column],
            "reference": {
                "resource": _resource_name(path.with_stem(dimension)),
                "fields": [column],
            },
        }
        for column, dimension in DIMENSIONS.items()
        if column in mart.column_names
        and dimension != mart.name
        and (out / path.with_stem(dimension)).exists()
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _field_type(column), "description": column.comment}
    return field if column.is_nullable else field | {"constraints": {"required": True}}


def _field_type(column: Column) -> str:
    if column.is_decimal:
        return "number"
    if column.data_type.endswith("[]"):
        return "array"
    return FIELD_TYPES.get(column.data_type, "integer" if "INT" in column.data_type else "any")


def _sources(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """The documents that the data was read from, with what is known of their origin."""
    present = {
        name
        for (name,) in connection.execute(
            "select column_name from duckdb_columns() where schema_name = 'raw' and table_name = 'documents'"
        ).fetchall()
    }
    wanted = {
        "document_id": "sha256",
        "file_name": "title",
        "source_url": "path",
        "publisher": "publisher",
        "published_on": "publishedOn",
        "accessed_on": "accessedOn",
        "licence": "licence",
    }
    columns = [column for column in wanted if column in present]
    in_force = "where removed_at is null" if "removed_at" in present else ""
    rows = connection.execute(
        f"select {', '.join(columns)} from raw.documents {in_force} order by file_name"
    ).fetchall()
    return [
        {wanted[column]: str(value) for column, value in zip(columns, row, strict=True) if value is not None}
        for row in rows
    ]


def _counts_by_year(
    connection: duckdb.DuckDBPyConnection, marts: Mapping[str, Mart]
) -> dict[str, dict[str, int]]:
    """Rows of the marts that are by plan year, for each year: what a data editor compares."""
    counts: dict[str, dict[str, int]] = {}
    for name in ("dim_document", "fact_figures", "fact_targets", "fact_achievements", "target_panel"):
        if name in marts and "plan_year" in marts[name].column_names:
            rows = connection.execute(
                f"select coalesce(plan_year::varchar, 'unknown'), count(*) from marts.{name} group by 1"
            ).fetchall()
            for year, count in rows:
                counts.setdefault(year, {})[name] = count
    return dict(sorted(counts.items()))
