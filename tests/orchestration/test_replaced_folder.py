"""A folder of exports or of the site, put in the place of the former one at one stroke."""

from __future__ import annotations

import errno
import sys
import threading
from pathlib import Path
from typing import ClassVar

import pytest

from orchestration.publishing.folders import replace_folder


class TestFolder:
    """A folder of exports in the place of the former one, wherever that lies."""

    @staticmethod
    def made(folder: Path, *names: str) -> Path:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(f"{folder.name} {name}", encoding="utf-8")
        return folder

    @staticmethod
    def held(folder: Path) -> dict[str, str]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}

    NEW: ClassVar = {"a.csv": "new a.csv", "sub/b.csv": "new sub/b.csv"}

    @pytest.mark.parametrize("former", [(), ("a.csv", "gone.csv", "old/c.csv")])
    def test_the_new_files_and_no_others_are_there(self, tmp_path: Path, former: tuple[str, ...]) -> None:
        self.made(tmp_path / "exports", *former)
        replace_folder(
            self.made(tmp_path / "new", "a.csv", "sub/b.csv"), tmp_path / "exports", tmp_path / "former"
        )
        assert self.held(tmp_path / "exports") == self.NEW
        assert sorted(path.name for path in tmp_path.iterdir()) == ["exports"]

    def test_a_link_is_followed_and_stays_a_link(self, tmp_path: Path) -> None:
        self.made(tmp_path / "elsewhere", "gone.csv")
        (tmp_path / "exports").symlink_to(tmp_path / "elsewhere")
        for _ in range(2):
            replace_folder(
                self.made(tmp_path / "new", "a.csv", "sub/b.csv"), tmp_path / "exports", tmp_path / "former"
            )
        assert (tmp_path / "exports").is_symlink()
        assert self.held(tmp_path / "exports") == self.NEW

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders at one stroke")
    def test_there_is_no_moment_without_a_folder(self, tmp_path: Path) -> None:
        place = self.made(tmp_path / "exports", "a.csv")
        over = threading.Event()
        missing: list[Exception] = []

        def look() -> None:
            while not over.is_set():
                try:
                    (place / "a.csv").stat()
                except OSError as error:
                    missing.append(error)

        onlooker = threading.Thread(target=look)
        onlooker.start()
        for _ in range(200):
            replace_folder(self.made(tmp_path / "new", "a.csv"), place, tmp_path / "former")
        over.set()
        onlooker.join()
        assert missing == []

    def test_where_folders_cannot_be_exchanged_the_new_one_is_there_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("orchestration.publishing.folders.exchange", lambda *_: False)
        self.made(tmp_path / "exports", "a.csv", "gone.csv")
        replace_folder(
            self.made(tmp_path / "new", "a.csv", "sub/b.csv"), tmp_path / "exports", tmp_path / "former"
        )
        assert self.held(tmp_path / "exports") == self.NEW
        assert sorted(path.name for path in tmp_path.iterdir()) == ["exports"]

    def test_a_mount_point_keeps_its_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made(tmp_path / "exports", "a.csv", "gone.csv", "old/c.csv")
        rename = Path.rename

        def refuse(self: Path, target: Path) -> Path:
            if self.name == "exports" or target.name == "exports":
                raise OSError(errno.EBUSY, "Device or resource busy")
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", refuse)
        monkeypatch.setattr("orchestration.publishing.folders.exchange", lambda *_: False)
        replace_folder(
            self.made(tmp_path / "new", "a.csv", "sub/b.csv"), tmp_path / "exports", tmp_path / "former"
        )
        assert self.held(tmp_path / "exports") == self.NEW
        assert not (tmp_path / "exports" / "old").exists()
