"""``make compiled``: the reader compiled to C by mypyc, in a copy of its own (``zhibiao/compiled.py``).

Needs a C compiler, and some minutes of a core. Exit codes: 0 compiled; 2 it could not be, and what was there stays.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from scripts.compiled_sources import (
    with_constants,
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
# What the modules have is for each other alone: a call of one by another then goes by no table.
BETWEEN_THEM = "-fvisibility=hidden"
# The one library that all modules share; its name puts it among them.
LIBRARY = f"{PACKAGE.name}.reader"
# Types have been checked by `make lint`, by the project's own configuration.
CHECKING = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")


class RefusedError(Exception):
    """The reader cannot be compiled here; the message says why."""


def compile_into(copy: Path, package: Path = PACKAGE, optimisation: str = OPTIMISATION) -> None:
    """Compile a package into a copy of it, which takes the place of a former one when it is whole.

    ``optimisation`` is how much the C compiler does: 0 for a copy that is soon there. Raises ``RefusedError`` where
    there is no compiler, or it fails; the former copy stays then.
    """
    _ask_for_compiler()
    copy.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
        working, fresh = Path(folder) / "working", Path(folder) / copy.name
        # First the copy: whoever edits a source while it is compiled has a copy that is stale.
        shutil.copytree(package, fresh, ignore=LEFT_OUT)
        shutil.copytree(fresh, working / package.name)
        for name in modules(working):
            path = working / name
            source = with_memories(with_initialisers(path.read_text("utf-8")))
            path.write_text(with_constants(with_prepared_patterns(source)), "utf-8")
        command = [sys.executable, "-m", "scripts.compile_reader", str(working), optimisation]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PACKAGE.parent)
        if done.returncode:
            raise RefusedError(
                f"{done.stdout}{done.stderr}\nThe reader could not be compiled, as said above."
            )
        _prepare_patterns(working, fresh)
        for library in working.glob(f"{package.name}/**/*{EXTENSION_SUFFIXES[0]}"):
            shutil.copy2(library, fresh / library.relative_to(working / package.name))
        if copy.exists():
            copy.rename(Path(folder) / "former")
        fresh.rename(copy)


def _prepare_patterns(working: Path, copy: Path) -> None:
    """Write what the modules have of regular expressions into the copy."""
    names = (name.removesuffix(".py").replace("/", ".") for name in modules(working))
    subprocess.run(
        [sys.executable, "-m", "scripts.prepare_patterns", str(copy)],
        input="\n".join(names),
        text=True,
        check=True,
        cwd=PACKAGE.parent,
        env=os.environ | {SWITCH: "0"},
    )


def _ask_for_compiler() -> None:
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        raise RefusedError(f"A C compiler is needed, and there is no {compiler}. The reader works without.")
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        raise RefusedError("Python.h is needed (Debian: python3-dev). The reader works without.")


def modules(folder: Path) -> list[str]:
    """Return the modules to compile of the package in a folder, relative to it."""
    package = folder / PACKAGE.name
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] not in PLAIN and path.name != PACKAGES
    ]


def build(folder: Path, optimisation: str) -> None:
    """Compile the package in a folder, in place: a library, and for each module what loads it from there."""
    from mypyc.build import mypycify
    from setuptools import Distribution  # type: ignore[import-untyped]

    os.chdir(folder)
    extensions = mypycify(
        [*CHECKING, *modules(folder)],
        opt_level=optimisation,
        debug_level="0",
        multi_file=True,
        group_name=LIBRARY,
        target_dir="c",
    )
    for extension in extensions:
        extension.include_dirs.append(f"c/{PACKAGE.name}")
        if os.name == "posix":
            extension.extra_compile_args.append(BETWEEN_THEM)
    distribution = Distribution({"ext_modules": extensions})
    command = distribution.get_command_obj("build_ext")
    command.inplace, command.parallel = True, os.cpu_count()
    command.ensure_finalized()
    command.run()


def main() -> int:
    """Compile the reader, unless that is done; return the exit code."""
    copy = copy_of(PACKAGE)
    if is_whole(copy) and is_of(copy, PACKAGE):
        print(f"The reader is compiled, in {copy.parent}.")
        return 0
    print("Compiling the reader (some minutes) ...", flush=True)
    try:
        compile_into(copy)
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(f"Compiled, in {copy.parent}: make warehouse, make quality and zhibiao extract use it.")
    return 0


if __name__ == "__main__":
    if sys.argv[1:]:
        build(Path(sys.argv[1]), sys.argv[2])
    else:
        sys.exit(main())
