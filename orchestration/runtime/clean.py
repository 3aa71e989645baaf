"""``make clean``: removes the environment, the caches and, of DATA, what runs have made; nothing else.

Needs Python alone. Exit codes: 0 removed, or nothing to remove; 2 refused, and then nothing at all is removed.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from orchestration.processes.imports import end_with
from orchestration.storage.lock import is_held
from orchestration.storage.marker import MADE, MARKER, is_marked

PROJECT = Path(__file__).resolve().parents[2]
CACHES = (
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".dbt_cache",
    ".compiled",
    "zhibiao.egg-info",
)


class RefusedError(Exception):
    """A folder that must not be touched; the message says why."""


def data_to_clean(named: str | None) -> Path | None:
    """Return the folder that ``DATA`` names, None where there is none.

    Raises ``RefusedError`` for a folder that no run has left its mark in, and for one that can only be a slip:
    no name at all, the root, a home, or a folder that the project itself lies in.
    """
    if not (named or "").strip():
        raise RefusedError("DATA is empty. Name the folder: make clean DATA=<folder>")
    data = Path(named or "").absolute()
    if not os.path.lexists(data):
        return None
    real = data.resolve()
    if real == Path(real.anchor) or real == Path.home().resolve():
        raise RefusedError(f"{data} is no folder of data: it is the root or your home")
    if PROJECT.is_relative_to(real):
        raise RefusedError(f"{data} is no folder of data: the project itself lies in it")
    if not data.is_dir():
        raise RefusedError(f"{data} is no folder")
    if not is_marked(data):
        raise RefusedError(f"{data} was not made by zhibiao (there is no {MARKER} in it)")
    return data


def clean(named: str | None, project: Path = PROJECT) -> list[Path]:
    """Remove what was made, and return it; raises ``RefusedError`` before anything is removed."""
    data = data_to_clean(named)
    removed = []
    if data is not None:
        _refuse_while_in_use(data / "state")
        removed += [path for name in MADE if _remove(path := data / name)]
    removed += [path for name in CACHES if _remove(path := project / name)]
    environment = project / ".venv"
    if environment.is_symlink() or (environment / "pyvenv.cfg").is_file():
        removed += [environment] if _remove(environment) else []
    if data is not None:
        # Last, so that what could not be removed can be tried again.
        _remove(data / MARKER)
        if not data.is_symlink() and not any(data.iterdir()):
            data.rmdir()
    return removed


def _refuse_while_in_use(state: Path) -> None:
    for name, what in (("lock", "a run is writing into it"), ("ui", "make ui serves it")):
        if is_held(state / name):
            raise RefusedError(f"{state.parent} is in use: {what}; end that first")


def _remove(path: Path) -> bool:
    """Remove a file, a folder with all in it, or a link and nothing behind it; False where there is none."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        if os.path.ismount(path):
            for inner in path.iterdir():
                _remove(inner)
        else:
            shutil.rmtree(path)
    else:
        return False
    return True


def main(project: Path = PROJECT) -> int:
    """Clean what the environment names, say what was done, return the exit code."""
    try:
        removed = clean(os.environ.get("ZHIBIAO_DATA"), project)
    except RefusedError as refusal:
        print(f"{refusal}. Nothing was removed.", file=sys.stderr)
        return 2
    except OSError as failure:
        print(f"Not everything could be removed: {failure}", file=sys.stderr)
        return 2
    for path in removed:
        print(f"removed {path}")
    if not removed:
        print("There was nothing to remove.")
    return 0


if __name__ == "__main__":
    end_with(main)
