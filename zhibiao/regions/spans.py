"""Names of places in a text: one automaton over the names of all years, and which of them count asked word by word.

What counts differs from document to document, by its region and its year; an automaton for each of them costs more
than reading the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from zhibiao.longest_words import LongestWords

SHORTEST = 2


class NameSpans:
    """Finds the longest words of a fixed stock at each place of a text, of those that count for the asker."""

    def __init__(self, words: frozenset[str]) -> None:
        """``words`` are the stock; those of one character are left out."""
        self._words = LongestWords((word for word in words if len(word) >= SHORTEST), SHORTEST)

    def find(
        self, text: str, counts: Callable[[str], bool], spans: Iterable[tuple[int, int]] | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield the spans of the words of the stock for which ``counts`` is true, disjoint and in order.

        Where a word does not count, those that it covers are looked for by themselves. With ``spans``, in order and
        disjoint, only those of the text are looked through.
        """
        for opening, closing in [(0, len(text))] if spans is None else spans:
            for start, end in self._words.find(text[opening:closing], counts):
                yield start + opening, end + opening
