"""Documents that were read, as tables for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from zhibiao.commands.cells import plain_number
from zhibiao.commands.reading import ReadDocument
from zhibiao.commands.wording import KIND, MEASURE, QUALITATIVE, STATUS, indicator_names, period_words
from zhibiao.model import Bound, Figure, Numeral, QualitativeTarget, Severity, Status
from zhibiao.printable import printable

STATUS_STYLE = {Status.TARGET: "bold cyan", Status.ACTUAL: "green", Status.REFERENCE: "magenta"}
SEVERITY_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
CONTEXT_BEFORE, CONTEXT_AFTER = 18, 12


def document_tables(document: ReadDocument) -> Iterator[RenderableType]:
    """What to print of a document: its profile, its figures, what is unexplained, and the findings."""
    yield from document_summary(document)
    if document.extraction.figures or document.extraction.qualitative_targets:
        yield _figure_table(document)
    yield from (_unexplained_line(document.text, numeral) for numeral in document.unexplained)
    for finding in document.findings:
        quote = f" 「{finding.quote}」" if finding.quote else ""
        yield _one_line(
            f"{finding.severity.value}: {finding.message}{quote}", SEVERITY_STYLE[finding.severity]
        )


def document_summary(document: ReadDocument) -> Iterator[RenderableType]:
    """Two lines on a document: what it is about, and how much was found in it."""
    profile = document.profile
    kind = KIND.get(profile.kind or "", ("kind unknown",))[0]
    region = f"{profile.region_name or 'region unknown'} {profile.region_code or ''}".strip()
    years = f"plan year {profile.plan_year or 'unknown'}, review year {profile.review_year or 'unknown'}"
    yield _one_line(f"{document.file_name}: {profile.title or 'untitled'}", "bold")
    yield f"{escape(region)} · {kind} · {years} · {document.read_as} · {len(document.text):,} characters"
    yield escape(count_line(document))


def count_line(document: ReadDocument) -> str:
    """The counts of a document as a sentence."""
    statuses = Counter(figure.status for figure in document.extraction.figures)
    excluded = sum(numeral.reason is not None for numeral in document.extraction.numerals)
    return (
        f"{len(document.extraction.figures)} figures: {statuses[Status.TARGET]} targets "
        f"({len(document.headline_figures)} headline), {statuses[Status.ACTUAL]} achievements, "
        f"{statuses[Status.REFERENCE]} references; "
        f"{len(document.extraction.qualitative_targets)} qualitative targets; "
        f"{excluded} numerals excluded, {len(document.unexplained)} of them unexplained"
    )


def value_words(number: Decimal, number_high: Decimal | None, unit: str | None, bound: Bound) -> str:
    """A value with its bound as a person writes it: ``≥ 69000 人``, ``6–6.5 %``, ``≈ 3 %``."""
    sign = {Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ ", Bound.ABOUT: "≈ "}.get(bound, "")
    high = "" if number_high is None else f"–{plain_number(number_high)}"
    return f"{sign}{plain_number(number)}{high} {unit or ''}".rstrip()


def indicator_words(indicator_id: str | None, indicator_text: str | None) -> str:
    """The indicator's Chinese name with a tick, or the words of the text where it has no id."""
    if indicator_id is None:
        return indicator_text or ""
    name = indicator_names().get(indicator_id, (indicator_id,))[0]
    return f"✓ {name}"


def _figure_table(document: ReadDocument) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("at", justify="right", no_wrap=True)
    table.add_column("figure", no_wrap=True, overflow="ellipsis", min_width=8)
    table.add_column("value", no_wrap=True, overflow="ellipsis", min_width=8)
    table.add_column("indicator", overflow="fold", ratio=3)
    table.add_column("measure", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("period", no_wrap=True)
    table.add_column("whose", no_wrap=True, overflow="ellipsis")
    table.add_column("in the text", no_wrap=True, overflow="ellipsis", ratio=4)
    entries: list[Figure | QualitativeTarget] = [
        *document.extraction.figures,
        *document.extraction.qualitative_targets,
    ]
    for entry in sorted(entries, key=lambda entry: (entry.char_start, entry.char_end)):
        cells = _figure_cells(entry) if isinstance(entry, Figure) else _qualitative_cells(entry)
        context = _context(document.text, entry.char_start, entry.char_end)
        table.add_row(str(entry.char_start), *cells, context)
    return table


def _figure_cells(figure: Figure) -> list[RenderableType]:
    arrow = {"up": "↑", "down": "↓"}.get(figure.direction or "", "")
    star = "★" if figure.is_headline else ""
    return [
        _one_line(figure.value_text),
        _one_line(value_words(figure.value, figure.value_high, figure.unit, figure.bound)),
        _one_line(indicator_words(figure.indicator_id, figure.indicator_text)),
        f"{MEASURE[figure.measure][0]}{arrow}",
        Text(f"{STATUS[figure.status][0]}{star}", style=STATUS_STYLE[figure.status]),
        period_words(figure.period_start, figure.period_end),
        _one_line(figure.entity_text or figure.region_text or ""),
    ]


def _qualitative_cells(target: QualitativeTarget) -> list[RenderableType]:
    return [
        "",
        "",
        _one_line(indicator_words(target.indicator_id, target.indicator_text)),
        "",
        Text(f"{QUALITATIVE[0]}★", style=STATUS_STYLE[Status.TARGET]),
        period_words(target.period_start, target.period_end),
        _one_line(target.region_text or ""),
    ]


def _unexplained_line(text: str, numeral: Numeral) -> Text:
    context = _context(text, numeral.char_start, numeral.char_end)
    return Text.assemble((f"unexplained numeral at {numeral.char_start}: ", "bold red"), context)


def _context(text: str, start: int, end: int) -> Text:
    before, after = text[max(0, start - CONTEXT_BEFORE) : start], text[end : end + CONTEXT_AFTER]
    # Only the line itself: what stands on the next one belongs to another figure.
    before, after = before.rsplit("\n", 1)[-1], after.split("\n", 1)[0]
    return Text.assemble(_one_line(before), (_one_line(text[start:end]).plain, "reverse"), _one_line(after))


def _one_line(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)
