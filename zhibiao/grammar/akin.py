"""Which indicators a noun phrase without an id might have meant, by the words of ``lexicon/akin_words.csv``.

Nothing is linked by it: it says how sure it is that a figure has no indicator.
"""

from __future__ import annotations

from functools import cache

from zhibiao.grammar.names import NAMES
from zhibiao.lexicon import rows

SHARE = "share"
LONGEST_LISTED = 12


def kin_of(phrase: str, dimension: str) -> str:
    """Return the first kind of indicator that a phrase is akin to, with numbers of a dimension; empty for none.

    ``dimension`` is that of the number's unit, or ``rank``. A name that the lexicon lists without an id is akin to none;
    of a share (研发经费占比) what takes it decides.

    >>> kin_of("完成绿化造林", "land"), kin_of("储蓄存款余额", "money"), kin_of("新建桥梁", "count")
    ('afforestation', '', '')
    """
    share = phrase.find("占")
    taker, asked = (phrase[:share], SHARE) if share > 0 else (phrase, dimension)
    kinds, words = _kinds().get(asked), _words()
    if kinds is None:
        return ""
    found = {
        word
        for start, sign in enumerate(taker)
        for word in words.get(sign, ())
        if taker.startswith(word, start)
    }
    for kin, akin, unlike in kinds if found else ():
        if not akin.isdisjoint(found) and unlike.isdisjoint(found):
            return "" if _ends_in_listed(phrase) else kin
    return ""


def _ends_in_listed(phrase: str) -> bool:
    """Whether a phrase ends in a name that the lexicon lists without an id."""
    shortest = max(0, len(phrase) - LONGEST_LISTED)
    return any(NAMES.get(phrase[start:]) == "" for start in range(shortest, len(phrase)))


@cache
def _kinds() -> dict[str, list[tuple[str, frozenset[str], frozenset[str]]]]:
    """The kinds by the dimension of a number: their words, and those that make it another thing."""
    kinds: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
    for row in rows("akin_words"):
        akin, unlike = (frozenset(row[column].split("|")) - {""} for column in ("words", "unlike"))
        for dimension in row["dimensions"].split("|"):
            kinds.setdefault(dimension, []).append((row["kin"], akin, unlike))
    return kinds


@cache
def _words() -> dict[str, list[str]]:
    """The words of all kinds, by the sign that they begin with: most phrases hold few of these."""
    words: dict[str, list[str]] = {}
    for word in sorted(
        {word for kinds in _kinds().values() for _, *both in kinds for word in frozenset().union(*both)}
    ):
        words.setdefault(word[0], []).append(word)
    return words
