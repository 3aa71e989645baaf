"""Workbook and Stata file on their way, in another process: what writes them takes half a second to import.

In a run they are begun when dbt has built the marts: checks, reports and publishing keep one core, and the other is theirs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.exports.book_rows import BookRows, take_book_rows
from orchestration.exports.catalogue import Mart, Publication, read_marts, read_publication
from orchestration.exports.sheet_plans import PANEL, STATA_FILE, WORKBOOK
from orchestration.processes.ready import WRITES_BOOKS, is_ready, take_process

# Fewer rows than these are written in the time that a process takes to start.
WORTH_A_PROCESS = 5_000


@dataclass(frozen=True, slots=True)
class BegunBooks:
    """Workbook and Stata file on their way into ``folder``."""

    folder: Path
    written: Future[None]

    def put_into(self, out: Path) -> None:
        """Wait for their end, and put them into another folder of the same file system."""
        self.written.result()
        for path in (WORKBOOK, STATA_FILE):
            if (self.folder / path).exists():
                os.replace(self.folder / path, out / path)


def begin_books(connection: duckdb.DuckDBPyConnection, folder: Path) -> BegunBooks | None:
    """Have the process that stands ready write them, of the rows that ``connection`` has now; None where no process does."""
    if not is_ready(WRITES_BOOKS):
        return None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    taken = take_book_rows(connection, read_marts(connection), read_publication(connection))
    pool = take_process(WRITES_BOOKS)
    written: Future[None] = pool.submit(_write, taken, folder)
    # It ends when it has done this, or with this process.
    pool.shutdown(wait=False)
    return BegunBooks(folder, written)


@contextmanager
def written_beside(
    connection: duckdb.DuckDBPyConnection,
    marts: Mapping[str, Mart],
    publication: Publication,
    out: Path,
    begun: BegunBooks | None,
) -> Iterator[Callable[[], None]]:
    """Have them written of the published rows, by another process where one has begun, is ready, or they are long; what is
    given waits for their end."""
    if begun is not None:
        yield lambda: begun.put_into(out)
        return
    taken = take_book_rows(connection, marts, publication)
    rows = sum(marts[name].row_count for name in ("fact_figures", PANEL) if name in marts)
    if rows < WORTH_A_PROCESS and not is_ready(WRITES_BOOKS):
        yield lambda: _write(taken, out)
        return
    with take_process(WRITES_BOOKS) as pool:
        written: Future[None] = pool.submit(_write, taken, out)
        yield written.result


def _write(taken: BookRows, out: Path) -> None:
    from orchestration.exports.books import write_books

    write_books(taken, out)
