"""Files of the exports made before, of tables that have not changed since: they are taken over, not made again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from orchestration.exports.catalogue import Mart
from orchestration.storage.hashes import hash_of_file


@dataclass(slots=True)
class FormerExports:
    """The exports as they lie in ``folder``, with what is noted in ``record`` of the tables they were made of.

    ``code`` stands for the code that writes them: files of other code are not taken over.
    """

    folder: Path
    record: Path
    code: str
    _before: dict[str, list[str]] = field(init=False)
    _now: dict[str, list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        try:
            noted = json.loads(self.record.read_text(encoding="utf-8"))
            self._before = noted["files"] if noted["code"] == self.code else {}
        except (OSError, ValueError, KeyError, TypeError):
            self._before = {}

    def take_over(self, path: Path, fingerprint: str, out: Path) -> bool:
        """Put a former file into ``out`` if it was made of a table of this fingerprint and is as it was left."""
        former = self.folder / path
        made_of, file_hash = self._before.get(path.as_posix(), ["", ""])
        if made_of != fingerprint or not former.is_file() or hash_of_file(former) != file_hash:
            return False
        _link_or_copy(former, out / path)
        self._now[path.as_posix()] = [fingerprint, file_hash]
        return True

    def note(self, path: Path, fingerprint: str, out: Path) -> None:
        """Note what a file that was made in ``out`` was made of."""
        self._now[path.as_posix()] = [fingerprint, hash_of_file(out / path)]

    def save(self) -> None:
        """Keep what was noted for the next run."""
        aside = self.record.with_suffix(".new")
        aside.write_text(json.dumps({"code": self.code, "files": self._now}, indent=1), encoding="utf-8")
        os.replace(aside, self.record)


def fingerprint(connection: duckdb.DuckDBPyConnection, mart: Mart) -> str:
    """Return a hash of a mart's rows, in whatever order, and of its columns."""
    rows = connection.execute(
        f'select count(*), bit_xor(hash("rows")), sum(hash("rows")) from {mart.full_name} as "rows"'
    ).fetchone()
    return hashlib.sha256(f"{rows}{mart.columns}{mart.order_clause}".encode()).hexdigest()


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        # Another file system, or one without links.
        shutil.copy2(source, target)
