"""What is imported is named in pyproject.toml, where it belongs, and what is named there is locked."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
OWN = {
    "zhibiao",
    "orchestration",
    "expectations",
    "reading_room",
    "scripts",
    "benchmarks",
    "torture",
    "tests",
}
# Brought by what they belong to, in the very version that fits it.
BROUGHT = {"click": "typer", "pydantic": "dagster", "dbt-common": "dbt-core"}


def plain(name: str) -> str:
    """The name of a package without version and extras, as the registry writes it."""
    return re.split(r"[\[<>=!~; ]", name, maxsplit=1)[0].lower().replace("_", "-")


def named(*extras: str) -> set[str]:
    """The packages that a set of extras names, with the reader's own and those of the extras within."""
    found = {plain(each) for each in PROJECT["dependencies"]}
    for extra in extras:
        for each in PROJECT["optional-dependencies"][extra]:
            within = re.fullmatch(r"zhibiao\[(\w+)\]", each)
            found |= named(within[1]) if within else {plain(each)}
    return found


def locked(file: str) -> dict[str, str]:
    """The version of each package of a lock."""
    text = (REPOSITORY / file).read_text("utf-8")
    return {plain(name): version for name, version in re.findall(r"^(\S+?)==(\S+)", text, re.M)}


def imported(folder: str) -> dict[str, set[str]]:
    """The packages that the files of a folder import, each with these files."""
    distributions = packages_distributions()
    found: dict[str, set[str]] = {}
    for path in sorted((REPOSITORY / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            modules = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules = [node.module]
            for module in modules:
                top = module.split(".")[0]
                if top in OWN or top in sys.stdlib_module_names:
                    continue
                # Several packages may share a name (dbt); the one that is named is meant.
                candidates = [plain(each) for each in distributions.get(top, [top])]
                package = next((each for each in candidates if each in named("dev")), candidates[0])
                found.setdefault(BROUGHT.get(package, package), set()).add(path.name)
    return found


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        ("zhibiao", ("query",)),
        ("orchestration", ("warehouse", "ray")),
        ("expectations", ("warehouse",)),
        ("reading_room", ("warehouse",)),
        ("tests", ("dev", "ray")),
        ("scripts", ("dev",)),
        ("benchmarks", ("dev", "ray")),
        ("torture", ("dev", "ray")),
    ],
)
def test_what_is_imported_is_named(folder: str, extras: tuple[str, ...]) -> None:
    missing = {name: files for name, files in imported(folder).items() if name not in named(*extras)}
    assert not missing


def test_the_reader_itself_needs_nothing_of_an_extra() -> None:
    only_query = named("query") - named()
    files = set().union(*(files for name, files in imported("zhibiao").items() if name in only_query))
    commands = {path.name for path in (REPOSITORY / "zhibiao" / "commands").glob("*.py")}
    assert files <= commands
    assert imported("zhibiao").keys() <= named("query")


@pytest.mark.parametrize(("file", "extra"), [("requirements.txt", "dev"), ("requirements-ray.txt", "ray")])
def test_what_is_named_is_locked_with_a_hash(file: str, extra: str) -> None:
    versions = locked(file)
    assert named(extra) <= versions.keys()
    text = (REPOSITORY / file).read_text("utf-8")
    assert text.count("--hash=sha256:") >= len(versions)
    for line in text.splitlines():
        # No index, no address: what is locked can come from wherever a registry is.
        assert line.startswith("    --hash=sha256:") or re.match(
            r"[a-z0-9][\w.-]*==[\w.!+]+( ; .+)? \\$", line
        ), line


def test_both_locks_agree() -> None:
    one, other = locked("requirements.txt"), locked("requirements-ray.txt")
    assert {name: other[name] for name in one.keys() & other.keys()} == {
        name: one[name] for name in one.keys() & other.keys()
    }


def test_what_is_pinned_is_what_is_locked() -> None:
    versions = locked("requirements.txt")
    named_versions = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["warehouse"]]
    pinned = dict(each.split("==") for each in named_versions if "==" in each)
    assert pinned
    assert pinned == {name: versions[name] for name in pinned}
