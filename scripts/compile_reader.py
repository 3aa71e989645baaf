"""``make compiled``: the reader compiled to C by mypyc, in a copy of its own (``zhibiao/compiled.py``).

Needs a C compiler, and some minutes of a core. Exit codes: 0 compiled; 2 it could not be, and what was there stays.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from scripts.compiled_sources import (
    with_constants,
    with_first_signs_asked,
    with_initialisers,
    with_memories,
    with_prepared_patterns,
)
from zhibiao.compiled import SWITCH, copy_of, is_of, is_whole

PACKAGE = Path(__file__).resolve().parents[1] / "zhibiao"
# What is left as it is: the terminal, forms of files, what reads a table of words, what finds the copy and its patterns.
PLAIN = ("commands", "forms", "lexicon", "compiled.py", "prepared_patterns.py")
# A package that is compiled looks for its modules beside the library, under its own name once more.
PACKAGES = "__init__.py"
# A third quicker to compile than 2, and reads as fast.
OPTIMISATION = "1"
# What GCC's first copy of the library reads, to count which ways it goes: the first reports.
TEXTS = PACKAGE.parent / "raw"
MAKER_OF_GCC = "Free Software Foundation"
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")


class RefusedError(Exception):
    """The reader cannot be compiled here; the message says why."""


def compile_into(
    copy: Path, package: Path = PACKAGE, optimisation: str = OPTIMISATION, texts: Sequence[Path] = ()
) -> None:
    """Compile a package into a copy of it, which takes the place of a former one when it is whole.

    ``optimisation`` is how much the C compiler does: 0 for a copy that is soon there. Where it is GCC and ``texts`` are
    given, the copy is made for such texts: it is compiled twice. Raises ``RefusedError`` where there is no compiler, or
    it fails; the former copy stays then.
    """
    compiler = _c_compiler()
    copy.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
        working, fresh = Path(folder) / "working", Path(folder) / copy.name
        # First the copy: whoever edits a source while it is compiled has a copy that is stale.
        shutil.copytree(package, fresh, ignore=LEFT_OUT)
        shutil.copytree(fresh, working / package.name)
        names = modules(working)
        for name, first in _first_signs(names).items():
            path = working / name
            source = with_first_signs_asked(path.read_text("utf-8"), first)
            source = with_memories(with_initialisers(source))
            path.write_text(with_constants(with_prepared_patterns(source)), "utf-8")
        read = map(str, texts) if _is_gcc(compiler) else ()
        command = [sys.executable, "-m", "scripts.build_library", str(working), optimisation, *read]
        done = subprocess.run(
            command,
            input="\n".join(names),
            capture_output=True,
            text=True,
            check=False,
            cwd=PACKAGE.parent,
        )
        if done.returncode:
            raise RefusedError(
                f"{done.stdout}{done.stderr}\nThe reader could not be compiled, as said above."
            )
        _prepare_patterns(names, fresh)
        for library in working.glob(f"{package.name}/**/*{EXTENSION_SUFFIXES[0]}"):
            shutil.copy2(library, fresh / library.relative_to(working / package.name))
        if copy.exists():
            copy.rename(Path(folder) / "former")
        fresh.rename(copy)


def modules(folder: Path) -> list[str]:
    """Return the modules to compile of the package in a folder, relative to it."""
    package = folder / PACKAGE.name
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] not in PLAIN and path.name != PACKAGES
    ]


def _first_signs(modules: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return what matches of the modules' patterns begin with, by module and the pattern's name in it."""
    told: dict[str, dict[str, str]] = json.loads(_of_modules("scripts.first_signs", modules))
    return dict(zip(modules, told.values(), strict=True))


def _prepare_patterns(modules: Sequence[str], copy: Path) -> None:
    """Write what the modules have of regular expressions into the copy."""
    _of_modules("scripts.prepare_patterns", modules, str(copy))


def _of_modules(script: str, modules: Sequence[str], *arguments: str) -> str:
    """Return what a script prints of modules as they are in the sources."""
    names = (name.removesuffix(".py").replace("/", ".") for name in modules)
    return subprocess.run(
        [sys.executable, "-m", script, *arguments],
        input="\n".join(names),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
        env=os.environ | {SWITCH: "0"},
    ).stdout


def _c_compiler() -> list[str]:
    """Return the command of the C compiler, with what it is always told."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    if shutil.which(compiler[0]) is None:
        raise RefusedError(
            f"A C compiler is needed, and there is no {compiler[0]}. The reader works without."
        )
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        raise RefusedError("Python.h is needed (Debian: python3-dev). The reader works without.")
    return compiler


def _is_gcc(compiler: Sequence[str]) -> bool:
    told = subprocess.run([*compiler, "--version"], capture_output=True, text=True, check=False)
    return MAKER_OF_GCC in told.stdout


def main() -> int:
    """Compile the reader, unless that is done; return the exit code."""
    copy = copy_of(PACKAGE)
    if is_whole(copy) and is_of(copy, PACKAGE):
        print(f"The reader is compiled, in {copy.parent}.")
        return 0
    print("Compiling the reader (some minutes) ...", flush=True)
    try:
        compile_into(copy, texts=sorted(TEXTS.glob("*.txt")))
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(f"Compiled, in {copy.parent}: make warehouse, make quality and zhibiao extract use it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
