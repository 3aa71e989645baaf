"""Whether a text is Chinese prose at all, before anything is read in it."""

from __future__ import annotations

import re

# Han characters with their extensions, and the radicals that PDF files put in their place.
# By runs: there are few of them, where there are thousands of characters.
_HAN = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LETTERS = re.compile(r"\w+")

# Communiqués full of tables have at least 0.63, reports over 0.8; logs, source code and a system's files next to
# none, and pages in English about Chinese reports up to 0.06.
LEAST_HAN_SHARE = 0.2
# So many characters, taken evenly from the whole text, tell the share as well as all of them.
SAMPLE_CHARACTERS = 2_000


def han_share(text: str) -> float:
    """Return the share of Han characters among letters and digits, 0 to 1; 0 for a text without any."""
    sample = text[:: max(1, len(text) // SAMPLE_CHARACTERS)]
    letters = _characters(_LETTERS, sample)
    return _characters(_HAN, sample) / letters if letters else 0.0


def _characters(runs: re.Pattern[str], text: str) -> int:
    return sum(map(len, runs.findall(text)))


def is_chinese_prose(text: str) -> bool:
    """Return whether a text can be a report: enough of it is Han characters."""
    return han_share(text) >= LEAST_HAN_SHARE
