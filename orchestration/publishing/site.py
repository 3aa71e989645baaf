"""The reading room of the published file: made aside, by a process of its own, and put in the place of the former one."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from orchestration.processes.ready import MAKES_SITE, take_process
from orchestration.processes.workers import worker_processes
from orchestration.publishing.difference import Record
from orchestration.publishing.folders import replace_folder
from orchestration.resources.unchanged import code_version
from orchestration.storage.settings import Settings

# Pages are rendered by as many processes as there are cores, up to these: beyond, writing is what takes the time.
MOST_WORKERS = 8


@contextmanager
def site_beside(settings: Settings) -> Iterator[Callable[[], dict[str, Any]]]:
    """Have the site made by another process; what is given waits for its end and says what came of it."""
    with take_process(MAKES_SITE) as pool:
        made: Future[dict[str, Any]] = pool.submit(replace_site, settings)
        yield made.result


def replace_site(settings: Settings) -> dict[str, Any]:
    """Make the site of the published file, swap it in whole, and return its size and how many pages were made anew.

    A page whose rows are as they were is taken over from the former site.
    """
    # Only here, where it is used: the run itself need not import it.
    from reading_room.building import Former, build_site

    aside, replaced = settings.state / "site", settings.state / "site-former"
    for leftover in (aside, replaced):
        shutil.rmtree(leftover, ignore_errors=True)
    aside.mkdir(parents=True)
    record = settings.state / "site.json"
    code = code_version()
    former = Former(settings.site, _made_of(record, code))
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    pool = worker_processes(workers)
    try:
        rows = Record(settings.state).rows_of(settings.published_database)
        built = build_site(settings.published_database, aside, former, pool, workers, rows)
    finally:
        pool.shutdown(cancel_futures=True)
    replace_folder(aside, settings.site, replaced)
    _keep(record, code, built.record)
    return {"pages_made_anew": built.anew, "bytes": built.size}


def count_pages(site: Path) -> dict[str, int]:
    """Return how many pages of each kind there are, in both languages together."""
    counts = dict.fromkeys(("region", "indicator", "report", "other"), 0)
    for folder, _, names in os.walk(site):
        kind = os.path.basename(folder)
        counts[kind if kind in counts else "other"] += sum(name.endswith(".html") for name in names)
    return counts


def _made_of(record: Path, code: str) -> dict[str, str]:
    try:
        noted = json.loads(record.read_text(encoding="utf-8"))
        return dict(noted["files"]) if noted["code"] == code else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _keep(record: Path, code: str, files: dict[str, str]) -> None:
    aside = record.with_suffix(".new")
    aside.write_text(json.dumps({"code": code, "files": files}, indent=0), encoding="utf-8")
    os.replace(aside, record)
