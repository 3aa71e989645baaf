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

from expectations.engine import make_ready
from expectations.run import check_extracted, check_marts, check_raw
from orchestration.storage.database import connect

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


# The copies of documents, the first ones first, that bring as many figures as are wanted beside those that are there.
WANTED = """
    create temp table wanted as
    with counted as (
        select profiles.document_id, count(figures.figure_id) as figures
        from extracted.document_profiles as profiles
        left join extracted.figures using (document_id)
        group by profiles.document_id
    )
    select document_id, copy
    from counted, range(1, 1000) as copies(copy)
    qualify sum(figures) over (order by copy, document_id) <= ? - sum(figures) over (partition by copy)
"""


def multiply(connection: duckdb.DuckDBPyConnection, figures: int) -> None:
    """Copy documents under new ids, and new blanks in their texts, until there are about ``figures`` figures."""
    connection.execute(WANTED, [figures])
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
            f"(select original.* replace ({copied}{text}), copy from {table} as original join wanted using (document_id)) "
            "as copied"
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
    """Check each layer, and print what it took; what a run's checks import while it lands files is there before."""
    make_ready()
    begun, worked = time.perf_counter(), time.process_time()
    with connect(database) as connection:
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
