"""Builds the library of the compiled reader, in place: ``python -m scripts.build_library FOLDER OPTIMISATION [TEXT ...]``.

FOLDER holds the package, of which the modules to compile are read, a line each; OPTIMISATION is how much the C compiler does, from 0 to 3. Where texts are named, the library is
first built so that it counts which ways it goes, then reads them, and is built once more by what was counted; the
compiler is to be GCC then.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from mypyc.build import mypycify
from setuptools import Distribution, Extension  # type: ignore[import-untyped]
from setuptools.command.build_ext import build_ext  # type: ignore[import-untyped]

from zhibiao.compiled import SWITCH

ROOT = Path(__file__).resolve().parents[1]
NAME = "zhibiao"
# What the modules have is for each other alone: a call of one by another then goes by no table.
BETWEEN_THEM = "-fvisibility=hidden"
# The one library that all modules share; its name puts it among them.
LIBRARY = f"{NAME}.reader"
# Types have been checked by `make lint`, by the project's own configuration.
CHECKING = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")
# What GCC is told: count; use what was counted, and lay what is seldom done aside. What no text came to has no counts.
COUNTING = ("-fprofile-generate",)
COUNTED = (
    *("-fprofile-use", "-fprofile-correction", "-Wno-missing-profile", "-Wno-error=coverage-mismatch"),
    *("-freorder-functions", "-freorder-blocks-and-partition", "-fno-plt"),
)


class BuildExtensions(build_ext):  # type: ignore[misc]  # setuptools has no types
    """Compiles the sources of an extension side by side."""

    def build_extensions(self) -> None:
        """Build all of them."""
        compile_some = self.compiler.compile

        def compile_all(sources: Sequence[str], *others: Any, **named: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                made = pool.map(lambda source: compile_some([source], *others, **named), sources)
                return [made_of_one for of_one in made for made_of_one in of_one]

        self.compiler.compile = compile_all
        super().build_extensions()


def build(folder: Path, modules: Sequence[str], optimisation: str, texts: Sequence[str]) -> None:
    """Compile modules of the package in a folder, in place: a library, and for each what loads it from there."""
    os.chdir(folder)
    extensions = mypycify(
        [*CHECKING, *modules],
        opt_level=optimisation,
        debug_level="0",
        multi_file=True,
        group_name=LIBRARY,
        target_dir="c",
    )
    for extension in extensions:
        extension.include_dirs.append(f"c/{NAME}")
        if os.name == "posix":
            extension.extra_compile_args = [*extension.extra_compile_args, BETWEEN_THEM]
    if not texts:
        _compile(extensions, ())
        return
    _compile(extensions, COUNTING)
    _have_read(folder, texts)
    # As they are there, they would be taken for done.
    for made in (*folder.rglob("*.o"), *folder.rglob("*.so")):
        made.unlink()
    _compile(extensions, COUNTED)


def _compile(extensions: Sequence[Extension], flags: Sequence[str]) -> None:
    usual = [(extension.extra_compile_args, extension.extra_link_args) for extension in extensions]
    for extension, (compiling, linking) in zip(extensions, usual, strict=True):
        extension.extra_compile_args, extension.extra_link_args = [*compiling, *flags], [*linking, *flags]
    command = BuildExtensions(Distribution({"ext_modules": extensions}))
    command.inplace = True
    command.ensure_finalized()
    command.run()
    for extension, (compiling, linking) in zip(extensions, usual, strict=True):
        extension.extra_compile_args, extension.extra_link_args = compiling, linking


def _have_read(folder: Path, texts: Sequence[str]) -> None:
    """Have the library in a folder read texts, in a process of its own: at its end it writes what it has counted."""
    subprocess.run(
        [sys.executable, "-P", "-m", "scripts.read_texts", *texts],
        check=True,
        env=os.environ | {SWITCH: "0", "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))},
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]), sys.stdin.read().split(), sys.argv[2], sys.argv[3:])
