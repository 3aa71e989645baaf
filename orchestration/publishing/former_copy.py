"""A copy of the published file, begun while dbt builds: the next file is made in it, when there is something to publish."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from orchestration.publishing.on_disk import flush


def identity(path: Path) -> str:
    """What tells a file from the one that lies in its place later."""
    status = path.stat()
    return f"{status.st_size}-{status.st_mtime_ns}-{status.st_ino}"


@dataclass(frozen=True, slots=True)
class FormerCopy:
    """A copy of a file on its way to ``place``; ``copied`` is what the file was before it began."""

    place: Path
    copied: str
    on_its_way: Thread

    def put(self, former: Path, aside: Path) -> bool:
        """Wait for its end, and put it in place as ``aside`` if it is whole and of the file that lies there now."""
        self.on_its_way.join()
        try:
            is_whole = self.place.stat().st_size == former.stat().st_size
            if not is_whole or identity(former) != self.copied:
                return False
            os.replace(self.place, aside)
        except OSError:
            return False
        return True

    def remove(self) -> None:
        """Leave nothing of it behind, where it was not needed."""
        self.on_its_way.join()
        self.place.unlink(missing_ok=True)


def begin_copy(former: Path, place: Path) -> FormerCopy | None:
    """Begin to copy a file to ``place``, in a thread; None where there is none."""
    try:
        copied = identity(former)
    except OSError:
        return None
    thread = Thread(target=_copy, args=(former, place), name="copies the published file", daemon=True)
    thread.start()
    return FormerCopy(place, copied, thread)


def _copy(former: Path, place: Path) -> None:
    # Without a whole copy it is made when it is needed, and says then what is the matter.
    with suppress(OSError):
        shutil.copyfile(former, place)
        # Publishing waits for the disk: what is copied is there by then.
        flush(place)
