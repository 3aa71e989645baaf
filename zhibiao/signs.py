"""Observes the signs of how sure a figure is: which rules decided, what its words are akin to, and where it stands.

The words that are asked for are those of ``lexicon/sign_words.csv``, ``lexicon/akin_words.csv`` and ``lexicon/usual_words.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from zhibiao.document import Document
from zhibiao.grammar.akin import kin_of
from zhibiao.grammar.names import dimension
from zhibiao.grammar.phrases import bridges
from zhibiao.grammar.usual import how_usual
from zhibiao.lexicon import core_indicators, rows
from zhibiao.model import Figure, Measure, Status
from zhibiao.sign_names import Observed, signs_of

# How far before and behind a number an indicator's name may stand that it could have been meant for.
NAME_BEFORE, NAME_BEHIND = 30, 12
LONG_NAME, SHORT_NAME = 12, 2
# How far back the words of a figure's sentence are asked for what else they name.
SENTENCE_REACH = 90
STOPS = ("。", ";", "\n")
IDEOGRAPHS = ("\u4e00", "\u9fff")
MODERN = 1990
DIGIT = re.compile("[0-9]")
# How far back a word of change stands that could have made a level one.
CHANGE_REACH = 12
YEARS_REACH = 16
# How far from the list of targets a target may stand that could belong to it.
LIST_REACH = 150
SMALL_COUNT = 10
SECTIONS_JOINED = " > "
CARRIED = "carried "


class Observer:
    """Observes the figures of one document, whose offsets are those of its legible text."""

    def __init__(self, document: Document, figures: Iterable[Figure]) -> None:
        self._document = document
        figures = list(figures)
        self._ends = [figure.char_end for figure in figures]
        self._values = values_told(figures)
        self._listed = [figure.char_start for figure in figures if figure.is_headline]
        year = document.profile.plan_year or document.profile.review_year
        # Reports of the planned economy have other names and turns of phrase.
        self._is_old = year is not None and year < MODERN

    def signs(self, figure: Figure) -> Iterator[str]:
        """Give the signs of a figure."""
        return signs_of(self.observed(figure))

    def observed(self, figure: Figure) -> Observed:
        """Return what the signs of a figure depend on."""
        text, kind = figure.indicator_text or "", dimension(figure.unit_text)
        plain = figure.indicator_id is None and figure.entity_text is None
        lead = self._lead(figure)
        named_at = lead.rfind(text) if figure.indicator_id is not None and text else -1
        is_rank = figure.measure is Measure.RANK
        gap = self._gap(figure) if figure.indicator_id and figure.rule.startswith(CARRIED) else None
        return Observed(
            rule=figure.rule,
            kind=kind,
            indicator=figure.indicator_id or "",
            usual=()
            if figure.entity_text
            else how_usual(figure.indicator_id or "", text, kind, figure.status),
            has_indicator=not plain,
            kin=kin_of(text, "rank" if is_rank else kind) if plain else "",
            is_near_name=plain and self._names_around(figure),
            whose=_whose(figure),
            name=_length(text),
            is_torn=_is_torn(text),
            is_of_core=figure.indicator_id is None or figure.indicator_id in core_indicators(),
            is_modified=named_at > 0 and IDEOGRAPHS[0] <= lead[named_at - 1] <= IDEOGRAPHS[1],
            has_branch=figure.indicator_id is not None and _has_branch(text, lead),
            is_rank=is_rank,
            is_small=kind == "count" and figure.indicator_id is None and figure.number < SMALL_COUNT,
            is_changing=figure.measure is Measure.LEVEL and self._changes(figure),
            is_headline=figure.is_headline,
            is_beside_list=self._is_beside_list(figure),
            is_against_section=_told_by(figure.section) == AGAINST.get(figure.status),
            is_of_years=_is_single_year(figure) and _is_on_years(figure.section),
            is_behind_years=_is_single_year(figure) and self._is_behind_years(figure),
            is_inferred=figure.is_inferred,
            has_time=figure.period_end is not None,
            is_chinese=not (DIGIT.search(figure.value_text) or is_rank),
            is_old=self._is_old,
            is_over_end=gap is not None and self._ends_between(*gap),
            has_own_words=gap is not None and not bridges(self._document.folded, *gap),
            is_followed=gap is not None and self._is_followed(figure),
            is_contradicted=len(self._values.get(_told(figure), ())) > 1,
        )

    def _gap(self, figure: Figure) -> tuple[int, int]:
        """Where the words between a figure and the one before it begin and end."""
        before = bisect_right(self._ends, figure.char_start)
        return (self._ends[before - 1] if before else 0), figure.char_start

    def _ends_between(self, start: int, end: int) -> bool:
        """Whether a sentence or a part of one ends there."""
        return any(self._document.folded.find(stop, start, end) >= 0 for stop in STOPS)

    def _is_followed(self, figure: Figure) -> bool:
        """Whether words stand behind a number that may name another thing."""
        return _pattern("words behind").match(self._document.folded, figure.char_end) is not None

    def _lead(self, figure: Figure) -> str:
        """The words of the sentence before a figure of an indicator, at most so many; nothing before others."""
        if figure.indicator_id is None:
            return ""
        folded, end = self._document.folded, figure.char_start
        reach = max(0, end - SENTENCE_REACH)
        return folded[max(reach, *(folded.rfind(stop, reach, end) + 1 for stop in STOPS)) : end]

    def _names_around(self, figure: Figure) -> bool:
        """Whether a name of an indicator stands near a number, with no end of a sentence between."""
        names, folded = self._document.passage.names, self._document.folded
        start = max(0, figure.char_start - NAME_BEFORE)
        sentence = max(start, folded.rfind("。", start, figure.char_start) + 1)
        before = names.last_in(sentence, figure.char_start)
        if before is not None and names.ids[before]:
            return True
        behind = names.first_in(figure.char_end, figure.char_end + NAME_BEHIND)
        return behind is not None and bool(names.ids[behind])

    def _changes(self, figure: Figure) -> bool:
        """Whether a word of change stands shortly before a number."""
        reach = max(0, figure.char_start - CHANGE_REACH)
        return _pattern("change").search(self._document.folded, reach, figure.char_start) is not None

    def _is_behind_years(self, figure: Figure) -> bool:
        """Whether a number of years stands shortly before a number, as its clause."""
        reach = max(0, figure.char_start - YEARS_REACH)
        return _pattern("years before").search(self._document.folded[reach : figure.char_start]) is not None

    def _is_beside_list(self, figure: Figure) -> bool:
        """Whether a target that is none of the list stands near one that is."""
        if figure.status is not Status.TARGET or figure.is_headline:
            return False
        index = bisect_left(self._listed, figure.char_start)
        near = self._listed[max(0, index - 1) : index + 1]
        return any(abs(start - figure.char_start) < LIST_REACH for start in near)


# What a section would tell that a figure of the status is told against.
AGAINST = {Status.TARGET: "review", Status.ACTUAL: "plan"}


def values_told(figures: Iterable[Figure]) -> dict[tuple[Any, ...], set[Decimal]]:
    """Return the values told of each indicator, place and time in the same way."""
    values: dict[tuple[Any, ...], set[Decimal]] = defaultdict(set)
    for figure in figures:
        if figure.indicator_id is not None:
            values[_told(figure)].add(figure.value)
    return values


def _told(figure: Figure) -> tuple[Any, ...]:
    """What a figure tells a value of, but for the value; a bound or a base of comparison makes another."""
    return (
        figure.indicator_id,
        figure.measure,
        figure.status,
        figure.bound,
        figure.unit,
        figure.period_start,
        figure.period_end,
        figure.region_code,
        figure.is_headline,
    )


def _whose(figure: Figure) -> str:
    if figure.entity_text is not None:
        return "of a zone or a body"
    return "of another place" if figure.region_text is not None else ""


def _length(text: str) -> str:
    if len(text) > LONG_NAME:
        return "a long name"
    return "a short name or none" if len(text) <= SHORT_NAME else ""


def _has_branch(text: str, lead: str) -> bool:
    """Whether words before a name tell of a branch, a zone or a part, whose own may be told behind it."""
    branch = _pattern("branch")
    if _pattern("part of the region").search(lead):
        return True
    return branch.search(text) is None and branch.search(lead) is not None


def _is_single_year(figure: Figure) -> bool:
    start, end = figure.period_start, figure.period_end
    return start is not None and end is not None and start.year == end.year


@lru_cache(maxsize=16384)
def _is_torn(name: str) -> bool:
    """Whether a name holds words that no name has."""
    return _pattern("torn name").search(name) is not None


@lru_cache(maxsize=4096)
def _is_on_years(section: str) -> bool:
    """Whether headings tell of several years."""
    return _pattern("several years").search(section) is not None


@lru_cache(maxsize=4096)
def _told_by(section: str) -> str:
    """Return ``plan`` or ``review``, where the first heading of a section tells of one of them alone."""
    first = section.split(SECTIONS_JOINED, 1)[0]
    told = [asked for asked in ("plan", "review") if _pattern(asked).search(first)]
    return told[0] if len(told) == 1 else ""


@cache
def _pattern(asked: str) -> re.Pattern[str]:
    return {row["asked"]: re.compile(row["pattern"]) for row in rows("sign_words")}[asked]
