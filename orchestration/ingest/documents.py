"""Taking up what is new, changed or gone in the raw folder.

A file whose size and time are those of its last landing is not read. Files are landed in batches, each in one
transaction, so that memory stays bounded and a killed run has kept what it had.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import RawFile, raw_files
from orchestration.ingest.manifest import Manifest, read_manifest
from orchestration.storage.database import insert, transaction
from orchestration.storage.tables import table
from zhibiao.decoding import Undecodable, decode
from zhibiao.model import Severity

BATCH_BYTES = 8_000_000
# The longest report known has 0.2 MB; a file of this size is something else and would fill the memory.
LARGEST_FILE = 64_000_000
MANIFEST_COLUMNS = (
    "source_url",
    "publisher",
    "published_on",
    "accessed_on",
    "licence",
    "manifest_region_code",
    "manifest_plan_year",
)


@dataclass(slots=True)
class Landed:
    """How many files a landing found new or changed, unchanged, gone, and not to be landed."""

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: int = 0


@dataclass(slots=True)
class _Batch:
    """Rows that are written together."""

    documents: list[tuple[Any, ...]]
    touched: list[tuple[int, str]]
    replaced: list[str]
    findings: list[LandingFinding]
    size: int = 0


def land(connection: duckdb.DuckDBPyConnection, folder: Path, tell: Callable[[str], None]) -> Landed:
    """Bring ``raw.documents`` and ``raw.landing_findings`` in line with the folder.

    New and changed files are read; a changed one replaces its former row, a missing one gets ``removed_at``,
    and so does one whose new bytes cannot be landed. ``tell`` is given progress. Raises
    ``NotADirectoryError`` where the folder does not exist.
    """
    files = raw_files(folder)
    manifest = read_manifest(folder)
    known = _known(connection)
    landed = Landed()
    now = datetime.now(UTC)
    for batch in _batches(files, known, landed, now):
        _write(connection, batch, now)
        tell(f"landed {landed.read + landed.unchanged + landed.refused} of {len(files)} files")
    landed.removed = _mark_removed(connection, {file.name for file in files}, now)
    _apply_manifest(connection, manifest, {file.name for file in files})
    _find_duplicates(connection)
    return landed


def _known(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int, str]]:
    rows = connection.execute(
        "SELECT file_name, byte_size, modified_ns, document_id FROM raw.documents WHERE removed_at IS NULL"
    ).fetchall()
    return {name: (size, modified_ns, document_id) for name, size, modified_ns, document_id in rows}


def _batches(
    files: list[RawFile], known: dict[str, tuple[int, int, str]], landed: Landed, now: datetime
) -> Iterator[_Batch]:
    batch = _Batch([], [], [], [])
    for file in files:
        former = known.get(file.name)
        if former is not None and former[:2] == (file.size, file.modified_ns):
            landed.unchanged += 1
            continue
        _take(file, former[2] if former else None, batch, landed, now)
        if batch.size >= BATCH_BYTES:
            yield batch
            batch = _Batch([], [], [], [])
    yield batch


def _take(file: RawFile, former_id: str | None, batch: _Batch, landed: Landed, now: datetime) -> None:
    """Read one file into the batch: as a row, as a mere new time of an unchanged one, or as a finding."""
    try:
        if file.size > LARGEST_FILE:
            raise Undecodable(f"not a text of a report: {file.size:,} bytes")
        data = file.path.read_bytes()
        document_id = hashlib.sha256(data).hexdigest()
        if document_id == former_id:
            batch.touched.append((file.modified_ns, file.name))
            landed.unchanged += 1
            return
        decoded = decode(data)
    except FileNotFoundError:
        return  # It went away since the folder was looked at: the next run will see it so.
    except (Undecodable, OSError) as error:
        batch.findings.append(
            LandingFinding(_refusal(error), file.name, f"{file.name} was not landed: {error}")
        )
        batch.replaced.append(file.name)
        landed.refused += 1
        return
    batch.documents.append(
        (document_id, file.name, decoded.text, decoded.encoding, len(data), now, file.modified_ns)
        + (None,) * (len(MANIFEST_COLUMNS) + 1)
    )
    batch.findings += [LandingFinding.of_decoding(each, file.name, document_id) for each in decoded.findings]
    batch.replaced.append(file.name)
    batch.size += len(data)
    landed.read += 1


def _refusal(error: Exception) -> str:
    if isinstance(error, OSError):
        return "unreadable_file"
    reason = str(error)
    if "empty" in reason or "white space" in reason:
        return "empty_file"
    return "not_text" if reason.startswith("not a text") else "undecodable_file"


def _write(connection: duckdb.DuckDBPyConnection, batch: _Batch, now: datetime) -> None:
    landed_names = {row[1] for row in batch.documents}
    refused = [name for name in batch.replaced if name not in landed_names]
    with transaction(connection):
        for table_name, names in (("landing_findings", batch.replaced), ("documents", sorted(landed_names))):
            connection.execute(
                f"DELETE FROM raw.{table_name} WHERE list_contains(?::VARCHAR[], file_name)", [names]
            )
        connection.execute(
            "UPDATE raw.documents SET removed_at = ?"
            " WHERE list_contains(?::VARCHAR[], file_name) AND removed_at IS NULL",
            [now, refused],
        )
        insert(connection, "raw.documents", table("raw.documents").arrow(batch.documents))
        findings = [finding.row() for finding in batch.findings]
        insert(connection, "raw.landing_findings", table("raw.landing_findings").arrow(findings))
        for modified_ns, name in batch.touched:
            connection.execute(
                "UPDATE raw.documents SET modified_ns = ? WHERE file_name = ?", [modified_ns, name]
            )


def _mark_removed(connection: duckdb.DuckDBPyConnection, present: set[str], now: datetime) -> int:
    known = connection.execute("SELECT file_name FROM raw.documents WHERE removed_at IS NULL").fetchall()
    gone = [name for (name,) in known if name not in present]
    with transaction(connection):
        connection.execute(
            "UPDATE raw.documents SET removed_at = ? WHERE list_contains(?::VARCHAR[], file_name)",
            [now, gone],
        )
        connection.execute(
            "DELETE FROM raw.landing_findings WHERE NOT list_contains(?::VARCHAR[], file_name)",
            [sorted(present)],
        )
    return len(gone)


def _apply_manifest(connection: duckdb.DuckDBPyConnection, manifest: Manifest, present: set[str]) -> None:
    """Write what the manifest says beside the files, anew each time: it is small and may have changed."""
    columns = table("raw.documents").arrow_schema()
    fields = [columns.field(name) for name in ("file_name", *MANIFEST_COLUMNS)]
    rows = [{"file_name": name, **facts} for name, facts in manifest.rows.items()]
    facts = pa.Table.from_pylist(rows, schema=pa.schema(fields))
    findings = manifest.findings + [
        LandingFinding(
            "manifest_without_file", name, f"manifest.csv names {name}, which is not there", Severity.INFO
        )
        for name in manifest.rows
        if name not in present
    ]
    with transaction(connection):
        connection.register("manifest_rows", facts)
        assignments = ", ".join(f"{column} = manifest.{column}" for column in MANIFEST_COLUMNS)
        differs = " OR ".join(f"d.{column} IS DISTINCT FROM manifest.{column}" for column in MANIFEST_COLUMNS)
        connection.execute(
            f"UPDATE raw.documents AS d SET {assignments} FROM"
            " (SELECT file_name, m.* EXCLUDE (file_name) FROM raw.documents LEFT JOIN manifest_rows AS m"
            "  USING (file_name)) AS manifest"
            f" WHERE manifest.file_name = d.file_name AND ({differs})"
        )
        connection.unregister("manifest_rows")
        connection.execute("DELETE FROM raw.landing_findings WHERE starts_with(check_name, 'manifest_')")
        rows_of_findings = table("raw.landing_findings").arrow(finding.row() for finding in findings)
        insert(connection, "raw.landing_findings", rows_of_findings)


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
