"""The moment at which a run is hurt: a random one of a random step, waited for from outside."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from torture.kill.place import START, STEPS, Place

# While the file that is to be swapped in is built, checked and flushed, and just after.
SWAP = "swap"
SWAPS_STEP = "published__warehouse"
MOMENTS = (START, *STEPS, SWAP)

Seconds = dict[str, float]


@dataclass(frozen=True, slots=True)
class Hurt:
    """What came of a run that was hurt.

    ``moment`` is how long after which step had begun, or what else was done to it, and None where the run had ended
    before; ``step`` is where it stood; ``code`` its exit code (negative: the signal).
    """

    moment: str | None
    step: str
    code: int
    session: int


@dataclass(slots=True)
class Started:
    """A run that is under way, and the runs that had been there before it."""

    place: Place
    known: set[str]
    process: subprocess.Popen[bytes]

    @property
    def step(self) -> str:
        """The step that it began last."""
        return self.place.stands_in(self.known)

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def wait_until(self, happens: Callable[[], object]) -> bool:
        """Wait until something happens; False where the run has ended before."""
        while self.is_alive:
            if happens():
                return True
            time.sleep(0.005)
        return False


def start(place: Place, more: Mapping[str, str] | None = None) -> Started:
    """Start a run, with ``more`` in its environment."""
    return Started(place, place.known_runs(), place.start(more))


def start_and_wait(
    place: Place, chance: random.Random, seconds: Seconds, steps: tuple[str, ...]
) -> tuple[Started, str | None]:
    """Start a run and wait for a random moment of a random step; None where it has ended before.

    ``seconds`` is how long each step took last; where it takes less this time, the moment is that of its end.
    """
    step = chance.choice(steps)
    run = start(place)
    if step == SWAP:
        aside = place.data / "state" / "publishing.duckdb"
        has_come = run.wait_until(aside.exists)
    else:
        has_come = step == START or place.wait_for_step(step, run.process, run.known)
    if not has_come:
        return run, None
    wait = chance.random() * seconds.get(SWAPS_STEP if step == SWAP else step, 1.0)
    begun, stood_in = time.monotonic(), run.step
    while run.is_alive and time.monotonic() < begun + wait and run.step == stood_in:
        time.sleep(min(0.02, wait))
    waited = time.monotonic() - begun
    return run, f"{step} + {waited:.2f} s" if run.is_alive else None
