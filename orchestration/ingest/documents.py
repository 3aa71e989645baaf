"""Taking up what is new, changed or gone in the raw folder.

A file whose size and times are those of its last landing is not read. Files are landed in batches, each in one
transaction, so that memory stays bounded and a killed run has kept what it had.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from orchestration.ingest.batches import Batch, names_table
from orchestration.ingest.conversion import Converter
from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import RawFolder, look
from orchestration.ingest.folder_state import entries, settled
from orchestration.ingest.known import Known, known, names_below
from orchestration.ingest.manifest import Manifest, apply_manifest, read_manifest
from orchestration.ingest.reading_files import LandedContainer, LandedFile, NotLandedError, read_file
from orchestration.storage.database import insert, registered, transaction
from orchestration.storage.tables import table
from zhibiao.model import Severity

BATCH_BYTES = 8_000_000
# So many documents gone at once, of those that were there, are a share that is not mounted, not a tidying-up.
MOST_GONE_SHARE = 0.1
MOST_GONE = 5
# And so is more than half of them, however few they are.
MOST_GONE_OF_FEW = 0.5


@dataclass(slots=True)
class Landed:
    """How many files a landing found new or changed, unchanged, gone, and not to be landed.

    A part of a container counts as a file, the container does not.
    """

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: int = 0
    # The folder as it was taken up, entry by entry, but for what is still to be taken up.
    states: dict[str, str] = field(default_factory=dict, compare=False, repr=False)


@dataclass(slots=True)
class _Seen:
    """What a landing has met so far: parts by name, containers that were read, files of which nothing new is known."""

    done: int = 0
    parts: set[str] = field(default_factory=set)
    containers: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    unsettled: set[str] = field(default_factory=set)


def land(connection: duckdb.DuckDBPyConnection, folder: Path, tell: Callable[[str], None]) -> Landed:
    """Bring ``raw.documents``, ``raw.containers`` and ``raw.landing_findings`` in line with the folder.

    New and changed files are read; a changed one replaces its former row, a missing one gets ``removed_at``,
    and so does one whose new bytes cannot be landed. ``tell`` is given progress. Raises
    ``NotADirectoryError`` where the folder does not exist.
    """
    found = look(folder)
    states = entries(folder, found)
    manifest = read_manifest(folder)
    before = known(connection)
    landed, seen = Landed(), _Seen()
    now = datetime.now(UTC)
    with Converter() as converter:
        for batch in _batches(found, before, manifest, landed, seen, now, converter):
            batch.write(connection)
            tell(f"landed {seen.done} of {len(found.files)} files")
    files = {file.name for file in found.files}
    present = files | seen.parts | before.within(seen.kept)
    gone = [name for name in before.files if name not in present and not found.may_hold(name)]
    held_back = _held_back(connection, gone, before, present)
    removed = sorted(set(gone) - set(held_back))
    landed.removed = len(removed)
    _mark_removed(connection, removed, now)
    _forget_containers(connection, found, seen)
    findings = _findings_of_folder(found, held_back, len(before.files))
    _replace_findings(connection, present, seen.kept, findings)
    apply_manifest(connection, manifest, present)
    _find_duplicates(connection)
    landed.states = {} if held_back else settled(states, frozenset(seen.unsettled))
    return landed


def _batches(
    found: RawFolder,
    before: Known,
    manifest: Manifest,
    landed: Landed,
    seen: _Seen,
    now: datetime,
    converter: Converter,
) -> Iterator[Batch]:
    parts = before.parts_of_containers()
    batch = Batch(now)
    for file in found.files:
        seen.done += 1
        columns = manifest.columns.get(file.name, {})
        if before.is_unchanged(file, columns):
            landed.unchanged += max(1, parts.get(file.name, 0))
            seen.kept.add(file.name)
            continue
        try:
            for outcome in read_file(file, before.files.get, columns, converter):
                match outcome:
                    case NotLandedError():
                        batch.refuse(outcome)
                        landed.refused += 1
                        seen.parts.add(outcome.finding.file_name)
                        if outcome.is_unsettled:
                            seen.unsettled.add(file.name)
                            seen.kept.add(file.name)
                    case LandedContainer():
                        batch.close(file, outcome, columns)
                        seen.containers.add(file.name)
                    case LandedFile():
                        batch.take(file, outcome)
                        landed.unchanged += outcome.converted is None
                        landed.read += outcome.converted is not None
                        seen.parts.add(outcome.name)
                if batch.size >= BATCH_BYTES:
                    yield batch
                    batch = Batch(now)
        except FileNotFoundError:
            # It went away since the folder was looked at: the next run will see it so.
            seen.kept.add(file.name)
    yield batch


def _held_back(
    connection: duckdb.DuckDBPyConnection, gone: list[str], before: Known, present: set[str]
) -> list[str]:
    """Return the names whose documents are lost to the folder, where these are too many at once; else none.

    A file that was renamed or moved is not lost: its bytes are there under another name.
    """
    if not gone or os.environ.get("ALLOW_REMOVAL") == "1":
        return []
    there = {each.document_id for name, each in known(connection).files.items() if name in present}
    lost = [name for name in gone if before.files[name].document_id not in there]
    count = len(before.files)
    most = min(max(MOST_GONE, MOST_GONE_SHARE * count), MOST_GONE_OF_FEW * count)
    return lost if len(lost) > most else []


def _mark_removed(connection: duckdb.DuckDBPyConnection, gone: list[str], now: datetime) -> None:
    if not gone:
        return
    with transaction(connection), registered(connection, gone=names_table(gone)):
        connection.execute(
            "UPDATE raw.documents SET removed_at = ? FROM gone"
            " WHERE documents.file_name = gone.file_name AND removed_at IS NULL",
            [now],
        )


def _forget_containers(connection: duckdb.DuckDBPyConnection, found: RawFolder, seen: _Seen) -> None:
    """Let go of containers that are gone, are no containers any more, or can no longer be opened."""
    there = {file.name for file in found.files} & (seen.containers | seen.kept)
    unknown = [name for (name,) in connection.execute("SELECT file_name FROM raw.containers").fetchall()]
    gone = [name for name in unknown if name not in there and not found.may_hold(name)]
    with transaction(connection), registered(connection, gone=names_table(gone)):
        connection.execute("DELETE FROM raw.containers WHERE file_name IN (SELECT file_name FROM gone)")


def _findings_of_folder(found: RawFolder, held_back: list[str], before: int) -> list[LandingFinding]:
    """Return what is told of entries that are not read, and of files that went away in numbers."""
    findings = [
        LandingFinding("left_out_of_folder", each.name, f"{each.name} {each.reason}", each.severity)
        for each in found.left_out
    ]
    if held_back:
        message = (
            # What to do comes first: a screen shows the beginning only.
            f"{len(held_back)} of {before} files are gone at once; ALLOW_REMOVAL=1 lets them go. Or is a folder not "
            f"mounted? {held_back[0]} is one. What was read of them is kept and nothing is published."
        )
        findings.append(LandingFinding("many_files_gone", held_back[0], message, Severity.ERROR))
    return findings


def _replace_findings(
    connection: duckdb.DuckDBPyConnection,
    present: set[str],
    kept: set[str],
    findings: list[LandingFinding],
) -> None:
    """Let go of findings about files that are not there, and tell anew what is told of the folder each time.

    Of a container in ``kept``, which was not read now, what was told of its parts still holds.
    """
    told = connection.execute("SELECT DISTINCT file_name FROM raw.landing_findings").fetchall()
    there = present.union(names_below((name for (name,) in told if name), kept))
    with transaction(connection), registered(connection, present=names_table(sorted(there))):
        connection.execute(
            "DELETE FROM raw.landing_findings WHERE file_name NOT IN (SELECT file_name FROM present)"
        )
        rows = table("raw.landing_findings").arrow(finding.row() for finding in findings)
        insert(connection, "raw.landing_findings", rows)


def _find_duplicates(connection: duckdb.DuckDBPyConnection) -> None:
    with transaction(connection):
        connection.execute("DELETE FROM raw.landing_findings WHERE check_name = 'duplicate_file'")
        connection.execute("""
            INSERT INTO raw.landing_findings BY NAME
            SELECT 'raw' AS layer, 'duplicate_file' AS check_name, 'warning' AS severity,
                   file_name, document_id, file_name || ' has the same bytes as ' || first_name AS message
            FROM (
                SELECT *, min(file_name) OVER (PARTITION BY document_id) AS first_name
                FROM raw.documents WHERE removed_at IS NULL
            ) WHERE file_name <> first_name
        """)
