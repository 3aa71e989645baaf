"""``python -m orchestration.dbt build -s marts`` runs dbt by hand on the working database, after whoever writes into
it; without arguments the project is parsed if need be.
"""

from __future__ import annotations

import subprocess
import sys

from orchestration.dbt.project import DBT_COMMAND, manifest, whole_environment
from orchestration.processes.imports import end_with
from orchestration.storage.lock import writer_lock
from orchestration.storage.marker import FolderRefusedError
from orchestration.storage.settings import Settings


def main() -> int:
    """Run dbt with the arguments of the command line and return its exit code."""
    settings = Settings.from_environment()
    arguments = sys.argv[1:]
    if not arguments:
        try:
            manifest(settings)
        except FolderRefusedError as refusal:
            print(refusal, file=sys.stderr)
            return 2
        return 0
    with writer_lock(
        settings.lock, lambda message: print(message, file=sys.stderr, flush=True), "dbt by hand"
    ):
        return subprocess.run(
            [*DBT_COMMAND, *arguments], env=whole_environment(settings), check=False
        ).returncode


if __name__ == "__main__":
    end_with(main)
