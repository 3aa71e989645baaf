"""Files that are read into documents, printed, and put on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import typer

from zhibiao.commands.output import OutputFormat, complain, standard_output, terminal
from zhibiao.commands.reading import ReadDocument, UnreadableFileError, read_documents
from zhibiao.commands.records import write_csv, write_json
from zhibiao.commands.terminal_table import document_summary, document_tables


class ReadableFiles:
    """The documents of the files that can be read, one at a time; the others are told and counted."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.failures = 0

    def __iter__(self) -> Iterator[ReadDocument]:
        for name in self.names:
            for document in read_documents(name):
                if isinstance(document, UnreadableFileError):
                    self.failures += 1
                    complain(str(document))
                else:
                    yield document


def print_documents(documents: Iterable[ReadDocument], output_format: OutputFormat | None) -> None:
    """Print documents; without a format, no more than a summary of each."""
    if output_format is OutputFormat.JSON:
        write_json(documents, standard_output())
    elif output_format is OutputFormat.CSV:
        write_csv(documents, standard_output())
    else:
        console = terminal()
        describe = document_summary if output_format is None else document_tables
        for document in documents:
            for part in describe(document):
                console.print(part)
            console.print()


def write_documents_page(documents: Sequence[ReadDocument], path: Path) -> None:
    """Write one page on documents, and say so; none for no documents."""
    from zhibiao.commands.page import write_page  # the template engine costs a tenth of a second: only here

    if not documents:
        return
    try:
        write_page(documents, path)
    except OSError as failure:
        complain(f"{path}: {failure.strerror or failure}")
        raise typer.Exit(1) from failure
    typer.echo(
        f"{path}: {len(documents)} document{'s' * (len(documents) > 1)}, to be opened in a browser", err=True
    )
