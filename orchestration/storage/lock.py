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


@contextmanager
def writer_lock(path: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock on ``path``; where another run has it, say so through ``waiting`` and wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(descriptor, 32, 0).decode(errors="replace").strip()
            waiting(f"another run (process {holder or 'unknown'}) is writing; waiting for its end")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)
