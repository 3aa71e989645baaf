"""A file is read once, and again as soon as anything was done to it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from orchestration.storage import hashes
from orchestration.storage.hashes import hash_of_file


def sha256(content: bytes) -> str:
    """The hash that a file of this content has."""
    return hashlib.sha256(content).hexdigest()


def test_other_bytes_of_the_same_length_and_time_are_another_hash(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one")
    before = path.stat()
    assert hash_of_file(path) == sha256(b"one")
    path.write_bytes(b"two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert hash_of_file(path) == sha256(b"two")


def test_a_file_in_the_place_of_another_has_its_own(tmp_path: Path) -> None:
    path, other = tmp_path / "file", tmp_path / "other"
    path.write_bytes(b"one")
    other.write_bytes(b"two")
    assert hash_of_file(path) != hash_of_file(other)
    other.replace(path)
    assert hash_of_file(path) == sha256(b"two")


def test_a_file_is_read_once_though_its_folder_moves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, place = tmp_path / "made", tmp_path / "place"
    made.mkdir()
    (made / "file").write_bytes(b"one")
    expected = hash_of_file(made / "file")
    made.rename(place)
    monkeypatch.setattr(hashes.hashlib, "file_digest", lambda *_: pytest.fail("read again"))
    assert hash_of_file(place / "file") == expected
