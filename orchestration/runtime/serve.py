"""``make ui``: Dagster's pages in the browser, with the schedule and the sensor running."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from typing import NoReturn

from orchestration.processes.imports import end_with
from orchestration.runtime.home import prepare_home
from orchestration.storage.lock import LockRefusedError, hold
from orchestration.storage.marker import FolderRefusedError
from orchestration.storage.settings import PROJECT, Settings


def main() -> int:
    """Become ``dagster dev`` on the folders that the environment names; Ctrl-C ends it. 2 where that can't be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=3000)
    port = parser.parse_args().port
    settings = Settings.from_environment()
    try:
        prepare_home(settings)
        # It goes with the process that this one becomes, and ends with it.
        lock = hold(settings.state / "ui", f"make ui on port {port}", inherited=True)
    except (FolderRefusedError, LockRefusedError) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    if lock is None:
        note = (settings.state / "ui").read_text(encoding="utf-8", errors="replace")
        print(f"{note} serves {settings.data} already; end it first.", file=sys.stderr)
        return 2
    if not _is_free(port):
        print(f"Port {port} is taken by another program. Name another: make ui PORT=<port>", file=sys.stderr)
        return 2
    return _serve(settings, port)


def _serve(settings: Settings, port: int) -> NoReturn:
    settings.raw.mkdir(parents=True, exist_ok=True)
    _close_dead_runs(settings)
    os.environ["ZHIBIAO_AUTOMATION"] = "on"
    os.chdir(PROJECT)
    print(f"Dagster will answer on port {port} in a moment; Ctrl-C ends it.", flush=True)
    command = [sys.executable, "-m", "dagster", "dev", "-w", "workspace.yaml", "-p", str(port)]
    os.execv(sys.executable, [*command, "--log-level", "warning"])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _close_dead_runs(settings: Settings) -> None:
    from dagster import DagsterInstance

    from orchestration.resources.runs import close_dead_runs

    with DagsterInstance.get() as instance:
        for run_id in close_dead_runs(instance, settings):
            print(f"Run {run_id[:8]} was killed; it is closed.", flush=True)


if __name__ == "__main__":
    end_with(main)
