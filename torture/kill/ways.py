"""The ways in which a run is hurt, and in which order they come."""

from __future__ import annotations

import glob
import importlib.util
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from torture.kill.moments import MOMENTS, Hurt, Seconds, start, start_and_wait
from torture.kill.place import LONGEST_RUN, Place, holders_of, processes_of
from torture.kill.small_disk import run_with_files_limited
from torture.rounds import Round

CLOCK = "/usr/lib/*/faketime/libfaketimeMT.so.1"
DAYS_BACK = 40
# What Ray calls the process that reads a shard, while it does.
RAY_WORKER = "ray::read_by_"
SECONDS_OF_A_SHARD = 1.0

Way = Callable[[Place, random.Random, Seconds], Hurt]


def _with_signal(number: signal.Signals, *, to_all: bool = False) -> Way:
    def hurt(place: Place, chance: random.Random, seconds: Seconds) -> Hurt:
        run, moment = start_and_wait(place, chance, seconds, MOMENTS)
        step = run.step
        if moment is not None:
            if to_all:
                os.killpg(run.process.pid, number)
            else:
                os.kill(run.process.pid, number)
        return Hurt(moment, step, run.process.wait(LONGEST_RUN), run.process.pid)

    return hurt


def _with_process_killed(steps: tuple[str, ...]) -> Way:
    """Kill the process that has the working database in hand for the run, in one of these steps."""

    def hurt(place: Place, chance: random.Random, seconds: Seconds) -> Hurt:
        run, moment = start_and_wait(place, chance, seconds, steps)
        database = place.data / "state" / "warehouse.duckdb"
        victims: list[int] = []

        def are_there_or_gone() -> bool:
            if run.step not in steps:
                return True
            victims[:] = [one for one in holders_of(run.process.pid, database) if one != run.process.pid]
            return bool(victims)

        run.wait_until(are_there_or_gone)
        step = run.step
        for victim in victims:
            os.kill(victim, signal.SIGKILL)
        return Hurt(moment if victims else None, step, run.process.wait(LONGEST_RUN), run.process.pid)

    return hurt


def _while_ray_reads(*, kill_worker: bool) -> Way:
    """Kill a worker that reads a shard on a Ray cluster of this machine, or the run that waits for it."""

    def hurt(place: Place, chance: random.Random, _: Seconds) -> Hurt:
        run = start(place, {"RAY": "local"})
        reads = run.wait_until(lambda: processes_of(run.process.pid, RAY_WORKER))
        wait = chance.random() * SECONDS_OF_A_SHARD
        time.sleep(wait)
        step = run.step
        victims = processes_of(run.process.pid, RAY_WORKER) if reads else []
        for victim in victims if kill_worker else [run.process.pid] if victims else []:
            os.kill(victim, signal.SIGKILL)
        moment = f"a shard is read + {wait:.2f} s" if victims else None
        return Hurt(moment, step, run.process.wait(LONGEST_RUN), run.process.pid)

    return hurt


def _clock() -> str | None:
    return os.environ.get("FAKETIME_LIBRARY") or next(iter(glob.glob(CLOCK)), None)


def _with_clock_set_back(place: Place, _: random.Random, __: Seconds) -> Hurt:
    # The clock on the wall: the one that waiting goes by is not set by anyone.
    clock = {"FAKETIME": f"-{DAYS_BACK}d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    run = start(place, {"LD_PRELOAD": str(_clock()), **clock})
    code = run.process.wait(LONGEST_RUN)
    return Hurt(f"{DAYS_BACK} days back", run.step, code, run.process.pid)


def _with_files_limited(place: Place, chance: random.Random, _: Seconds) -> Hurt:
    return run_with_files_limited(place, chance)


KILL, KILL_ALL = "SIGKILL", "SIGKILL of all its processes"
TERM = "SIGTERM"
FULL_DISK = "full disk"
CLOCK_BACK = "clock set back"
RAY_WORKER_KILLED, RAY_DRIVER_KILLED = "SIGKILL of a Ray worker", "SIGKILL while Ray reads"
WAYS: dict[str, Way] = {
    KILL: _with_signal(signal.SIGKILL),
    KILL_ALL: _with_signal(signal.SIGKILL, to_all=True),
    TERM: _with_signal(signal.SIGTERM),
    "SIGKILL of dbt's process": _with_process_killed(("dbt",)),
    "SIGKILL of the checks' process": _with_process_killed(
        ("raw_checks", "extracted_checks", "marts_checks")
    ),
    FULL_DISK: _with_files_limited,
    CLOCK_BACK: _with_clock_set_back,
    RAY_WORKER_KILLED: _while_ray_reads(kill_worker=True),
    RAY_DRIVER_KILLED: _while_ray_reads(kill_worker=False),
}
KILLS = (KILL, KILL_ALL)
# What a run is to come through by itself: it ends with 0 and publishes the new state.
BORNE = (CLOCK_BACK, RAY_WORKER_KILLED)


def missing() -> dict[str, str]:
    """Return the ways that are not to be had on this machine, and what they need."""
    found = {}
    if _clock() is None:
        found[CLOCK_BACK] = "libfaketime is not installed (Debian: libfaketime)"
    if importlib.util.find_spec("ray") is None:
        found |= dict.fromkeys((RAY_WORKER_KILLED, RAY_DRIVER_KILLED), "Ray is not installed (make ray)")
    return found


def wanted(kills: int, others: int) -> dict[str, int]:
    """Return how many rounds there are to be of each way: ``kills`` of SIGKILL, a third of them of all processes."""
    of_all = kills // 3
    return {KILL: kills - of_all, KILL_ALL: of_all} | {way: others for way in WAYS if way not in KILLS}


def next_way(done: Iterable[Round], numbers: Mapping[str, int]) -> str | None:
    """Return the way that is furthest behind its number, so that a part that was stopped has some of each.

    A round in which the run had ended before it was hurt counts for half. None where all are done.
    """
    shares: Counter[str] = Counter()
    for one in done:
        shares[one["way"]] += 2 if one["moment"] is not None else 1
    left = {way: shares[way] / (2 * number) for way, number in numbers.items() if shares[way] < 2 * number}
    return min(left, key=lambda way: left[way]) if left else None
