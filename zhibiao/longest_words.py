"""The longest words of a stock in a text: one automaton of the few signs that they begin with, then the words themselves.

An automaton of thousands of whole words takes ten times as long to build, and finds no sooner where one may stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter

from ahocorasick_rs import AhoCorasick


class LongestWords:
    """Finds the words of a fixed stock, the first and longest at each place, of those that count for the asker."""

    def __init__(self, words: Iterable[str], opening: int) -> None:
        """``words`` are the stock, ``opening`` with how many signs the automaton looks for them."""
        self._stock = frozenset(words)
        by_opening: dict[str, list[int]] = {}
        for word in self._stock:
            begins, length = word[:opening], len(word)
            if begins not in by_opening:
                by_opening[begins] = [length]
            elif length not in by_opening[begins]:
                by_opening[begins].append(length)
        # How long the words are that begin so, the longest first.
        self._lengths = list(by_opening.values())
        for lengths in self._lengths:
            lengths.sort(reverse=True)
        # Openings of one length come in the order of the text; a word that is shorter than that comes by its end.
        self._in_order = len(set(map(len, by_opening))) == 1
        self._automaton = AhoCorasick(list(by_opening))

    def find(self, text: str, counts: Callable[[str], bool] | None = None) -> list[tuple[int, int]]:
        """Return the spans of words that ``counts`` is true of, or of all, disjoint and in order."""
        openings = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not self._in_order:
            # Of two that begin at a place the longer one, since its words are the longer.
            openings.sort(key=itemgetter(2), reverse=True)
            openings.sort(key=itemgetter(1))
        found: list[tuple[int, int]] = []
        position = 0
        for opening, start, _ in openings:
            if start < position:
                continue
            for length in self._lengths[opening]:
                word = text[start : start + length]
                if word in self._stock and (counts is None or counts(word)):
                    position = start + len(word)
                    found.append((start, position))
                    break
        return found
