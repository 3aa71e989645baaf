"""The names of the signs of how sure a figure is.

Each is a phrase that says what it means, as ``lexicon/confidence_weights.csv`` lists it; ``signs.py`` observes them. Those of
the rules that decided, of the indicator and of what words are akin to are made of their ids.
"""

from __future__ import annotations

from functools import lru_cache

BIAS = "always"
DECISIONS = ("subject", "measure", "period", "status")

OF_ZONE = "of a zone or a body"
OF_PLACE = "of another place"
LONG_NAME = "a long name"
SHORT_NAME = "a short name or none"
TORN_NAME = "a name with words that no name has"
AKIN = "no indicator, though its words are akin to one"
NEAR_NAME = "no indicator, though a name of one is near"
SMALL_COUNT = "a small count of a thing without an indicator"
RANK = "a place in a ranking, of no indicator"
UNKNOWN_UNIT = "a unit that the lexicon does not have"
SELDOM = "an indicator that few reports tell of"
MODIFIED = "words right before the name of the indicator"
BRANCH = "a branch, a zone or a part earlier in the sentence"
INFERRED = "an open name, decided"
CONTRADICTED = "another value of the same indicator and time"
CHANGING = "a level, with a word of change before it"
HEADLINE = "in the list of targets"
BESIDE_LIST = "a target beside the list of targets"
AGAINST_SECTION = "told otherwise than its section"
NO_TIME = "no time"
OF_YEARS = "one year, in a section on several"
BEHIND_YEARS = "one year, with a number of years before it"
CHINESE = "a numeral in Chinese characters"
OLD = "a report of before 1990"
OVER_END = "a subject carried over the end of a sentence or a part of it"
OWN_WORDS = "a subject carried to a clause with words of its own"
FOLLOWED = "a subject carried to a number with words behind it"


@lru_cache(maxsize=16384)
def signs_of_rule(rules: str) -> tuple[str, ...]:
    """Return the signs of the ids of the rules that decided."""
    return tuple(f"{decision} by {rule}" for decision, rule in zip(DECISIONS, rules.split(), strict=False))
