"""jieba's segmentation with its dictionary read straight from the package: no cache file anywhere.

jieba keeps a cache in the temporary folder that all users share, and loads it with ``marshal``: whoever plants one
there decides what the words are. Its cache holds every beginning of every word as well. Here the words that begin with
a sign are read from the dictionary when a text has that sign; they are found by halving, since its lines are in order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from importlib.resources import files

import jieba

FIRST_IN_ORDER = "\n一".encode()
"""From here on the lines of the dictionary are in the order of their words; those before are few."""
LONGEST_SIGN = 4
BEHIND_ALL = b"\xff"
OCCURRENCES = 60_101_967
"""How often all words of jieba's dictionary occur together."""


class _Frequencies:
    """How often each word occurs, and how long a word is that begins with a sign."""

    def __init__(self, names: Iterable[str], frequency: int) -> None:
        """``names`` are words beside those of the dictionary, each so frequent."""
        self._dictionary = (files("jieba") / "dict.txt").read_bytes()
        self._ordered = self._dictionary.index(FIRST_IN_ORDER)
        self._first_lines = self._dictionary[: self._ordered].decode().splitlines()
        self._counts: dict[str, str] = {}
        self._longest: dict[str, int] = {}
        self._names: dict[str, list[str]] = {}
        for name in names:
            self._names.setdefault(name[0], []).append(name)
        self._frequency = str(frequency)

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return how often a word occurs."""
        if word[0] not in self._longest:
            self._read(word[0])
        count = self._counts.get(word)
        return default if count is None else int(count)

    def ends(self, sentence: str, start: int) -> list[int]:
        """Return where in a sentence the words that begin at ``start`` end: at their last sign."""
        sign, counts = sentence[start], self._counts
        longest = self._longest[sign] if sign in self._longest else self._read(sign)
        return [
            end - 1
            for end in range(start + 1, min(len(sentence), start + longest) + 1)
            if sentence[start:end] in counts
        ]

    def _read(self, sign: str) -> int:
        """Read the words that begin with a sign; return the length of the longest."""
        entries = self._lines_of(sign).split()
        words = dict(zip(entries[0::3], entries[1::3], strict=True))
        words |= dict.fromkeys(self._names.get(sign, ()), self._frequency)
        self._counts |= words
        self._longest[sign] = max(map(len, words), default=1)
        return self._longest[sign]

    def _lines_of(self, sign: str) -> str:
        """The lines whose words begin with a sign: the word, how often it occurs, its part of speech."""
        beginning = sign.encode(errors="surrogatepass")
        first = [line for line in self._first_lines if line.startswith(sign)]
        found = self._dictionary[self._line_from(beginning) : self._line_from(beginning + BEHIND_ALL)]
        return "\n".join([*first, found.decode()])

    def _line_from(self, beginning: bytes) -> int:
        """Where the first of the lines in order begins whose word is not before ``beginning``."""
        places = range(self._ordered, len(self._dictionary))
        place = self._ordered + bisect_left(places, beginning, key=self._word_behind)
        end = self._dictionary.find(b"\n", place)
        return end + 1 if end >= 0 else len(self._dictionary)

    def _word_behind(self, place: int) -> bytes:
        """The beginning of the first line behind a place; of the last, what is behind every word."""
        start = self._dictionary.find(b"\n", place) + 1
        return self._dictionary[start : start + LONGEST_SIGN] if start else BEHIND_ALL


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
