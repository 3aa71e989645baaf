"""dbt's sources with their columns, from ``tables.yml``, where the tables that Python writes are described.

A test holds the committed file against what this would write: ``python -m orchestration.dbt.sources``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from orchestration.storage.settings import DBT_PROJECT
from orchestration.storage.tables import Table, tables

FILE = DBT_PROJECT / "models" / "staging" / "_sources.yml"
SOURCES = {
    "raw": "Landed files, verbatim.",
    "extracted": "What the reader found in each document; columns are the fields of zhibiao/model.py.",
    "vintage": "The tables of the file published before, for comparison.",
}


def sources() -> str:
    """Return the YAML of the sources, each table with every column, its type and its words."""
    lines = [
        "# Written by `python -m orchestration.dbt.sources` from orchestration/storage/tables.yml.",
        "sources:",
    ]
    for schema, description in SOURCES.items():
        lines += [f"  - name: {schema}", f"    description: {json.dumps(description)}", "    tables:"]
        for table in tables():
            if table.name.startswith(f"{schema}."):
                lines += _table(table)
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"      - name: {table.name.split('.')[1]}"
    yield f"        description: {_quoted(table.description)}"
    yield "        columns:"
    for column in table.columns:
        yield f"          - name: {column.name}"
        yield f"            data_type: {column.type.lower()}"
        yield f"            description: {_quoted(column.description)}"


def _quoted(words: str) -> str:
    # A JSON string is one of YAML.
    return json.dumps(words, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(sources(), encoding="utf-8")
