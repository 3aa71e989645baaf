"""``zhibiao explain``: why a number of a report was read as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from zhibiao.collector import collector_paused
from zhibiao.commands.output import complain, complain_of_stale_reader, terminal
from zhibiao.printable import printable

if TYPE_CHECKING:
    from zhibiao.commands.reading import ReadDocument
    from zhibiao.explanation import Explanation

STYLES = {"name": "bold cyan", "place": "magenta", "time": "yellow", "quantity": "bold green"}


def explain_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The report; - is standard input.")],
    at: Annotated[
        int | None,
        typer.Option(help="Where the number stands: char_start of the figure, or any place in it."),
    ] = None,
    text: Annotated[
        str | None, typer.Option(help="Words of the report instead, as 增长6%: each place is told.")
    ] = None,
) -> None:
    """Tell why a number was read as it was: what was found in its sentence, what it could measure, what decided."""
    complain_of_stale_reader()
    with collector_paused():
        from zhibiao.commands.reading import UnreadableFileError, read_document
        from zhibiao.explanation import NoNumberError, explain
    if (at is None) == (text is None):
        complain("name the number by --at or by --text, one of them")
        raise typer.Exit(2)
    try:
        document = read_document(file)
    except UnreadableFileError as failure:
        complain(str(failure))
        raise typer.Exit(1) from failure
    places = [at] if at is not None else _places_of(document, text or "")
    if not places:
        complain(f"{document.file_name}: {text} does not stand in it with a number")
        raise typer.Exit(1)
    console = terminal()
    for place in places:
        try:
            explanation = explain(document.text, document.profile, document.document_id, place)
        except NoNumberError as failure:
            complain(f"{document.file_name}: {failure}")
            raise typer.Exit(1) from failure
        for part in parts_of(document, explanation):
            console.print(part)
        console.print()


def _places_of(document: ReadDocument, words: str) -> list[int]:
    """The figures that begin within each place where the words stand."""
    places: list[int] = []
    found = document.text.find(words)
    while found >= 0 and words:
        places += [
            figure.char_start
            for figure in document.extraction.figures
            if found <= figure.char_start < found + len(words)
        ]
        found = document.text.find(words, found + len(words))
    return list(dict.fromkeys(places))


def parts_of(document: ReadDocument, explanation: Explanation) -> Iterator[RenderableType]:
    """What to print of an explanation: the sentence, its tokens, the candidates, the decisions, the figures."""
    yield _sentence(document.text, explanation)
    line = explanation.line
    years = f"{line.span[0]}–{line.span[1]}" if line.span else str(line.year or "no year")
    yield escape(f"stands in: {line.role.value}, {years}" + (f" · {line.section}" if line.section else ""))
    tokens = _table("found", "words", "meaning")
    for token in explanation.tokens:
        tokens.add_row(Text(token.kind.value, STYLES[token.kind.value]), printable(token.text), token.meaning)
    yield tokens
    yield _candidates(explanation)
    decisions = _table("decision", "rule", "as in")
    for one in explanation.decided:
        decisions.add_row(one.question, one.rule, one.example or "")
    yield decisions
    for figure in explanation.figures:
        yield Text(
            f"→ {figure.indicator_text or '(no name)'} [{figure.indicator_id or 'no indicator'}] {figure.value_text}: "
            f"{figure.bound.value} {figure.measure.value}, {figure.status.value}, "
            f"{figure.period_start or ''}/{figure.period_end or ''}, confidence {figure.confidence:.2f}",
            style="bold",
        )


def _candidates(explanation: Explanation) -> Table:
    """The candidates; the one marked is of the same indicators and the same words as the figure."""
    table = _table("", "construction", "would measure", "indicator", "unit fits")
    chosen = {(figure.indicator_id, figure.indicator_text) for figure in explanation.figures}
    for candidate in explanation.candidates:
        subject = candidate.subject
        texts = subject.texts or (subject.text,) * max(1, len(subject.ids))
        is_chosen = bool(chosen & set(zip(subject.ids or (None,), texts, strict=False)))
        table.add_row(
            "✓" if is_chosen else "",
            candidate.construction.id,
            printable("、".join(texts)),
            " ".join(subject.ids) or "none",
            "yes" if candidate.fits else "no",
        )
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    for column in columns:
        table.add_column(column)
    return table


def _sentence(source: str, explanation: Explanation) -> Text:
    """The sentence with its tokens coloured."""
    shown = Text(printable(source[explanation.start : explanation.end].strip()))
    opening = (
        explanation.start
        + len(source[explanation.start : explanation.end])
        - len(source[explanation.start : explanation.end].lstrip())
    )
    for token in explanation.tokens:
        shown.stylize(STYLES[token.kind.value], token.start - opening, token.end - opening)
    for figure in explanation.figures[:1]:
        shown.stylize("reverse", figure.char_start - opening, figure.char_end - opening)
    return shown
