"""One writer at a time, and a writer that is killed leaves nothing locked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orchestration.storage.lock import LockRefusedError, hold, is_held, writer_lock

HOLD = """
import sys, time
from pathlib import Path
from orchestration.storage.lock import writer_lock
with writer_lock(Path(sys.argv[1]), print, "make quality"):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Where the lock of a DATA folder lies."""
    return tmp_path / "data" / "state" / "lock"


def holding(path: Path, seconds: float) -> subprocess.Popen[str]:
    """Start a process that holds the lock for some time, and wait until it does."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_waits_for_the_first_and_says_for_whom(lock: Path, tmp_path: Path) -> None:
    first = holding(lock, 0.5)
    told: list[str] = []
    with writer_lock(lock, told.append):
        assert first.poll() is not None or first.wait(1) == 0
    assert told == [
        f"waiting for make quality (process {first.pid}) to end, which is writing into {tmp_path / 'data'}"
    ]


def test_a_killed_writer_holds_nothing(lock: Path) -> None:
    first = holding(lock, 60)
    assert is_held(lock)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert not is_held(lock)
    told: list[str] = []
    started = time.monotonic()
    with writer_lock(lock, told.append):
        assert time.monotonic() - started < 1
    assert not told


def test_the_lock_is_free_after_an_exception(lock: Path) -> None:
    for _ in range(2):
        try:
            with writer_lock(lock, lambda message: None):
                raise ValueError
        except ValueError:
            pass


def test_a_lock_is_held_once(lock: Path) -> None:
    first = hold(lock, "make ui")
    assert first is not None
    assert hold(lock, "make ui") is None
    os.close(first)
    second = hold(lock, "make ui")
    assert second is not None
    os.close(second)


def test_nobody_holds_a_lock_that_is_not_there(lock: Path) -> None:
    assert not is_held(lock)


def test_a_lock_of_another_user_is_told_in_words(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock.parent.mkdir(parents=True)
    lock.touch()

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("orchestration.storage.lock.os.open", refuse)
    with (
        pytest.raises(LockRefusedError, match=r"belongs to user \d+\. Run as that user"),
        writer_lock(lock, lambda message: None),
    ):
        pass
