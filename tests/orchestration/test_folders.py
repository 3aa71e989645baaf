"""The folders of ``orchestration``: each says what belongs there, and none imports one that stands above it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# From the ground up: a folder imports those before it, never those behind it.
ORDER = (
    "storage",
    "processes",
    "ingest",
    "reading",
    "resources",
    "exports",
    "publishing",
    "checks",
    "dbt",
    "assets",
    "automation",
    "definitions",
    "runtime",
)
MODULES = sorted((ROOT / "orchestration").rglob("*.py"))


def folder(path: Path) -> str:
    """The folder of a module, or its own name where it is in none."""
    parts = path.relative_to(ROOT / "orchestration").with_suffix("").parts
    return parts[0]


def imported(source: str) -> Iterator[str]:
    """The modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def arrows(own: str, source: str) -> set[str]:
    """The folders of ``orchestration``, other than its own, that a module imports from."""
    parts = [name.split(".") for name in imported(source)]
    named = {part[1] for part in parts if part[0] == "orchestration" and len(part) > 1}
    return named - {own}


def test_every_folder_has_its_place() -> None:
    assert {folder(path) for path in MODULES} == {*ORDER, "__init__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_arrow_runs_back(path: Path) -> None:
    own = folder(path)
    below = ORDER[: ORDER.index(own)] if own in ORDER else ()
    assert arrows(own, path.read_text("utf-8")) <= set(below)


def test_an_arrow_that_runs_back_would_be_seen() -> None:
    source = "def late():\n    from orchestration.assets.specs import OWNERS\n    import orchestration.dbt"
    assert arrows("checks", source) == {"assets", "dbt"}


@pytest.mark.parametrize(
    "package", [path for path in MODULES if path.name == "__init__.py"], ids=lambda path: path.parent.name
)
def test_every_folder_says_what_belongs_there_and_what_does_not(package: Path) -> None:
    told = ast.get_docstring(ast.parse(package.read_text("utf-8"))) or ""
    assert len([line for line in told.splitlines() if line.strip()]) >= 2


@pytest.mark.parametrize("lower", ["zhibiao", "expectations", "reading_room"])
def test_nothing_else_imports_it(lower: str) -> None:
    above = [
        path.relative_to(ROOT)
        for path in (ROOT / lower).rglob("*.py")
        if any(name.split(".")[0] == "orchestration" for name in imported(path.read_text("utf-8")))
    ]
    assert above == []
