"""Files that are on the disk, whole, and in their places."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path


def put_in_place(made: Path, place: Path) -> None:
    """Put a file in the place of another at one stroke, also from another file system; links are followed."""
    place = Path(os.path.realpath(place))
    try:
        os.replace(made, place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = place.with_name(f".{place.name}.new")
        shutil.copy2(made, beside)
        flush(beside)
        os.replace(beside, place)
        made.unlink()


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
