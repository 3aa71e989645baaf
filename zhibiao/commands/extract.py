"""``zhibiao extract``: the figures of any report, in the terminal, as JSON or CSV, or as a page to read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from zhibiao.commands.output import OutputFormat
from zhibiao.commands.reading import ReadDocument, UnreadableFileError, read_document
from zhibiao.commands.records import write_csv, write_json
from zhibiao.commands.terminal_table import document_summary, document_tables, terminal


def extract_command(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Texts to read; - is standard input.")],
    output_format: Annotated[
        OutputFormat | None,
        typer.Option(
            "--format", help="How to print the figures.", show_default="table; with --html, a summary"
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(help="Write the text with every figure marked to this file, to be read in a browser."),
    ] = None,
) -> None:
    """Print the figures of reports: values, indicators, targets and achievements.

    Reads UTF-8, UTF-16 and GB18030 and needs no warehouse. A file that cannot be read is named with the
    reason; the others are still done, and the command ends with 1.
    """
    readable = _ReadableFiles(files)
    if html is None:
        _print_documents(readable, output_format or OutputFormat.TABLE)
    else:
        documents = list(readable)
        _write_page(documents, html)
        _print_documents(documents, output_format)
    if readable.failures:
        raise typer.Exit(1)


class _ReadableFiles:
    """The documents of the files that can be read, one at a time; the others are told and counted."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.failures = 0

    def __iter__(self) -> Iterator[ReadDocument]:
        for name in self.names:
            try:
                yield read_document(name)
            except UnreadableFileError as failure:
                self.failures += 1
                typer.echo(f"zhibiao: {failure}", err=True)


def _print_documents(documents: Iterable[ReadDocument], output_format: OutputFormat | None) -> None:
    """Print documents; without a format, no more than a summary of each."""
    if output_format is OutputFormat.JSON:
        write_json(documents, sys.stdout)
    elif output_format is OutputFormat.CSV:
        write_csv(documents, sys.stdout)
    else:
        console = terminal()
        describe = document_summary if output_format is None else document_tables
        for document in documents:
            for part in describe(document):
                console.print(part)
            console.print()


def _write_page(documents: Sequence[ReadDocument], path: Path) -> None:
    from zhibiao.commands.page import write_page  # the template engine costs a tenth of a second: only here

    if not documents:
        return
    try:
        write_page(documents, path)
    except OSError as failure:
        typer.echo(f"zhibiao: {path}: {failure.strerror or failure}", err=True)
        raise typer.Exit(1) from failure
    typer.echo(
        f"{path}: {len(documents)} document{'s' * (len(documents) > 1)}, to be opened in a browser", err=True
    )
