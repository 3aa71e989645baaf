"""Hashes of files and of folders of code, by which a run knows what has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

# What tools leave among the files of a project, at any depth.
GENERATED = frozenset({"__pycache__", "target", "logs", "dbt_packages"})

# Hashes of files by what tells that they are the same, wherever they have been moved.
_known: dict[tuple[int, ...], str] = {}


def hash_of_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal digits.

    A process reads a file once: a gigabyte of exports is asked for when a run begins, when it is written, described
    and noted. Whatever is done to a file changes one of the times or numbers that tell whether it is the one that was
    read.
    """
    status = path.stat()
    identity = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    if identity not in _known:
        with path.open("rb") as content:
            _known[identity] = hashlib.file_digest(content, "sha256").hexdigest()
    return _known[identity]


def files_of(folder: Path, left_out: Set[str] = GENERATED) -> Iterator[Path]:
    """Give the files under a folder, in order, but for those under a name of ``left_out``."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not left_out & set(path.relative_to(folder).parts):
            yield path


def hash_of_code(folders: Iterable[Path], also: str = "", left_out: Set[str] = GENERATED) -> str:
    """Return a hash of the names and contents of all files of the folders, and of the words ``also``."""
    state = hashlib.sha256(also.encode())
    for folder in folders:
        for path in files_of(folder, left_out):
            state.update(
                f"{folder.name}/{path.relative_to(folder).as_posix()}\0{hash_of_file(path)}\n".encode()
            )
    return state.hexdigest()
