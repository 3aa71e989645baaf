"""The ways in which a run is hurt."""

from __future__ import annotations

import glob
import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

from torture.kill.place import LONGEST_RUN, STEPS, Place, holders_of

CLOCK = "/usr/lib/*/faketime/libfaketimeMT.so.1"
DAYS_BACK = 40


class SkippedError(Exception):
    """This machine has not what the way needs; the message says what."""


@dataclass(frozen=True, slots=True)
class Hurt:
    """What came of it: where the run stood, and its exit code (negative: the signal); no moment where it had ended."""

    moment: str | None
    code: int
    session: int


Seconds = dict[str, float]
Way = Callable[[Place, random.Random, Seconds], Hurt]


def _start_and_wait(
    place: Place, chance: random.Random, seconds: Seconds, steps: tuple[str, ...]
) -> tuple[subprocess.Popen[bytes], str | None]:
    """Start a run and wait for a random moment of a random step; None where it has ended before."""
    step = chance.choice(steps)
    known = place.known_runs()
    process = place.start()
    if step != "start" and not place.wait_for_step(step, process, known):
        return process, None
    wait = chance.random() * seconds.get(step, 1.0)
    time.sleep(wait)
    return process, f"{step} + {wait:.2f} s" if process.poll() is None else None


def _with_signal(number: signal.Signals, *, to_all: bool = False) -> Way:
    def hurt(place: Place, chance: random.Random, seconds: Seconds) -> Hurt:
        process, moment = _start_and_wait(place, chance, seconds, ("start", *STEPS))
        if moment is not None:
            if to_all:
                os.killpg(process.pid, number)
            else:
                os.kill(process.pid, number)
        return Hurt(moment, process.wait(LONGEST_RUN), process.pid)

    return hurt


def _with_process_killed(steps: tuple[str, ...]) -> Way:
    """Kill the process that has the working database in hand for the run, in one of these steps."""

    def hurt(place: Place, chance: random.Random, seconds: Seconds) -> Hurt:
        process, moment = _start_and_wait(place, chance, seconds, steps)
        database = place.data / "state" / "warehouse.duckdb"
        victims: list[int] = []
        while not victims and process.poll() is None:
            victims = [one for one in holders_of(process.pid, database) if one != process.pid]
        for victim in victims:
            os.kill(victim, signal.SIGKILL)
        return Hurt(moment if victims else None, process.wait(LONGEST_RUN), process.pid)

    return hurt


def _with_files_limited(place: Place, chance: random.Random, _: Seconds) -> Hurt:
    """No file may grow beyond a random size: what a full disk does to whoever writes, where nothing can be mounted."""
    largest = max((path.stat().st_size for path in place.data.rglob("*") if path.is_file()), default=1)
    most = int(largest * chance.uniform(0.02, 1.1))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        process = place.start()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    return Hurt(f"no file above {most:,} bytes", process.wait(LONGEST_RUN), process.pid)


def _with_clock_set_back(place: Place, _: random.Random, __: Seconds) -> Hurt:
    library = os.environ.get("FAKETIME_LIBRARY") or next(iter(glob.glob(CLOCK)), None)
    if library is None:
        raise SkippedError("libfaketime is not installed (Debian: libfaketime)")
    process = place.start({"LD_PRELOAD": library, "FAKETIME": f"-{DAYS_BACK}d"})
    return Hurt(f"{DAYS_BACK} days back", process.wait(LONGEST_RUN), process.pid)


class SmallDisk:
    """A disk of a fixed size with a copy of a data folder on it."""

    def __init__(self, place: Place) -> None:
        """Mount it, wide, beside the place. Raises ``SkippedError`` where that may not be done."""
        self._mount = place.raw.parent / "disk"
        # One that was stopped may have left it mounted.
        subprocess.run(["umount", str(self._mount)], check=False, stderr=subprocess.DEVNULL)
        self._mount.mkdir(exist_ok=True)
        self._of = place
        if _mount("-t", "tmpfs", "-o", "size=2g", "tmpfs", str(self._mount)):
            raise SkippedError("only root may mount a small disk; files are limited instead")
        self.place = Place(place.raw, self._mount / "data")
        shutil.copytree(place.data, self.place.data, symlinks=True)

    def shrink(self, chance: random.Random) -> str:
        """Leave a random room, from nearly none to nearly enough."""
        usage = shutil.disk_usage(self._mount)
        room = int(usage.used * chance.uniform(0.01, 0.9))
        _mount("-o", f"remount,size={usage.used + room}", str(self._mount))
        return f"{room / 1e6:.1f} MB free"

    def widen(self) -> None:
        """Make room."""
        _mount("-o", "remount,size=2g", str(self._mount))

    def close(self) -> None:
        """Put the data folder back in its place, and unmount."""
        shutil.rmtree(self._of.data)
        shutil.copytree(self.place.data, self._of.data, symlinks=True)
        subprocess.run(["umount", str(self._mount)], check=True)


def _mount(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], check=False, stderr=subprocess.DEVNULL).returncode


FULL_DISK = "full disk"
WAYS: dict[str, Way] = {
    "SIGKILL": _with_signal(signal.SIGKILL),
    "SIGKILL of all its processes": _with_signal(signal.SIGKILL, to_all=True),
    "SIGTERM": _with_signal(signal.SIGTERM),
    "SIGKILL of dbt's process": _with_process_killed(("dbt",)),
    "SIGKILL of the checks' process": _with_process_killed(
        ("raw_checks", "extracted_checks", "marts_checks")
    ),
    FULL_DISK: _with_files_limited,
    "clock set back": _with_clock_set_back,
}
# Each SIGKILL counts; the other ways come in between, so that a part that was stopped has some of each.
KILLS = ("SIGKILL", "SIGKILL", "SIGKILL of all its processes")
OTHERS = tuple(name for name in WAYS if name not in KILLS)


def schedule(kills: int, others: int) -> list[str]:
    """Return the ways of all rounds in their order: ``kills`` runs killed, ``others`` of each other way between."""
    between = [way for _ in range(others) for way in OTHERS]
    order: list[str] = []
    number_between = len(between)
    for number in range(kills):
        order.append(KILLS[number % len(KILLS)])
        due = (number + 1) * number_between // kills - number * number_between // kills
        order += between[:due]
        del between[:due]
    return order
