"""``zhibiao extract``: the figures of any report, in the terminal, as JSON or CSV, or as a page to read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zhibiao.collector import collector_paused
from zhibiao.commands.output import OutputFormat, complain_of_stale_reader


def extract_command(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Files to read; - is standard input.")],
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

    Reads texts in UTF-8, UTF-16 and GB18030, web pages, Word documents (.docx), OpenDocument texts (.odt), Rich
    Text, PDF files with a text layer, each member of a ZIP archive and each row of a table that has a column of
    texts (.csv, .xlsx), and needs no warehouse. A file that cannot be read is named with the reason; the others
    are still done, and the command ends with 1.
    """
    complain_of_stale_reader()
    # The reader with its lexicons: the other commands start without it.
    with collector_paused():
        from zhibiao.commands.reports import ReadableFiles, print_documents, write_documents_page

    readable = ReadableFiles(files)
    if html is None:
        print_documents(readable, output_format or OutputFormat.TABLE)
    else:
        documents = list(readable)
        write_documents_page(documents, html)
        print_documents(documents, output_format)
    if readable.failures:
        raise typer.Exit(1)
