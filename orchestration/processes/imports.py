"""Processes that import much - Dagster, dbt, Great Expectations: quickly into them and quickly out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.util import _run_finalizers  # type: ignore[attr-defined]  # no types, but there since 2.6
from typing import NoReturn


@contextmanager
def many_imports() -> Iterator[None]:
    """Import without looking for cycles: a quarter of the time of large imports, for nothing.

    Modules stay as long as the process, so they are left out of later looking as well.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def end_now(code: int) -> NoReturn:
    """End the process with a code: taking its modules apart would need another second.

    For the end of a command, when all that was opened has been closed. The semaphores of pools and of dbt are
    given back first, as Python itself does at its end: else its tracker of resources warns of each.
    """
    _run_finalizers(0)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
