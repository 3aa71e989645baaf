"""What is written together of a landing: rows and findings of some megabytes of files, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.ingest.findings import LandingFinding
from orchestration.ingest.folder import RawFile
from orchestration.ingest.known import read_with
from orchestration.ingest.reading_files import LandedContainer, LandedFile, NotLandedError
from orchestration.storage.database import insert, registered, transaction
from orchestration.storage.tables import table


@dataclass(frozen=True, slots=True)
class _Touched:
    """Unchanged bytes of a file with new times."""

    name: str
    modified_ns: int
    changed_ns: int


@dataclass(slots=True)
class Batch:
    """Rows that are written together."""

    now: datetime
    documents: list[tuple[Any, ...]] = field(default_factory=list)
    containers: list[tuple[Any, ...]] = field(default_factory=list)
    touched: list[_Touched] = field(default_factory=list)
    # Names under which no document is landed now.
    refused: list[str] = field(default_factory=list)
    unsettled: list[str] = field(default_factory=list)
    findings: list[LandingFinding] = field(default_factory=list)
    size: int = 0

    def refuse(self, refusal: NotLandedError) -> None:
        """Add a file that is not landed, or not yet."""
        names = self.unsettled if refusal.is_unsettled else self.refused
        names.append(refusal.finding.file_name)
        self.findings.append(refusal.finding)

    def take(self, file: RawFile, landed: LandedFile) -> None:
        """Add a file, or a part of it: as a row, or as a mere new time of unchanged bytes."""
        converted = landed.converted
        if converted is None:
            self.touched.append(_Touched(landed.name, file.modified_ns, file.changed_ns))
            return
        facts = {
            "document_id": landed.document_id,
            "file_name": landed.name,
            "container": landed.container,
            "media_type": converted.media_type,
            "converter": converted.converter,
            "text": converted.text,
            "encoding": converted.encoding,
            "page_starts": list(converted.page_starts) or None,
            "byte_size": landed.byte_size,
            "landed_at": self.now,
            "modified_ns": file.modified_ns,
            "changed_ns": file.changed_ns,
            "row_facts": landed.row_facts,
        }
        self.documents.append(tuple(facts.get(column.name) for column in table("raw.documents").columns))
        self.findings += [
            LandingFinding.of_decoding(each, landed.name, landed.document_id) for each in converted.findings
        ]
        self.size += landed.byte_size

    def close(self, file: RawFile, landed: LandedContainer, columns: Mapping[str, str]) -> None:
        """Add a container behind the last of its parts; it is no document itself."""
        facts = {
            "file_name": file.name,
            "media_type": landed.media_type,
            "document_id": landed.document_id,
            "parts": landed.parts,
            "read_with": read_with(columns),
            "byte_size": file.size,
            "landed_at": self.now,
            "modified_ns": file.modified_ns,
            "changed_ns": file.changed_ns,
        }
        self.containers.append(tuple(facts.get(column.name) for column in table("raw.containers").columns))
        self.refused.append(file.name)

    def write(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Bring the tables in line with what was added, in one transaction."""
        documents = table("raw.documents").arrow(self.documents)
        containers = table("raw.containers").arrow(self.containers)
        findings = table("raw.landing_findings").arrow(finding.row() for finding in self.findings)
        settled = names_table([*documents.column("file_name").to_pylist(), *self.refused])
        told = pa.concat_tables([settled, names_table(self.unsettled)])
        with (
            transaction(connection),
            registered(
                connection,
                landed=documents,
                landed_containers=containers,
                refused=names_table(self.refused),
                told=told,
            ),
        ):
            connection.execute(
                "DELETE FROM raw.landing_findings USING told WHERE landing_findings.file_name = told.file_name"
            )
            connection.execute(
                "DELETE FROM raw.documents USING landed WHERE documents.file_name = landed.file_name"
            )
            connection.execute(
                "DELETE FROM raw.containers USING landed_containers AS c WHERE containers.file_name = c.file_name"
            )
            connection.execute(
                "UPDATE raw.documents SET removed_at = ? FROM refused"
                " WHERE documents.file_name = refused.file_name AND removed_at IS NULL",
                [self.now],
            )
            insert(connection, "raw.documents", documents)
            insert(connection, "raw.containers", containers)
            insert(connection, "raw.landing_findings", findings)
            _touch(connection, self.touched)


def names_table(names: Iterable[str]) -> pa.Table:
    """Return names as a table of the one column ``file_name``."""
    return pa.table({"file_name": pa.array(list(names), type=pa.string())})


def _touch(connection: duckdb.DuckDBPyConnection, files: list[_Touched]) -> None:
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
