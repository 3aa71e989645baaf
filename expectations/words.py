"""Words that frames look for: no frame has Chinese of its own, ``words.csv`` has each pattern under a name, with its reason.

A name is a function of SQL there: ``sets_a_stretch(quote)``.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def create_word_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """Make a function of SQL for each pattern, that tells whether words match it."""
    with files("expectations").joinpath("words.csv").open(encoding="utf-8") as lines:
        patterns = [(row["name"], row["pattern"]) for row in csv.DictReader(lines)]
    for name, pattern in patterns:
        quoted = pattern.replace("'", "''")
        connection.execute(f"create or replace temp macro {name}(words) as regexp_matches(words, '{quoted}')")
