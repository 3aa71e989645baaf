"""Errors that a person can mend, told in a line or two instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer


class ComplaintError(Exception):
    """What is wrong, and in ``hint`` what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@contextmanager
def told_plainly() -> Iterator[None]:
    """Print a complaint on standard error and end the command with 1."""
    try:
        yield
    except ComplaintError as complaint:
        typer.echo(f"zhibiao: {complaint}", err=True)
        if complaint.hint:
            typer.echo(complaint.hint, err=True)
        raise typer.Exit(1) from complaint
