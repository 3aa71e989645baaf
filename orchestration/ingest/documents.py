"""Taking up what is new, changed or gone in the raw folder.

A file whose size and times are those of its last landing is not read. Files are landed in batches, each in one
transaction, so that memory stays bounded and a killed run has kept what it had.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.ingest.conversion import Converter
from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import RawFile, RawFolder, look
from orchestration.ingest.folder_state import entries, settled
from orchestration.ingest.manifest import apply_manifest, read_manifest
from orchestration.ingest.reading_files import LandedFile, NotLandedError, read_file
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
    """How many files a landing found new or changed, unchanged, gone, and not to be landed."""

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: int = 0
    # The folder as it was taken up, entry by entry, but for what is still to be taken up.
    states: dict[str, str] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was landed under a name: the state of the file then, and the hash of its bytes."""

    state: tuple[int, int, int]
    document_id: str


@dataclass(slots=True)
class _Batch:
    """Rows that are written together."""

    documents: list[tuple[Any, ...]] = field(default_factory=list)
    touched: list[RawFile] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unsettled: list[str] = field(default_factory=list)
    findings: list[LandingFinding] = field(default_factory=list)
    size: int = 0


def land(connection: duckdb.DuckDBPyConnection, folder: Path, tell: Callable[[str], None]) -> Landed:
    """Bring ``raw.documents`` and ``raw.landing_findings`` in line with the folder.

    New and changed files are read; a changed one replaces its former row, a missing one gets ``removed_at``,
    and so does one whose new bytes cannot be landed. ``tell`` is given progress. Raises
    ``NotADirectoryError`` where the folder does not exist.
    """
    found = look(folder)
    seen = entries(folder, found)
    manifest = read_manifest(folder)
    known = _known(connection)
    landed = Landed()
    now = datetime.now(UTC)
    unsettled: set[str] = set()
    with Converter() as converter:
        for batch in _batches(found.files, known, landed, now, converter):
            _write(connection, batch, now)
            unsettled.update(batch.unsettled)
            tell(f"landed {landed.read + landed.unchanged + landed.refused} of {len(found.files)} files")
    present = {file.name for file in found.files}
    gone = [name for name in known if name not in present and not found.may_hold(name)]
    held_back = _held_back(connection, gone, known, present)
    removed = sorted(set(gone) - set(held_back))
    landed.removed = len(removed)
    _mark_removed(connection, removed, now)
    findings = _findings_of_folder(found, held_back, len(known))
    _replace_findings(connection, present, findings)
    apply_manifest(connection, manifest, present)
    _find_duplicates(connection)
    landed.states = {} if held_back else settled(seen, frozenset(unsettled))
    return landed


def _known(connection: duckdb.DuckDBPyConnection) -> dict[str, _Known]:
    rows = connection.execute(
        "SELECT file_name, byte_size, modified_ns, changed_ns, document_id FROM raw.documents"
        " WHERE removed_at IS NULL"
    ).fetchall()
    return {name: _Known((size, modified, changed), each) for name, size, modified, changed, each in rows}


def _batches(
    files: list[RawFile], known: dict[str, _Known], landed: Landed, now: datetime, converter: Converter
) -> Iterator[_Batch]:
    batch = _Batch()
    for file in files:
        former = known.get(file.name)
        if former is not None and former.state == file.state:
            landed.unchanged += 1
            continue
        try:
            read = read_file(file, former.document_id if former else None, converter)
        except FileNotFoundError:
            continue  # It went away since the folder was looked at: the next run will see it so.
        except NotLandedError as refusal:
            (batch.unsettled if refusal.is_unsettled else batch.refused).append(file.name)
            batch.findings.append(refusal.finding)
            landed.refused += 1
            continue
        _take(batch, file, read, landed, now)
        if batch.size >= BATCH_BYTES:
            yield batch
            batch = _Batch()
    yield batch


def _take(batch: _Batch, file: RawFile, read: LandedFile, landed: Landed, now: datetime) -> None:
    """Add a file to the batch: as a row, or as a mere new time of unchanged bytes."""
    if read.converted is None:
        batch.touched.append(file)
        landed.unchanged += 1
        return
    converted = read.converted
    facts = {
        "document_id": read.document_id,
        "file_name": file.name,
        "media_type": converted.media_type,
        "converter": converted.converter,
        "text": converted.text,
        "encoding": converted.encoding,
        "page_starts": list(converted.page_starts) or None,
        "byte_size": read.byte_size,
        "landed_at": now,
        "modified_ns": file.modified_ns,
        "changed_ns": file.changed_ns,
    }
    batch.documents.append(tuple(facts.get(column.name) for column in table("raw.documents").columns))
    batch.findings += [
        LandingFinding.of_decoding(each, file.name, read.document_id) for each in converted.findings
    ]
    batch.size += read.byte_size
    landed.read += 1


