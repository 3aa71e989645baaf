"""Errors that a person can mend, told in a line or two instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from zhibiao.commands.output import complain

# What the extra `query` of pyproject.toml brings, beside the reader.
QUERY_PACKAGES = frozenset({"duckdb", "rapidfuzz"})


class ComplaintError(Exception):
    """What is wrong, and in ``hint`` what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@contextmanager
def told_plainly() -> Iterator[None]:
    """Print a complaint on standard error and end the command with 1."""
    try:
        try:
            yield
        except ModuleNotFoundError as missing:
            if missing.name not in QUERY_PACKAGES:
                raise
            raise ComplaintError(
                f"asking a warehouse needs {missing.name}, which is not installed here",
                "pip install '.[query]' in the project's folder brings it; `zhibiao extract` does without.",
            ) from missing
    except ComplaintError as complaint:
        complain(str(complaint), complaint.hint)
        raise typer.Exit(1) from complaint
