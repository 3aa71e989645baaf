"""What ``make warehouse`` has made ready on the second core while the first one imports Dagster."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from orchestration.checks.running import checks_standing_by
from orchestration.dbt.process import STANDBY
from orchestration.resources.unchanged import is_likely
from orchestration.storage.settings import PROJECT, Settings


@contextmanager
def standing_by(settings: Settings) -> Iterator[None]:
    """Have the checks and then dbt imported in advance, unless the run will hardly need them."""
    if is_likely(settings):
        yield
        return
    dbt = _Dbt(settings)
    try:
        with checks_standing_by(when_ready=dbt.start):
            yield
    finally:
        dbt.end()


def _forget_dead(settings: Settings) -> None:
    """Take away the sockets of runs that were killed, and one of this process's number, which is of an earlier process."""
    for address in settings.state.glob("dbt-*.socket"):
        number = address.stem.removeprefix("dbt-")
        if not number.isdigit() or int(number) == os.getpid() or not _is_alive(int(number)):
            address.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


class _Dbt:
    """The process that imports dbt and waits for its command."""

    def __init__(self, settings: Settings) -> None:
        _forget_dead(settings)
        self._address = settings.state / f"dbt-{os.getpid()}.socket"
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        os.environ["ZHIBIAO_DBT_FOLDER"] = str(settings.state)
        os.environ[STANDBY] = self._address.name

    def start(self) -> None:
        """Start the process, if the run has not ended meanwhile."""
        command = [sys.executable, "-m", "orchestration.dbt.process", "--stand-by", self._address.name]
        with self._lock:
            if not self._ended:
                self._process = subprocess.Popen(command, cwd=PROJECT)

    def end(self) -> None:
        """End the process and take its socket away."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.terminate()
                self._process.wait()
        self._address.unlink(missing_ok=True)
