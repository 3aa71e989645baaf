"""The reader compiled to C, where ``make compiled`` has left it: a copy of this package that stands in for it.

The copy lies aside, never among the sources, and serves only while its sources are those that lie here. Whoever edits
a module is read by the module as it is now.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

FOLDER = ".compiled"
"""In the project's folder; the copy of the package lies in it, under the package's name."""
SWITCH = "ZHIBIAO_COMPILED"
"""The variable of the environment that leaves the copy aside where it is 0: for tests, and to compare."""
PATTERNS = "patterns.prepared"
"""The file in the copy that holds its regular expressions. Whatever this module imports is taken from the sources."""
STALE = "The compiled reader is of other sources and is not used; make compiled makes it anew."

_PACKAGE = Path(__file__).parent


def copy_of(package: Path = _PACKAGE) -> Path:
    """Return where the compiled copy of the package lies, or would lie."""
    return package.parent / FOLDER / package.name


def usable_copy(package: Path = _PACKAGE) -> Path | None:
    """Return the compiled copy that may stand in for the package; None where there is none, or it is stale."""
    if os.environ.get(SWITCH) == "0":
        return None
    copy = copy_of(package)
    return copy if is_whole(copy) and is_of(copy, package) else None


def is_compiled() -> bool:
    """Return whether this process reads with the compiled copy."""
    return Path(sys.modules["zhibiao"].__path__[0]) == copy_of()


def complaint() -> str | None:
    """Return what to tell a person whose compiled reader is not used; None where it is, or nothing was compiled."""
    return None if is_compiled() or os.environ.get(SWITCH) == "0" or not copy_of().is_dir() else STALE


def is_whole(copy: Path) -> bool:
    """Return whether a copy is there that this Python can load."""
    return (copy / f"extract{EXTENSION_SUFFIXES[0]}").is_file()


def is_of(copy: Path, package: Path) -> bool:
    """Return whether the sources and data in a copy are those of the package, file by file."""
    copied, there = _files(copy), _files(package)
    return copied.keys() == there.keys() and all(
        _is_same(copied[name], there[name], copy / name, package / name) for name in there
    )


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """The files of a package, but for what was made of them, each with its size and time."""
    found: dict[str, tuple[int, int]] = {}
    for directory, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if name != "__pycache__"]
        for name in names:
            if not name.endswith(EXTENSION_SUFFIXES[-1]) and name != PATTERNS:
                path = os.path.join(directory, name)
                status = os.stat(path)
                found[os.path.relpath(path, folder)] = status.st_size, status.st_mtime_ns
    return found


def _is_same(one: tuple[int, int], other: tuple[int, int], path: Path, other_path: Path) -> bool:
    """Whether two files are the same: of one size and time, as a copy is made, or else of the same bytes."""
    return one == other or (one[0] == other[0] and path.read_bytes() == other_path.read_bytes())
