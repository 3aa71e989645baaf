"""Passages that a text holds a second time: a page and its print view, a report saved several times in one file.

Each would count every figure again. The first time stands; later ones are told of and not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from zhibiao.model import Quantity, Reason

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
UNREAD = re.compile(r"[\s*#>_|]+")
MARKS = "*#>_|"
# Shorter sentences (各位代表!) recur in any report, and neither begin nor break off a copy.
LEAST_SENTENCE = 12
# A list of targets quoted in a news lead is no copy of the report: a copy is a good part of what is told but once.
LEAST_COPY = 300
LEAST_SHARE = 0.12


def find_copies(folded: str) -> list[tuple[int, int]]:
    """Return the spans of a folded text that repeat what stands before them, in order. Takes linear time.

    A copy is a run of sentences each of which has been read, in the order of the first time; a sentence may have been
    left out of it.
    """
    if _are_all_different(folded):
        return []
    runs: list[tuple[int, int]] = []
    first_at: dict[str, int] = {}
    run: tuple[int, int] | None = None
    last = -1
    for start, end, words in _sentences(folded):
        if len(words) < LEAST_SENTENCE:
            continue
        place = first_at.setdefault(words, start)
        follows = place < start and (run is None or last < place < run[0])
        if follows:
            run, last = (run[0] if run else start, end), place
            continue
        runs += [run] if run is not None else []
        run, last = ((start, end), place) if place < start else (None, -1)
    runs += [run] if run is not None else []
    told_once = len(folded) - sum(end - start for start, end in runs)
    least = max(LEAST_COPY, int(told_once * LEAST_SHARE))
    return [(start, end) for start, end in runs if end - start >= least]


def _are_all_different(folded: str) -> bool:
    """Say whether no sentence recurs, whatever blanks and marks are in it.

    Most texts are settled by this look at all at once.
    """
    for mark in MARKS:
        folded = folded.replace(mark, " ")
    sentences = "".join(folded.replace("\n", "。").split()).split("。")
    words = [one for one in sentences if len(one) >= LEAST_SENTENCE]
    return len(set(words)) == len(words)


def _sentences(folded: str) -> Iterator[tuple[int, int, str]]:
    """Give each sentence that is not short with its place, without marks of emphasis and blanks."""
    start = 0
    for line in folded.split("\n"):
        for words in line.split("。"):
            end = start + len(words)
            if len(words) >= LEAST_SENTENCE:
                marked = " " in words or "*" in words or "|" in words
                yield start, end, UNREAD.sub("", words) if marked else words.strip("#>_\t")
            start = end + 1


def is_within(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a place lies in one of the spans, which are in order and apart."""
    before = bisect_right(spans, place, key=_start) - 1
    return before >= 0 and place < spans[before][1]


def _start(span: tuple[int, int]) -> int:
    return span[0]


def outside(
    folded: str,
    copies: list[tuple[int, int]],
    quantities: list[Quantity],
    excluded: list[tuple[int, int, Reason]],
) -> tuple[list[Quantity], list[tuple[int, int, Reason]]]:
    """Return what was found outside the copies; every numeral in them is one that is not read."""
    if not copies:
        return quantities, excluded
    repeated = [
        (*digits.span(), Reason.OTHER)
        for start, end in copies
        for digits in DIGITS.finditer(folded, start, end)
    ]
    return (
        [one for one in quantities if not is_within(copies, one.start)],
        [*(one for one in excluded if not is_within(copies, one[0])), *repeated],
    )
