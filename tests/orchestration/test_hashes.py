"""A file is read once, and again as soon as anything was done to it."""

from __future__ import annotations

import hashlib
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from orchestration.storage import hashes
from orchestration.storage.hashes import hash_of_file, listing


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
    monkeypatch.setattr(hashes, "_hash", lambda *_: pytest.fail("read again"))
    assert hash_of_file(place / "file") == expected


def test_a_file_that_two_threads_ask_for_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one")
    reads: list[Path] = []

    def slowly(place: Path, size: int) -> str:
        reads.append(place)
        time.sleep(0.05)
        return sha256(place.read_bytes())

    monkeypatch.setattr(hashes, "_hash", slowly)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(hash_of_file, [path, path])) == [sha256(b"one")] * 2
    assert reads == [path]


def test_a_file_larger_than_what_is_read_at_once_is_hashed_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashes, "READ_AT_ONCE", 4)
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    assert hash_of_file(path) == sha256(b"0123456789")


@pytest.mark.parametrize(
    "change", ["a file's size", "its time", "its name", "a file more", "a file in a folder"]
)
def test_a_listing_tells_names_sizes_and_times(tmp_path: Path, change: str) -> None:
    (tmp_path / "en").mkdir()
    page, other = tmp_path / "index.html", tmp_path / "en" / "index.html"
    for path in (page, other):
        path.write_text("page")
        os.utime(path, (1, 1))
    before = listing(tmp_path)
    assert listing(tmp_path) == before
    match change:
        case "a file's size":
            page.write_text("pages")
            os.utime(page, (1, 1))
        case "its time":
            os.utime(page, (2, 2))
        case "its name":
            page.rename(tmp_path / "index.htm")
        case "a file more":
            (tmp_path / "more.html").touch()
        case _:
            os.utime(other, (2, 2))
    assert listing(tmp_path) != before


def test_a_folder_that_is_not_there_lists_as_an_empty_one(tmp_path: Path) -> None:
    assert listing(tmp_path / "none") == listing(tmp_path)
