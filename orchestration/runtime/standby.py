"""What ``make warehouse`` has made ready on the second core while the first one imports Dagster."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from orchestration.checks.running import checks_standing_by
from orchestration.dbt import process as dbt
from orchestration.dbt.project import new_process
from orchestration.resources.unchanged import is_likely
from orchestration.storage.settings import Settings


@contextmanager
def standing_by(settings: Settings) -> Iterator[None]:
    """Have the checks and then dbt imported in advance, unless the run will hardly need them."""
    if is_likely(settings):
        yield
        return
    with ExitStack() as until_the_end:
        lock, is_over = threading.Lock(), threading.Event()

        def start_dbt() -> None:
            with lock:
                if not is_over.is_set():
                    until_the_end.enter_context(dbt.standing_by(new_process(settings)))

        with checks_standing_by(when_ready=start_dbt):
            try:
                yield
            finally:
                with lock:
                    is_over.set()
