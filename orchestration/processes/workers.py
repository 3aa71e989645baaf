"""Further processes of a run: they end with it, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor


def worker_processes(number: int) -> ProcessPoolExecutor:
    """Return a pool of processes that are started afresh and end with this one.

    Not forked: they must not inherit the lock or open databases.
    """
    return ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), initializer=end_with_parent)


def end_with_parent() -> None:
    """Let a worker end when the run that started it is killed, instead of waiting for work for ever."""

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
