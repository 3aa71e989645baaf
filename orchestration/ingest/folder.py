"""What lies in the raw folder, by name, size and time, without reading it; and what there is no reading of.

Only what truly lies inside is a file of the folder: links are not followed, since what they lead to inside is
met there, and what lies outside is none of ours.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from zhibiao.model import Severity

MANIFEST = "manifest.csv"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the raw folder; ``name`` is its path within the folder, with forward slashes, in plain UTF-8.

    ``changed_ns`` is when its content or its place last changed, by the file system's own clock: a program can
    set the time of modification back, but not this one.
    """

    name: str
    path: Path
    size: int
    modified_ns: int
    changed_ns: int
    inode: int = 0

    @property
    def state(self) -> tuple[int, int, int]:
        """What tells whether the content may have changed."""
        return self.size, self.modified_ns, self.changed_ns


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry of the folder that is not read, and why. Of a folder that may not be entered, nothing is known."""

    name: str
    reason: str
    severity: Severity = Severity.WARNING
    hides_files: bool = False


@dataclass(slots=True)
class RawFolder:
    """The files by name, and the entries that are not read."""

    files: list[RawFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def may_hold(self, name: str) -> bool:
        """Return whether a file of that name may lie in a folder that could not be looked into."""
        return any(each.hides_files and name.startswith(f"{each.name}/") for each in self.left_out)


def look(folder: Path) -> RawFolder:
    """Return the files of the folder and its subfolders by name, hidden ones and the manifest left out.

    A file that goes away while the folder is looked at counts as absent. Raises ``NotADirectoryError`` where
    there is no such folder: an unmounted share is not an empty one.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"there is no raw folder {folder}")
    found = RawFolder()
    for entry in _walk(folder, os.path.realpath(folder), found):
        found.files.append(entry)
    found.files = sorted(_with_names_of_their_own(found.files), key=lambda file: file.name)
    found.left_out.sort(key=lambda each: each.name)
    return found


def _walk(folder: Path, base: str, found: RawFolder) -> Iterator[RawFile]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            if here == folder:
                raise NotADirectoryError(
                    f"the raw folder {folder} cannot be read: {error.strerror}"
                ) from error
            reason = f"the folder cannot be entered ({error.strerror}); what lies in it is not known"
            found.left_out.append(LeftOut(_name(here, folder), reason, hides_files=True))
            continue
        for entry in entries:
            if entry.name.startswith(".") or (here == folder and entry.name == MANIFEST):
                continue
            path = Path(entry.path)
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            except OSError as error:
                found.left_out.append(LeftOut(_name(path, folder), f"cannot be looked at ({error.strerror})"))
                continue
            if stat.S_ISDIR(status.st_mode):
                waiting.append(path)
            elif stat.S_ISREG(status.st_mode):
                yield RawFile(
                    _name(path, folder),
                    path,
                    status.st_size,
                    status.st_mtime_ns,
                    status.st_ctime_ns,
                    status.st_ino,
                )
            else:
                found.left_out.append(_left_out(path, _name(path, folder), status.st_mode, base))


def _left_out(path: Path, name: str, mode: int, base: str) -> LeftOut:
    """Say of a link or a special file why it is not read."""
    if not stat.S_ISLNK(mode):
        return LeftOut(name, f"is {SPECIAL.get(stat.S_IFMT(mode), 'no file')}, not a file")
    try:
        target = os.path.realpath(path, strict=True)
    except OSError as error:
        return LeftOut(name, f"is a link that leads nowhere ({error.strerror})")
    if os.path.commonpath([base, target]) != base:
        return LeftOut(name, "is a link that leads out of the raw folder; put the file itself there")
    return LeftOut(name, "is a link to what lies in the raw folder and is met there", Severity.INFO)


SPECIAL = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def _name(path: Path, folder: Path) -> str:
    """Return a path within the folder; a name that is no UTF-8 can be kept only with its odd bytes written out."""
    raw = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "backslashreplace")


def _with_names_of_their_own(files: Iterable[RawFile]) -> Iterator[RawFile]:
    r"""Give each file a name that no other has: the bytes ``bad\xff`` may stand beside that very spelling."""
    by_name: dict[str, list[RawFile]] = defaultdict(list)
    for file in files:
        by_name[file.name].append(file)
    for name, alike in by_name.items():
        for file in alike:
            raw = os.fsencode(file.path)
            if len(alike) == 1 or raw.endswith(name.encode()):
                yield file
            else:
                yield replace(file, name=f"{name} ({hashlib.sha256(raw).hexdigest()[:8]})")


def signature(folder: Path) -> str:
    """Return a short name of the folder's state: it changes with any file's name, size or time."""
    state = hashlib.sha256()
    found = look(folder)
    for file in found.files:
        state.update(f"{file.name}\0{file.state}\n".encode())
    for each in found.left_out:
        state.update(f"{each.name}\0{each.reason}\n".encode())
    manifest = folder / MANIFEST
    if manifest.is_file():
        status = manifest.stat()
        state.update(f"{MANIFEST}\0{status.st_size}\0{status.st_mtime_ns}\0{status.st_ctime_ns}\n".encode())
    return state.hexdigest()[:16]
