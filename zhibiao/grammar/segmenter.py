"""jieba's segmentation with its dictionary read straight from the package: no cache file anywhere.

jieba keeps a cache in the temporary folder that all users share, and loads it with ``marshal``: whoever plants one
there decides what the words are. Its cache holds every beginning of every word as well. Here the lines of the
dictionary are put together by their first sign, which takes a tenth of a second, and those of a sign are read when a
text has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

import jieba

OCCURRENCES = 60_101_967
"""How often all words of jieba's dictionary occur together."""


class _Frequencies:
    """How often each word occurs, and how long a word is that begins with a sign."""

    def __init__(self, names: Iterable[str], frequency: int) -> None:
        """``names`` are words beside those of the dictionary, each so frequent."""
        # A line is a word, how often it occurs, its part of speech; a few signs begin lines in two places.
        lines = (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
        self._unread: dict[str, list[str]] = {}
        for sign, block in groupby(lines, itemgetter(0)):
            self._unread.setdefault(sign, []).extend(block)
        self._counts: dict[str, int] = {}
        self._longest: dict[str, int] = {}
        self._names: dict[str, list[str]] = {}
        for name in names:
            self._names.setdefault(name[0], []).append(name)
        self._frequency = frequency

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return how often a word occurs."""
        if word[0] not in self._longest:
            self._read(word[0])
        return self._counts.get(word, default)

    def ends(self, sentence: str, start: int) -> list[int]:
        """Return where in a sentence the words that begin at ``start`` end: at their last sign."""
        sign, counts = sentence[start], self._counts
        longest = self._longest[sign] if sign in self._longest else self._read(sign)
        return [
            end - 1
            for end in range(start + 1, min(len(sentence), start + longest) + 1)
            if counts.get(sentence[start:end])
        ]

    def _read(self, sign: str) -> int:
        """Read the words that begin with a sign; return the length of the longest."""
        entries = " ".join(self._unread.pop(sign, ())).split()
        words = dict(zip(entries[0::3], map(int, entries[1::3]), strict=True))
        words |= dict.fromkeys(self._names.get(sign, ()), self._frequency)
        self._counts |= words
        self._longest[sign] = max(map(len, words), default=1)
        return self._longest[sign]


class Segmenter(jieba.Tokenizer):  # type: ignore[misc]
    """A tokenizer that cuts as jieba's own does, from jieba's dictionary and the names given to it."""

    def __init__(self, names: tuple[str, ...], frequency: int) -> None:
        """``names`` are words beside those of the dictionary, each so frequent."""
        super().__init__()
        self.FREQ = _Frequencies(names, frequency)
        self.total: int = OCCURRENCES + frequency * len(names)
        self.initialized = True

    # The name is jieba's.
    def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802
        """Return for each position where the words that begin there end; the sign itself where none does."""
        ends = self.FREQ.ends
        return {start: ends(sentence, start) or [start] for start in range(len(sentence))}
