"""jieba's segmentation with its dictionary read straight from the package: no cache file anywhere.

jieba keeps a cache in the temporary folder that all users share, and loads it with ``marshal``: whoever plants one
there decides what the words are. Its cache holds every beginning of every word as well. Here the words that begin with
two signs are read from the dictionary when a text has those; they are found by halving, since its lines are in order.
Of jieba nothing is imported: a reader that cuts two names a report is ready sooner without its tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from math import log
from pathlib import Path

FIRST_IN_ORDER = "\n一".encode()
"""From here on the lines of the dictionary are in the order of their words; those before are few."""
OPENING = 2
LONGEST_OPENING = 4 * OPENING
BLOCK = 1024
"""How far apart in the dictionary the lines stand that are looked at to find a word."""
BEHIND_ALL = b"\xff"
OCCURRENCES = 60_101_967
"""How often all words of jieba's dictionary occur together."""
# What jieba cuts into words, what it leaves whole of the rest, and of what it makes words that no dictionary has.
WORDED = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")
SPACE = re.compile(r"(\r\n|\s)")
LATIN = re.compile("[a-zA-Z0-9]")


class _Frequencies:
    """How often each word occurs, and how long a word is that begins with two signs."""

    def __init__(self, names: Iterable[str], frequency: int) -> None:
        """``names`` are words beside those of the dictionary, each so frequent."""
        self._dictionary = _dictionary()
        self._ordered = self._dictionary.index(FIRST_IN_ORDER)
        self._counts: dict[str, str] = {}
        self._longest: dict[str, int] = {}
        places = range(self._ordered, len(self._dictionary), BLOCK)
        self._lines = [self._dictionary.rfind(b"\n", 0, place + 1) for place in places]
        self._openings = [self._dictionary[line + 1 : line + 1 + LONGEST_OPENING] for line in self._lines]
        self._lines += [len(self._dictionary)] * 2
        # By what they begin with: the few words before those in order, and the names.
        self._first = _by_opening(_counts_in(self._dictionary[: self._ordered].decode()))
        self._frequency = str(frequency)
        self._names: dict[str, list[str]] = {}
        for name in names:
            self._names.setdefault(name[:OPENING], []).append(name)

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
        words |= dict.fromkeys(self._names.get(opening, ()), self._frequency)
        self._counts.update(words)
        self._longest[opening] = max(map(len, words)) if words else 1
        return self._longest[opening]

    def _lines_of(self, beginning: str) -> str:
        """The lines in order that begin so: the word, how often it occurs, its part of speech."""
        written = beginning.encode(errors="surrogatepass")
        wanted = b"\n" + written
        # A block more on either side, since a word or two stand a little out of order (高富帅).
        before = self._lines[max(0, bisect_left(self._openings, written) - 2)]
        behind = self._lines[bisect_left(self._openings, written + BEHIND_ALL) + 1]
        first = self._dictionary.find(wanted, before, behind)
        if first < 0:
            return ""
        end = self._dictionary.find(b"\n", self._dictionary.rfind(wanted, first, behind) + 1)
        return self._dictionary[first + 1 : end].decode()


def _dictionary() -> bytes:
    """The bytes of jieba's dictionary: lines of a word, how often it occurs, and its part of speech."""
    package = find_spec("jieba")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("jieba, whose dictionary cuts long names, is not installed")
    return Path(package.origin).with_name("dict.txt").read_bytes()


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
    """Cuts as jieba does without its guesses at words, from jieba's dictionary and the names given to it."""

    def __init__(self, names: tuple[str, ...], frequency: int) -> None:
        """``names`` are words beside those of the dictionary, each so frequent."""
        self.frequencies = _Frequencies(names, frequency)
        self._log_of_all = log(OCCURRENCES + frequency * len(names))

    def cut(self, sentence: str) -> Iterator[str]:
        """Give the words of a sentence."""
        for block in WORDED.split(sentence):
            if WORDED.match(block):
                yield from self._words_of(block)
            else:
                for rest in SPACE.split(block):
                    yield from (rest,) if SPACE.match(rest) else rest

    def _words_of(self, block: str) -> list[str]:
        """The words on the likeliest way through a block; letters and digits that are none stay together."""
        words: list[str] = []
        ends, start, latin = self._likeliest(block), 0, ""
        while start < len(block):
            word = block[start : ends[start]]
            start = ends[start]
            if len(word) == 1 and LATIN.match(word):
                latin += word
                continue
            if latin:
                words.append(latin)
                latin = ""
            words.append(word)
        return [*words, latin] if latin else words

    def _likeliest(self, block: str) -> list[int]:
        """For each place, behind which sign the word ends with which the rest of the block is likeliest."""
        length, frequencies = len(block), self.frequencies
        ends, likelihoods = [0] * length, [0.0] * (length + 1)
        for start in range(length - 1, -1, -1):
            likeliest, end = float("-inf"), start
            for last in frequencies.ends(block, start) or [start]:
                count = frequencies.get(block[start : last + 1]) or 1
                likelihood = log(count) - self._log_of_all + likelihoods[last + 1]
                # Of two as likely the longer one, which comes later.
                if likelihood >= likeliest:
                    likeliest, end = likelihood, last + 1
            ends[start], likelihoods[start] = end, likeliest
        return ends
