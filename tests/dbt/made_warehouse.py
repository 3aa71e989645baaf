"""A working database of twelve small reports made for the panel, as the reader reads them.

Each has a case: growth beside the amount, an index, words, a goal of five years, jobs in 个, a number beyond the
list, a list that is missing from its text, a report without one, a communiqué.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb

from tests.dbt.labelled_warehouse import LANDED_AT, insert
from zhibiao.extract import extract
from zhibiao.profile import profile

MADE = Path(__file__).with_name("made")


def fill_from_made_reports(connection: duckdb.DuckDBPyConnection) -> None:
    """Land the made reports and enter what the reader reads in them."""
    for path in sorted(MADE.glob("*.txt")):
        content = path.read_bytes()
        text = content.decode("utf-8")
        document_id = hashlib.sha256(content).hexdigest()
        found = profile(text, file_name=path.name)
        read = extract(text, found, document_id)
        insert(
            connection,
            "raw.documents",
            [
                {
                    "document_id": document_id,
                    "file_name": path.name,
                    "text": text,
                    "encoding": "utf-8",
                    "byte_size": len(content),
                    "landed_at": LANDED_AT,
                }
            ],
        )
        told = {
            "document_id": document_id,
            "extractor_version": "made",
            "extracted_at": LANDED_AT,
            "text_length": len(text),
        }
        insert(
            connection, "extracted.document_profiles", _rows(connection, "document_profiles", [found], told)
        )
        for table in ("figures", "qualitative_targets", "numerals", "findings"):
            rows = _rows(connection, table, getattr(read, table), {"document_id": document_id})
            insert(connection, f"extracted.{table}", rows)


def _rows(
    connection: duckdb.DuckDBPyConnection, table: str, records: list[Any], told: dict[str, object]
) -> list[dict[str, object]]:
    """The records as rows of a table of ``extracted``, with what is told of all of them."""
    columns = {name for (name, *_) in connection.execute(f"describe extracted.{table}").fetchall()}
    return [
        {name: value for name, value in (asdict(record) | told).items() if name in columns}
        for record in records
    ]
