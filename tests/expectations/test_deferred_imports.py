"""Modules of which nothing is used are not read."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from expectations.deferred_imports import OF_GREAT_EXPECTATIONS, defer

LOADED = """
import sys
from expectations.engine import make_ready
make_ready()
print(*(name for name in ("altair.vegalite", "scipy.stats.distributions") if name in sys.modules))
from scipy import stats
print(stats.entropy([0.5, 0.5]) > 0, "scipy.stats.distributions" in sys.modules)
"""


def test_great_expectations_is_ready_without_them_and_they_are_there_when_asked() -> None:
    """This notices, too, when a release comes to use one of them at its import: the 1.2 s would be back."""
    found = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout
    assert found.splitlines() == ["", "True True"]


def test_a_deferred_module_is_the_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "put_off_here.py").write_text("import sys\nsys.put_off_here = 1\nvalue = 7\n")
    monkeypatch.syspath_prepend(tmp_path)
    defer(["put_off_here"])
    put_off_here = importlib.import_module("put_off_here")
    assert not hasattr(sys, "put_off_here")
    assert put_off_here.value == 7
    assert sys.put_off_here == 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="nothing"):
        _ = put_off_here.nothing
    monkeypatch.delattr(sys, "put_off_here")


def test_what_is_not_installed_is_left_to_its_importer() -> None:
    defer(["no_such_package", "no_such_package.part", *OF_GREAT_EXPECTATIONS])
    with pytest.raises(ModuleNotFoundError):
        __import__("no_such_package")
