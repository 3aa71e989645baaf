"""``make`` hands over what was typed as it was typed, whatever the folders are called; so is the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.storage.marker import claim
from orchestration.storage.settings import PROJECT

ODD_NAMES = [
    "plain",
    "my data",
    "数据 目录",
    "it's",
    'a "b" c',
    "$HOME",
    "a$(touch planted)b",
    "a`touch planted`b",
    "a;touch planted",
    "-n",
    "a%20b?#c",
    " lead and trail ",
    "back\\slash",
]
OPTIONS = ("STRICT", "VERBOSE", "ALLOW_REMOVAL", "RAY")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout under an odd name whose Python only notes how it was called."""
    folder = tmp_path / "check out 检出 it's $x"
    folder.mkdir()
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copyfile(PROJECT / name, folder / name)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(
        f"#!{sys.executable}\n"
        "import json, os, sys\n"
        "with open('called.json', 'w') as file:\n"
        "    json.dump({'arguments': sys.argv[1:], 'environment': dict(os.environ)}, file)\n"
    )
    python.chmod(0o755)
    (folder / ".venv" / "ready").touch()
    return folder


def make(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean_environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("RAW", "DATA", "MAKEFLAGS", "ZHIBIAO_RAW", "ZHIBIAO_DATA", *OPTIONS)
    }
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env=clean_environment | {"PYTHON": sys.executable} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def called(folder: Path) -> tuple[list[str], dict[str, str]]:
    """How Python was called: its arguments and its environment."""
    told = json.loads((folder / "called.json").read_text())
    return told["arguments"], told["environment"]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_folders_reach_python_as_they_were_typed(checkout: Path, name: str) -> None:
    result = make(checkout, "warehouse", f"RAW={name}", f"DATA=/x/{name}")
    assert result.returncode == 0, result.stderr
    arguments, environment = called(checkout)
    assert arguments == ["-m", "orchestration.runtime.materialize"]
    # make itself takes blanks before a value away.
    assert environment["ZHIBIAO_RAW"] == name.lstrip()
    assert environment["ZHIBIAO_DATA"] == f"/x/{name}"
    assert not (checkout / "planted").exists()


@pytest.mark.parametrize("name", ODD_NAMES)
def test_folders_of_the_environment_do_too(checkout: Path, name: str) -> None:
    make(checkout, "warehouse", RAW=name, DATA=name)
    _, environment = called(checkout)
    assert environment["ZHIBIAO_RAW"] == environment["ZHIBIAO_DATA"] == name
    assert not (checkout / "planted").exists()


def test_without_folders_there_are_raw_and_data(checkout: Path) -> None:
    make(checkout, "warehouse")
    _, environment = called(checkout)
    assert (environment["ZHIBIAO_RAW"], environment["ZHIBIAO_DATA"]) == ("raw", "data")
    assert not set(OPTIONS) & set(environment)


@pytest.mark.parametrize("name", OPTIONS)
def test_options_reach_python_and_stand_in_the_help(checkout: Path, name: str) -> None:
    make(checkout, "warehouse", f"{name}=a b")
    assert called(checkout)[1][name] == "a b"
    assert f"  {name}=" in make(checkout, "help").stdout


def test_the_help_has_every_command(checkout: Path) -> None:
    said = make(checkout).stdout
    for command in ("warehouse", "quality", "ui", "docs", "test", "lint", "setup", "ray", "lock", "clean"):
        assert f"  make {command} " in said
    assert said == make(checkout, "help").stdout


def test_without_a_fitting_python_the_answer_helps(checkout: Path) -> None:
    (checkout / ".venv" / "ready").unlink()
    result = make(checkout, "warehouse", "PYTHON=")
    assert result.returncode == 2
    assert "Python 3.11, 3.12 or 3.13 is needed" in result.stderr
    assert not (checkout / "called.json").exists()


@pytest.mark.parametrize("name", ["a$b", "a:b"])
def test_where_no_environment_can_be_made_the_answer_helps(checkout: Path, name: str) -> None:
    folder = checkout.rename(checkout.with_name(name))
    (folder / ".venv" / "ready").unlink()
    result = make(folder, "setup")
    assert result.returncode == 2
    assert f"move the project: {folder}" in result.stderr
    assert not (folder / "called.json").exists()


@pytest.fixture
def cleanable(checkout: Path) -> Path:
    """The checkout with what ``make clean`` runs."""
    package = ("__init__.py", "runtime/__init__.py", "runtime/clean.py", "storage/__init__.py")
    for name in (*package, "storage/lock.py", "storage/marker.py"):
        (checkout / "orchestration" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PROJECT / "orchestration" / name, checkout / "orchestration" / name)
    (checkout / ".venv" / "pyvenv.cfg").touch()
    return checkout


@pytest.mark.parametrize("name", [name for name in ODD_NAMES if name == name.strip() and "?" not in name])
def test_clean_takes_the_folder_that_was_named_and_no_other(
    cleanable: Path, tmp_path: Path, name: str
) -> None:
    data = tmp_path / "there" / name
    others = [tmp_path / "there" / part for part in ("my", "a", "数据", "state")]
    for folder in (data, *others):
        (folder / "state" / "kept").mkdir(parents=True)
    (cleanable / "data" / "state").mkdir(parents=True)
    (data / "state" / "kept").rmdir()
    claim(data)
    result = make(cleanable, "clean", f"DATA={data}")
    assert result.returncode == 0, result.stderr
    assert not data.exists()
    assert all((folder / "state" / "kept").exists() for folder in others)
    assert (cleanable / "data" / "state").exists()
    assert not (cleanable / ".venv").exists()


@pytest.mark.parametrize("typed", ["DATA=", "DATA= ", "DATA=/", "DATA=.", "DATA=..", "DATA=foreign folder"])
def test_clean_refuses_what_no_run_has_made(cleanable: Path, typed: str) -> None:
    (cleanable / "foreign folder" / "state").mkdir(parents=True)
    result = make(cleanable, "clean", typed)
    assert result.returncode == 2
    assert "Nothing was removed." in result.stderr
    assert (cleanable / ".venv" / "pyvenv.cfg").exists()
    assert (cleanable / "foreign folder" / "state").exists()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_warehouse_under_odd_names(tmp_path: Path) -> None:
    checkout = tmp_path / "check out 检出 it's $x"
    ignored = shutil.ignore_patterns(".venv", ".git", "data", "raw", ".*_cache", "__pycache__", "*.egg-info")
    shutil.copytree(PROJECT, checkout, ignore=ignored)
    (checkout / ".venv").symlink_to(Path(sys.prefix))
    raw, data = tmp_path / "my '报告' $1", tmp_path / "my '数据' $2"
    raw.mkdir()
    report = min((PROJECT / "raw").glob("*.txt"), key=lambda path: path.stat().st_size)
    shutil.copyfile(report, raw / report.name)
    # Without `make` judging the age of an environment that other checkouts share.
    result = make(checkout, "-o", ".venv/ready", "warehouse", f"RAW={raw}", f"DATA={data}", PYTHONPATH="")
    assert result.returncode == 0, result.stderr
    assert (data / "zhibiao.duckdb").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([checkout.name, raw.name, data.name])
    assert not (checkout / "data").exists()
    assert make(checkout, "clean", f"DATA={data}").returncode == 0
    assert not data.exists()
    assert Path(sys.prefix, "bin").exists()
