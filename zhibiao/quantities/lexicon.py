"""The rows of the lexicon's files that this package reads."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows(file_name: str) -> list[dict[str, str]]:
    """Return the rows of ``lexicon/<file_name>``, each by the names of its columns."""
    text = files("zhibiao").joinpath("lexicon", file_name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
