"""A published file → the folder of the site. What has not changed is taken over, not made again."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import duckdb

from reading_room.about_rows import AboutRows, load_about
from reading_room.catalogue import Catalogue
from reading_room.loading import load_library
from reading_room.pages.about import about_pages
from reading_room.pages.compare import compare_page
from reading_room.pages.front import front_page
from reading_room.pages.indicator import indicator_pages
from reading_room.pages.lists import list_pages
from reading_room.pages.page import Page
from reading_room.pages.region import region_page
from reading_room.pages.report import ReportShelf, report_page, report_shelf
from reading_room.records import Library
from reading_room.rendering import places, render
from reading_room.report_parts import FigureLines
from reading_room.report_rows import quoted, read_reports, report_fingerprints
from reading_room.search_index import search_script
from reading_room.wording import LANGUAGES, words
from zhibiao.collector import collector_paused

# Fewer pages than these are rendered in the time that a process takes to start.
WORTH_A_PROCESS = 60
# What pages leave behind in circles is small, and what is remembered of figures is in none.
LOOKED_FOR_CIRCLES_AFTER = 10_000


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: all pages by kind, how many of them anew, and the size of the folder in bytes."""

    pages: dict[str, int]
    anew: int
    size: int
    record: dict[str, str]


class Former:
    """A site made before, and of what each file was made; nothing of it is taken where the code is another."""

    def __init__(self, folder: Path, record: dict[str, str]) -> None:
        self.folder = folder
        self.record = record

    def take_over(self, path: str, made_of: str, out: Path) -> bool:
        """Put a former file into ``out`` if it was made of the same."""
        former = os.path.join(self.folder, path)
        # A page that somebody has altered is made again.
        if self.record.get(path) != f"{made_of} {_state(former)}":
            return False
        target = os.path.join(out, path)
        try:
            os.link(former, target)
        except OSError:
            # Another file system, or one without links.
            shutil.copy2(former, target)
        return True

    def take_over_all(self, paths: Iterable[str], made_of: str, out: Path, record: dict[str, str]) -> bool:
        """Put the files of a page into ``out`` if all are as they were; what is noted of them goes into ``record``.

        Of files that must be made, it is noted only of what; their state follows when they are there.
        """
        known = list(paths)
        if all(self.take_over(path, made_of, out) for path in known):
            record.update((path, self.record[path]) for path in known)
            return True
        record.update(dict.fromkeys(known, made_of))
        return False


