"""The exports of the published file in place of the former ones: made aside, exchanged when they are whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from orchestration.exports import FormerExports, write_exports
from orchestration.exports.beside import BegunBooks, begin_books
from orchestration.exports.former import exported
from orchestration.publishing.difference import Record
from orchestration.publishing.folders import replace_folder
from orchestration.publishing.former_copy import identity
from orchestration.storage.settings import Settings

RECORD = "exports.json"
FIGURES = Path("parquet", "fact_figures.parquet")


def begin_exports(settings: Settings, connection: duckdb.DuckDBPyConnection) -> BegunBooks | None:
    """Begin, where a process stands ready for it, what takes longest and needs no more than the marts as they are built.

    ``connection`` is one to the working database: what is needed of it is taken at once.
    """
    return begin_books(connection, _books(settings))


def replace_exports(settings: Settings, version: str, begun: BegunBooks | None = None) -> None:
    """Write the exports anew, or what of them has not ``begun``; files of tables that are as they were are taken over where
    ``version``, of the code, is too."""
    aside, former = settings.state / "exports", settings.state / "exports-former"
    for leftover in (aside, former, *([] if begun else [_books(settings)])):
        shutil.rmtree(leftover, ignore_errors=True)
    aside.mkdir()
    made_before = FormerExports(settings.exports, settings.state / RECORD, version)
    rows = Record(settings.state).rows_of(settings.published_database)
    write_exports(settings.published_database, aside, made_before, rows, begun)
    replace_folder(aside, settings.exports, former)
    made_before.save(identity(settings.published_database))
    shutil.rmtree(_books(settings), ignore_errors=True)


def exported_figures(settings: Settings) -> Path | None:
    """Return the exported file of all figures, if it is of the file that is published and as it was left."""
    try:
        published = identity(settings.published_database)
    except OSError:
        return None
    return exported(settings.exports, settings.state / RECORD, FIGURES, published)


def _books(settings: Settings) -> Path:
    return settings.state / "books"
