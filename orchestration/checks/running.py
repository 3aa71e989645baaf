"""The checks of a layer on the working database, here or in a process that has been made ready for them.

Importing Great Expectations takes as long as all else that a run of five reports needs. ``make warehouse`` lets
a process do so in advance, on the second core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration.processes.imports import many_imports
from orchestration.processes.workers import worker_processes

if TYPE_CHECKING:
    from expectations.check import CheckResult

# The worker imports this module: what is slow to import is imported when it is needed.
_ready: list[ProcessPoolExecutor] = []


@contextmanager
def checks_standing_by(when_ready: Callable[[], None]) -> Iterator[None]:
    """Let a process import what checks need; ``when_ready`` is called, in another thread, when it has."""
    pool = worker_processes(1)
    _ready.append(pool)
    pool.submit(_import_everything).add_done_callback(lambda _: when_ready())
    try:
        yield
    finally:
        _ready.remove(pool)
        # It ends with this process; there is nothing to wait for.
        pool.shutdown(wait=False, cancel_futures=True)


def check_layer(layer: str, database: Path) -> list[CheckResult]:
    """Run the checks of a layer; the database must not be open here."""
    if _ready:
        return _ready[-1].submit(_check_layer, layer, database).result()
    return _check_layer(layer, database)


def _import_everything() -> None:
    with many_imports():
        import expectations.run  # noqa: F401
        import orchestration.storage.database  # noqa: F401
        from expectations.engine import make_ready

        make_ready()


def _check_layer(layer: str, database: Path) -> list[CheckResult]:
    from expectations import run
    from orchestration.storage.database import connect

    runners = {"raw": run.check_raw, "extracted": run.check_extracted, "marts": run.check_marts}
    with connect(database) as connection:
        return runners[layer](connection, only_changed=True)
