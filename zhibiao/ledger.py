"""The ledger of numerals: every Arabic numeral of a text, with the figure it belongs to or the reason it has none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import attrgetter

from zhibiao.document import Document
from zhibiao.model import Numeral, Reason

Span = tuple[int, int]

# Each begins with a sign of its own, so that the search leaps from one digit to the next.
RUN = re.compile(r"[0-9][0-9]*")
DIGITS = re.compile(r"[0-9][0-9]*(?:[.,][0-9]+)*")


def ledger(document: Document, figure_at: Mapping[int, str]) -> list[Numeral]:
    """Return a row for every Arabic numeral, in order: each run of digits lies within one of them.

    ``figure_at`` gives the id of the figure that is read from the quantity at a position.
    """
    text, folded = document.text, document.folded
    digits = [found.span() for found in DIGITS.finditer(folded)]
    numerals = [
        Numeral(start, end, text[start:end], None, reason) for start, end, reason in document.excluded
    ]
    spans = [(quantity.start, quantity.end) for quantity in document.quantities if not quantity.chinese]
    # A merged cell is one number, though of several rows.
    spans += {
        value.number.start: value.number.end for table in document.tables for value in table.values
    }.items()
    numerals += [
        Numeral(start, end, text[start:end], figure_at.get(first), None)
        for first, start, end in _digits_in(folded, digits, sorted(spans))
    ]
    numerals.sort(key=attrgetter("char_start"))
    return complete(text, folded, numerals, digits)


def _digits_in(folded: str, digits: list[Span], spans: list[Span]) -> list[tuple[int, int, int]]:
    """Where each numeral within spans stands, behind where its span begins; all lists are in order."""
    found: list[tuple[int, int, int]] = []
    place, count = 0, len(digits)
    for first, last in spans:
        while place < count and digits[place][1] <= first:
            place += 1
        behind = place
        while behind < count and digits[behind][1] <= last:
            behind += 1
        if place < count and (digits[place][0] < first or (behind < count and digits[behind][0] < last)):
            # A span begins or ends within a numeral.
            found += [(first, *one.span()) for one in DIGITS.finditer(folded, first, last)]
        else:
            for index in range(place, behind):
                found.append((first, digits[index][0], digits[index][1]))
    return found


def complete(
    text: str, folded: str, numerals: list[Numeral], digits: Sequence[Span] | None = None
) -> list[Numeral]:
    """Return ``numerals`` (in order) so that every run of digits of ``folded`` lies within one row.

    The ledger does not rest on the scanners' care: a run that none of them claims is ``unexplained``, and rows
    that share one run become one, which keeps the figure, or else the reason, of the first that has it. ``digits`` are
    the spans outside of which no digit stands, if they are known.
    """
    rows: list[Numeral] = []
    place, count = 0, len(numerals)
    for first, last in [(0, len(folded))] if digits is None else digits:
        while place < count and numerals[place].char_end <= first:
            rows.append(numerals[place])
            place += 1
        if place < count and numerals[place].char_start <= first and last <= numerals[place].char_end:
            continue
        for run in RUN.finditer(folded, first, last):
            start, end = run.span()
            while place < count and numerals[place].char_end <= start:
                rows.append(numerals[place])
                place += 1
            if place < count and numerals[place].char_start <= start:
                if numerals[place].char_end >= end:
                    continue
            elif rows and rows[-1].char_start <= start and rows[-1].char_end >= end:
                continue
            shared: list[Numeral] = []
            while place < count and numerals[place].char_start < end:
                shared.append(numerals[place])
                place += 1
            if rows and rows[-1].char_end > start:
                shared.insert(0, rows.pop())
            rows.append(_joined(text, start, end, shared))
    return rows + numerals[place:]


def _joined(text: str, start: int, end: int, shared: list[Numeral]) -> Numeral:
    """The one row for a run of digits and the rows that have a part of it."""
    start = min([start, *(one.char_start for one in shared)])
    end = max([end, *(one.char_end for one in shared)])
    figure_id = next((one.figure_id for one in shared if one.figure_id), None)
    reason = next((one.reason for one in shared if one.reason), None)
    if figure_id:
        reason = None
    elif reason is None:
        reason = Reason.UNEXPLAINED
    return Numeral(start, end, text[start:end], figure_id, reason)