def _write(connection: duckdb.DuckDBPyConnection, batch: _Batch, now: datetime) -> None:
    documents = table("raw.documents").arrow(batch.documents)
    findings = table("raw.landing_findings").arrow(finding.row() for finding in batch.findings)
    settled = _names([*documents.column("file_name").to_pylist(), *batch.refused])
    told = pa.concat_tables([settled, _names(batch.unsettled)])
    with (
        transaction(connection),
        registered(connection, landed=documents, refused=_names(batch.refused), told=told),
    ):
        connection.execute(
            "DELETE FROM raw.landing_findings USING told WHERE landing_findings.file_name = told.file_name"
        )
        connection.execute(
            "DELETE FROM raw.documents USING landed WHERE documents.file_name = landed.file_name"
        )
        connection.execute(
            "UPDATE raw.documents SET removed_at = ? FROM refused"
            " WHERE documents.file_name = refused.file_name AND removed_at IS NULL",
            [now],
        )
        insert(connection, "raw.documents", documents)
        insert(connection, "raw.landing_findings", findings)
        _touch(connection, batch.touched)


def _touch(connection: duckdb.DuckDBPyConnection, files: list[RawFile]) -> None:
    """Take over the new times of files whose bytes are the same, and let go of what was told while they changed."""
    if not files:
        return
    times = {
        "file_name": [file.name for file in files],
        "modified_ns": [file.modified_ns for file in files],
        "changed_ns": [file.changed_ns for file in files],
    }
    with registered(connection, touched=pa.table(times)):
        connection.execute(
            "UPDATE raw.documents SET modified_ns = touched.modified_ns, changed_ns = touched.changed_ns"
            " FROM touched WHERE documents.file_name = touched.file_name AND removed_at IS NULL"
        )
        connection.execute(
            "DELETE FROM raw.landing_findings USING touched"
            " WHERE landing_findings.file_name = touched.file_name AND check_name = 'still_being_written'"
        )


def _names(names: Iterable[str]) -> pa.Table:
    return pa.table({"file_name": pa.array(list(names), type=pa.string())})


def _held_back(
    connection: duckdb.DuckDBPyConnection, gone: list[str], known: dict[str, _Known], present: set[str]
) -> list[str]:
    """Return the names whose documents are lost to the folder, where these are too many at once; else none.

    A file that was renamed or moved is not lost: its bytes are there under another name.
    """
    if not gone or os.environ.get("ALLOW_REMOVAL") == "1":
        return []
    there = {each.document_id for name, each in _known(connection).items() if name in present}
    lost = [name for name in gone if known[name].document_id not in there]
    most = min(max(MOST_GONE, MOST_GONE_SHARE * len(known)), MOST_GONE_OF_FEW * len(known))
    return lost if len(lost) > most else []


def _mark_removed(connection: duckdb.DuckDBPyConnection, gone: list[str], now: datetime) -> None:
    if not gone:
        return
    with transaction(connection), registered(connection, gone=_names(gone)):
        connection.execute(
            "UPDATE raw.documents SET removed_at = ? FROM gone"
            " WHERE documents.file_name = gone.file_name AND removed_at IS NULL",
            [now],
        )


def _findings_of_folder(found: RawFolder, held_back: list[str], known: int) -> list[LandingFinding]:
    """Return what is told of entries that are not read, and of files that went away in numbers."""
    findings = [
        LandingFinding("left_out_of_folder", each.name, f"{each.name} {each.reason}", each.severity)
        for each in found.left_out
    ]
    if held_back:
        message = (
            # What to do comes first: a screen shows the beginning only.
            f"{len(held_back)} of {known} files are gone at once; ALLOW_REMOVAL=1 lets them go. Or is a folder not "
            f"mounted? {held_back[0]} is one. What was read of them is kept and nothing is published."
        )
        findings.append(LandingFinding("many_files_gone", held_back[0], message, Severity.ERROR))
    return findings


def _replace_findings(
    connection: duckdb.DuckDBPyConnection, present: set[str], findings: list[LandingFinding]
) -> None:
    """Let go of findings about files that are not there, and tell anew what is told of the folder each time."""
    with transaction(connection), registered(connection, present=_names(sorted(present))):
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
