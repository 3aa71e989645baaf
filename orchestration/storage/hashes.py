"""Hashes of files and of folders of code, by which a run knows what has changed."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

# What tools leave among the files of a project, at any depth.
GENERATED = frozenset({"__pycache__", "target", "logs", "dbt_packages"})

# So much of a file is read and hashed at once: neither holds up other threads, but each end waits for them.
READ_AT_ONCE = 1 << 24

# Hashes of files by what tells that they are the same, wherever they have been moved.
_known: dict[tuple[int, ...], str] = {}
_being_read: defaultdict[tuple[int, ...], threading.Lock] = defaultdict(threading.Lock)


def hash_of_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal digits.

    A process reads a file once, whichever thread asks first: a gigabyte of exports is asked for when a run begins, when it is written, described
    and noted. Whatever is done to a file changes one of the times or numbers that tell whether it is the one that was
    read.
    """
    status = path.stat()
    identity = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    with _being_read[identity]:
        if identity not in _known:
            _known[identity] = _hash(path, status.st_size)
    return _known[identity]


def _hash(path: Path, size: int) -> str:
    state = hashlib.sha256()
    buffer = memoryview(bytearray(max(1, min(size, READ_AT_ONCE))))
    with path.open("rb", buffering=0) as content:
        while read := content.readinto(buffer):
            state.update(buffer[:read])
    return state.hexdigest()


def listing(folder: Path) -> str:
    """Return a hash of the names, sizes and times of all files under a folder, which may be tens of thousands."""
    state = hashlib.sha256()
    for name, size, modified in sorted(_entries(os.fspath(folder), "")):
        state.update(f"{name} {size} {modified}\n".encode("utf-8", "surrogateescape"))
    return state.hexdigest()


def _entries(folder: str, below: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, f"{below}{entry.name}/")
            elif entry.is_file():
                status = entry.stat()
                yield f"{below}{entry.name}", status.st_size, status.st_mtime_ns


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
