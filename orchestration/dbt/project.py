"""dbt: the project, the environment it runs in, and its manifest, parsed when the project has changed."""

from __future__ import annotations

import fcntl
import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

from orchestration.dbt.process import DbtProcess
from orchestration.storage.hashes import hash_of_code
from orchestration.storage.marker import claim
from orchestration.storage.settings import DBT_PROJECT, PROJECT, Settings

DBT_COMMAND = (sys.executable, "-m", "orchestration.dbt.command")
# What the project is parsed from, its own files and the lexicon that it seeds, and where the result is kept:
# beside the project, since it is the same for every DATA.
SOURCES = (DBT_PROJECT, PROJECT / "zhibiao" / "lexicon")
PARSED = PROJECT / ".dbt_cache"
# Tells tests which rows to ask: see macros/rows_to_ask.sql.
ASKS = "ZHIBIAO_DBT_ASKS"


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
        if is_parsed(settings, state):
            return path
        finished = subprocess.run(
            [*DBT_COMMAND, "--quiet", "parse"],
            env=whole_environment(settings),
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode:
            raise RuntimeError(f"dbt cannot parse its project:\n{finished.stdout}{finished.stderr}")
        parsed_state.write_text(state)
    return path


def is_parsed(settings: Settings, state: str | None = None) -> bool:
    """Return whether the project lies parsed as it is now; ``state`` where that is known."""
    folder = parsed_folder(settings)
    noted = folder / "state"
    return (
        (folder / "manifest.json").exists()
        and noted.exists()
        and noted.read_text() == (state or _state_of_project())
    )


def new_process(settings: Settings) -> DbtProcess:
    """Start a process of dbt for the folders of a run."""
    claim(settings.data)
    settings.state.mkdir(parents=True, exist_ok=True)
    return DbtProcess(run_environment(settings), parsed_folder(settings), at_once=is_parsed(settings))


def run_environment(settings: Settings) -> dict[str, str]:
    """Return what dbt must be told in a run: its own files do not lie among those of the parsed project."""
    return environment(settings) | {"DBT_TARGET_PATH": str(settings.dbt_target / "run")}


def _state_of_project() -> str:
    return hash_of_code(SOURCES, also=importlib.metadata.version("dbt-core"))
