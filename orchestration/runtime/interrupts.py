"""Ctrl+C and SIGTERM that arrive at a moment at which Python drops them."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

# Long enough for the finalizer to be over.
SECONDS_LATER = 0.1
NO_INTERRUPTS = (Exception, GeneratorExit, SystemExit)


@contextmanager
def dropped_interrupts_repeated() -> Iterator[None]:
    """Send this process SIGTERM where what a signal's handler raised was dropped.

    Python ignores what is raised in a finalizer or the callback of a weak reference ("Exception ignored in …"), and a
    run that was told to end just then would go on.
    """
    former = sys.unraisablehook

    def repeat(dropped: UnraisableHookArgs) -> None:
        if issubclass(dropped.exc_type, NO_INTERRUPTS):
            former(dropped)
            return
        again = threading.Timer(SECONDS_LATER, os.kill, (os.getpid(), signal.SIGTERM))
        again.daemon = True
        again.start()

    sys.unraisablehook = repeat
    try:
        yield
    finally:
        sys.unraisablehook = former
