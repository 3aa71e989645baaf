"""Regular expressions that are made once, when the reader is compiled, and not in every process.

Python writes each pattern as numbers for its engine, in Python; a thousand of them take longer than all else that is
loaded. ``make compiled`` notes those numbers (``scripts/prepare_patterns.py``) in a file beside the compiled modules,
which ask here instead of ``re.compile``. A pattern that is not there is made as ever.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # Python's engine, of which nobody has written the types
import marshal
import re
import sys
from pathlib import Path
from typing import AnyStr

from zhibiao.compiled import PATTERNS

Prepared = tuple[bytes, int, dict[str, int], tuple[str | None, ...]]
"""The engine's numbers, four bytes each; how many groups there are, and their names, both ways."""
Patterns = dict[tuple[str, int], Prepared]
"""By the pattern and its flags."""


def write_prepared(patterns: Patterns, folder: Path) -> None:
    """Write patterns for the package in a folder."""
    (folder / PATTERNS).write_bytes(marshal.dumps((sys.version, patterns)))


def read_prepared(folder: Path) -> Patterns:
    """Return the patterns of the package in a folder; none where there are none, or they are another Python's."""
    try:
        version, patterns = marshal.loads((folder / PATTERNS).read_bytes())
    except FileNotFoundError:
        return {}
    return patterns if version == sys.version else {}


_PREPARED = read_prepared(Path(__file__).parent)


def compile_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Do what ``re.compile`` does."""
    # The engine is told so that a text is one of Unicode, where nothing else is said.
    told = int(flags) | int(re.UNICODE)
    prepared = _PREPARED.get((pattern, told)) if isinstance(pattern, str) else None
    if prepared is None:
        return re.compile(pattern, flags)
    numbers, *groups = prepared
    made: re.Pattern[AnyStr] = _sre.compile(pattern, told, memoryview(numbers).cast("I").tolist(), *groups)
    return made
