"""The lines of a text that are those of a table."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

Spans = Sequence[tuple[int, int]]


class TableLines:
    """Tells of lines, asked in their order, whether they are of one of the tables at these spans, also in order."""

    def __init__(self, spans: Spans) -> None:
        self._spans = deque(spans)

    def has(self, folded: str, start: int, end: int) -> bool:
        """Say whether the line at ``start``–``end`` begins within a table, or with one behind its bullet."""
        while self._spans and self._spans[0][1] < end:
            self._spans.popleft()
        if not self._spans or start == end:
            return False
        first = self._spans[0][0]
        return first <= start or (first <= end and not folded[start:first].strip(" \t-*●·_"))
