"""Tables of the lexicon that this package reads."""

from __future__ import annotations

import csv
from importlib.resources import files


def read_table(file_name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of the lexicon."""
    text = (files("zhibiao") / "lexicon" / file_name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))
