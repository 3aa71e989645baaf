"""Processes that import much - Dagster, dbt, Great Expectations: quickly into them and quickly out."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import traceback
from collections.abc import Callable, Iterator
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


def end_with(main: Callable[[], int]) -> NoReturn:
    """Run a command and end the process with its code; 2, and never 1, for whatever it did not foresee.

    1 means a failed check, so a traceback must not look like one; nor must a reader of the output that went away.
    """
    code = 2
    try:
        code = main()
    except BrokenPipeError:
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    except KeyboardInterrupt:
        with contextlib.suppress(OSError):
            print("Interrupted.", file=sys.stderr)
    except Exception:
        with contextlib.suppress(OSError):
            traceback.print_exc()
    end_now(code)


def end_now(code: int) -> NoReturn:
    """End the process with a code: taking its modules apart would need another second.

    For the end of a command, when all that was opened has been closed. The semaphores of pools and of dbt are
    given back first, as Python itself does at its end: else its tracker of resources warns of each.
    """
    _run_finalizers(0)
    for stream in (sys.stdout, sys.stderr):
        # Whoever read it may have gone: what was done is done.
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
