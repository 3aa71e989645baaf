"""Processes that have started, and imported what they need, before there is work for them.

A run's own process does one step after the other, and some of them on one core: a process that a later step needs may
start meanwhile on the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module

from orchestration.processes.imports import many_imports
from orchestration.processes.workers import worker_processes

# A process is known by the module that it imports: what writes workbook and Stata file, and what makes the site.
WRITES_BOOKS = "orchestration.exports.books"
MAKES_SITE = "reading_room.standing_by"

_runs: list[dict[str, ProcessPoolExecutor]] = []


@contextmanager
def made_ready_in_time() -> Iterator[None]:
    """Let processes be made ready while this lasts: those that nobody has taken end with it.

    Only for a process that ends with its run; elsewhere ``make_ready`` does nothing.
    """
    ready: dict[str, ProcessPoolExecutor] = {}
    _runs.append(ready)
    try:
        yield
    finally:
        _runs.remove(ready)
        for pool in ready.values():
            pool.shutdown(wait=False, cancel_futures=True)


def make_ready(module: str) -> None:
    """Start a process that imports a module, for whoever takes it."""
    if _runs and module not in _runs[-1]:
        _runs[-1][module] = _started(module)


def is_ready(module: str) -> bool:
    """Return whether a process was made ready with this module and not yet taken."""
    return bool(_runs) and module in _runs[-1]


def take_process(module: str) -> ProcessPoolExecutor:
    """Return a pool of one process with this module: the one that was made ready, else a fresh one."""
    return _runs[-1].pop(module) if is_ready(module) else _started(module)


def _started(module: str) -> ProcessPoolExecutor:
    pool = worker_processes(1)
    pool.submit(_import, module)
    return pool


def _import(module: str) -> None:
    with many_imports():
        import_module(module)
