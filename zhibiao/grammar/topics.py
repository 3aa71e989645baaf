"""What a clause without a number is about, for a bare measure behind it: ``旅游业较快发展，实现收入9.2亿元``."""

from __future__ import annotations

import re
from functools import cache

from zhibiao.grammar.names import INDICATOR_OF_NAME, NAMES, fitting
from zhibiao.grammar.phrases import EDGE, alternatives, bare_name, prefix_end
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject, replace
from zhibiao.lexicon import rows
from zhibiao.model import Quantity

# What a topic does, as against a longer name that it begins (工业园区, 旅游景区).
TELLS = re.compile(rf"[“*\s]|{alternatives('topic_does')}")
# 尤其是旅游业…: the last topic is the one.
EMPHASIS = re.compile(alternatives("emphasis"))
# Another thing that acts between the topic and the measure.
OTHER = re.compile(alternatives("other_topic"))
COMMA, STOPS, LONGEST_MEASURE, REACH = ",", ";:。", 4, 80


@cache
def _stems() -> dict[str, str]:
    return {row["topic"]: row["stem"] for row in rows("topics")}


@cache
def _topic() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_stems(), key=len, reverse=True)))


@cache
def _measures() -> frozenset[str]:
    """The words that make a name with a stem, and are none by themselves."""
    tails = {
        name[len(stem) :]
        for stem in set(_stems().values())
        for name in INDICATOR_OF_NAME
        if name.startswith(stem)
    }
    return frozenset(tail for tail in tails if 1 < len(tail) <= LONGEST_MEASURE and tail not in NAMES)


def of_topic(sentence: Sentence, start: int, quantity: Quantity, told: Subject) -> Subject | None:
    """The subject of a number whose clause, from ``start``, has but the measure ``told`` of the topic before it."""
    if told.ids or told.entity or told.place or quantity.rank:
        return None
    measure = bare_name(told.text)
    if measure not in _measures():
        return None
    folded = sentence.folded
    opening = max(
        sentence.position, start - REACH, *(folded.rfind(sign, sentence.start, start) + 1 for sign in STOPS)
    )
    clauses = folded[opening:start].strip(EDGE).split(COMMA)
    for clause in reversed(clauses):
        lead = EMPHASIS.match(clause)
        begin = prefix_end(clause, lead.end() if lead else 0)
        found = _topic().match(clause, begin)
        if found is None:
            if OTHER.search(clause):
                return None
            continue
        if TELLS.match(clause, found.end()) is None:
            return None
        name = _stems()[found[0]] + measure
        ids = (
            fitting((INDICATOR_OF_NAME[name],), quantity.unit_text, quantity.rank)
            if name in INDICATOR_OF_NAME
            else ()
        )
        return replace(told, ids=ids, text=name, rule="of_topic") if ids else None
    return None
