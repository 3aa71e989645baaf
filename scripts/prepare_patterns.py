"""Notes the regular expressions of the reader for its compiled copy: ``python -m scripts.prepare_patterns FOLDER``.

FOLDER is that of the copy (``zhibiao/prepared_patterns.py``). Noted are the patterns that are made while the modules are
imported, by their functions that remember what they give and ask for nothing, and by ``make_all_patterns``.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from array import array
from importlib import import_module
from inspect import signature
from pathlib import Path
from types import ModuleType

from scripts.first_signs import with_first_signs
from zhibiao.prepared_patterns import Patterns, write_prepared


def note_patterns(noted: Patterns) -> None:
    """From here on, note each pattern that Python hands to its engine."""
    make = _sre.compile

    def make_and_note(
        pattern: str | bytes,
        flags: int,
        numbers: list[int],
        groups: int,
        names: dict[str, int],
        of_groups: tuple[str | None, ...],
    ) -> re.Pattern[str]:
        if isinstance(pattern, str):
            told = with_first_signs(pattern, flags, numbers)
            noted[pattern, flags] = array("I", told).tobytes(), groups, dict(names), of_groups
        made: re.Pattern[str] = make(pattern, flags, numbers, groups, names, of_groups)
        return made

    _sre.compile = make_and_note


def make_patterns_of(module: ModuleType) -> None:
    """Make what a module makes of its own when it is first asked, and the patterns of its tables."""
    for asked in vars(module).values():
        if hasattr(asked, "cache_info") and not signature(asked).parameters:
            asked()
    if hasattr(module, "make_all_patterns"):
        module.make_all_patterns()


def main() -> None:
    """Note the patterns of the modules whose names are read, a line each, and write them."""
    noted: Patterns = {}
    note_patterns(noted)
    for name in sys.stdin.read().split():
        make_patterns_of(import_module(name))
    write_prepared(noted, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
