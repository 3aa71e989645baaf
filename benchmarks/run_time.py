"""``python -m benchmarks.run_time``: how long a run takes, and which step takes it.

Runs the command of ``make warehouse`` on a fresh data folder, once more with nothing changed, and once more
with one report added, and prints wall seconds and the processor seconds of all its processes together, step by
step. Targets on 2 cores with nothing beside: 30 s, and 20 s with nothing changed. Where other work shares the
cores, processor seconds tell more.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from orchestration.storage.settings import PROJECT

STEPS = (
    "SELECT step_key, min(timestamp), max(timestamp) FROM event_logs"
    " WHERE dagster_event_type IN ('STEP_START', 'STEP_SUCCESS') GROUP BY step_key ORDER BY 2"
)
# A look at all processes takes 4 ms of a processor, which the run then does not have.
LOOK_EVERY_SECONDS = 0.25
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Look:
    """The processor seconds that the processes of a run had used at a moment."""

    at: float
    used: float


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it was looked on: its processor time, and the most memory that one of its processes held."""

    looks: list[Look]
    peak_bytes: int

    @property
    def seconds(self) -> float:
        """Wall seconds from beginning to end."""
        return self.looks[-1].at - self.looks[0].at


def run(raw: Path, data: Path) -> Run:
    """Run once, and look on. Raises ``SystemExit`` where the run fails."""
    started = time.time()
    process = subprocess.Popen(
        [sys.executable, "-m", "orchestration.runtime.materialize"],
        cwd=PROJECT,
        env=os.environ | {"ZHIBIAO_RAW": str(raw), "ZHIBIAO_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    used: dict[int, float] = {}
    looks = [Look(started, 0.0)]
    peak = 0
    while process.returncode is None:
        now = processor_seconds(process.pid)
        used |= now
        peak = max(peak, *map(peak_memory, now), 0)
        looks.append(Look(time.time(), sum(used.values())))
        with suppress(subprocess.TimeoutExpired):
            process.wait(LOOK_EVERY_SECONDS)
    looks.append(Look(time.time(), sum(used.values())))
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    return Run(looks, peak)


def peak_memory(process: int) -> int:
    """Return the most bytes that a process has held in memory so far, 0 where it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(found.group(1)) * 1024 if found else 0


def processor_seconds(root: int) -> dict[int, float]:
    """Return the processor seconds of a process and all that it has started, by process."""
    parents, used = {}, {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                facts = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # It has just ended.
            parents[int(folder.name)] = int(facts[1])
            used[int(folder.name)] = (int(facts[11]) + int(facts[12])) / TICKS
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return {process: used[process] for process in family if process in used}


def steps(data: Path) -> list[tuple[str, float, float]]:
    """Return the steps of the last run with their beginnings and ends."""
    runs = (data / "state" / "dagster" / "history" / "runs").glob("*-*.db")
    latest = max(runs, key=lambda path: path.stat().st_mtime)
    with sqlite3.connect(latest) as connection:
        rows = connection.execute(STEPS).fetchall()
    return [(step, _seconds(start), _seconds(end)) for step, start, end in rows]


def _seconds(timestamp: str) -> float:
    return datetime.fromisoformat(timestamp).replace(tzinfo=UTC).timestamp()


def tell(title: str, seen: Run, parts: list[tuple[str, float, float]]) -> None:
    """Print a run: the whole, what comes before the first step, the steps, what comes after the last."""
    looks = seen.looks
    begin, end = looks[0].at, looks[-1].at
    print(
        f"{title}: {end - begin:.1f} s, {looks[-1].used:.1f} s of processor time,"
        f" largest process {seen.peak_bytes / 1e9:.2f} GB"
    )
    whole = [("start", begin, parts[0][1]), *parts, ("end", parts[-1][2], end)]
    for name, start, stop in whole:
        used = _used(looks, stop) - _used(looks, start)
        print(f"  {name:<22} {stop - start:5.1f} s {used:5.1f} s")


def _used(looks: list[Look], at: float) -> float:
    return max((look.used for look in looks if look.at <= at), default=0.0)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", type=Path, default=PROJECT / "raw")
    given = parser.parse_args().raw.absolute()
    with tempfile.TemporaryDirectory() as folder:
        raw, data = Path(folder, "raw"), Path(folder, "data")
        shutil.copytree(given, raw)
        tell("all documents new", run(raw, data), steps(data))
        tell("nothing changed", run(raw, data), steps(data))
        one = min(raw.glob("*.txt"))
        one.write_bytes(one.read_bytes() + b"\n")
        tell("one document changed", run(raw, data), steps(data))


if __name__ == "__main__":
    main()
