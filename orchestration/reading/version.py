"""The version of the reader: a hash of its source and lexicon. Another version reads every document anew.

And what it writes, told apart from how, since the reader itself is slow to import.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import zhibiao
from orchestration.storage.hashes import GENERATED, hash_of_code

TABLES = (
    "extracted.document_profiles",
    "extracted.figures",
    "extracted.qualitative_targets",
    "extracted.numerals",
    "extracted.findings",
)
# The check that a document fails on which the reader raised, or died.
READING_FAILED = "reading_failed"
# What shows results in a terminal does not change them.
LEFT_OUT = GENERATED | {"commands"}


@cache
def reader_version() -> str:
    """Return the version of the installed reader, twelve hexadecimal digits."""
    return hash_of_source(Path(zhibiao.__file__).parent)


def hash_of_source(package: Path) -> str:
    """Return a short hash of the names and contents of all files that decide what is read."""
    return hash_of_code([package], left_out=LEFT_OUT)[:12]
