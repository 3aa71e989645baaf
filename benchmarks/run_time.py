"""``python -m benchmarks.run_time``: how long a run takes, and which step takes it.

Runs the command of ``make warehouse`` twice on a fresh data folder, the second time with nothing changed, and
prints wall and processor seconds. Targets on 2 cores with nothing beside: 30 s and 20 s.
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from orchestration.settings import PROJECT

STEPS = (
    "SELECT step_key, min(timestamp), max(timestamp) FROM event_logs"
    " WHERE dagster_event_type IN ('STEP_START', 'STEP_SUCCESS') GROUP BY step_key ORDER BY 2"
)


def run(raw: Path, data: Path) -> tuple[float, float]:
    """Run once; return wall seconds and processor seconds of the run and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "orchestration.materialize"],
        cwd=PROJECT,
        env=os.environ | {"ZHIBIAO_RAW": str(raw), "ZHIBIAO_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    wall = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def steps(data: Path) -> list[tuple[str, float]]:
    """Return the steps of the last run with their wall seconds."""
    runs = (data / "state" / "dagster" / "history" / "runs").glob("*-*.db")
    latest = max(runs, key=lambda path: path.stat().st_mtime)
    with sqlite3.connect(latest) as connection:
        rows = connection.execute(STEPS).fetchall()
    return [
        (step, (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds())
        for step, start, end in rows
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", type=Path, default=PROJECT / "raw")
    raw = parser.parse_args().raw.absolute()
    with tempfile.TemporaryDirectory() as folder:
        for title in ("all documents new", "nothing changed"):
            wall, processor = run(raw, Path(folder))
            print(f"{title}: {wall:.1f} s, {processor:.1f} s of processor time")
            for step, seconds in steps(Path(folder)):
                print(f"  {step:<22} {seconds:5.1f} s")


if __name__ == "__main__":
    main()
