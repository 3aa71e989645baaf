"""Which documents are to be read, told by the database, and their texts as shards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from orchestration.reading.shard_files import Shard, write_texts
from orchestration.reading.texts import DOCUMENTS
from orchestration.reading.version import READING_FAILED, TABLES
from orchestration.storage.database import count, transaction

# What a worker reads in a second or two: enough for the cost of a shard to vanish, little enough for all
# workers to end at about the same time, and a few megabytes of memory.
SHARD_CHARACTERS = 500_000
ROWS_AT_ONCE = 100

# Of two files of the same bytes the first by name speaks. A document's version is the reader's, what made its text,
# what its manifest row overrides and what its name tells, each of which may change the result as much.
TELLING_NAME = "[\u4e00-\u9fff]|(^|[^0-9])(19|20)[0-9]{2}([^0-9]|$)"
PRESENT = f"""
    CREATE OR REPLACE TEMP TABLE documents_present AS
    SELECT
        document_id, file_name, region_code, plan_year,
        $reader
        || coalesce('+' || converter, '')
        || CASE WHEN region_code <> '' THEN '+region=' || region_code ELSE '' END
        || CASE WHEN plan_year <> 0 THEN '+year=' || plan_year ELSE '' END
        || CASE WHEN regexp_matches(file_name, '{TELLING_NAME}') THEN '+name=' || left(md5(file_name), 8) ELSE '' END
            AS version
    FROM (
        SELECT
            document_id,
            min(file_name) AS file_name,
            first(converter ORDER BY file_name) AS converter,
            first(manifest_region_code ORDER BY manifest_region_code IS NULL, file_name) AS region_code,
            first(manifest_plan_year ORDER BY manifest_plan_year IS NULL, file_name) AS plan_year
        FROM raw.documents
        WHERE removed_at IS NULL
        GROUP BY document_id
    )
"""
# A failure may pass, as one for want of memory does: such a document counts as not yet read.
TO_READ = f"""
    CREATE OR REPLACE TEMP TABLE to_read AS
    SELECT present.*
    FROM documents_present AS present
    ANTI JOIN (
        SELECT document_id, extractor_version
        FROM extracted.document_profiles
        ANTI JOIN (
            SELECT document_id FROM extracted.findings WHERE check_name = '{READING_FAILED}'
        ) AS failed USING (document_id)
    ) AS done ON done.document_id = present.document_id AND done.extractor_version = present.version
"""
OUTDATED = """
    CREATE OR REPLACE TEMP TABLE outdated AS
    SELECT document_id FROM extracted.document_profiles
    WHERE document_id NOT IN (SELECT document_id FROM documents_present)
        OR document_id IN (SELECT document_id FROM to_read)
"""
TEXTS = f"""
    SELECT {", ".join(name for name in DOCUMENTS.names)}
    FROM to_read
    INNER JOIN (SELECT document_id, file_name, text FROM raw.documents WHERE removed_at IS NULL) AS landed
        USING (document_id, file_name)
"""


@dataclass(frozen=True, slots=True)
class Pending:
    """How many documents there are, and how many of them are to be read."""

    present: int
    to_read: int


def find_present(connection: duckdb.DuckDBPyConnection, reader: str) -> None:
    """Make ``documents_present``: the documents that are there, each with the version that its rows must bear."""
    connection.execute(PRESENT, {"reader": reader})


def find_pending(connection: duckdb.DuckDBPyConnection) -> Pending:
    """Make ``to_read`` of ``documents_present``: the documents without rows of their version."""
    connection.execute(TO_READ)
    return Pending(count(connection, "documents_present"), count(connection, "to_read"))


def count_failed(connection: duckdb.DuckDBPyConnection) -> int:
    """Return how many of the documents that were to be read could not be."""
    row = connection.execute(
        "SELECT count(DISTINCT document_id) FROM to_read SEMI JOIN extracted.findings AS findings"
        f" ON findings.document_id = to_read.document_id AND findings.check_name = '{READING_FAILED}'"
    ).fetchone()
    assert row is not None
    return int(row[0])


def forget_outdated(connection: duckdb.DuckDBPyConnection) -> None:
    """Delete the rows of documents that are gone, or about to be read anew, in one go."""
    connection.execute(OUTDATED)
    if count(connection, "outdated"):
        with transaction(connection):
            for name in TABLES:
                connection.execute(
                    f"DELETE FROM {name} WHERE document_id IN (SELECT document_id FROM outdated)"
                )


def write_shards(connection: duckdb.DuckDBPyConnection, folder: Path, run: str) -> list[Shard]:
    """Write the texts of ``to_read`` into shards under ``folder``, in one pass over the documents.

    ``run`` is a word that no other run uses: it begins the shards' names.
    """
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    shards = []
    for number, documents in enumerate(_divided(connection)):
        name = f"{run}-{number:06}"
        shard = Shard(folder / "texts" / f"{name}.parquet", folder / "results" / name)
        write_texts(shard, documents)
        shards.append(shard)
    return shards


def _divided(connection: duckdb.DuckDBPyConnection) -> Iterator[pa.Table]:
    """Give tables of some ``SHARD_CHARACTERS`` each; one document may have more."""
    gathered: list[pa.RecordBatch] = []
    characters = 0
    for rows in connection.execute(TEXTS).to_arrow_reader(ROWS_AT_ONCE):
        begin = 0
        for place, length in enumerate(pc.utf8_length(rows.column("text")).to_pylist()):
            characters += length
            if characters >= SHARD_CHARACTERS:
                yield pa.Table.from_batches([*gathered, rows.slice(begin, place + 1 - begin)]).cast(DOCUMENTS)
                gathered, begin, characters = [], place + 1, 0
        if begin < rows.num_rows:
            gathered.append(rows.slice(begin))
    if gathered:
        yield pa.Table.from_batches(gathered).cast(DOCUMENTS)
