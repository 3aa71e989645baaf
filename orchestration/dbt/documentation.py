"""``make docs``: dbt's documentation of every model as one page, DATA/docs/index.html."""

from __future__ import annotations

import os
import subprocess
import sys

from orchestration.dbt.project import DBT_COMMAND, manifest, whole_environment
from orchestration.processes.imports import end_with
from orchestration.storage.lock import LockRefusedError, writer_lock
from orchestration.storage.marker import FolderRefusedError
from orchestration.storage.settings import Settings


def main() -> int:
    """Write the page and say where it is; 2 where there is nothing to document, or dbt fails."""
    settings = Settings.from_environment()
    if not settings.working_database.is_file():
        print(f"No working database in {settings.state}: run `make warehouse` first.", file=sys.stderr)
        return 2
    try:
        manifest(settings)
        return _write(settings)
    except (FolderRefusedError, LockRefusedError) as refusal:
        print(refusal, file=sys.stderr)
        return 2


def _write(settings: Settings) -> int:
    target = settings.state / "dbt_docs"
    with writer_lock(settings.lock, lambda message: print(message, file=sys.stderr, flush=True), "make docs"):
        command = [*DBT_COMMAND, "--quiet", "docs", "generate", "--static", "--target-path", str(target)]
        if subprocess.run(command, env=whole_environment(settings), check=False).returncode:
            return 2
    page = settings.data / "docs" / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    os.replace(target / "static_index.html", page)
    print(page)
    return 0


if __name__ == "__main__":
    end_with(main)
