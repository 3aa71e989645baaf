"""Results of shards into ``extracted.*``: each taken over once, some in one transaction, also after a kill."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.reading.shard_files import UNFINISHED, result_file
from orchestration.reading.version import TABLES
from orchestration.storage.database import count, transaction

PROFILES = "extracted.document_profiles"
# What a shard brings that is still wanted: documents that are there, in the version that they must have, and
# that are not taken over already.
INCOMING = f"""
    CREATE OR REPLACE TEMP TABLE incoming AS
    SELECT profiles.document_id
    FROM read_parquet($profiles) AS profiles
    SEMI JOIN documents_present AS present
        ON profiles.document_id = present.document_id AND profiles.extractor_version = present.version
    ANTI JOIN {PROFILES} AS taken
        ON profiles.document_id = taken.document_id AND profiles.extractor_version = taken.extractor_version
"""
FORMER = f"SELECT 1 FROM {PROFILES} WHERE document_id IN (SELECT document_id FROM incoming) LIMIT 1"


def take_over(connection: duckdb.DuckDBPyConnection, results: Sequence[Path]) -> int:
    """Insert the rows of shards in place of their documents' former ones; return the number of the documents.

    No document may be in two of the shards. Their folders go once the rows are in the database: a run that is
    killed in between finds them again, and that their documents are there already.
    """
    with transaction(connection):
        connection.execute(INCOMING, {"profiles": _files(results, PROFILES)})
        documents = count(connection, "incoming")
        if documents:
            has_former_rows = connection.execute(FORMER).fetchone() is not None
            for name in TABLES:
                if has_former_rows:
                    connection.execute(
                        f"DELETE FROM {name} WHERE document_id IN (SELECT document_id FROM incoming)"
                    )
                connection.execute(
                    f"INSERT INTO {name} BY NAME SELECT * FROM read_parquet($rows)"
                    " SEMI JOIN incoming USING (document_id)",
                    {"rows": _files(results, name)},
                )
    for folder in results:
        shutil.rmtree(folder)
    return documents


def _files(results: Sequence[Path], table_name: str) -> list[str]:
    return [str(result_file(folder, table_name)) for folder in results]


def take_over_leftovers(connection: duckdb.DuckDBPyConnection, folder: Path) -> int:
    """Take over what an earlier run had read before it was killed, and clear away what it had not."""
    documents = 0
    results = folder / "results"
    for left in sorted(results.iterdir()) if results.is_dir() else []:
        if not left.name.endswith(UNFINISHED):
            # One at a time: two runs may both have read a document.
            documents += take_over(connection, [left])
    shutil.rmtree(folder, ignore_errors=True)
    return documents
