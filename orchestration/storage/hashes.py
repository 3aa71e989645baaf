"""Hashes of files and of folders of code, by which a run knows what has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

# What tools leave among the files of a project, at any depth.
GENERATED = frozenset({"__pycache__", "target", "logs", "dbt_packages"})


def hash_of_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


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
