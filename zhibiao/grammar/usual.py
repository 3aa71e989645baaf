"""How usual the words of a figure are, by ``lexicon/usual_words.csv``, which ``scripts/usual_words.py`` counts in reports.

Nothing is linked by it: what few reports tell of is read less surely than what many do.
"""

from __future__ import annotations

from functools import cache, lru_cache

from zhibiao.lexicon import rows

# What a noun phrase ends in tells what is counted (新建标准厂房), what it begins with what is said of it.
ENDING, BEGINNING, NAME_ENDING = 2, 2, 3
RARE_NAME = "a name of an indicator that few reports use"
WORDLESS = "no indicator and no words"
LIKE_A_NAME = "no indicator, though its words end like a name of one"
COMMON = "no indicator, of a thing that many reports tell so"
RARE = "no indicator, of a thing that few reports tell so"
COMMON_BEGINNING = "no indicator, in words that begin as in many reports"
RARE_BEGINNING = "no indicator, in words that begin as in few reports"


@lru_cache(maxsize=32768)
def how_usual(indicator: str, words: str, dimension: str, status: str) -> tuple[str, ...]:
    """Return the signs of how usual words are as a name of an indicator, or of a thing without one.

    ``dimension`` is that of the number's unit; a thing is asked for with its status, since what reports plan is not
    what they have.

    >>> how_usual("gdp", "地区生产总值", "money", "actual"), how_usual("gdp", "地区总产出", "money", "actual")
    ((), ('a name of an indicator that few reports use',))
    """
    words = words.replace(" ", "")
    if indicator:
        return () if not words or words in usual_words("name", indicator) else (RARE_NAME,)
    if not words:
        return (WORDLESS,)
    if words[-NAME_ENDING:] in usual_words("like a name", dimension):
        ending = LIKE_A_NAME
    else:
        ending = _of(f"{dimension} {status}", words[-ENDING:], "ending", (COMMON, RARE))
    beginning = _of(dimension, words[:BEGINNING], "beginning", (COMMON_BEGINNING, RARE_BEGINNING))
    return tuple(filter(None, (ending, beginning)))


def usual_words(kind: str, of: str) -> frozenset[str]:
    """Return the words of a kind: names of an indicator, or parts of what is counted by a dimension."""
    return _kinds().get((kind, of), frozenset())


def _of(of: str, part: str, kind: str, signs: tuple[str, str]) -> str:
    """Return the first of two signs for a common part of words, the second for one that is not even known."""
    if part in usual_words(f"common {kind}", of):
        return signs[0]
    return "" if part in usual_words(f"known {kind}", of) else signs[1]


@cache
def _kinds() -> dict[tuple[str, str], frozenset[str]]:
    return {(row["kind"], row["of"]): frozenset(row["words"].split("|")) for row in rows("usual_words")}
