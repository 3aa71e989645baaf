"""One writer at a time, by construction: a kernel lock that a run holds from its first step to its last.

The kernel frees the lock with the process that holds it, so a run that is killed never leaves it behind; a
lock file with a process id, or a slot kept in a table, would.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# What a holder writes of itself is a line.
_LONGEST_NOTE = 400


class LockRefusedError(PermissionError):
    """A lock file that this user may not open; the message says whose it is and what to do."""


@contextmanager
def writer_lock(path: Path, waiting: Callable[[str], None], purpose: str = "a run") -> Iterator[None]:
    """Hold the lock on ``path``; where somebody else has it, say whom one waits for, at once, and wait.

    ``purpose`` is what others are told who wait for this holder. Raises ``LockRefusedError``.
    """
    descriptor = _open(path)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting(f"waiting for {_holder(descriptor)} to end, which is writing into {path.parent.parent}")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        _sign(descriptor, purpose)
        yield
    finally:
        os.close(descriptor)


def hold(path: Path, purpose: str, *, inherited: bool = False) -> int | None:
    """Take the lock on ``path`` if it is free and return its descriptor, which holds it until it is closed.

    None where another process has it. ``inherited``: the lock stays with what this process becomes by ``exec``.
    """
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    _sign(descriptor, purpose)
    os.set_inheritable(descriptor, inherited)
    return descriptor


def is_held(path: Path) -> bool:
    """Return whether a living process holds the lock on ``path``."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _open(path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except PermissionError as error:
        owner = path.stat().st_uid if path.exists() else path.parent.stat().st_uid
        raise LockRefusedError(
            f"{path} cannot be opened: it belongs to user {owner}. Run as that user, or name another folder: "
            "DATA=<folder>"
        ) from error


def _sign(descriptor: int, purpose: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{purpose} (process {os.getpid()})"[:_LONGEST_NOTE].encode(), 0)


def _holder(descriptor: int) -> str:
    note = os.pread(descriptor, _LONGEST_NOTE, 0).decode(errors="replace").strip()
    return note or "another process"
