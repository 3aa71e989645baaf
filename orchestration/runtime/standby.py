"""What ``make warehouse`` has made ready on the second core while the first one imports Dagster."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from orchestration.checks.running import checks_standing_by
from orchestration.dbt import process as dbt
from orchestration.dbt.project import new_process
from orchestration.resources.unchanged import Complete, has_what_it_left, if_inputs_stand
from orchestration.storage.settings import Settings


@contextmanager
def standing_by(settings: Settings) -> Iterator[None]:
    """Have the checks and then dbt imported in advance, or, where the run will hardly need them, the files hashed
    that a run with nothing to do asks for."""
    if before := if_inputs_stand(settings):
        threading.Thread(target=_look_at, args=(settings, before), daemon=True).start()
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


def _look_at(settings: Settings, before: Complete) -> None:
    """Hash what lies there. A file that goes meanwhile is the run's to tell; it asks again, and reads none twice."""
    with suppress(OSError):
        has_what_it_left(settings, before)
