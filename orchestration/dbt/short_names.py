"""The seed ``division_short_names``: how the reader shortens the name of a division, so that SQL has no rule of its own.

A test holds the committed file against what this would write: ``python -m orchestration.dbt.short_names``.
"""

from __future__ import annotations

from orchestration.storage.settings import DBT_PROJECT
from zhibiao.regions.divisions import division_table

FILE = DBT_PROJECT / "seeds" / "division_short_names.csv"


def short_names() -> str:
    """Return the CSV: each name that any version of a division has borne, with its short form."""
    pairs = sorted({(version.name, version.short_name) for version in division_table().versions})
    return "name,short_name\n" + "".join(f"{name},{short}\n" for name, short in pairs)


if __name__ == "__main__":
    FILE.write_text(short_names(), encoding="utf-8")
