"""Workbook and Stata file on their way, in another process: what writes them takes half a second to import.

In a run they are begun while the published file is built, on one core, of the working database that it is built of.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from orchestration.exports.catalogue import Mart
from orchestration.processes.ready import WRITES_BOOKS, is_ready, take_process

PANEL = "target_panel"
WORKBOOK = Path("zhibiao.xlsx")
STATA_FILE = Path(f"{PANEL}.dta")
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


def begin_books(database: Path, folder: Path) -> BegunBooks | None:
    """Have the process that stands ready write them of ``database``, which nobody writes into meanwhile; None where no
    process does."""
    if not is_ready(WRITES_BOOKS):
        return None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pool = take_process(WRITES_BOOKS)
    written: Future[None] = pool.submit(_write, database, folder)
    # It ends when it has done this, or with this process.
    pool.shutdown(wait=False)
    return BegunBooks(folder, written)


@contextmanager
def written_beside(
    published: Path, marts: Mapping[str, Mart], out: Path, begun: BegunBooks | None
) -> Iterator[Callable[[], None]]:
    """Have them written, by another process where one has begun, is ready, or they are long; what is given waits for
    their end."""
    if begun is not None:
        yield lambda: begun.put_into(out)
        return
    rows = sum(marts[name].row_count for name in ("fact_figures", PANEL) if name in marts)
    if rows < WORTH_A_PROCESS and not is_ready(WRITES_BOOKS):
        yield lambda: _write(published, out)
        return
    with take_process(WRITES_BOOKS) as pool:
        written: Future[None] = pool.submit(_write, published, out)
        yield written.result


def _write(database: Path, out: Path) -> None:
    from orchestration.exports.books import write_books

    write_books(database, out)
