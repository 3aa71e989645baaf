"""How usual the words of a figure are, by ``lexicon/usual_words.csv``, which ``scripts/usual_words.py`` counts in reports.

Nothing is linked by it: what few reports tell of is read less surely than what many do.
"""

from __future__ import annotations

from functools import cache

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


def how_usual(indicator: str, words: str, dimension: str, status: str) -> tuple[str, ...]:
    """Return the signs of how usual words are as a name of an indicator, or of a thing without one.

    ``dimension`` is that of the number's unit; a thing is asked for with its status, since what reports plan is not
    what they have.

    >>> how_usual("gdp", "地区生产总值", "money", "actual"), how_usual("gdp", "地区总产出", "money", "actual")
    ((), ('a name of an indicator that few reports use',))
    """
    words = words.replace(" ", "")
    if indicator:
        return () if not words or words in _words("name", indicator) else (RARE_NAME,)
    if not words:
        return (WORDLESS,)
    beginning = _beginnings(dimension).get(words[:BEGINNING], RARE_BEGINNING)
    if words[-NAME_ENDING:] in _words("like a name", dimension):
        ending = LIKE_A_NAME
    else:
        ending = _endings(dimension, status).get(words[-ENDING:], RARE)
    return tuple(filter(None, (ending, beginning)))


@cache
def _beginnings(dimension: str) -> dict[str, str]:
    """What a beginning of words tells of a thing: nothing where it is known and not common."""
    return _told("beginning", dimension, COMMON_BEGINNING)


@cache
def _endings(dimension: str, status: str) -> dict[str, str]:
    """What an ending tells of a thing."""
    return _told("ending", f"{dimension} {status}", COMMON)


def _told(part: str, of: str, common: str) -> dict[str, str]:
    return dict.fromkeys(_words(f"known {part}", of), "") | dict.fromkeys(
        _words(f"common {part}", of), common
    )


@cache
def _words(kind: str, of: str) -> frozenset[str]:
    """The words of a kind: names of an indicator, or parts of what is counted by a dimension."""
    return _kinds().get((kind, of), frozenset())


@cache
def _kinds() -> dict[tuple[str, str], frozenset[str]]:
    return {(row["kind"], row["of"]): frozenset(row["words"].split("|")) for row in rows("usual_words")}
