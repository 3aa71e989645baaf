"""dbt: the project, the environment it runs in, and its manifest, parsed when the project has changed.

``python -m orchestration.dbt build -s marts`` runs dbt by hand on the working database.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.metadata
import os
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

from dagster_dbt import DbtCliResource, DbtProject
from packaging.version import Version

from orchestration.settings import DBT_PROJECT, PROJECT, Settings

DBT_COMMAND = (sys.executable, "-m", "orchestration.dbt_process")
# What the project is parsed from: its own files, and the lexicon that it seeds.
PARSED = (DBT_PROJECT, PROJECT / "zhibiao" / "lexicon")
GENERATED = {"target", "logs", "dbt_packages", "__pycache__"}


class Dbt(DbtCliResource):
    """dbt's command line, run so that it ends with the run, without asking the package index for news."""

    @cached_property
    def _cli_version(self) -> Version:
        return Version(importlib.metadata.version("dbt-core"))

    def _initialize_dbt_core_adapter(self, args: Any) -> Any:
        # Only dagster-dbt's own row counts need an adapter, which would open the database beside dbt.
        return None


def project(settings: Settings) -> DbtProject:
    """Return the dbt project with its target under DATA."""
    return DbtProject(DBT_PROJECT, target_path=settings.dbt_target, profiles_dir=DBT_PROJECT)


def resource(settings: Settings) -> Dbt:
    """Return the resource that runs dbt for the assets; what dbt must be told goes into the environment."""
    os.environ.update(environment(settings))
    return Dbt(
        project_dir=project(settings),  # type: ignore[arg-type]  # its __init__ takes one
        dbt_executable=DBT_COMMAND[0],
        global_config_flags=list(DBT_COMMAND[1:]),
    )


def environment(settings: Settings) -> dict[str, str]:
    """Return what dbt must be told: the database, and to keep its files under DATA."""
    return {
        "ZHIBIAO_WAREHOUSE": str(settings.working_database),
        "DBT_PROFILES_DIR": str(DBT_PROJECT),
        "DBT_TARGET_PATH": str(settings.dbt_target),
        "DBT_LOG_PATH": str(settings.dbt_target / "logs"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DBT_VERSION_CHECK": "false",
    }


def manifest(settings: Settings) -> Path:
    """Return the path of dbt's manifest; parse the project first where it changed since the last time.

    Dagster needs the manifest to load its definitions, in whatever way they are loaded. Raises
    ``RuntimeError`` with dbt's words where the project cannot be parsed.
    """
    settings.dbt_target.mkdir(parents=True, exist_ok=True)
    path = settings.dbt_target / "manifest.json"
    parsed = settings.dbt_target / "parsed"
    with (settings.dbt_target / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        state = _state_of_project()
        if path.exists() and parsed.exists() and parsed.read_text() == state:
            return path
        finished = subprocess.run(
            [*DBT_COMMAND, "--quiet", "parse"],
            cwd=DBT_PROJECT,
            env=os.environ | environment(settings),
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode:
            raise RuntimeError(f"dbt cannot parse its project:\n{finished.stdout}{finished.stderr}")
        parsed.write_text(state)
    return path


def _state_of_project() -> str:
    state = hashlib.sha256(importlib.metadata.version("dbt-core").encode())
    for folder in PARSED:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not GENERATED & set(path.relative_to(folder).parts):
                state.update(f"{path.relative_to(PROJECT)}\0".encode() + path.read_bytes())
    return state.hexdigest()


if __name__ == "__main__":
    here = Settings.from_environment()
    os.chdir(DBT_PROJECT)
    os.execve(sys.executable, [*DBT_COMMAND, *sys.argv[1:]], os.environ | environment(here))
