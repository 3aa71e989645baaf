"""The formats that every command prints in, and the terminal that it prints on."""

from __future__ import annotations

from enum import StrEnum

from rich.console import Console

# Without a terminal there is no width to fit: wide enough that no cell is cut short.
WIDTH_WITHOUT_TERMINAL = 220


class OutputFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def terminal() -> Console:
    """The console to print on: as wide as the terminal, or wide enough for a file or a pipe."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=WIDTH_WITHOUT_TERMINAL)
