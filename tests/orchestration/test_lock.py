"""One writer at a time, and a writer that is killed leaves nothing locked."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from orchestration.storage.lock import writer_lock

HOLD = """
import sys, time
from pathlib import Path
from orchestration.storage.lock import writer_lock
with writer_lock(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(path: Path, seconds: float) -> subprocess.Popen[str]:
    """Start a process that holds the lock for some time, and wait until it does."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    first = hold(tmp_path / "lock", 0.5)
    told: list[str] = []
    with writer_lock(tmp_path / "lock", told.append):
        assert first.poll() is not None or first.wait(1) == 0
    assert told == [f"another run (process {first.pid}) is writing; waiting for its end"]


def test_a_killed_writer_holds_nothing(tmp_path: Path) -> None:
    first = hold(tmp_path / "lock", 60)
    first.send_signal(signal.SIGKILL)
    first.wait()
    told: list[str] = []
    started = time.monotonic()
    with writer_lock(tmp_path / "lock", told.append):
        assert time.monotonic() - started < 1
    assert not told


def test_the_lock_is_free_after_an_exception(tmp_path: Path) -> None:
    for _ in range(2):
        try:
            with writer_lock(tmp_path / "lock", lambda message: None):
                raise ValueError
        except ValueError:
            pass
