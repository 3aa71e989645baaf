"""What reads each form, with its version: another version may leave another text, and reads a file again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from zhibiao import media_types

# The library that takes a form apart; none where Python's own modules do.
LIBRARIES = {
    media_types.HTML: "lxml",
    media_types.WORD: "mammoth",
    media_types.PDF: "pypdfium2",
    media_types.OPEN_TEXT: "lxml",
    media_types.RICH_TEXT: "striprtf",
    media_types.WORKBOOK: "openpyxl",
    media_types.CSV: None,
}
# What this package does with what a library gives decides as much.
_PACKAGE = Path(__file__).parent
_SOURCES = ("forms/*.py", "decoding.py", "media_types.py", "lexicon/table_columns.csv")


@cache
def converter_of(media_type: str) -> str | None:
    """Return what reads a form: ``mammoth 1.11.0, zhibiao 4f1c09ae``; None for a text, which is only decoded."""
    if media_type not in LIBRARIES:
        return None
    library = LIBRARIES[media_type]
    return ", ".join(
        filter(None, (library and f"{library} {_version(library)}", f"zhibiao {_own_version()}"))
    )


def converters_version() -> str:
    """Return one short name for all converters as they are."""
    told = "\n".join(f"{form} {converter_of(form)}" for form in LIBRARIES)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


@cache
def _own_version() -> str:
    state = hashlib.sha256()
    for pattern in _SOURCES:
        for path in sorted(_PACKAGE.parent.glob(pattern)):
            state.update(path.name.encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:8]
