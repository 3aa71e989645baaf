"""The words of the reports as data: indicators, units, divisions, words of time, bound and intent.

Each table stands here once; the reader loads it, and the warehouse seeds its dimensions from it. No rule of
grammar lives here.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from io import StringIO


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of the lexicon's table ``table`` (a file name without ``.csv``), as written."""
    columns, *found = cells(table)
    return [dict(zip(columns, row, strict=True)) for row in found]


def cells(table: str) -> list[list[str]]:
    """Return the same by place: first the names of the columns, then the cells of each row.

    For a table of thousands of rows of which few are asked for.
    """
    text = files(__name__).joinpath(f"{table}.csv").read_text("utf-8")
    # Most tables have no cell in quotes, and need no more than to be cut, which takes half the time.
    return (
        list(csv.reader(StringIO(text)))
        if '"' in text
        else [row.split(",") for row in text.removesuffix("\n").split("\n")]
    )


@cache
def words_by_class() -> dict[str, list[str]]:
    """Return the words of each class of ``word_classes``, in the order of the table."""
    classes: dict[str, list[str]] = {}
    for word_class, word in cells("word_classes")[1:]:
        classes.setdefault(word_class, []).append(word)
    return classes


# 省, 市, 县 …: how the names of divisions end, and what follows 全 and 我, as the inside of a class of a pattern.
DIVISION = "".join(words_by_class()["division_sign"])


@cache
def lists_of_indicators(group: str) -> tuple[tuple[str, ...], ...]:
    """Return the lists of ids that ``indicator_groups`` has for a group, each as it is ordered there."""
    lists = tuple(
        tuple(row["indicator_ids"].split()) for row in rows("indicator_groups") if row["group"] == group
    )
    if not lists:
        raise KeyError(group)
    return lists


@cache
def indicators_of(group: str) -> frozenset[str]:
    """Return the ids of all indicators of a group.

    >>> sorted(indicators_of("price_index"))
    ['cpi', 'retail_price_index']
    """
    return frozenset(one for ids in lists_of_indicators(group) for one in ids)


@cache
def core_indicators() -> frozenset[str]:
    """Return the ids of the indicators that most reports tell of, and that the panel has columns for."""
    return frozenset(row["indicator_id"] for row in rows("indicators") if row["core"] == "1")
