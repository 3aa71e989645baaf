"""Names of places in a text: one automaton over the names of all years, and which of them count asked word by word.

What counts differs from document to document, by its region and its year; an automaton for each of them costs more
than reading the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

SHORTEST = 2


class NameSpans:
    """Finds the longest words of a fixed stock at each place of a text, of those that count for the asker."""

    def __init__(self, words: frozenset[str]) -> None:
        """``words`` are the stock; those of one character are left out."""
        stock = sorted(word for word in words if len(word) >= SHORTEST)
        self._longest = max(map(len, stock))
        self._stock = frozenset(stock)
        self._beginnings = frozenset(word[:SHORTEST] for word in stock)
        self._automaton = AhoCorasick(stock, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, counts: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
        """Yield the spans of the words of the stock for which ``counts`` is true, disjoint and in order.

        Where the automaton finds a word that does not count, those that it covers are looked for by themselves.
        """
        position = 0
        for _, start, end in self._automaton.find_matches_as_indexes(text):
            if end <= position:
                continue
            if start >= position and counts(text[start:end]):
                position = end
                yield start, end
                continue
            for first, last in self._covered(text, max(start, position), end, counts):
                position = last
                yield first, last

    def _covered(
        self, text: str, start: int, end: int, counts: Callable[[str], bool]
    ) -> Iterator[tuple[int, int]]:
        """Yield the words that begin in a span, the first and longest; the last may reach beyond it."""
        while start < end:
            found = None
            if text[start : start + SHORTEST] in self._beginnings:
                found = self._longest_from(text, start, counts)
            if found:
                yield start, found
            start = found or start + 1

    def _longest_from(self, text: str, start: int, counts: Callable[[str], bool]) -> int | None:
        for last in range(min(len(text), start + self._longest), start + SHORTEST - 1, -1):
            word = text[start:last]
            if word in self._stock and counts(word):
                return last
        return None
