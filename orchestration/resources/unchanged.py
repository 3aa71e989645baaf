"""Whether a run has anything to do: what the last complete run was made of, and what it left.

A run that went through to its end leaves a record: the code and the landed documents that it worked
with, and each file that it left, by hash. The next run does not check, build and publish again what would come
out the same. It does whenever anything of that is different, or cannot be told: a run that failed, was killed
or covered only a part has written into the working database, whose size and time the record has.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.suites.raw_documents import MOST_DAYS_WITHOUT_A_REPORT
from orchestration.storage.hashes import files_of, hash_of_code, hash_of_file, listing
from orchestration.storage.settings import DBT_PROJECT, PROJECT, Settings

if TYPE_CHECKING:
    import duckdb

# What decides, beside the documents, what comes out: the reader, the checks with their corrections, the models.
CODE = (
    PROJECT / "zhibiao",
    PROJECT / "expectations",
    PROJECT / "orchestration",
    PROJECT / "reading_room",
    DBT_PROJECT,
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run works with.

    ``stale_from`` is the first day on which time alone lets a check come to something else; ``folder`` stands for
    the files as they lie there, which tells sooner than ``documents``, what was landed of them, that there is
    something to do.
    """

    code: str
    stale_from: str
    documents: str
    folder: str


@dataclass(frozen=True, slots=True)
class Complete:
    """A run that went through to its end: what it worked with and what it left."""

    run_id: str
    finished_at: str
    inputs: Inputs
    working: str
    files: dict[str, str]

    @property
    def metadata(self) -> dict[str, Any]:
        """What an asset tells that is as this run left it."""
        return {"unchanged_since": self.finished_at, "unchanged_since_run": self.run_id}


def last_complete(settings: Settings) -> Complete | None:
    """Return the last complete run, if its record is there and the working database is as it left it."""
    try:
        told = json.loads(_record(settings).read_text(encoding="utf-8"))
        complete = Complete(**(told | {"inputs": Inputs(**told["inputs"])}))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return complete if complete.working == working_version(settings) else None


def stands(settings: Settings, complete: Complete, inputs: Inputs) -> bool:
    """Return whether a run with these inputs would come to what lies there already."""
    return _has_same_inputs(complete, inputs) and has_what_it_left(settings, complete)


def _has_same_inputs(complete: Complete, inputs: Inputs) -> bool:
    grown_stale = complete.finished_at[:10] < inputs.stale_from <= today()
    return complete.inputs == inputs and not grown_stale


def if_inputs_stand(settings: Settings) -> Complete | None:
    """Return the last complete run, if one that starts now would work with the same: all that can be told at once.

    Whether what it left still lies there takes a second for a gigabyte: ``has_what_it_left``.
    """
    before = last_complete(settings)
    if before is None:
        return None
    # Only here: this module is imported before all that is slow to import.
    from orchestration.ingest.folder import signature

    now = replace(before.inputs, code=code_version(), folder=signature(settings.raw))
    return before if _has_same_inputs(before, now) else None


def has_what_it_left(settings: Settings, complete: Complete) -> bool:
    """Return whether every file that a run left lies there as it was."""
    return complete.files == files_version(settings)


def inputs(settings: Settings, connection: duckdb.DuckDBPyConnection) -> Inputs:
    """Return what a run that has landed the documents works with."""
    from orchestration.ingest.folder import signature

    newest = connection.execute(
        "SELECT max(landed_at)::DATE FROM raw.documents WHERE removed_at IS NULL"
    ).fetchone()
    stale_from = _stale_from(newest[0]) if newest and newest[0] else ""
    return Inputs(code_version(), stale_from, documents_version(connection), signature(settings.raw))


def _stale_from(newest: date) -> str:
    """Return the day on which the check on freshness fails, or the one on landing in the past no longer does.

    The latter where the newest document has landed in the future, as after the clock was set back.
    """
    if newest.isoformat() > today():
        return newest.isoformat()
    return (newest + timedelta(days=MOST_DAYS_WITHOUT_A_REPORT + 1)).isoformat()


def record(settings: Settings, run_id: str, inputs: Inputs) -> None:
    """Note that a run went through to its end; the working database is closed by then."""
    finished_at = datetime.now(UTC).isoformat(timespec="seconds")
    files = files_version(settings)
    _write(settings, Complete(run_id, finished_at, inputs, working_version(settings), files))


def record_again(settings: Settings, complete: Complete) -> None:
    """Note that all is as it was, although looking has touched the working database."""
    _write(settings, replace(complete, working=working_version(settings)))


def forget(settings: Settings) -> None:
    """Take the record away: from now on something else may lie there."""
    _record(settings).unlink(missing_ok=True)


def today() -> str:
    """Return the day, as the checks count it."""
    return datetime.now(UTC).date().isoformat()


def code_version(folders: Iterable[Path] = CODE) -> str:
    """Return a hash of every file of the code, and of the names and versions of all that is installed."""
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    installed = "\n".join([sys.version, *sorted(path.name for path in packages)])
    return hash_of_code(folders, also=installed)


def documents_version(connection: duckdb.DuckDBPyConnection) -> str:
    """Return a hash of what was landed: each file by its hash, what the manifest says, and the findings."""
    state = hashlib.sha256()
    for query in (
        "SELECT * EXCLUDE (text) FROM raw.documents ORDER BY ALL",
        "SELECT * FROM raw.landing_findings ORDER BY ALL",
    ):
        rows = connection.execute(query)
        while batch := rows.fetchmany(1_000):
            state.update(repr(batch).encode("utf-8", "surrogatepass"))
    return state.hexdigest()


def files_version(settings: Settings) -> dict[str, str]:
    """Return the hash of each file that a run leaves for people: published, exported, reported.

    Of the site, whose pages may be thousands, one hash of their names, sizes and times.
    """
    log = settings.published_database.with_name(settings.published_database.name + ".wal")
    published = [path for path in (settings.published_database, log) if path.is_file()]
    files = [*published, *files_of(settings.exports), *files_of(settings.quality)]
    hashes = {path.relative_to(settings.data).as_posix(): hash_of_file(path) for path in files}
    return {**hashes, "site": listing(settings.site)}


def working_version(settings: Settings) -> str:
    """Return size and time of the working database: whatever is written into it changes them."""
    try:
        status = settings.working_database.stat()
    except FileNotFoundError:
        return "none"
    return f"{status.st_size}-{status.st_mtime_ns}-{status.st_ino}"


def _record(settings: Settings) -> Path:
    return settings.state / "complete.json"


def _write(settings: Settings, complete: Complete) -> None:
    aside = _record(settings).with_suffix(".new")
    aside.write_text(json.dumps(asdict(complete), indent=1), encoding="utf-8")
    os.replace(aside, _record(settings))
