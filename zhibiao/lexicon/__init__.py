"""The words of the reports as data: indicators, units, divisions, words of time, bound and intent.

Each table stands here once; the reader loads it, and the warehouse seeds its dimensions from it. No rule of
grammar lives here.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of the lexicon's table ``table`` (a file name without ``.csv``), as written."""
    with files(__name__).joinpath(f"{table}.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def core_indicators() -> frozenset[str]:
    """Return the ids of the indicators that most reports tell of, and that the panel has columns for."""
    return frozenset(row["indicator_id"] for row in rows("indicators") if row["core"] == "1")
