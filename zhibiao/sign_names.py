"""The names of the signs of how sure a figure is.

Each is a phrase that says what it means, as ``lexicon/confidence_weights.csv`` lists it; ``signs.py`` observes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BIAS = "always"
DECISIONS = ("subject", "measure", "period", "status")


@dataclass(slots=True)
class Observed:
    """What the signs of a figure depend on."""

    rule: str
    indicator: str
    usual: tuple[str, ...]
    kin: str
    kind: str
    has_indicator: bool
    is_near_name: bool
    whose: str
    name: str
    is_torn: bool
    is_of_core: bool
    is_modified: bool
    has_branch: bool
    is_rank: bool
    is_small: bool
    is_changing: bool
    is_headline: bool
    is_beside_list: bool
    is_against_section: bool
    is_of_years: bool
    is_behind_years: bool
    is_inferred: bool
    has_time: bool
    is_chinese: bool
    is_old: bool
    is_over_end: bool
    has_own_words: bool
    is_followed: bool
    is_contradicted: bool

    def beside(self) -> tuple[Any, ...]:
        """Return all behind ``kin``, in order: of these there are few combinations."""
        return (
            self.kind,
            self.has_indicator,
            self.is_near_name,
            self.whose,
            self.name,
            self.is_torn,
            self.is_of_core,
            self.is_modified,
            self.has_branch,
            self.is_rank,
            self.is_small,
            self.is_changing,
            self.is_headline,
            self.is_beside_list,
            self.is_against_section,
            self.is_of_years,
            self.is_behind_years,
            self.is_inferred,
            self.has_time,
            self.is_chinese,
            self.is_old,
            self.is_over_end,
            self.has_own_words,
            self.is_followed,
            self.is_contradicted,
        )


def signs_of(observed: Observed) -> Iterator[str]:
    """Give the signs that something observed has."""
    yield from signs_of_rule(observed.rule)
    yield from signs_of_words(observed.indicator, observed.usual, observed.kin)
    yield from signs_beside(observed)


def signs_of_rule(rules: str) -> Iterator[str]:
    """Give the signs of the ids of the rules that decided."""
    for decision, rule in zip(DECISIONS, rules.split(), strict=False):
        yield f"{decision} by {rule}"


def signs_of_words(indicator: str, usual: tuple[str, ...], kin: str) -> Iterator[str]:
    """Give the signs of the indicator that was found, how usual its words are, and what they are akin to without one."""
    if indicator:
        yield f"of {indicator}"
    yield from usual
    if kin:
        yield "no indicator, though its words are akin to one"
        yield f"words akin to {kin}"


def signs_beside(observed: Observed) -> Iterator[str]:
    """Give all other signs."""
    yield BIAS
    if not observed.has_indicator:
        yield f"no indicator, {observed.kind}"
    for field, sign in SIGNS.items():
        if getattr(observed, field):
            yield sign
    if observed.is_rank and not observed.has_indicator:
        yield "a place in a ranking, of no indicator"
    if observed.kind == "unknown":
        yield "a unit that the lexicon does not have"
    if not observed.is_of_core:
        yield "an indicator that few reports tell of"
    if not observed.has_time:
        yield "no time"
    if observed.whose:
        yield observed.whose
    if observed.name:
        yield observed.name


# What is observed of a figure, and the sign that it is.
SIGNS = {
    "is_near_name": "no indicator, though a name of one is near",
    "is_torn": "a name with words that no name has",
    "is_modified": "words right before the name of the indicator",
    "has_branch": "a branch, a zone or a part earlier in the sentence",
    "is_small": "a small count of a thing without an indicator",
    "is_changing": "a level, with a word of change before it",
    "is_headline": "in the list of targets",
    "is_beside_list": "a target beside the list of targets",
    "is_against_section": "told otherwise than its section",
    "is_of_years": "one year, in a section on several",
    "is_behind_years": "one year, with a number of years before it",
    "is_inferred": "an open name, decided",
    "is_chinese": "a numeral in Chinese characters",
    "is_old": "a report of before 1990",
    "is_over_end": "a subject carried over the end of a sentence or a part of it",
    "has_own_words": "a subject carried to a clause with words of its own",
    "is_followed": "a subject carried to a number with words behind it",
    "is_contradicted": "another value of the same indicator and time",
}
