"""The ledger of numerals: every Arabic numeral of a text, with the figure it belongs to or the reason it has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import attrgetter

from zhibiao.document import Document
from zhibiao.model import Numeral

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def ledger(document: Document, figure_at: Mapping[int, str]) -> list[Numeral]:
    """Return a row for every Arabic numeral, in order.

    ``figure_at`` gives the id of the figure that is read from the quantity at a position.
    """
    numerals = [
        Numeral(start, end, document.text[start:end], None, reason)
        for start, end, reason in document.excluded
    ]
    for quantity in document.quantities:
        if not quantity.chinese:
            figure_id = figure_at.get(quantity.start)
            for digits in DIGITS.finditer(document.folded, quantity.start, quantity.end):
                start, end = digits.span()
                numerals.append(Numeral(start, end, document.text[start:end], figure_id, None))
    numerals.sort(key=attrgetter("char_start"))
    return numerals
