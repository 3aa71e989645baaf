"""The formats that every command prints in, and the terminal that it prints on."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import Protocol

import typer
from rich import console as rich_console

from zhibiao.compiled import complaint
from zhibiao.printable import printable

# Without a terminal there is no width to fit: wide enough that no cell is cut short.
WIDTH_WITHOUT_TERMINAL = 220


class OutputFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Writable(Protocol):
    """What rows are written to."""

    def write(self, text: str, /) -> object:
        """Write some text."""


class _TerminalText:
    """Standard output for text that a terminal must not obey."""

    def write(self, text: str, /) -> object:
        return sys.stdout.write(printable(text, keep="\n\t"))


def standard_output() -> Writable:
    """Return what CSV and JSON are written to: exact into a file or a pipe, harmless on a terminal."""
    return _TerminalText() if sys.stdout.isatty() else sys.stdout


class Console(rich_console.Console):
    """A console whose reader may go away: rich would end the process with 1, which says that a check failed."""

    def on_broken_pipe(self) -> None:
        """Print no more; what is done goes on, and what was left to print troubles nobody at the end."""
        self.quiet = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.file.fileno())
        os.close(nowhere)


def terminal() -> Console:
    """The console to print on: as wide as the terminal, or wide enough for a file or a pipe."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=WIDTH_WITHOUT_TERMINAL)


def complain_of_stale_reader() -> None:
    """Say so where a compiled reader is there and of other sources than those that read."""
    if stale := complaint():
        complain(stale)


def complain(message: str, hint: str = "") -> None:
    """Print on standard error what is wrong, and what to do about it."""
    typer.echo(f"zhibiao: {printable(message)}", err=True)
    if hint:
        typer.echo(printable(hint, keep="\n"), err=True)
