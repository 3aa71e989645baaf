"""dbt's sources with their columns: from ``tables.yml`` the tables that Python writes, from here those of the checks.

A test holds the committed file against what this would write: ``python -m orchestration.dbt.sources``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from orchestration.storage.settings import DBT_PROJECT
from orchestration.storage.tables import Column, Table, table, tables

FILE = DBT_PROJECT / "models" / "staging" / "_sources.yml"
SOURCES = {
    "raw": "Landed files, verbatim.",
    "extracted": "What the reader found in each document; columns are the fields of zhibiao/model.py.",
    "vintage": "The tables of the file published before, for comparison.",
}

CHECKED_FILE = FILE.with_name("_checked_sources.yml")
DOCUMENT = Column("document_id", "VARCHAR", "The document.")
CHECK = Column("check_name", "VARCHAR", "The check that it failed.")
MESSAGE = Column("message", "VARCHAR", "What the check says of it.")
PASSAGE = (
    Column("char_start", "BIGINT", "Where the passage begins, in characters."),
    Column("char_end", "BIGINT", "Where it ends."),
    Column("quote", "VARCHAR", "The sentence."),
)


CHECKED = (
    Table(
        "checked.figure_failures",
        "A figure and a check it failed; every figure here is quarantined.",
        (
            Column("figure_id", "VARCHAR", "The figure."),
            DOCUMENT,
            CHECK,
            Column("severity", "VARCHAR", "How grave that is: error, warning or info."),
            MESSAGE,
        ),
    ),
    Table(
        "checked.document_failures",
        "A document and a check for which it is set aside.",
        (
            Column("layer", "VARCHAR", "The layer whose check it is: raw or extracted."),
            DOCUMENT,
            Column("file_name", "VARCHAR", "Its file."),
            CHECK,
            MESSAGE,
            Column("failed_count", "BIGINT", "How many of its rows failed."),
            *PASSAGE,
        ),
    ),
    Table(
        "checked.identities",
        "A place where numbers check each other, and whether they agree.",
        (
            Column("identity", "VARCHAR", "What is reckoned there."),
            Column("confirms", "BOOLEAN", "Whether agreeing confirms the figures."),
            DOCUMENT,
            Column("figure_id", "VARCHAR", "The figure that is told of."),
            Column("figure_ids", "VARCHAR[]", "All figures that take part."),
            Column("holds", "BOOLEAN", "Whether they agree; null where that is not decided."),
            *PASSAGE,
            Column("message", "VARCHAR", "What was reckoned; it and the quote where they do not agree."),
        ),
    ),
)


def checked_tables() -> list[Table]:
    """Return the tables of ``checked`` that dbt reads, as ``expectations`` writes them."""
    return [
        *CHECKED,
        Table(
            "checked.corrected_figures",
            "Figures as a declared correction of a fault of the source text has them.",
            (
                *table("extracted.figures").columns,
                Column("correction_id", "VARCHAR", "The correction."),
                Column("correction_reason", "VARCHAR", "What is wrong with the source text there."),
            ),
        ),
    ]


def checked_sources() -> str:
    """Return the YAML of the source that the checks write."""
    lines = [
        "# Written by `python -m orchestration.dbt.sources`.",
        "sources:",
        "  - name: checked",
        "    description: What the checks on the extracted tables found.",
        "    tables:",
    ]
    for each in checked_tables():
        lines += _table(each)
    return "\n".join(lines) + "\n"


def sources() -> str:
    """Return the YAML of the sources, each table with every column, its type and its words."""
    lines = [
        "# Written by `python -m orchestration.dbt.sources` from orchestration/storage/tables.yml.",
        "sources:",
    ]
    for schema, description in SOURCES.items():
        lines += [f"  - name: {schema}", f"    description: {json.dumps(description)}", "    tables:"]
        for each in tables():
            if each.name.startswith(f"{schema}."):
                lines += _table(each)
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
    CHECKED_FILE.write_text(checked_sources(), encoding="utf-8")
