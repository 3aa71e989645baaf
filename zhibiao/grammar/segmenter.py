"""jieba's segmentation with its dictionary read straight from the package: no cache file anywhere.

jieba keeps a cache in the temporary folder that all users share, and loads it with ``marshal``: whoever plants one
there decides what the words are. Its cache holds every beginning of every word as well. Here the words that begin with
two signs are read from the dictionary when a text has those; they are found by halving, since its lines are in order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from importlib.resources import files

import jieba

FIRST_IN_ORDER = "\n一".encode()
"""From here on the lines of the dictionary are in the order of their words; those before are few."""
OPENING = 2
LONGEST_OPENING = 4 * OPENING
BLOCK = 1024
"""How far apart in the dictionary the lines stand that are looked at to find a word."""
BEHIND_ALL = b"\xff"
OCCURRENCES = 60_101_967
"""How often all words of jieba's dictionary occur together."""


class _Frequencies:
    """How often each word occurs, and how long a word is that begins with two signs."""

    def __init__(self, names: Iterable[str], frequency: int) -> None:
        """``names`` are words beside those of the dictionary, each so frequent."""
        self._dictionary = (files("jieba") / "dict.txt").read_bytes()
        self._ordered = self._dictionary.index(FIRST_IN_ORDER)
        self._counts: dict[str, str] = {}
        self._longest: dict[str, int] = {}
        places = range(self._ordered, len(self._dictionary), BLOCK)
        self._lines = [self._dictionary.rfind(b"\n", 0, place + 1) for place in places]
        self._openings = [self._dictionary[line + 1 : line + 1 + LONGEST_OPENING] for line in self._lines]
        self._lines += [len(self._dictionary)] * 2
        # By what they begin with: the few words before those in order, and the names.
        self._first = _by_opening(_counts_in(self._dictionary[: self._ordered].decode()))
        self._names = _by_opening(dict.fromkeys(names, str(frequency)))

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return how often a word occurs."""
        if word[:OPENING] not in self._longest:
            self._read(word[:OPENING])
        count = self._counts.get(word)
        return default if count is None else int(count)

    def ends(self, sentence: str, start: int) -> list[int]:
        """Return where in a sentence the words that begin at ``start`` end: at their last sign."""
        opening, counts = sentence[start : start + OPENING], self._counts
        alone = [] if self.get(opening[0]) is None else [start]
        if len(opening) < OPENING:
            return alone
        longest = self._longest[opening] if opening in self._longest else self._read(opening)
        return alone + [
            end - 1
            for end in range(start + OPENING, min(len(sentence), start + longest) + 1)
            if sentence[start:end] in counts
        ]

    def _read(self, opening: str) -> int:
        """Read the words that begin with two signs, or the word of one; return the length of the longest."""
        beginning = opening if len(opening) == OPENING else f"{opening} "
        words = self._first.get(opening, {}) | _counts_in(self._lines_of(beginning))
        words |= self._names.get(opening, {})
        self._counts |= words
        self._longest[opening] = max(map(len, words), default=1)
        return self._longest[opening]

    def _lines_of(self, beginning: str) -> str:
        """The lines in order that begin so: the word, how often it occurs, its part of speech."""
        written = beginning.encode(errors="surrogatepass")
        wanted = b"\n" + written
        # A block more on either side, since a word or two stand a little out of order (高富帅).
        before = self._lines[max(0, bisect_left(self._openings, written) - 2)]
        behind = self._lines[bisect_left(self._openings, written + BEHIND_ALL) + 1]
        first = end = self._dictionary.find(wanted, before, behind)
        while end >= 0 and self._dictionary.startswith(wanted, end):
            end = self._dictionary.find(b"\n", end + 1)
        return self._dictionary[first + 1 : end].decode() if first >= 0 else ""


def _counts_in(lines: str) -> dict[str, str]:
    """The words of some lines of the dictionary, with how often each occurs."""
    entries = lines.split()
    return dict(zip(entries[0::3], entries[1::3], strict=True))


def _by_opening(counts: dict[str, str]) -> dict[str, dict[str, str]]:
    """The words with how often each occurs, by what they begin with."""
    by_opening: dict[str, dict[str, str]] = {}
    for word, count in counts.items():
        by_opening.setdefault(word[:OPENING], {})[word] = count
    return by_opening


class Segmenter:
    """Cuts as jieba does, from jieba's dictionary and the names given to it."""

    def __init__(self, names: tuple[str, ...], frequency: int) -> None:
        """``names`` are words beside those of the dictionary, each so frequent."""
        self.frequencies = _Frequencies(names, frequency)
        # One of jieba's, given what it would read; a class made of its own could not be compiled.
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.FREQ = self.frequencies
        self._tokenizer.total = OCCURRENCES + frequency * len(names)
        self._tokenizer.initialized = True
        self._tokenizer.get_DAG = self._ends

    def cut(self, sentence: str, hmm: bool = False) -> Iterable[str]:
        """Give the words of a sentence; ``hmm`` looks for words that no dictionary has."""
        words: Iterable[str] = self._tokenizer.cut(sentence, HMM=hmm)
        return words

    def _ends(self, sentence: str) -> dict[int, list[int]]:
        """For each position where the words that begin there end; the sign itself where none does."""
        ends = self.frequencies.ends
        return {start: ends(sentence, start) or [start] for start in range(len(sentence))}
