"""The exports of the published file in place of the former ones: made aside, exchanged when they are whole."""

from __future__ import annotations

import shutil

from orchestration.exports import FormerExports, write_exports
from orchestration.publishing.difference import Record
from orchestration.publishing.folders import replace_folder
from orchestration.storage.settings import Settings


def replace_exports(settings: Settings, version: str) -> None:
    """Write the exports anew; files of tables that are as they were are taken over where ``version``, of the code, is too."""
    aside, former = settings.state / "exports", settings.state / "exports-former"
    for leftover in (aside, former):
        shutil.rmtree(leftover, ignore_errors=True)
    aside.mkdir()
    made_before = FormerExports(settings.exports, settings.state / "exports.json", version)
    rows = Record(settings.state).rows_of(settings.published_database)
    write_exports(settings.published_database, aside, made_before, rows)
    replace_folder(aside, settings.exports, former)
    made_before.save()
