"""A folder of files that people use, replaced by another: at one stroke where that can be, else file by file."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

from orchestration.publishing.on_disk import put_in_place

# AT_FDCWD and RENAME_EXCHANGE of Linux (renameat2(2), glibc 2.28).
_HERE, _EXCHANGE = -100, 2


def replace_folder(made: Path, place: Path, former: Path) -> None:
    """Put the files of ``made`` in the place of those in ``place``; ``former`` is a free name beside ``made``.

    A link is followed. Where the system can exchange two folders there is no moment without one. A place that cannot
    be renamed, since it is a mount point or lies on another file system, keeps its folder and has its files replaced,
    each at one stroke.
    """
    target = Path(os.path.realpath(place))
    try:
        if not exchange(made, target):
            if target.exists():
                target.rename(former)
            made.rename(target)
    except OSError:
        if former.exists() and not target.exists():
            former.rename(target)
        _replace_files(made, target)
    for leftover in (made, former):
        shutil.rmtree(leftover, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at one stroke; False where they or the system cannot (Linux can)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return bool(done == 0)


def _replace_files(made: Path, target: Path) -> None:
    wanted = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    for name in sorted(wanted):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        put_in_place(made / name, target / name)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(target) not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
