"""The version of the reader: a hash of its source and lexicon. Another version reads every document anew.

And what it writes, told apart from how, since the reader itself is slow to import.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import zhibiao

TABLES = (
    "extracted.document_profiles",
    "extracted.figures",
    "extracted.qualitative_targets",
    "extracted.numerals",
    "extracted.findings",
)
# What shows results in a terminal does not change them.
LEFT_OUT = ("commands", "__pycache__")


@cache
def reader_version() -> str:
    """Return the version of the installed reader, twelve hexadecimal digits."""
    return hash_of_source(Path(zhibiao.__file__).parent)


def hash_of_source(package: Path) -> str:
    """Return a short hash of the names and contents of all files that decide what is read."""
    state = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        inner = path.relative_to(package)
        if path.is_file() and inner.parts[0] not in LEFT_OUT and "__pycache__" not in inner.parts:
            state.update(f"{inner.as_posix()}\0".encode())
            state.update(hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()[:12]


def document_version(version: str, region_code: str | None, plan_year: int | None) -> str:
    """Return the reader's version with what the manifest overrides, which changes the result as much."""
    overrides = [f"region={region_code}"] if region_code else []
    overrides += [f"year={plan_year}"] if plan_year else []
    return "+".join([version, *overrides])
