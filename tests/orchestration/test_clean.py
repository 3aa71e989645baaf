"""``make clean`` takes what runs have made, and nothing else whatever it is told."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.runtime.clean import PROJECT, RefusedError, clean, data_to_clean
from orchestration.storage.marker import MADE, MARKER, FolderRefusedError, claim, is_marked

ODD_NAMES = ["data", "my data", "数据 目录", "a'b", 'a"b', "a$HOME b", "a;rm -rf b", "-rf", "*", "a#b", "a%b"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout with an environment and caches of its own."""
    folder = tmp_path / "check out 检出"
    for name in (".venv/bin", ".mypy_cache", "zhibiao.egg-info", "zhibiao"):
        (folder / name).mkdir(parents=True)
    (folder / ".venv" / "pyvenv.cfg").touch()
    return folder


def made(folder: Path) -> Path:
    """A folder as runs leave it."""
    claim(folder)
    for name in MADE:
        if name.startswith("zhibiao.duckdb"):
            (folder / name).touch(mode=0o444)
        else:
            (folder / name / "inner").mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", ODD_NAMES)
def test_what_runs_made_goes_and_what_they_did_not_make_stays(
    tmp_path: Path, project: Path, name: str
) -> None:
    data = made(tmp_path / name)
    (data / "notes.txt").touch()
    neighbours = [tmp_path / "my", tmp_path / "a", tmp_path / "b", tmp_path / "state"]
    for neighbour in neighbours:
        neighbour.mkdir(exist_ok=True)
        (neighbour / "kept").touch()
    clean(str(data), project)
    assert [path.name for path in data.iterdir()] == ["notes.txt"]
    assert all((neighbour / "kept").exists() for neighbour in neighbours)
    assert [path.name for path in project.iterdir()] == ["zhibiao"]


def test_a_folder_with_nothing_else_in_it_goes_too(tmp_path: Path, project: Path) -> None:
    data = made(tmp_path / "data")
    clean(str(data), project)
    assert not data.exists()


def test_a_folder_that_is_not_there_is_nothing_to_remove(tmp_path: Path, project: Path) -> None:
    clean(str(tmp_path / "none"), project)
    assert [path.name for path in project.iterdir()] == ["zhibiao"]
    assert clean(str(tmp_path / "none"), project) == []


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        (None, "DATA is empty"),
        ("", "DATA is empty"),
        ("  ", "DATA is empty"),
        ("/", "the root"),
        ("//", "the root"),
        ("~", "not made by zhibiao"),
        ("..", "not made by zhibiao"),
        ("foreign", "not made by zhibiao"),
        ("file.txt", "no folder"),
    ],
)
def test_it_refuses_before_anything_is_removed(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch, named: str | None, reason: str
) -> None:
    (tmp_path / "here" / "~").mkdir(parents=True)
    (tmp_path / "here" / "foreign" / "state").mkdir(parents=True)
    (tmp_path / "here" / "file.txt").touch()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(RefusedError, match=reason):
        clean(named, project)
    assert (project / ".venv" / "pyvenv.cfg").exists()
    assert (tmp_path / "here" / "foreign" / "state").exists()


def test_a_home_and_the_folders_above_the_project_are_refused_even_with_a_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / MARKER).touch()
    for named in (tmp_path, PROJECT, PROJECT.parent):
        with pytest.raises(RefusedError, match="no folder of data"):
            data_to_clean(str(named))


def test_of_a_link_only_the_link_goes(tmp_path: Path, project: Path) -> None:
    data = made(tmp_path / "data")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    (data / "exports" / "inner").rmdir()
    (data / "exports").rmdir()
    (data / "exports").symlink_to(elsewhere)
    (project / ".venv").rename(tmp_path / "shared")
    (project / ".venv").symlink_to(tmp_path / "shared")
    clean(str(data), project)
    assert (elsewhere / "kept").exists()
    assert (tmp_path / "shared" / "pyvenv.cfg").exists()
    assert not os.path.lexists(project / ".venv")


def test_an_environment_that_is_none_stays(tmp_path: Path, project: Path) -> None:
    (project / ".venv" / "pyvenv.cfg").unlink()
    clean(str(tmp_path / "none"), project)
    assert (project / ".venv" / "bin").exists()


@pytest.mark.parametrize("name", ["lock", "ui"])
def test_a_run_or_a_browser_is_not_disturbed(tmp_path: Path, project: Path, name: str) -> None:
    data = made(tmp_path / "data")
    with (data / "state" / name).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(RefusedError, match="is in use"):
            clean(str(data), project)
        assert (data / "state" / "inner").exists()
    clean(str(data), project)
    assert not data.exists()


@pytest.mark.parametrize("name", ["exports", "docs", "zhibiao.duckdb", "state"])
def test_a_folder_with_things_of_its_own_is_not_taken(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine").touch()
    with pytest.raises(FolderRefusedError, match=name):
        claim(tmp_path)
    assert not is_marked(tmp_path)


@pytest.mark.parametrize("name", ["a?b", "a%20b", "a%e4b"])
def test_a_path_that_dagster_would_write_beside_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FolderRefusedError, match="in its path"):
        claim(tmp_path / name / "data")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_things_is_taken_and_they_stay(tmp_path: Path, project: Path) -> None:
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "exports").mkdir()
    made_here = made(tmp_path / "data")
    clean(str(made_here), project)
    assert [path.name for path in made_here.iterdir()] == ["raw"]


def test_a_folder_that_was_in_use_before_there_was_a_mark_is_taken(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "warehouse.duckdb").touch()
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "README.md").touch()
    claim(tmp_path)
    assert is_marked(tmp_path)


def test_it_runs_without_any_package(tmp_path: Path, project: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    program = (
        "import sys; from pathlib import Path; from orchestration.runtime.clean import main\n"
        "sys.exit(main(Path(sys.argv[1])))"
    )
    process = subprocess.run(
        # -S: without what is installed beside Python itself.
        [sys.executable, "-S", "-c", program, str(project)],
        cwd=PROJECT,
        env=os.environ | {"ZHIBIAO_DATA": str(foreign), "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 2
    told = f"{foreign} was not made by zhibiao (there is no {MARKER} in it). Nothing was removed.\n"
    assert process.stderr == told
