"""Observes the signs of how sure a figure is: which rules decided, what its words are akin to, and where it stands.

The words that are asked for are those of ``lexicon/sign_words.csv``, ``lexicon/akin_words.csv`` and ``lexicon/usual_words.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from zhibiao import sign_names
from zhibiao.document import Document
from zhibiao.grammar.akin import kin_of
from zhibiao.grammar.names import dimension
from zhibiao.grammar.phrases import bridges
from zhibiao.grammar.usual import how_usual
from zhibiao.lexicon import core_indicators, rows
from zhibiao.model import Figure, Measure, Status
from zhibiao.text_search import behind_last

# How far before and behind a number an indicator's name may stand that it could have been meant for.
NAME_BEFORE, NAME_BEHIND = 30, 12
LONGER_THAN, SHORTEST = 12, 2
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
SMALLER_THAN = 10
SECTIONS_JOINED = " > "
CARRIED = "carried "
COUNT, UNKNOWN = "count", "unknown"


class Observer:
    """Observes the figures of one document, whose offsets are those of its legible text."""

    def __init__(self, document: Document, figures: Iterable[Figure]) -> None:
        self._folded, self._names = document.folded, document.passage.names
        self._change, self._years_before = _pattern("change"), _pattern("years before")
        figures = list(figures)
        self._ends = [figure.char_end for figure in figures]
        self._values = values_told(figures)
        self._listed = [figure.char_start for figure in figures if figure.is_headline]
        year = document.profile.plan_year or document.profile.review_year
        # Reports of the planned economy have other names and turns of phrase.
        self._is_old = year is not None and year < MODERN

    def signs(self, figure: Figure) -> list[str]:
        """Return the signs of a figure."""
        return [*sign_names.signs_of_rule(figure.rule), *self.signs_beside_rule(figure)]

    def signs_beside_rule(self, figure: Figure) -> list[str]:
        """Return all signs of a figure but those of the rules that decided."""
        found = [sign_names.BIAS]
        if self._is_old:
            found.append(sign_names.OLD)
        kind = dimension(figure.unit_text)
        if kind == UNKNOWN:
            found.append(sign_names.UNKNOWN_UNIT)
        found += _signs_of_words(
            figure.indicator_text or "",
            figure.indicator_id,
            kind,
            figure.status,
            figure.measure is Measure.RANK,
            figure.entity_text is None,
        )
        self._add_of_words(found, figure)
        if figure.indicator_id is not None:
            self._add_of_indicator(found, figure)
        else:
            self._add_of_thing(found, figure, kind)
        self._add_of_time(found, figure)
        self._add_of_status(found, figure)
        return found

    def _add_of_words(self, found: list[str], figure: Figure) -> None:
        """Add what the words about the subject and those of the number show."""
        if figure.entity_text is not None:
            found.append(sign_names.OF_ZONE)
        elif figure.region_text is not None:
            found.append(sign_names.OF_PLACE)
        if figure.is_inferred:
            found.append(sign_names.INFERRED)
        if figure.measure is not Measure.RANK and not _has_digit(figure.value_text):
            found.append(sign_names.CHINESE)
        if figure.measure is Measure.LEVEL and self._changes(figure):
            found.append(sign_names.CHANGING)

    def _add_of_indicator(self, found: list[str], figure: Figure) -> None:
        """Add what shows whether the indicator is that of the number."""
        text, lead = figure.indicator_text or "", self._lead(figure)
        named_at = lead.rfind(text) if text else -1
        if named_at > 0 and IDEOGRAPHS[0] <= lead[named_at - 1] <= IDEOGRAPHS[1]:
            found.append(sign_names.MODIFIED)
        if _has_branch(text, lead):
            found.append(sign_names.BRANCH)
        if len(self._values.get(_told(figure), ())) > 1:
            found.append(sign_names.CONTRADICTED)
        if figure.rule.startswith(CARRIED):
            self._add_of_carrying(found, figure)

    def _add_of_carrying(self, found: list[str], figure: Figure) -> None:
        """Add what stands between a number and the one before it, whose subject is its own."""
        start, end = self._gap(figure)
        if self._ends_between(start, end):
            found.append(sign_names.OVER_END)
        if not bridges(self._folded, start, end):
            found.append(sign_names.OWN_WORDS)
        if self._is_followed(figure):
            found.append(sign_names.FOLLOWED)

    def _add_of_thing(self, found: list[str], figure: Figure, kind: str) -> None:
        """Add what shows whether a thing is rightly without an indicator; little of what a zone or a body has."""
        if kind == COUNT and figure.number < SMALLER_THAN:
            found.append(sign_names.SMALL_COUNT)
        if figure.entity_text is None and self._names_around(figure):
            found.append(sign_names.NEAR_NAME)

    def _add_of_time(self, found: list[str], figure: Figure) -> None:
        """Add what shows whether the number is of its time."""
        if figure.period_end is None:
            found.append(sign_names.NO_TIME)
        elif figure.period_start is not None and figure.period_start.year == figure.period_end.year:
            if _is_on_years(figure.section):
                found.append(sign_names.OF_YEARS)
            if self._is_behind_years(figure):
                found.append(sign_names.BEHIND_YEARS)

    def _add_of_status(self, found: list[str], figure: Figure) -> None:
        """Add what shows whether it is a target or an achievement."""
        if figure.is_headline:
            found.append(sign_names.HEADLINE)
        elif figure.status is Status.TARGET and self._is_beside_list(figure):
            found.append(sign_names.BESIDE_LIST)
        if _told_by(figure.section) == AGAINST.get(figure.status):
            found.append(sign_names.AGAINST_SECTION)

    def _gap(self, figure: Figure) -> tuple[int, int]:
        """Where the words between a figure and the one before it begin and end."""
        before = bisect_right(self._ends, figure.char_start)
        return (self._ends[before - 1] if before else 0), figure.char_start

    def _ends_between(self, start: int, end: int) -> bool:
        """Whether a sentence or a part of one ends there."""
        return any(self._folded.find(stop, start, end) >= 0 for stop in STOPS)

    def _is_followed(self, figure: Figure) -> bool:
        """Whether words stand behind a number that may name another thing."""
        return _pattern("words behind").match(self._folded, figure.char_end) is not None

    def _lead(self, figure: Figure) -> str:
        """The words of the sentence before a figure, at most so many."""
        folded, end = self._folded, figure.char_start
        reach = max(0, end - SENTENCE_REACH)
        return folded[behind_last(folded, STOPS, reach, end) : end]

    def _names_around(self, figure: Figure) -> bool:
        """Whether a name of an indicator stands near a number, with no end of a sentence between."""
        names, folded = self._names, self._folded
        start = max(0, figure.char_start - NAME_BEFORE)
        stop = folded.rfind("。", start, figure.char_start)
        sentence = stop + 1 if stop >= 0 else start
        before = names.last_in(sentence, figure.char_start)
        if before is not None and names.ids[before]:
            return True
        behind = names.first_in(figure.char_end, figure.char_end + NAME_BEHIND)
        return behind is not None and bool(names.ids[behind])

    def _changes(self, figure: Figure) -> bool:
        """Whether a word of change stands shortly before a number."""
        reach = max(0, figure.char_start - CHANGE_REACH)
        return self._change.search(self._folded, reach, figure.char_start) is not None

    def _is_behind_years(self, figure: Figure) -> bool:
        """Whether a number of years stands shortly before a number, as its clause."""
        reach = max(0, figure.char_start - YEARS_REACH)
        return self._years_before.search(self._folded[reach : figure.char_start]) is not None

    def _is_beside_list(self, figure: Figure) -> bool:
        """Whether a target of the list stands near one that is none of it."""
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


def _has_branch(text: str, lead: str) -> bool:
    """Whether words before a name tell of a branch, a zone or a part, whose own may be told behind it."""
    branch = _pattern("branch")
    if _pattern("part of the region").search(lead):
        return True
    return branch.search(text) is None and branch.search(lead) is not None


@lru_cache(maxsize=65536)
def _signs_of_words(
    text: str, indicator: str | None, kind: str, status: str, is_rank: bool, is_region_s: bool
) -> tuple[str, ...]:
    """Return what the words of a subject and its indicator show wherever they stand; names recur from report to report.

    ``kind`` is the dimension of the number, ``is_region_s`` says that no zone or body has it.
    """
    found: list[str] = []
    if is_region_s:
        found += how_usual(indicator or "", text, kind, status)
    if len(text) > LONGER_THAN:
        found.append(sign_names.LONG_NAME)
    elif len(text) <= SHORTEST:
        found.append(sign_names.SHORT_NAME)
    if _pattern("torn name").search(text):
        found.append(sign_names.TORN_NAME)
    if indicator is not None:
        found.append(f"of {indicator}")
        if indicator not in core_indicators():
            found.append(sign_names.SELDOM)
    elif is_region_s:
        found.append(f"no indicator, {kind}")
        if is_rank:
            found.append(sign_names.RANK)
        kin = kin_of(text, "rank" if is_rank else kind)
        if kin:
            found += (sign_names.AKIN, f"words akin to {kin}")
    return tuple(found)


def _has_digit(written: str) -> bool:
    """Whether a number is written in digits: nearly all begin with one."""
    return "0" <= written[:1] <= "9" or DIGIT.search(written) is not None


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
def _patterns() -> dict[str, str]:
    return {row["asked"]: row["pattern"] for row in rows("sign_words")}


def make_all_patterns() -> None:
    """Make all patterns, which are else made when they are first asked (``prepared_patterns.py``)."""
    for asked in _patterns():
        _pattern(asked)


@cache
def _pattern(asked: str) -> re.Pattern[str]:
    return re.compile(_patterns()[asked])
