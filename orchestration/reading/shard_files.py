"""Shards as files: the texts that are to be read, and what was read from them.

A shard of texts is one Parquet file, its results a folder with a Parquet file for each table. Each is written
under another name and then renamed, so that what bears its name is whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.reading.shard import DOCUMENTS, failed_shard, read_shard

UNFINISHED = ".unfinished"
# Read once and removed: what packing tighter would save is not worth its time.
COMPRESSION = "lz4"


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
    write_results(shard, read_shard(read_texts(shard)))


def give_up(shard: Shard, reason: str) -> None:
    """Write for results that none of the shard's documents could be read."""
    write_results(shard, failed_shard(read_texts(shard), reason))


def write_results(shard: Shard, tables: Mapping[str, pa.Table]) -> None:
    """Write what was read, a file for each table; where it lies there already, it stays."""

    def write(aside: Path) -> None:
        aside.mkdir(parents=True)
        for name, rows in tables.items():
            pq.write_table(rows, result_file(aside, name), compression=COMPRESSION)

    if not shard.results.exists():
        _written_whole(shard.results, write)


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


def _written_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Have ``write`` write under another name, of this process alone, then give it its own."""
    aside = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED}")
    if aside.is_dir():
        shutil.rmtree(aside)
    write(aside)
    os.replace(aside, path)
