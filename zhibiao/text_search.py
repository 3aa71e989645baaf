"""Looks for a few signs or words in a stretch of a text, where a regular expression would cost several times as much."""

from __future__ import annotations

from collections.abc import Iterable


def has_any(text: str, words: Iterable[str], start: int, end: int) -> bool:
    """Say whether one of a few ``words`` stands in ``text[start:end]``."""
    for word in words:  # noqa: SIM110 - a generator takes twice as long
        if text.find(word, start, end) >= 0:
            return True
    return False


def behind_last(text: str, signs: tuple[str, ...], start: int, end: int) -> int:
    """Return where what stands behind the last of some signs in ``text[start:end]`` begins; ``start`` without any.

    >>> behind_last("增长6%,高于预期;失业率", (",", ";"), 0, 13)
    9
    """
    for sign in signs:
        start = max(start, text.rfind(sign, start, end) + 1)
    return start
