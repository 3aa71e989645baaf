"""Which documents are to be read, the processes that read them, and their rows into ``extracted.*``.

A document is read once a version of the reader (and of what its manifest row overrides). Documents go in
batches, each written in one transaction: memory does not grow with their number, and a killed run goes on
where it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from orchestration.processes.workers import worker_processes
from orchestration.reading.version import TABLES, document_version, reader_version
from orchestration.storage.database import insert, transaction

if TYPE_CHECKING:
    from orchestration.reading.rows import Document

BATCH_CHARACTERS = 200_000
# Starting worker processes costs as much as reading this much in the run's own process.
WORTH_A_PROCESS = 600_000


@dataclass(frozen=True, slots=True)
class Read:
    """How many documents were read in this run, and how many had been read before."""

    read: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Pending:
    document_id: str
    file_name: str
    length: int
    version: str
    region_code: str | None
    plan_year: int | None


def read_documents(connection: duckdb.DuckDBPyConnection, tell: Callable[[str], None]) -> Read:
    """Bring ``extracted.*`` in line with ``raw.documents``; ``tell`` is given progress."""
    version = reader_version()
    present = _present(connection, version)
    done = set(
        connection.execute(
            "SELECT document_id, extractor_version FROM extracted.document_profiles"
        ).fetchall()
    )
    _forget_others(connection, [each.document_id for each in present])
    pending = [each for each in present if (each.document_id, each.version) not in done]
    batches = list(_batches(pending))
    finished = 0
    for rows in _read_all(connection, batches, sum(each.length for each in pending)):
        _write(connection, rows)
        finished += rows["extracted.document_profiles"].num_rows
        tell(f"read {finished} of {len(pending)} documents")
    return Read(len(pending), len(present) - len(pending))


def _present(connection: duckdb.DuckDBPyConnection, version: str) -> list[_Pending]:
    """Return the documents that are there; of two files of the same bytes the first by name speaks."""
    rows = connection.execute("""
        SELECT document_id, first(file_name ORDER BY file_name), any_value(length(text)),
               first(manifest_region_code ORDER BY manifest_region_code IS NULL, file_name),
               first(manifest_plan_year ORDER BY manifest_plan_year IS NULL, file_name)
        FROM raw.documents WHERE removed_at IS NULL GROUP BY document_id ORDER BY 2
    """).fetchall()
    return [
        _Pending(document_id, name, length, document_version(version, region, year), region, year)
        for document_id, name, length, region, year in rows
    ]


def _forget_others(connection: duckdb.DuckDBPyConnection, present: list[str]) -> None:
    with transaction(connection):
        for table_name in TABLES:
            connection.execute(
                f"DELETE FROM {table_name} WHERE NOT list_contains(?::VARCHAR[], document_id)", [present]
            )


def _batches(pending: Iterable[_Pending]) -> Iterator[list[_Pending]]:
    batch: list[_Pending] = []
    for each in pending:
        batch.append(each)
        if sum(member.length for member in batch) >= BATCH_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def _read_all(
    connection: duckdb.DuckDBPyConnection, batches: list[list[_Pending]], characters: int
) -> Iterator[dict[str, pa.Table]]:
    if not batches:
        return
    # The reader and its lexicon are loaded where there is something to read.
    from orchestration.reading.rows import read

    workers = min(os.cpu_count() or 1, len(batches))
    if characters < WORTH_A_PROCESS or workers < 2:
        yield from (read(_with_texts(connection, batch)) for batch in batches)
        return
    with worker_processes(workers) as pool:
        running: set[Future[dict[str, pa.Table]]] = set()
        for batch in batches:
            running.add(pool.submit(read, _with_texts(connection, batch)))
            if len(running) > workers:
                finished, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in finished)
        yield from (future.result() for future in running)


def _with_texts(connection: duckdb.DuckDBPyConnection, batch: list[_Pending]) -> list[Document]:
    from orchestration.reading.rows import Document

    texts = dict(
        connection.execute(
            "SELECT document_id, any_value(text) FROM raw.documents"
            " WHERE list_contains(?::VARCHAR[], document_id) GROUP BY document_id",
            [[each.document_id for each in batch]],
        ).fetchall()
    )
    return [
        Document(
            each.document_id,
            each.file_name,
            texts[each.document_id],
            each.version,
            each.region_code,
            each.plan_year,
        )
        for each in batch
    ]


def _write(connection: duckdb.DuckDBPyConnection, rows: dict[str, pa.Table]) -> None:
    documents = rows["extracted.document_profiles"].column("document_id").to_pylist()
    with transaction(connection):
        for table_name, table_rows in rows.items():
            connection.execute(
                f"DELETE FROM {table_name} WHERE list_contains(?::VARCHAR[], document_id)", [documents]
            )
            insert(connection, table_name, table_rows)
