"""Documents to read in tests, and what was read of them."""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.reading.documents import Read, read_documents
from orchestration.reading.executors import Executor
from orchestration.reading.shard import Document
from orchestration.reading.version import TABLES
from tests.orchestration.conftest import REPORT

TITLE = "政府工作报告\n\n一、2023年工作回顾\n\n"


def fill(raw: Path, count: int) -> None:
    for number in range(count):
        (raw / f"{number}.txt").write_text(f"{TITLE}{REPORT * 20}第{number}份。\n", encoding="utf-8")


def folder_of(connection: duckdb.DuckDBPyConnection) -> Path:
    """Return where the shards of a database lie: beside it."""
    row = connection.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchone()
    assert row is not None
    return Path(row[0]).parent / "reading"


def read_quietly(connection: duckdb.DuckDBPyConnection, executor: Executor | None = None) -> Read:
    return read_documents(connection, folder_of(connection), lambda message: None, executor)


def document(name: str, text: str = TITLE + REPORT) -> Document:
    return Document(name, f"{name}.txt", text, "1", None, None)


def content(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """Return all that was read, without the times at which it was."""
    return {
        name: connection.execute(
            f"SELECT COLUMNS(c -> c <> 'extracted_at') FROM {name} ORDER BY ALL"
        ).fetchall()
        for name in TABLES
    }
