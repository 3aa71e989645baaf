"""A process may be made ready before it is needed: it is the one that is taken, and none is left behind."""

from __future__ import annotations

import os
import time
from multiprocessing import active_children

from orchestration.processes.ready import is_ready, made_ready_in_time, make_ready, take_process

MODULE = "fractions"


def loaded(module: str) -> tuple[int, bool]:
    """The process that this runs in, and whether a module is imported there."""
    import sys

    return os.getpid(), module in sys.modules


def test_the_process_that_was_made_ready_is_taken_once() -> None:
    with made_ready_in_time():
        make_ready(MODULE)
        make_ready(MODULE)
        assert is_ready(MODULE)
        with take_process(MODULE) as pool:
            assert not is_ready(MODULE)
            first, has_module = pool.submit(loaded, MODULE).result()
        with take_process(MODULE) as pool:
            second, _ = pool.submit(loaded, MODULE).result()
    assert has_module
    assert len({first, second, os.getpid()}) == 3


def test_nothing_is_made_ready_where_nobody_ends_it() -> None:
    make_ready(MODULE)
    assert not is_ready(MODULE)
    with take_process(MODULE) as pool:
        assert pool.submit(loaded, MODULE).result()[1]


def test_a_process_that_nobody_took_ends() -> None:
    before = set(active_children())
    with made_ready_in_time():
        make_ready(MODULE)
        left = set(active_children()) - before
        assert len(left) == 1
    give_up = time.monotonic() + 20
    while left & set(active_children()) and time.monotonic() < give_up:
        time.sleep(0.05)
    assert not left & set(active_children())