def build_site(
    published: Path,
    out: Path,
    former: Former | None = None,
    workers: Executor | None = None,
    parts: int = 2,
    rows: Path | None = None,
) -> Built:
    """Write the site of the database ``published`` into the empty folder ``out``.

    Reports are rendered by ``workers``, in ``parts`` at a time, where there are enough of them. ``rows`` says of each
    document what its rows say (``published_rows.parquet``), where it is there.
    """
    former = former or Former(out, {})
    for folder in ("report", "region", "indicator"):
        for language in LANGUAGES:
            (out / places(folder)[language]).mkdir(parents=True, exist_ok=True)
    for folder in ("assets", "data/region"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    with opened(published) as connection:
        with collector_paused():
            catalogue = Catalogue(load_library(connection))
            about = load_about(connection, list(catalogue.library.indicators))
            fingerprints = report_fingerprints(connection, rows)
            # All of it stays to the end: to look through it for cycles again and again took a tenth of a site.
            gc.freeze()
        record: dict[str, str] = {}
        shelves, reports_made = _shelves(catalogue, about, fingerprints, former, out, record)
        futures = _start(published, out, catalogue, shelves, workers, parts)
        anew = reports_made + _pages(catalogue, about, former, out, record)
        if futures is None:
            _write_reports(connection, out, catalogue, shelves)
        else:
            for future in futures:
                future.result()
    record = {
        path: note if note == former.record.get(path) else f"{note} {_state(os.path.join(out, path))}"
        for path, note in record.items()
    }
    _copy_assets(out)
    kinds, size = _measured(out)
    return Built(kinds, anew, size, record)


@contextmanager
def opened(published: Path, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a published file for reading; what does not fit into memory goes to a temporary folder of its own.

    Of two processes in one folder each would write into the other's files, which bear the same names.
    """
    with (
        tempfile.TemporaryDirectory(prefix="zhibiao-", ignore_cleanup_errors=True) as aside,
        duckdb.connect(str(published), read_only=True) as connection,
    ):
        connection.execute("SET enable_progress_bar = false")
        # Unasked, DuckDB takes four fifths of the machine.
        connection.execute("SET memory_limit = '800MB'")
        connection.execute(f"SET temp_directory = {quoted(aside)}")
        if threads is not None:
            connection.execute(f"SET threads = {threads:d}")
        yield connection


def _shelves(
    catalogue: Catalogue,
    about: AboutRows,
    fingerprints: dict[str, str],
    former: Former,
    out: Path,
    record: dict[str, str],
) -> tuple[list[ReportShelf], int]:
    """The reports whose pages must be made; the others are taken over."""
    wanted = []
    titles = about.check_titles
    for document in catalogue.library.documents:
        shelf = report_shelf(catalogue, document, titles)
        made_of = _hash((shelf, fingerprints.get(document.id)))
        paths = places(f"report/{document.key}.html").values()
        if not former.take_over_all(paths, made_of, out, record):
            wanted.append(shelf)
    return wanted, len(wanted)


def _start(
    published: Path,
    out: Path,
    catalogue: Catalogue,
    shelves: list[ReportShelf],
    workers: Executor | None,
    parts: int,
) -> list[Future[None]] | None:
    """Have the reports made by others, if that is worth it."""
    if workers is None or len(shelves) < WORTH_A_PROCESS:
        return None
    names = _names(catalogue)
    return [workers.submit(_write_part, published, out, names, shelves[part::parts]) for part in range(parts)]


def _names(catalogue: Catalogue) -> Library:
    """What pages of reports need of the library beside their shelves: little enough to be handed to a process."""
    return replace(
        catalogue.library,
        regions={}, documents=[], targets=[], reported=[], attainments=[], comparisons={}, silences={},
    )  # fmt: skip


def _write_part(published: Path, out: Path, names: Library, shelves: list[ReportShelf]) -> None:
    """Write the pages of some reports: in a process of its own, which reads for itself what stands in them."""
    gc.set_threshold(LOOKED_FOR_CIRCLES_AFTER)
    with opened(published, threads=1) as connection:
        _write_reports(connection, out, Catalogue(names), shelves)


def _write_reports(
    connection: duckdb.DuckDBPyConnection, out: Path, catalogue: Catalogue, shelves: Sequence[ReportShelf]
) -> None:
    lists = FigureLines(catalogue.library.indicators, catalogue.library.unit_names)
    of_document = {shelf.document.id: shelf for shelf in shelves}
    for document_id, rows in read_reports(connection, of_document):
        _write(out, render(report_page(of_document[document_id], rows, lists), catalogue))


def _pages(catalogue: Catalogue, about: AboutRows, former: Former, out: Path, record: dict[str, str]) -> int:
    """Write all pages but those of reports; return how many of them were made anew."""
    anew = 0
    for page in _all_pages(catalogue, about):
        paths = [*places(page.path).values(), *([page.data[0]] if page.data else [])]
        if not former.take_over_all(paths, _hash(page.rows), out, record):
            _write(out, render(page, catalogue))
            if page.data:
                path, written = page.data
                _write(out, {path: written()})
            anew += 1
    _write(out, dict(_scripts(catalogue)))
    return anew


def _all_pages(catalogue: Catalogue, about: AboutRows) -> Iterator[Page]:
    yield front_page(catalogue)
    yield from list_pages(catalogue)
    yield compare_page(catalogue)
    yield from about_pages(catalogue, about)
    for code in sorted(catalogue.pages):
        yield region_page(catalogue, catalogue.library.regions[code])
    for indicator in catalogue.indicators:
        yield from indicator_pages(catalogue, indicator)


def _scripts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The data that scripts of all pages use: what can be searched, the version, words."""
    yield "data/search.js", search_script(catalogue)
    publication = catalogue.library.publication
    told = {"version": publication.version, "hash": publication.content_hash[:8]}
    yield "data/version.js", f"window.zhibiaoVersion = {json.dumps(told)};\n"
    for language in LANGUAGES:
        table = {
            key.removeprefix("js_"): text
            for key, text in words(language).table.items()
            if key.startswith("js_")
        }
        text = json.dumps(table, ensure_ascii=False, indent=1)
        yield f"assets/words.{language}.js", f"window.zhibiaoWords = {text};\n"


def _copy_assets(out: Path) -> None:
    for asset in files("reading_room").joinpath("assets").iterdir():
        (out / "assets" / asset.name).write_bytes(asset.read_bytes())


def _write(out: Path, pages: dict[str, str]) -> None:
    for path, text in pages.items():
        # What lies there may be a link to the page of the site before, which must stay as it is.
        target = os.path.join(out, path)
        with suppress(FileNotFoundError):
            os.unlink(target)
        with open(target, "wb") as file:
            file.write(text.encode(errors="replace"))


def _measured(out: Path) -> tuple[dict[str, int], int]:
    """Pages by kind, those of both languages counted, and the size of all files in bytes."""
    counts: dict[str, int] = {}
    size = 0
    for folder, _, names in os.walk(out):
        size += sum(os.stat(os.path.join(folder, name)).st_size for name in names)
        kind = os.path.basename(folder)
        kind = kind if kind in ("report", "region", "indicator") else "other"
        pages = sum(name.endswith(".html") for name in names)
        counts[kind] = counts.get(kind, 0) + pages
    return {kind: number for kind, number in counts.items() if number}, size


def _state(path: str) -> str:
    """Size and time of a file; a link has those of what it is a link to."""
    try:
        status = os.stat(path)
    except OSError:
        return "gone"
    return f"{status.st_size} {status.st_mtime_ns}"


def _hash(rows: object) -> str:
    return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()[:32]
