"""Results of shards into ``extracted.*``: each taken over once, in one transaction, also after a kill."""

from __future__ import annotations

import shutil
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


def take_over(connection: duckdb.DuckDBPyConnection, results: Path) -> int:
    """Insert a shard's rows in place of their documents' former ones; return the number of its documents.

    The folder goes once its rows are in the database: a run that is killed in between finds it again, and
    that its documents are there already.
    """
    with transaction(connection):
        connection.execute(INCOMING, {"profiles": str(result_file(results, PROFILES))})
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
                    {"rows": str(result_file(results, name))},
                )
    shutil.rmtree(results)
    return documents


def take_over_leftovers(connection: duckdb.DuckDBPyConnection, folder: Path) -> int:
    """Take over what an earlier run had read before it was killed, and clear away what it had not."""
    documents = 0
    results = folder / "results"
    for left in sorted(results.iterdir()) if results.is_dir() else []:
        if not left.name.endswith(UNFINISHED):
            documents += take_over(connection, left)
    shutil.rmtree(folder, ignore_errors=True)
    return documents
