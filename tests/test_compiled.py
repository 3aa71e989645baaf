"""The reader compiled: when its copy stands in for the sources, what it reads, and where there is no compiler."""

from __future__ import annotations

import copyreg
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import pytest

from orchestration.storage.settings import PROJECT
from scripts.compile_reader import RefusedError, compile_into
from scripts.compiled_sources import (
    with_constants,
    with_first_signs_asked,
    with_initialisers,
    with_memories,
    with_prepared_patterns,
)
from scripts.read_texts import TIMES
from zhibiao.compiled import PATTERNS, SWITCH, copy_of, usable_copy
from zhibiao.extract import extract
from zhibiao.prepared_patterns import compile_pattern, read_prepared, write_prepared
from zhibiao.profile import profile

SEEDS = sorted((PROJECT / "raw").glob("*.txt"))
# What a process reads, and with which module; records pass between its like by pickle.
READ = """
import pickle, pkgutil, sys
from importlib import import_module
from pathlib import Path
import zhibiao
from zhibiao import extract
from zhibiao.profile import profile
for module in pkgutil.walk_packages(zhibiao.__path__, "zhibiao."):
    import_module(module.name)
read = []
for path in map(Path, sys.argv[1:]):
    text = path.read_text("utf-8")
    about = profile(text)
    read.append((about, extract.extract(text, about, path.stem)))
assert pickle.loads(pickle.dumps(read)) == read
print(extract.__file__)
print(repr(read))
"""
C_COMPILER = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()
HAS_COMPILER = (
    shutil.which(C_COMPILER[0]) is not None and Path(sysconfig.get_path("include"), "Python.h").is_file()
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a copy of it that looks compiled."""
    monkeypatch.delenv(SWITCH)
    package = tmp_path / "zhibiao"
    (package / "lexicon").mkdir(parents=True)
    (package / "extract.py").write_text("NUMBER = 1\n")
    (package / "lexicon" / "units.csv").write_text("万元\n")
    shutil.copytree(package, copy_of(package))
    (copy_of(package) / f"extract{EXTENSION_SUFFIXES[0]}").touch()
    return package


def test_a_copy_of_the_sources_is_used(package: Path) -> None:
    assert usable_copy(package) == copy_of(package)
    # What Python itself leaves is no source, and a time alone no change.
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "extract.pyc").touch()
    os.utime(package / "extract.py", (1, 1))
    # Nor is what was prepared for the copy.
    (copy_of(package) / PATTERNS).touch()
    assert usable_copy(package) == copy_of(package)


@pytest.mark.parametrize(
    ("name", "content"),
    [("extract.py", "NUMBER = 2\n"), ("lexicon/units.csv", "亿元\n"), ("added.py", ""), ("extract.py", None)],
)
def test_a_copy_of_other_sources_is_not(package: Path, name: str, content: str | None) -> None:
    if content is None:
        (package / name).unlink()
    else:
        (package / name).write_text(content)
    assert usable_copy(package) is None


def test_a_copy_for_another_python_is_not(package: Path) -> None:
    library = copy_of(package) / f"extract{EXTENSION_SUFFIXES[0]}"
    library.rename(library.with_name("extract.cpython-39-other.so"))
    assert usable_copy(package) is None


def test_a_switch_leaves_it_aside(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "0")
    assert usable_copy(package) is None


def test_without_a_compiler_a_line_says_so_and_nothing_is_touched(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(package.parent.rglob("*"))
    monkeypatch.setenv("CC", "no-such-compiler -O2")
    with pytest.raises(RefusedError) as refusal:
        compile_into(copy_of(package), package)
    assert "no-such-compiler" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert sorted(package.parent.rglob("*")) == before


def test_constants_are_declared_as_such() -> None:
    source = '"""Words."""\nimport re\nWORDS = ("增长",\n    "下降")\nFEWEST, MOST = 1, 2\nSIZES: dict[str, int] = {}\nname = 3\n'
    declared = with_constants(source)
    assert declared.splitlines() == [
        '"""Words."""',
        "from typing import Final as _Final; import re",
        'WORDS: _Final = ("增长",',
        '    "下降")',
        "FEWEST: _Final = 1; MOST: _Final = 2",
        "SIZES: _Final[dict[str, int]] = {}",
        "name = 3",
    ]


def test_dataclasses_with_an_initialiser_are_the_same_and_pass_through_pickle() -> None:
    source = (
        "from dataclasses import dataclass, field\n"
        "@dataclass(frozen=True, slots=True)\n"
        "class Span:\n"
        '    """Where it stands."""\n'
        "\n"
        "    start: int\n"
        "    end: int = 0\n"
        "    words: tuple[str, ...] = field(default_factory=tuple)\n"
    )
    told, as_written = {"__name__": __name__}, {"__name__": __name__}
    exec(source, as_written)
    exec(with_initialisers(source), told)
    made, expected = told["Span"](1), as_written["Span"](1)
    assert repr(made) == repr(expected)
    assert hash(made) == hash(expected)
    assert made == told["Span"](start=1, end=0, words=())
    assert made != told["Span"](2)
    kind, values = copyreg.dispatch_table[told["Span"]](made)
    assert kind(*values) == made


def test_functions_remember_in_dictionaries_of_their_own() -> None:
    source = (
        "from functools import cache, lru_cache\n"
        "ASKED = []\n"
        "@cache\n"
        "def words() -> list[str]:\n"
        "    return ASKED\n"
        "@lru_cache(maxsize=2)\n"
        "def half(number: int, whole: bool = True) -> int | None:\n"
        "    ASKED.append(number)\n"
        "    return number // 2 if whole and number else None\n"
        "@cache\n"
        "def other(*numbers: int) -> int:\n"
        "    return len(numbers)\n"
    )
    made = with_memories(source)
    assert made.splitlines()[9:][:2] == source.splitlines()[9:][:2]  # every line stays where it is
    told: dict[str, Any] = {}
    exec(made, told)
    half, asked = told["half"], told["ASKED"]
    assert [half(8), half(0), half(8), half(0), half(number=8)] == [4, None, 4, None, 4]
    assert asked == [8, 0]
    # A third answer drops the two that are kept.
    assert [half(2), half(2), half(8), half(2, False)] == [1, 1, 4, None]
    assert asked == [8, 0, 2, 8, 2]
    assert told["words"]() is told["words"]() is asked
    assert (told["other"](), told["other"](1, 2)) == (0, 2)


def test_patterns_are_asked_for_where_they_are_prepared() -> None:
    source = "import re\nWORDS = re.compile('增长|下降')\nFOUND = re.search('增长', '增长6%')\n"
    assert with_prepared_patterns(source).splitlines() == [
        "from zhibiao.prepared_patterns import compile_pattern as _compile_pattern; import re",
        "WORDS = _compile_pattern('增长|下降')",
        "FOUND = re.search('增长', '增长6%')",
    ]
    assert with_prepared_patterns("NUMBER = 1\n") == "NUMBER = 1\n"


def test_a_pattern_is_asked_only_where_a_match_can_begin() -> None:
    source = (
        "def read(text, start, words):\n"
        "    found = NUMBER.match(text, start + 1)\n"
        "    if WORDS.match('增长', 0, 2) and words.MORE.fullmatch(text): return NUMBER.match(text, start - 1)\n"
        "    return OTHER.match(text, start) or NUMBER.match(text, start()) or NUMBER.search(text)\n"
    )
    first = {"NUMBER": "12", "WORDS": "增", "words.MORE": "再又"}
    assert with_first_signs_asked(source, first).splitlines() == [
        "def read(text, start, words):",
        "    found = (NUMBER.match(text, start + 1) if text[start + 1:start + 1 + 1] in {'1', '2'} else None)",
        "    if (WORDS.match('增长', 0, 2) if '增长'[0:0 + 1] in {'增'} else None)"
        " and (words.MORE.fullmatch(text) if text[:1] in {'再', '又'} else None): return NUMBER.match(text, start - 1)",
        # Another pattern, a place that costs something or may lie before the text, and a search stay as they are.
        "    return OTHER.match(text, start) or NUMBER.match(text, start()) or NUMBER.search(text)",
    ]


def test_prepared_patterns_match_as_those_that_python_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = "zhibiao.outline.roles\nzhibiao.periods.patterns\nzhibiao.signs"
    command = [sys.executable, "-m", "scripts.prepare_patterns", str(tmp_path)]
    subprocess.run(command, input=names, text=True, check=True, cwd=PROJECT)
    prepared = read_prepared(tmp_path)
    monkeypatch.setattr("zhibiao.prepared_patterns._PREPARED", prepared)
    text = SEEDS[0].read_text("utf-8")[:2000]
    assert len(prepared) > 100
    for pattern, flags in prepared:
        made, expected = compile_pattern(pattern, flags), re.compile(pattern, flags)
        assert (made.pattern, made.flags, made.groups) == (expected.pattern, expected.flags, expected.groups)
        assert made.groupindex == expected.groupindex
        assert [one.groups() for one in made.finditer(text)] == [
            one.groups() for one in expected.finditer(text)
        ]
    # Words of a table, of which reports ask one after another, are among them.
    assert any("责任编辑" in pattern for pattern, _ in prepared)
    assert compile_pattern("没有人准备的").pattern == "没有人准备的"
    assert compile_pattern(rb"<p>", re.IGNORECASE).search(b"<P>")


def test_patterns_of_another_python_are_left_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_prepared(tmp_path) == {}
    write_prepared({("增长", 32): (b"", 0, {}, ())}, tmp_path)
    assert len(read_prepared(tmp_path)) == 1
    monkeypatch.setattr(sys, "version", "2.7")
    assert read_prepared(tmp_path) == {}


def test_all_but_what_finds_the_copy_is_loaded_from_it(tmp_path: Path) -> None:
    package = tmp_path / "zhibiao"
    shutil.copytree(PROJECT / "zhibiao", package, ignore=shutil.ignore_patterns("__pycache__", "lexicon"))
    shutil.copytree(package, copy_of(package))
    (copy_of(package) / f"extract{EXTENSION_SUFFIXES[0]}").touch()
    write_prepared({("增长", 32): (b"", 0, {}, ())}, copy_of(package))
    load = (
        "import sys; from zhibiao.prepared_patterns import _PREPARED; print(list(_PREPARED))\n"
        "for name, module in sys.modules.items():\n"
        "    if name.startswith('zhibiao.'): print(name, module.__file__)"
    )
    loaded = subprocess.check_output(
        [sys.executable, "-c", load],
        env={name: value for name, value in os.environ.items() if name != SWITCH}
        | {"PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        text=True,
    )
    assert sorted(loaded.splitlines()) == [
        "[('增长', 32)]",
        f"zhibiao.compiled {package / 'compiled.py'}",
        f"zhibiao.prepared_patterns {copy_of(package) / 'prepared_patterns.py'}",
    ]


@pytest.mark.slow
@pytest.mark.skipif(not HAS_COMPILER, reason="there is no C compiler, or no Python.h")
def test_it_is_compiled_for_the_texts_that_it_reads(tmp_path: Path) -> None:
    package = tmp_path / "zhibiao"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "profile.py").write_text("def profile(text: str) -> int:\n    return len(text)\n")
    (package / "extract.py").write_text(
        "from pathlib import Path\n"
        "def extract(text: str, about: int, document_id: str) -> None:\n"
        f"    with Path({str(tmp_path / 'read')!r}).open('a') as read:\n"
        "        read.write(f'{text} {about}, ')\n"
    )
    (tmp_path / "text").write_text("增长6%")
    told = subprocess.check_output([*C_COMPILER, "--version"], text=True)
    compile_into(copy_of(package), package, "1", [tmp_path / "text"])
    times = TIMES if "Free Software Foundation" in told else 0
    assert (tmp_path / "read").read_text() == "增长6% 4, " * times
    read = "from zhibiao import extract; print(extract.__file__); extract.extract('下降', 2, '')"
    done = subprocess.run(
        [sys.executable, "-P", "-c", read],
        env=os.environ | {"PYTHONPATH": str(copy_of(package).parent)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(copy_of(package) / f"extract{EXTENSION_SUFFIXES[0]}")
    assert (tmp_path / "read").read_text() == "增长6% 4, " * times + "下降 2, "


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not HAS_COMPILER, reason="there is no C compiler, or no Python.h")
def test_compiled_it_reads_the_same(tmp_path: Path) -> None:
    package = tmp_path / "zhibiao"
    shutil.copytree(PROJECT / "zhibiao", package, ignore=shutil.ignore_patterns("__pycache__"))
    compile_into(copy_of(package), package, optimisation="0")
    environment = {name: value for name, value in os.environ.items() if name != SWITCH}

    def read() -> tuple[Path, str]:
        done = subprocess.run(
            [sys.executable, "-c", READ, *map(str, SEEDS)],
            env=environment | {"PYTHONPATH": str(tmp_path)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        module, found = done.stdout.splitlines()
        return Path(module), found

    texts = [(path.stem, path.read_text("utf-8")) for path in SEEDS]
    expected = [(profile(text), extract(text, profile(text), stem)) for stem, text in texts]
    assert len(expected) == 5
    assert all(extraction.figures for _, extraction in expected)
    module, found = read()
    assert module == copy_of(package) / f"extract{EXTENSION_SUFFIXES[0]}"
    assert found == repr(expected)
    # Who edits a module is read by the module as it is now.
    with (package / "extract.py").open("a", encoding="utf-8") as edited:
        edited.write("# edited\n")
    module, found = read()
    assert module == package / "extract.py"
    assert found == repr(expected)
