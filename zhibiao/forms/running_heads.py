"""What stands above and below the text of each page: its number, and the words that run over all pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from zhibiao.forms.page_layout import Piece, rows_of_pieces

# A running head is told on this share of the pages, and on this many.
HEAD_SHARE = 0.5
FEWEST_HEADS = 3
_PAGE_NUMBER = re.compile(r"^[\s\-—–－·.第/]*(?:\d{1,4}|[ivxlIVXL]+)[\s\-—–－·.页/共\d]*$")
_DIGITS = re.compile(r"\d+")


def without_running_heads(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Return the pages without page numbers and without the first and last rows that they share."""
    rows = [list(rows_of_pieces(page)) for page in pages]
    told = Counter(text for page in rows for text in {_masked(row) for row in (page[:1] + page[-1:])})
    fewest = max(FEWEST_HEADS, HEAD_SHARE * len(pages))
    shared = {text for text, times in told.items() if times >= fewest}
    return [[piece for row in _without_edges(page, shared) for piece in row] for page in rows]


def _without_edges(rows: list[list[Piece]], shared: set[str]) -> list[list[Piece]]:
    kept = list(rows)
    for end in (0, -1):
        while kept and (_masked(kept[end]) in shared or _PAGE_NUMBER.match(_text(kept[end]))):
            del kept[end]
    return kept


def _text(row: list[Piece]) -> str:
    return "".join(piece.text for piece in row)


def _masked(row: list[Piece]) -> str:
    return _DIGITS.sub("#", _text(row))
