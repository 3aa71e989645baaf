"""One analyst, as a process of its own: ``python reader.py anew|holder|parquet DATA END``. Knows nothing of the project.

Looks at what is published, again and again, until there is a file ``END``; writes a line of JSON for each look: the
mark that it saw in each of several tables, or the error.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SECONDS_BETWEEN = 0.5
# Every publication has one mark, in each of these tables.
MARKS = """
    select min(publisher), max(publisher) from raw.documents
    union all select min(publisher), max(publisher) from marts.dim_document
    union all select min(version), max(version) from marts.publications
    union all select min(run_id), max(run_id) from quality.check_results
"""
ALL_OF_A_TABLE = "select count(*), sum(length(quote)), sum(value) from marts.fact_figures"


def _marks(connection: Any) -> list[str]:
    return sorted({str(mark) for row in connection.execute(MARKS).fetchall() for mark in row})


def _open(data: Path) -> Any:
    import duckdb

    return duckdb.connect(str(data / "zhibiao.duckdb"), read_only=True)


def look_anew(data: Path) -> list[str]:
    """Open the published file, ask twice with some time between, close it."""
    connection = _open(data)
    try:
        first = _marks(connection)
        connection.execute(ALL_OF_A_TABLE).fetchone()
        time.sleep(SECONDS_BETWEEN)
        return sorted({*first, *_marks(connection)})
    finally:
        connection.close()


class Holder:
    """Hold the file open, as a tool for dashboards does for hours, and ask it now and then."""

    def __init__(self, data: Path) -> None:
        """Open the file, once."""
        self._connection = _open(data)
        self._first = _marks(self._connection)

    def __call__(self, _: Path) -> list[str]:
        """Return the marks of now and of the beginning."""
        self._connection.execute(ALL_OF_A_TABLE).fetchone()
        return sorted({*self._first, *_marks(self._connection)})


def look_at_parquet(data: Path) -> list[str]:
    """Read two Parquet files with pandas, each whole."""
    import pandas

    folder = data / "exports" / "parquet"
    documents = pandas.read_parquet(folder / "dim_document.parquet")
    figures = pandas.read_parquet(folder / "fact_figures.parquet")
    if not len(figures) or not set(figures["document_id"]) <= set(documents["document_id"]):
        return ["figures of no document", ""]
    return sorted(set(documents["publisher"]))


def main() -> None:
    """Look until there is the file that ends it."""
    kind, data, end = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    look: Callable[[Path], list[str]]
    look = Holder(data) if kind == "holder" else {"anew": look_anew, "parquet": look_at_parquet}[kind]
    while not end.exists():
        try:
            seen: dict[str, Any] = {"marks": look(data)}
        except Exception as error:
            seen = {"error": f"{type(error).__name__}: {error}"[:500]}
        print(json.dumps(seen), flush=True)
        time.sleep(SECONDS_BETWEEN)


main()
