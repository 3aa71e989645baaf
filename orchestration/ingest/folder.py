"""What lies in the raw folder, by name, size and time, without reading it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.csv"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the raw folder; ``name`` is its path within the folder, with forward slashes."""

    name: str
    path: Path
    size: int
    modified_ns: int


def raw_files(folder: Path) -> list[RawFile]:
    """Return the files of the folder and its subfolders by name, hidden ones and the manifest left out.

    A file that goes away while the folder is looked at counts as absent. Raises ``NotADirectoryError`` where
    there is no such folder: an unmounted share is not an empty one.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"there is no raw folder {folder}")
    return sorted(_walk(folder, folder), key=lambda file: file.name)


def _walk(folder: Path, base: Path) -> Iterator[RawFile]:
    for entry in os.scandir(folder):
        path = Path(entry.path)
        if entry.name.startswith(".") or path == base / MANIFEST:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(path, base)
                continue
            status = entry.stat()
        except FileNotFoundError:
            continue
        if stat.S_ISREG(status.st_mode):
            # A name that is no UTF-8 can be kept in a table only with its odd bytes written out.
            name = path.relative_to(base).as_posix().encode("utf-8", "surrogateescape")
            yield RawFile(name.decode("utf-8", "backslashreplace"), path, status.st_size, status.st_mtime_ns)


def signature(folder: Path) -> str:
    """Return a short name of the folder's state: it changes with any file's name, size or time."""
    state = hashlib.sha256()
    manifest = folder / MANIFEST
    for file in raw_files(folder):
        state.update(f"{file.name}\0{file.size}\0{file.modified_ns}\n".encode())
    if manifest.is_file():
        status = manifest.stat()
        state.update(f"{MANIFEST}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return state.hexdigest()[:16]
