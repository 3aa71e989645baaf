"""All exports of a published file, in the order in which they need one another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import duckdb

from orchestration.exports.catalogue import Mart, read_marts, read_publication
from orchestration.exports.data_package import data_package
from orchestration.exports.documentation import dictionary_markdown, readme_markdown
from orchestration.exports.flat_files import write_flat_files
from orchestration.exports.former import FormerExports
from orchestration.exports.pieces import Passage, pieces_of
from orchestration.exports.stata import stata_names, write_stata
from orchestration.processes.ready import WRITES_BOOKS, is_ready, take_process
from orchestration.storage.database import limit_memory, quoted
from orchestration.storage.hashes import hash_of_file

PANEL = "target_panel"
WORKBOOK = Path("zhibiao.xlsx")
STATA_FILE = Path(f"{PANEL}.dta")
DESCRIPTIONS = [Path("README.md"), Path("dictionary.md"), Path("datapackage.json")]
TITLE = "政府工作报告目标 · Targets of government work reports"
# Too long to be read by hand, and in Parquet all the same; targets and achievements are nearly all figures.
WITHOUT_CSV = ("fact_figures", "dim_region", "coverage", "changes")
# Workbook and Stata file of fewer rows than these are written in the time that a process takes to start.
WORTH_A_PROCESS = 5_000


def write_exports(
    published: Path, out: Path, former: FormerExports | None = None, rows: Path | None = None
) -> list[Path]:
    """Write every export of the database ``published`` into the folder ``out``; returns the files written.

    ``out`` is made where it is missing; files of the same names in it are replaced. The database is opened
    read-only and closed again. Parquet and CSV files of marts that have not changed are taken over from
    ``former``; workbook and Stata file bear the version, so that they change with anything. ``rows`` says of some marts
    what their rows say (``storage.row_hashes``).
    """
    for folder in (out, out / "parquet", out / "csv"):
        folder.mkdir(parents=True, exist_ok=True)
    with _opened(published, out) as connection:
        marts = read_marts(connection)
        publication = read_publication(connection)
        title = f"{TITLE}, {publication.version}"
        with _written_beside(published, marts, out, title) as written:
            files = [*_write_flat_files(connection, marts, out, former, rows), WORKBOOK]
            variables: dict[str, str] = {}
            if PANEL in marts:
                variables = stata_names(marts[PANEL].column_names)
                files.append(STATA_FILE)
            pages = {
                "dictionary.md": dictionary_markdown(marts.values(), publication.version),
                "README.md": readme_markdown(marts, [*files, *DESCRIPTIONS], publication.version, variables),
            }
            for name, page in pages.items():
                (out / name).write_text(page, encoding="utf-8")
                files.append(Path(name))
            # Asked for below, and found out while the other process writes.
            hash_of_file(published)
            written()
        description = data_package(connection, marts, files, out, published, publication)
    (out / "datapackage.json").write_text(description, encoding="utf-8")
    return [out / path for path in [*files, Path("datapackage.json")]]


@contextmanager
def _opened(published: Path, out: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a published file; what its sorts cannot hold in memory goes beside ``out``, not beside the file."""
    with duckdb.connect(published, read_only=True) as connection:
        limit_memory(connection, published)
        connection.execute(f"SET temp_directory = {quoted(out.with_name(f'{out.name}-{os.getpid()}.tmp'))}")
        yield connection


@contextmanager
def _written_beside(
    published: Path, marts: Mapping[str, Mart], out: Path, title: str
) -> Iterator[Callable[[], None]]:
    """Have workbook and Stata file written, by another process where one is ready or they are long; what is given waits
    for its end."""
    rows = sum(marts[name].row_count for name in ("fact_figures", PANEL) if name in marts)
    if rows < WORTH_A_PROCESS and not is_ready(WRITES_BOOKS):
        yield lambda: _write_books(published, out, title)
        return
    with take_process(WRITES_BOOKS) as pool:
        written: Future[None] = pool.submit(_write_books, published, out, title)
        yield written.result


def _write_books(published: Path, out: Path, title: str) -> None:
    """Write what a person opens in a program: cell by cell, in Python."""
    from orchestration.exports.workbook import write_workbook

    with _opened(published, out) as connection:
        marts = read_marts(connection)
        write_workbook(connection, marts, out / WORKBOOK, title)
        if PANEL in marts:
            write_stata(connection, marts[PANEL], out / STATA_FILE, title)


def _write_flat_files(
    connection: duckdb.DuckDBPyConnection,
    marts: Mapping[str, Mart],
    out: Path,
    former: FormerExports | None,
    rows: Path | None,
) -> list[Path]:
    files: list[Path] = []
    pieces_by_mart = {name: pieces_of(connection, mart, rows) for name, mart in marts.items()}
    # A piece is written by one thread anyway; the other cores have the workbook and the site, and a second thread here
    # would only look out for work, at half the price of the writing.
    connection.execute("SET threads = 1")
    for name, mart in marts.items():
        paths = [Path("parquet", f"{name}.parquet")]
        if name not in WITHOUT_CSV:
            paths.append(Path("csv", f"{name}.csv"))
        pieces = pieces_by_mart[name]
        kept: dict[Path, list[Passage | None]] = {
            path: former.passages(path, pieces) if former else [None] * len(pieces)
            for path in paths
            if not (former and former.take_over(path, pieces, out))
        }
        for path, places in write_flat_files(connection, mart, out, pieces, kept).items():
            if former:
                former.note(path, pieces, places, out)
        files += paths
    return files
