"""What a person would do about a finding of a check: a sentence in Chinese and one in English, from ``advice.csv``.

An entry is of a check by its name, or of all checks of a frame.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

DEFAULT = "default"


@cache
def entries() -> dict[str, str]:
    """Return the sentences, Chinese and English together, by check or frame."""
    with files("expectations").joinpath("advice.csv").open(encoding="utf-8") as lines:
        return {row["subject"]: f"{row['zh']} {row['en']}" for row in csv.DictReader(lines)}


def advice_on(check_name: str, frame: str) -> str:
    """Return what to do about a finding: the check's own sentence, else its frame's, else the one for any passage."""
    known = entries()
    return known.get(check_name) or known.get(frame) or known[DEFAULT]
