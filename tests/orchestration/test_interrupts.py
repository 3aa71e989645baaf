"""A run that is told to end at a moment at which Python drops what the handler raises ends nevertheless."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from types import FrameType

import pytest

from orchestration.runtime.interrupts import dropped_interrupts_repeated


class RaisesWhenItGoes:
    """What a handler raises while this goes is dropped by Python."""

    def __init__(self, error: type[BaseException]) -> None:
        self.error = error

    def __del__(self) -> None:
        raise self.error


@pytest.fixture
def received() -> Iterator[list[int]]:
    """The signals that this process was sent."""
    seen: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        seen.append(number)

    former = signal.signal(signal.SIGTERM, note)
    yield seen
    signal.signal(signal.SIGTERM, former)


def wait_for(seen: list[int], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not seen and time.monotonic() < end:
        time.sleep(0.01)


def test_an_interrupt_that_python_dropped_comes_again(received: list[int]) -> None:
    with dropped_interrupts_repeated():
        RaisesWhenItGoes(KeyboardInterrupt)
        wait_for(received, 5)
    assert received == [signal.SIGTERM]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_another_error_that_python_dropped_ends_nothing(received: list[int]) -> None:
    with dropped_interrupts_repeated():
        RaisesWhenItGoes(ValueError)
        wait_for(received, 0.5)
    assert not received
