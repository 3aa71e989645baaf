"""The mark that a run leaves in its DATA folder: what lies there under these names is the project's to replace.

Needs no package: ``make clean`` asks it before there is an environment, or when there is none any more.
"""

from __future__ import annotations

import re
from pathlib import Path

MARKER = ".zhibiao"
# All that is made under DATA; a run replaces them whole, and `make clean` removes them.
MADE = ("zhibiao.duckdb", "zhibiao.duckdb.wal", "exports", "docs", "quality", "site", "state")
# Dagster names its databases by an address in which these have a meaning of their own: it would write elsewhere.
_NO_PATH_OF_SQLITE = re.compile(r"\?|%[0-9A-Fa-f]{2}")
# What a run leaves in `state`: a folder that was in use before there was a mark is known by one of these.
_OF_A_RUN = ("warehouse.duckdb", "dagster", "dbt", "lock")
_TEXT = """\
zhibiao made this folder. A run replaces, and `make clean` removes, what lies here under these names:
{names}
Anything else is left alone.
"""


class FolderRefusedError(Exception):
    """A folder that a run cannot or must not write into; the message says why, and what to do."""


def is_marked(data: Path) -> bool:
    """Return whether a run of the project has left its mark in the folder."""
    return (data / MARKER).is_file()


def claim(data: Path) -> None:
    """Make the folder, if need be, and leave the mark in it.

    Raises ``FolderRefusedError`` where something lies there, under a name that a run would replace, that no run
    has made, and where the path is one that Dagster cannot keep its records under; and ``OSError`` where nothing
    can be written there.
    """
    if found := _NO_PATH_OF_SQLITE.search(str(data)):
        raise FolderRefusedError(
            f"{data} has {found[0]} in its path, under which Dagster cannot keep its records. "
            "Name another folder: DATA=<folder>"
        )
    if is_marked(data):
        return
    if not any((data / "state" / name).exists() for name in _OF_A_RUN):
        taken = [name for name in MADE if _is_filled(data / name)]
        if taken:
            raise FolderRefusedError(
                f"{data} has {', '.join(taken)} of its own, which a run would replace. "
                "Name another folder: DATA=<folder>"
            )
    data.mkdir(parents=True, exist_ok=True)
    (data / MARKER).write_text(_TEXT.format(names=" ".join(MADE)), encoding="utf-8")


def _is_filled(path: Path) -> bool:
    """Return whether something is there; an empty folder, or a link to one, may have been set up for the run."""
    if path.is_dir():
        return any(path.iterdir())
    return path.exists() or path.is_symlink()
