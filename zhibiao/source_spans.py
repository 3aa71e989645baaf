"""Takes the spans of what was read from the legible text back to the text as it was written."""

from __future__ import annotations

from dataclasses import replace

from zhibiao.folding import fold
from zhibiao.ledger import RUN, complete
from zhibiao.legible import Legible
from zhibiao.model import Extraction, Finding, Numeral, Reason


def in_source(found: Extraction, legible: Legible) -> Extraction:
    """Return ``found``, whose spans are those of ``legible.text``, with spans and words of the source.

    The numerals of what was left out (a page's number) join the ledger.
    """
    source = legible.source
    for figure in found.figures:
        figure.char_start, figure.char_end = legible.span(figure.char_start, figure.char_end)
        figure.value_text = source[figure.char_start : figure.char_end]
    for target in found.qualitative_targets:
        target.char_start, target.char_end = legible.span(target.char_start, target.char_end)
        target.target_text = source[target.char_start : target.char_end]
    findings = [_finding(one, legible) for one in found.findings]
    return Extraction(found.figures, found.qualitative_targets, _numerals(found.numerals, legible), findings)


def _finding(one: Finding, legible: Legible) -> Finding:
    if one.char_start is None or one.char_end is None:
        return one
    start, end = legible.span(one.char_start, one.char_end)
    return replace(one, char_start=start, char_end=end)


def _numerals(numerals: list[Numeral], legible: Legible) -> list[Numeral]:
    source = legible.source
    rows: list[Numeral] = []
    for one in numerals:
        start, end = legible.span(one.char_start, one.char_end)
        rows.append(Numeral(start, end, source[start:end], one.figure_id, one.reason))
    for place, shift, before in zip(legible.places, legible.shifts, (0, *legible.shifts), strict=False):
        # The stretch left out ends where the sign at ``place`` stands; what stands for it is part of it.
        end = place + shift
        for run in RUN.finditer(fold(source[end - (shift - before) : end])):
            start = end - (shift - before) + run.start()
            rows.append(Numeral(start, start + len(run.group()), run.group(), None, Reason.OTHER))
    rows.sort(key=lambda row: row.char_start)
    return complete(source, fold(source), _apart(source, rows))


def _apart(source: str, rows: list[Numeral]) -> list[Numeral]:
    """Without the rows that lie within the one before: the digits of markup inside a figure."""
    kept: list[Numeral] = []
    for row in rows:
        if kept and row.char_start < kept[-1].char_end:
            continue
        kept.append(replace(row, numeral_text=source[row.char_start : row.char_end]))
    return kept
