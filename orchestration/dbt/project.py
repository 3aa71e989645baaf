"""dbt: the project, the environment it runs in, and its manifest, parsed when the project has changed."""

from __future__ import annotations

import fcntl
import importlib.metadata
import os
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

from dagster_dbt import DbtCliResource
from packaging.version import Version

from orchestration.dbt.process import STANDBY
from orchestration.storage.hashes import hash_of_code
from orchestration.storage.marker import claim
from orchestration.storage.settings import DBT_PROJECT, PROJECT, Settings

DBT_COMMAND = (sys.executable, "-m", "orchestration.dbt.process")
# What the project is parsed from, its own files and the lexicon that it seeds, and where the result is kept:
# beside the project, since it is the same for every DATA.
SOURCES = (DBT_PROJECT, PROJECT / "zhibiao" / "lexicon")
PARSED = PROJECT / ".dbt_cache"


class Dbt(DbtCliResource):
    """dbt's command line, run so that it ends with the run, without asking the package index for news."""

    @cached_property
    def _cli_version(self) -> Version:
        return Version(importlib.metadata.version("dbt-core"))

    def _initialize_dbt_core_adapter(self, args: Any) -> Any:
        # Only dagster-dbt's own row counts need an adapter, which would open the database beside dbt.
        return None


def resource(settings: Settings) -> Dbt:
    """Return the resource that runs dbt for the assets; what dbt must be told goes into the environment."""
    inherited = environment(settings)
    for name in [name for name in os.environ if name.startswith("DBT_") and name not in inherited]:
        del os.environ[name]
    os.environ.update(inherited)
    return Dbt(
        project_dir=str(DBT_PROJECT),
        dbt_executable=DBT_COMMAND[0],
        global_config_flags=list(DBT_COMMAND[1:]),
    )


def environment(settings: Settings) -> dict[str, str]:
    """Return what dbt must be told: where it works, which file there is the database, and to be quiet.

    The database is named without its folder: dbt parses its project anew whenever the profile changes.
    """
    return {
        "ZHIBIAO_DBT_FOLDER": str(settings.state),
        "ZHIBIAO_WAREHOUSE": settings.working_database.name,
        "ZHIBIAO_DBT_MEMORY": _memory_limit(settings.working_database),
        "DBT_PROJECT_DIR": str(DBT_PROJECT),
        "DBT_PROFILES_DIR": str(DBT_PROJECT),
        "DBT_TARGET_PATH": str(parsed_folder(settings)),
        "DBT_LOG_PATH": str(settings.dbt_target / "logs"),
        # A log of its own, at debug level, would cost a quarter of dbt's time; what matters is in the run's.
        "DBT_LOG_LEVEL_FILE": "none",
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DBT_VERSION_CHECK": "false",
    }


def _memory_limit(database: Path) -> str:
    """Return how much dbt's connection may hold in memory: 1 GB for a file of up to 1 GB, then doubled with it.

    In few steps, because dbt parses its project anew whenever the profile changes.
    """
    limit = 1_000
    while database.is_file() and database.stat().st_size > limit * 1_000_000:
        limit *= 2
    return f"{limit}MB"


def whole_environment(settings: Settings) -> dict[str, str]:
    """Return the environment for a process of dbt: what the caller has set for a dbt of his own is not ours."""
    return {name: value for name, value in os.environ.items() if not name.startswith("DBT_")} | environment(
        settings
    )


def parsed_folder(settings: Settings) -> Path:
    """Return where the parsed project is kept: under DATA where the checkout cannot be written."""
    return (
        PARSED
        if os.access(PARSED if PARSED.exists() else PROJECT, os.W_OK)
        else settings.dbt_target / "parsed"
    )


def manifest(settings: Settings) -> Path:
    """Return the path of dbt's manifest; parse the project first where it changed since the last time.

    Dagster needs the manifest to load its definitions, in whatever way they are loaded. Raises
    ``RuntimeError`` with dbt's words where the project cannot be parsed, ``FolderRefusedError`` where DATA is
    not the project's to write into.
    """
    claim(settings.data)
    folder = parsed_folder(settings)
    folder.mkdir(parents=True, exist_ok=True)
    settings.state.mkdir(parents=True, exist_ok=True)
    path, parsed_state = folder / "manifest.json", folder / "state"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        state = _state_of_project()
        if path.exists() and parsed_state.exists() and parsed_state.read_text() == state:
            return path
        finished = subprocess.run(
            [*DBT_COMMAND, "--quiet", "parse"],
            # The process that stands by, if any, is for the build.
            env=whole_environment(settings) | {STANDBY: ""},
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode:
            raise RuntimeError(f"dbt cannot parse its project:\n{finished.stdout}{finished.stderr}")
        parsed_state.write_text(state)
    return path


def _state_of_project() -> str:
    return hash_of_code(SOURCES, also=importlib.metadata.version("dbt-core"))
