"""``make ui``: Dagster's pages in the browser, with the schedule and the sensor running."""

from __future__ import annotations

import argparse
import os
import sys

from orchestration.runtime.home import prepare_home
from orchestration.storage.marker import ForeignFolderError
from orchestration.storage.settings import PROJECT, Settings


def main() -> None:
    """Become ``dagster dev`` on the folders that the environment names; Ctrl-C ends it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=3000)
    port = parser.parse_args().port
    settings = Settings.from_environment()
    settings.raw.mkdir(parents=True, exist_ok=True)
    try:
        prepare_home(settings)
    except ForeignFolderError as refusal:
        print(refusal, file=sys.stderr)
        sys.exit(2)
    _close_dead_runs()
    os.environ["ZHIBIAO_AUTOMATION"] = "on"
    os.chdir(PROJECT)
    print(f"Dagster will answer on port {port} in a moment; Ctrl-C ends it.", flush=True)
    command = [sys.executable, "-m", "dagster", "dev", "-w", "workspace.yaml", "-p", str(port)]
    os.execv(sys.executable, [*command, "--log-level", "warning"])


def _close_dead_runs() -> None:
    from dagster import DagsterInstance

    from orchestration.runtime.runs import close_dead_runs

    with DagsterInstance.get() as instance:
        close_dead_runs(instance)


if __name__ == "__main__":
    main()
