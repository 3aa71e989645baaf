"""All exports of a published file, in the order in which they need one another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from orchestration.exports.beside import BegunBooks, written_beside
from orchestration.exports.catalogue import Mart, opened, read_marts, read_publication
from orchestration.exports.data_package import data_package
from orchestration.exports.documentation import dictionary_markdown, readme_markdown
from orchestration.exports.flat_files import write_flat_files
from orchestration.exports.former import FormerExports
from orchestration.exports.pieces import Passage, pieces_of
from orchestration.exports.sheet_plans import PANEL, STATA_FILE, WORKBOOK
from orchestration.exports.stata_names import stata_names
from orchestration.storage.hashes import hash_of_file

DESCRIPTIONS = [Path("README.md"), Path("dictionary.md"), Path("datapackage.json")]
# Too long to be read by hand, and in Parquet all the same; targets and achievements are nearly all figures.
WITHOUT_CSV = ("fact_figures", "dim_region", "coverage", "changes")


def write_exports(
    published: Path,
    out: Path,
    former: FormerExports | None = None,
    rows: Path | None = None,
    begun: BegunBooks | None = None,
) -> list[Path]:
    """Write every export of the database ``published`` into the folder ``out``; returns the files written.

    ``out`` is made where it is missing; files of the same names in it are replaced. The database is opened
    read-only and closed again. Parquet and CSV files of marts that have not changed are taken over from
    ``former``; workbook and Stata file bear the version, so that they change with anything. ``rows`` says of some marts
    what their rows say (``storage.row_hashes``). Workbook and Stata file may have ``begun`` before.
    """
    for folder in (out, out / "parquet", out / "csv"):
        folder.mkdir(parents=True, exist_ok=True)
    with opened(published, out) as connection:
        marts = read_marts(connection)
        publication = read_publication(connection)
        with written_beside(connection, marts, publication, out, begun) as written:
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
