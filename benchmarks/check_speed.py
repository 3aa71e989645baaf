"""Seconds and memory of all checks on a working database: ``python benchmarks/check_speed.py DATA
[--figures N]``.

The database is copied first and left alone. With ``--figures`` its documents are copied under new ids until
there are that many figures.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from expectations.run import check_extracted, check_marts, check_raw

KEYED = {
    "raw.documents": ("document_id", "file_name"),
    "extracted.document_profiles": ("document_id",),
    "extracted.figures": ("document_id", "figure_id"),
    "extracted.qualitative_targets": ("document_id", "target_id"),
    "extracted.numerals": ("document_id", "figure_id"),
    "extracted.findings": ("document_id",),
    "marts.dim_document": ("document_id", "file_name"),
    # the facts are views of it
    "intermediate.int_figures": ("document_id", "figure_id"),
}


def multiply(connection: duckdb.DuckDBPyConnection, figures: int) -> None:
    """Copy all documents under new ids, and new blanks in their texts, until there are ``figures`` figures."""
    (present,) = connection.execute("select count(*) from extracted.figures").fetchone() or (0,)
    copies = max(0, -(-figures // present) - 1) if present else 0
    for table, keys in KEYED.items():
        copied = ", ".join(
            f"case when {key} is not null then lpad(copy::varchar, 3, '0') || {key}[4:] "
            f"|| '{'' if key == 'document_id' else '.copy'}' end as {key}"
            for key in keys
        )
        # no document is to be another's copy, text for text
        text = ", text || repeat('。', copy::integer) as text" if table == "raw.documents" else ""
        connection.execute(
            f"insert into {table} select copied.* exclude (copy) from "
            f"(select original.* replace ({copied}{text}), copy from {table} as original, range(1, ? + 1) as copies(copy)) "
            "as copied",
            [copies],
        )


def main() -> None:
    """Print a line a layer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a folder with state/warehouse.duckdb")
    parser.add_argument("--figures", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "warehouse.duckdb"
        shutil.copy(options.data / "state" / "warehouse.duckdb", copy)
        with duckdb.connect(str(copy)) as connection:
            multiply(connection, options.figures)
        measure(copy)


def measure(database: Path) -> None:
    """Check each layer, and print what it took."""
    begun, worked = time.perf_counter(), time.process_time()
    with duckdb.connect(str(database)) as connection:
        for layer, check in (("raw", check_raw), ("extracted", check_extracted), ("marts", check_marts)):
            start = time.perf_counter()
            results = check(connection)
            print(f"{layer:10} {len(results):4} checks {time.perf_counter() - start:6.1f} s")
        (figures,) = connection.execute("select count(*) from extracted.figures").fetchone() or (0,)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds, work = time.perf_counter() - begun, time.process_time() - worked
    print(f"{figures} figures: {seconds:.1f} s ({work:.1f} s of work), {memory:.0f} MB at most")


if __name__ == "__main__":
    main()
