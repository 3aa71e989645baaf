"""Names of places in a text: one automaton over the names of all years, and which of them count asked word by word.

What counts differs from document to document, by its region and its year; an automaton for each of them costs more
than reading the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

SHORTEST = 2


class NameSpans:
    """Finds the longest words of a fixed stock at each place of a text, of those that count for the asker."""

    def __init__(self, words: frozenset[str]) -> None:
        """``words`` are the stock; those of one character are left out."""
        stock = [word for word in words if len(word) >= SHORTEST]
        self._stock = frozenset(stock)
        # By their first signs, the longest first.
        self._lengths: dict[str, list[int]] = {}
        for word in sorted(stock, key=len, reverse=True):
            lengths = self._lengths.setdefault(word[:SHORTEST], [])
            if not lengths or lengths[-1] != len(word):
                lengths.append(len(word))
        self._automaton = AhoCorasick(stock, matchkind=MatchKind.LeftmostLongest)

    def find(
        self, text: str, counts: Callable[[str], bool], spans: Iterable[tuple[int, int]] | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield the spans of the words of the stock for which ``counts`` is true, disjoint and in order.

        Where the automaton finds a word that does not count, those that it covers are looked for by themselves.
        With ``spans``, in order and disjoint, only those of the text are looked through.
        """
        search = self._automaton.find_matches_as_indexes
        position = 0
        for opening, closing in [(0, len(text))] if spans is None else spans:
            for _, first, last in search(text[opening:closing]):
                start, end = first + opening, last + opening
                if end <= position:
                    continue
                if start >= position and counts(text[start:end]):
                    position = end
                    yield start, end
                    continue
                for found in self._covered(text, max(start, position), end, counts):
                    position = found[1]
                    yield found

    def _covered(
        self, text: str, start: int, end: int, counts: Callable[[str], bool]
    ) -> Iterator[tuple[int, int]]:
        """Yield the words that begin in a span, the first and longest; the last may reach beyond it."""
        while start < end:
            found = 0
            for length in self._lengths.get(text[start : start + SHORTEST], ()):
                word = text[start : start + length]
                if word in self._stock and counts(word):
                    found = start + length
                    yield start, found
                    break
            start = found or start + 1
