"""Shards as files: the texts that are to be read, and what was read from them.

A shard of texts is one Parquet file, its results a folder with a Parquet file for each table. Each is written
under another name and then renamed, so that what bears its name is whole. Where a worker does not see the folder,
the bytes of these files travel instead. The reader itself is imported by whoever reads.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.reading.texts import DOCUMENTS

UNFINISHED = ".unfinished"
# Read once and removed: what packing tighter would save is not worth its time.
COMPRESSION = "lz4"
# Whole tables are read, and nobody asks what is least in a column.
WITH_STATISTICS = False


@dataclass(frozen=True, slots=True)
class Shard:
    """Some documents: the file that their texts are in, and the folder that their rows are to come into."""

    texts: Path
    results: Path

    @property
    def name(self) -> str:
        """The shard's name, which no other shard of any run has."""
        return self.results.name


def write_texts(shard: Shard, documents: pa.Table) -> None:
    """Write a table of ``DOCUMENTS`` as the shard's texts."""
    _written_whole(shard.texts, lambda aside: pq.write_table(documents, aside, compression=COMPRESSION))


def read_texts(shard: Shard) -> pa.Table:
    """Return the documents of a shard."""
    return pq.read_table(shard.texts, schema=DOCUMENTS)


def read_files(shard: Shard) -> None:
    """Read a shard's documents and write the results; the work of a worker process."""
    from orchestration.reading.shard import read_shard

    write_results(shard, read_shard(read_texts(shard)))


def give_up(shard: Shard, reason: str) -> None:
    """Write for results that none of the shard's documents could be read."""
    from orchestration.reading.shard import failed_shard

    write_results(shard, failed_shard(read_texts(shard), reason))


def write_results(shard: Shard, tables: Mapping[str, pa.Table]) -> None:
    """Write what was read, a file for each table; where it lies there already, it stays."""

    def write(aside: Path) -> None:
        for name, rows in tables.items():
            pq.write_table(
                rows, result_file(aside, name), compression=COMPRESSION, write_statistics=WITH_STATISTICS
            )

    _write_folder(shard.results, write)


def read_packed(texts: bytes) -> dict[str, bytes]:
    """Read the bytes of a shard's texts; return those of its result files, by table name."""
    from orchestration.reading.shard import read_shard

    packed = {}
    for name, rows in read_shard(pq.read_table(pa.BufferReader(texts), schema=DOCUMENTS)).items():
        buffer = pa.BufferOutputStream()
        pq.write_table(rows, buffer, compression=COMPRESSION, write_statistics=WITH_STATISTICS)
        packed[name] = buffer.getvalue().to_pybytes()
    return packed


def write_packed(shard: Shard, packed: Mapping[str, bytes]) -> None:
    """Write what ``read_packed`` returned as the shard's results; where they lie there already, they stay."""

    def write(aside: Path) -> None:
        for name, content in packed.items():
            result_file(aside, name).write_bytes(content)

    _write_folder(shard.results, write)


def result_file(results: Path, table_name: str) -> Path:
    """Return the file of a table among a shard's results."""
    return results / f"{table_name}.parquet"


def single_documents(shard: Shard) -> list[Shard]:
    """Divide a shard into shards of one document each, their texts written."""
    documents = read_texts(shard)
    parts = []
    for place in range(documents.num_rows):
        suffix = f"-{place}"
        part = Shard(
            shard.texts.with_name(shard.texts.stem + suffix + shard.texts.suffix),
            shard.results.with_name(shard.name + suffix),
        )
        write_texts(part, documents.slice(place, 1))
        parts.append(part)
    return parts


def _write_folder(folder: Path, write: Callable[[Path], None]) -> None:
    def write_into(aside: Path) -> None:
        aside.mkdir(parents=True)
        write(aside)

    if folder.exists():
        return
    try:
        _written_whole(folder, write_into)
    except OSError:
        # A machine that was thought lost may write the same results at the same time.
        if not folder.exists():
            raise


def _written_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Have ``write`` write under another name, which no process of any machine has, then give it its own."""
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}{UNFINISHED}")
    write(aside)
    os.replace(aside, path)
