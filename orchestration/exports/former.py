"""Files of the exports made before, of tables that have not changed since: they are taken over, not made again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.exports.pieces import Passage, Piece
from orchestration.storage.hashes import hash_of_file


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted of a file: its hash, and for each piece of it the fingerprint, the first byte and the last.

    ``identity`` is that of the file which was put in its place: none other has it, nor has this one when it is altered.
    """

    file_hash: str
    pieces: list[tuple[str, int, int]]
    identity: str = ""

    @property
    def made_of(self) -> list[str]:
        """The fingerprints of its pieces, in their order."""
        return [fingerprint for fingerprint, _, _ in self.pieces]


@dataclass(slots=True)
class FormerExports:
    """The exports as they lie in ``folder``, with what is noted in ``record`` of the tables they were made of.

    ``code`` stands for the code that writes them: files of other code are not taken over.
    """

    folder: Path
    record: Path
    code: str
    _before: dict[str, Note] = field(init=False)
    _now: dict[str, Note] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        try:
            noted = json.loads(self.record.read_text(encoding="utf-8"))
            files = noted["files"] if noted["code"] == self.code else {}
            self._before = {
                path: Note(
                    str(file_hash),
                    [(str(made_of), int(start), int(end)) for made_of, start, end in pieces],
                    str(identity),
                )
                for path, (file_hash, pieces, identity) in files.items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._before = {}

    def take_over(self, path: Path, pieces: Sequence[Piece], out: Path) -> bool:
        """Put a former file into ``out`` if it was made of the same pieces and is as it was left."""
        note = self._as_it_was_left(path)
        if note is None or note.made_of != [piece.fingerprint for piece in pieces]:
            return False
        link_or_copy(self.folder / path, out / path)
        self._now[path.as_posix()] = note
        return True

    def passages(self, path: Path, pieces: Sequence[Piece]) -> list[Passage | None]:
        """Where the former file has the bytes of each of these pieces, if it is as it was left."""
        note = self._as_it_was_left(path)
        known = {} if note is None else {made_of: (start, end) for made_of, start, end in note.pieces}
        return [
            Passage(self.folder / path, *known[piece.fingerprint]) if piece.fingerprint in known else None
            for piece in pieces
        ]

    def note(self, path: Path, pieces: Sequence[Piece], places: Sequence[Passage], out: Path) -> None:
        """Note of what a file that was made in ``out`` was made, and where in it each piece lies."""
        noted = [
            (piece.fingerprint, place.start, place.end) for piece, place in zip(pieces, places, strict=True)
        ]
        self._now[path.as_posix()] = Note(hash_of_file(out / path), noted)

    def save(self, of: str) -> None:
        """Keep what was noted for the next run, when the files lie in ``folder``; ``of`` tells the file they were made of."""
        aside = self.record.with_suffix(".new")
        files = {
            path: (note.file_hash, note.pieces, _identity(self.folder / path))
            for path, note in self._now.items()
        }
        aside.write_text(
            json.dumps({"code": self.code, "of": of, "files": files}, indent=0), encoding="utf-8"
        )
        os.replace(aside, self.record)

    def _as_it_was_left(self, path: Path) -> Note | None:
        note = self._before.get(path.as_posix())
        former = self.folder / path
        if note is None or not former.is_file():
            return None
        # A copy, or what has been carried elsewhere, is told by its bytes.
        is_same = _identity(former) == note.identity or hash_of_file(former) == note.file_hash
        return note if is_same else None


def exported(folder: Path, record: Path, path: Path, of: str) -> Path | None:
    """Return a file of the exports in ``folder`` if it was made of the file that ``of`` tells and is as it was left."""
    try:
        noted = json.loads(record.read_text(encoding="utf-8"))
        _, _, identity = noted["files"][path.as_posix()]
        is_of_it = noted["of"] == of
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return folder / path if is_of_it and identity and identity == _identity(folder / path) else None


def _identity(path: Path) -> str:
    """What tells a file from any other, and from itself after anything was done to it; nothing where there is none."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}-{status.st_ino}"


def link_or_copy(source: Path, target: Path) -> None:
    """Let a file lie in another place too, where none lies."""
    try:
        os.link(source, target)
    except OSError:
        # Another file system, or one without links.
        shutil.copy2(source, target)
