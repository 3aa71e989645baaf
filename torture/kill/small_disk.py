"""A disk of a fixed size, and where none can be mounted, a limit on each file."""

from __future__ import annotations

import random
import resource
import shutil
import subprocess

from torture.kill.moments import Hurt, start
from torture.kill.place import LONGEST_RUN, Place


class NoDiskError(Exception):
    """None may be mounted here."""


class SmallDisk:
    """A disk of a fixed size with a copy of a data folder on it."""

    def __init__(self, place: Place) -> None:
        """Mount it, wide, beside the place. Raises ``NoDiskError`` where that may not be done: only root may."""
        self._mount = place.raw.parent / "disk"
        # One that was stopped may have left it mounted.
        subprocess.run(["umount", str(self._mount)], check=False, stderr=subprocess.DEVNULL)
        self._mount.mkdir(exist_ok=True)
        self._of = place
        if _mount("-t", "tmpfs", "-o", "size=2g", "tmpfs", str(self._mount)):
            raise NoDiskError
        self.place = Place(place.raw, self._mount / "data")
        shutil.copytree(place.data, self.place.data, symlinks=True)

    def shrink(self, chance: random.Random) -> str:
        """Leave a random room, from nearly none to a little more than the published file takes; return how much."""
        room = int(self.place.published.stat().st_size * chance.uniform(0.01, 1.2))
        _mount("-o", f"remount,size={shutil.disk_usage(self._mount).used + room}", str(self._mount))
        return f"{room / 1e6:.1f} MB free"

    def widen(self) -> None:
        """Make room."""
        _mount("-o", "remount,size=2g", str(self._mount))

    def close(self) -> None:
        """Put the data folder back in its place, and unmount."""
        shutil.rmtree(self._of.data)
        shutil.copytree(self.place.data, self._of.data, symlinks=True)
        subprocess.run(["umount", str(self._mount)], check=True)


def _mount(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], check=False, stderr=subprocess.DEVNULL).returncode


def run_in(place: Place, room: str) -> Hurt:
    """Let a run go to its end where there is no more than this room; no moment where that was enough for it."""
    run = start(place)
    code = run.process.wait(LONGEST_RUN)
    return Hurt(room if code else None, run.step, code, run.process.pid)


def run_with_files_limited(place: Place, chance: random.Random) -> Hurt:
    """No file may grow beyond a random size: what a full disk does to whoever writes, where nothing can be mounted."""
    largest = max((path.stat().st_size for path in place.data.rglob("*") if path.is_file()), default=1)
    most = int(largest * chance.uniform(0.02, 1.1))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        run = start(place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    code = run.process.wait(LONGEST_RUN)
    return Hurt(f"no file above {most:,} bytes" if code else None, run.step, code, run.process.pid)
