"""How sure a reading is: named signs of a figure, each with a weight, added up and told as a probability.

The weights are tenths of a logarithm of odds, fitted to reports that were labelled blind, and to figures
of others that were judged at first look (``make weights``). A sign that
no labelled report showed weighs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

from zhibiao.document import Document
from zhibiao.grammar.names import dimension
from zhibiao.lexicon import core_indicators, rows
from zhibiao.model import Figure, Measure

TENTH = 10
BIAS = "always"
# How far before and behind a number an indicator's name may stand that it could have been meant for.
NAME_BEFORE, NAME_BEHIND = 30, 12
LONG_NAME, SHORT_NAME = 12, 2
# How far back the words of a figure's sentence are asked for what else they name.
SENTENCE_REACH = 90
STOPS = ("。", ";", "\n")
# A branch, a zone or a body: what is told behind it may be its own and not the region's.
BRANCH = re.compile("工业|农业|民营|国有|园区|开发区|高新区|新区|公司|集团|企业|基地")
IDEOGRAPHS = ("\u4e00", "\u9fff")
MODERN = 1990
DIGIT = re.compile("[0-9]")
DECISIONS = ("subject", "measure", "period", "status")


def mark_confidence(document: Document, figures: list[Figure]) -> None:
    """Set ``confidence`` of each figure, from 0 to 1: how likely it is right in every field."""
    is_old = _is_old(document)
    for figure in figures:
        figure.confidence = _probability(_observed(document, figure, is_old))


def probability(found: Iterable[str]) -> float:
    """Return the probability that the weights of signs add up to, to the hundredth."""
    weights = weights_of_signs()
    odds = sum(weights.get(sign, 0) for sign in found) / TENTH
    return round(1 / (1 + exp(-odds)), 2)


def signs(document: Document, figure: Figure) -> Iterator[str]:
    """Give the signs of a figure, whose offsets are those of the document's legible text."""
    return _signs(_observed(document, figure, _is_old(document)))


@cache
def weights_of_signs() -> dict[str, int]:
    """Return the weight of each sign, in tenths of a logarithm of odds."""
    return {row["sign"]: int(row["weight"]) for row in rows("confidence_weights")}


class _Observed(NamedTuple):
    """What the signs of a figure depend on: few enough combinations to be weighed once each."""

    rule: str
    kind: str
    has_indicator: bool
    is_near_name: bool
    whose: str
    name: str
    is_of_core: bool
    is_modified: bool
    has_branch: bool
    is_rank: bool
    is_headline: bool
    is_inferred: bool
    has_time: bool
    is_chinese: bool
    is_old: bool


def _observed(document: Document, figure: Figure, is_old: bool) -> _Observed:
    length = len(figure.indicator_text or "")
    plain = figure.indicator_id is None and figure.entity_text is None
    lead, text = _lead(document, figure), figure.indicator_text or ""
    named_at = lead.rfind(text) if figure.indicator_id is not None and text else -1
    return _Observed(
        figure.rule,
        dimension(figure.unit_text),
        not plain,
        plain and _names_around(document, figure),
        "of a zone or a body"
        if figure.entity_text is not None
        else ("of another place" if figure.region_text is not None else ""),
        "a long name" if length > LONG_NAME else ("a short name or none" if length <= SHORT_NAME else ""),
        figure.indicator_id is None or figure.indicator_id in core_indicators(),
        named_at > 0 and IDEOGRAPHS[0] <= lead[named_at - 1] <= IDEOGRAPHS[1],
        figure.indicator_id is not None and not BRANCH.search(text) and BRANCH.search(lead) is not None,
        figure.measure is Measure.RANK,
        figure.is_headline,
        figure.is_inferred,
        figure.period_end is not None,
        not (DIGIT.search(figure.value_text) or figure.measure is Measure.RANK),
        is_old,
    )


def _lead(document: Document, figure: Figure) -> str:
    """The words of the sentence before a figure of an indicator, at most so many; nothing before others."""
    if figure.indicator_id is None:
        return ""
    folded, end = document.folded, figure.char_start
    reach = max(0, end - SENTENCE_REACH)
    return folded[max(reach, *(folded.rfind(stop, reach, end) + 1 for stop in STOPS)) : end]


def _is_old(document: Document) -> bool:
    """Say whether the report is of the years of the planned economy, whose names and turns of phrase are others."""
    year = document.profile.plan_year or document.profile.review_year
    return year is not None and year < MODERN


@lru_cache(maxsize=16384)
def _probability(observed: _Observed) -> float:
    return probability(_signs(observed))


def _signs(observed: _Observed) -> Iterator[str]:
    yield BIAS
    for decision, rule in zip(DECISIONS, observed.rule.split(), strict=False):
        yield f"{decision} by {rule}"
    if not observed.has_indicator:
        yield f"no indicator, {observed.kind}"
    if observed.is_near_name:
        yield "no indicator, though a name of one is near"
    if not observed.is_of_core:
        yield "an indicator that few reports tell of"
    if observed.is_modified:
        yield "words right before the name of the indicator"
    if observed.has_branch:
        yield "a branch, a zone or a body earlier in the sentence"
    if observed.is_rank and not observed.has_indicator:
        yield "a place in a ranking, of no indicator"
    if observed.kind == "unknown":
        yield "a unit that the lexicon does not have"
    if observed.whose:
        yield observed.whose
    if observed.name:
        yield observed.name
    if observed.is_headline:
        yield "in the list of targets"
    if observed.is_inferred:
        yield "an open name, decided"
    if not observed.has_time:
        yield "no time"
    if observed.is_chinese:
        yield "a numeral in Chinese characters"
    if observed.is_old:
        yield "a report of before 1990"


def _names_around(document: Document, figure: Figure) -> bool:
    """Say whether a name of an indicator stands near a number, with no end of a sentence between."""
    names, folded = document.passage.names, document.folded
    start = max(0, figure.char_start - NAME_BEFORE)
    before = names.last_in(max(start, folded.rfind("。", start, figure.char_start) + 1), figure.char_start)
    if before is not None and names.ids[before]:
        return True
    behind = names.first_in(figure.char_end, figure.char_end + NAME_BEHIND)
    return behind is not None and bool(names.ids[behind])
