"""By which definition a number is told: at which prices, above which threshold, of which scope.

The words are those of ``lexicon/definition_words.csv``. A row has its words, a pattern that what begins with them must
fit, what they mean (``says``: nothing where they speak for themselves, # for the number before), for which indicators
(``of``; nothing for all), and in which places:

- ``name``: in the name of the indicator or directly before it (地方级财政收入, 500万元以上固定资产投资);
- ``between``: between the number before in its sentence and this one (按可比价格计算,比上年增长9%);
- ``behind``: in the bracket behind the number (3013亿元(1990年不变价)).

What a text does not say stays null. ``threshold_amounts.csv`` has what 规模以上 meant in which years,
``open_names.csv`` the names that leave open which of two indicators is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from zhibiao.lexicon import rows
from zhibiao.model import Figure, Measure, PriceBasis, Status
from zhibiao.text_search import behind_last

# How far back the words of a figure reach.
REACH = 60
SENTENCE_ENDS = (";", "。", "\n")
# What may stand between such words and the name: 500万元以上的非国有工业企业.
UP_TO_THE_NAME = re.compile(r"(?:及?以上|口径|计算|的|非国有|内)*")
# Numbers of a list share the words before its first: 分别实际增长9.3%、8.9%左右和7%.
WITHIN_A_LIST = re.compile(r"(?:左右|以上|以内)?[、,和与及]{1,2}")
BRACKET = re.compile(r"(?:左右|以上|以内)?\([^()\n]{1,40}\)")
PLANNED = re.compile("预期|计划|预定|目标")
NUMBER_BEFORE = "#"
DIGITS_BEFORE = re.compile(r"[0-9][0-9,.]*$")
LONGEST_NUMBER = 8
ACTUALLY = "实际"
LONGEST_COMMA = 2
AT_PRICES = frozenset({Measure.LEVEL, Measure.GROWTH_RATE, Measure.CHANGE_AMOUNT})


class _Word(NamedTuple):
    """A row of the lexicon."""

    sense: str
    places: frozenset[str]
    pattern: re.Pattern[str] | None
    says: str
    of: frozenset[str]


class _Said(NamedTuple):
    """Words of a definition, where they stand and what they mean."""

    start: int
    end: int
    meaning: str
    word: _Word


def mark_definitions(folded: str, figures: Iterable[Figure]) -> None:
    """Set ``price_basis``, ``threshold_text``, ``scope_text`` and ``is_inferred`` of figures in order of place.

    ``folded`` is the document's text in its typographic form. Takes time linear in it.
    """
    said = _said_in(folded)
    before = current = _Number(None, [])
    first, last, count = 0, 0, len(said)
    open_names = _open_names()
    for figure in figures:
        start = figure.char_start
        if current.figure is not None and current.figure.char_start != start:
            before = current
        if (figure.indicator_text, figure.indicator_id) in open_names:
            figure.is_inferred = True
        while first < count and said[first].start < start - REACH:
            first += 1
        if last < first:
            last = first
        while last < count and said[last].start < figure.char_end + REACH:
            last += 1
        near = said[first:last] if first < last else ()
        words = _mark(folded, figure, before, near) if near or _said_in_name(figure.indicator_text) else []
        current = _Number(figure, words)


@dataclass(slots=True)
class _Number:
    """A figure with the words that stand before it."""

    figure: Figure | None
    words: list[_Said]


def _mark(folded: str, figure: Figure, previous: _Number, near: tuple[_Said, ...]) -> list[_Said]:
    """Mark one figure; ``near`` are the words about it. Return those before it, which a list may go on with."""
    start = figure.char_start
    sentence = behind_last(folded, SENTENCE_ENDS, max(start - REACH, 0), start)
    before = previous.figure
    if before is not None and before.char_end < sentence:
        before = None
    if before is not None and WITHIN_A_LIST.fullmatch(folded, before.char_end, start):
        between = previous.words
    else:
        since = max(sentence, _end_with_bracket(folded, before) if before else 0)
        between = [one for one in near if since <= one.start and one.end <= start]
    bracket = _end_with_bracket(folded, figure)
    told = [
        *(one for one in _of_the_name(folded, figure, sentence, near) if _is_at(one, "name", figure)),
        *(one for one in near if start < one.start < bracket and _is_at(one, "behind", figure)),
        *(
            one
            for one in between
            if _is_at(one, "between", figure)
            and not _is_told_of_a_plan(folded, one, sentence, figure, before)
        ),
    ]
    figure.price_basis = _price_basis(figure, told, before)
    figure.threshold_text = _threshold(figure, told)
    scopes = (one.meaning for one in told if one.word.sense == "scope")
    figure.scope_text = "；".join(dict.fromkeys(scopes)) or None
    return between


def _end_with_bracket(folded: str, figure: Figure) -> int:
    """Where the figure ends, or the bracket behind it."""
    bracket = BRACKET.match(folded, figure.char_end)
    return bracket.end() if bracket else figure.char_end


def _is_at(said: _Said, place: str, figure: Figure) -> bool:
    return place in said.word.places and (not said.word.of or figure.indicator_id in said.word.of)


def _is_told_of_a_plan(
    folded: str, said: _Said, sentence: int, figure: Figure, before: Figure | None
) -> bool:
    """预期增长6%,实际增长7%: what came about, beside what was planned; nothing is said of prices."""
    return (
        before is not None
        and before.indicator_id == figure.indicator_id
        and folded.startswith(ACTUALLY, said.start)
        and said.start - before.char_end <= LONGEST_COMMA
        and (
            before.status is Status.TARGET or PLANNED.search(folded, sentence, before.char_start) is not None
        )
    )


def _of_the_name(folded: str, figure: Figure, sentence: int, near: tuple[_Said, ...]) -> Iterator[_Said]:
    """The words that end where the name of the figure's indicator begins, and those within it."""
    name = figure.indicator_text
    at = folded.rfind(name, sentence, figure.char_start) if name else -1
    for one in near:
        if sentence <= one.start and one.end <= at and UP_TO_THE_NAME.fullmatch(folded, one.end, at):
            yield one
    yield from _said_in_name(name)


def _price_basis(figure: Figure, told: list[_Said], before: Figure | None) -> PriceBasis | None:
    if figure.measure not in AT_PRICES:
        return None
    prices = [one.meaning for one in told if one.word.sense == "price_basis"]
    if prices:
        return PriceBasis(prices[-1])
    # The growth of an amount at constant prices is real growth; at current prices nothing is said of it.
    if (
        before is not None
        and before.price_basis is PriceBasis.REAL
        and before.measure is Measure.LEVEL
        and figure.measure is Measure.GROWTH_RATE
        and before.indicator_text == figure.indicator_text
    ):
        return PriceBasis.REAL
    return None


def _threshold(figure: Figure, told: list[_Said]) -> str | None:
    thresholds = list(dict.fromkeys(one.meaning for one in told if one.word.sense == "threshold"))
    if len(thresholds) == 1 and figure.period_end is not None:
        for amount in _amounts():
            if amount.applies(thresholds[0], figure.indicator_id, figure.period_end.year):
                return f"{thresholds[0]} {amount.amount}"
    return " ".join(thresholds) or None


def _said_in(folded: str) -> tuple[_Said, ...]:
    automaton, words_of = _automaton()
    said: list[_Said] = []
    for which, start, end in automaton.find_matches_as_indexes(folded):
        for word in words_of[which]:
            found = word.pattern.match(folded, start) if word.pattern else None
            if found is not None or word.pattern is None:
                stop = found.end() if found else end
                said.append(_Said(start, stop, _meaning(folded, start, stop, word.says), word))
    return tuple(said)


def _meaning(folded: str, start: int, end: int, says: str) -> str:
    if not says.startswith(NUMBER_BEFORE):
        return says or folded[start:end]
    number = DIGITS_BEFORE.search(folded, max(start - LONGEST_NUMBER, 0), start)
    return says.replace(NUMBER_BEFORE, number.group().replace(",", "") if number else "")


@lru_cache(maxsize=65536)
def _said_in_name(name: str | None) -> tuple[_Said, ...]:
    return () if not name or _openings().isdisjoint(name) else _said_in(name)


class _Amount(NamedTuple):
    """What a threshold meant from ``first`` to ``last`` year."""

    threshold: str
    ids: frozenset[str]
    first: int
    last: int
    amount: str

    def applies(self, threshold: str, indicator_id: str | None, year: int) -> bool:
        """Say whether it is that threshold, for that indicator in that year."""
        return self.threshold == threshold and indicator_id in self.ids and self.first <= year <= self.last


@cache
def _amounts() -> tuple[_Amount, ...]:
    return tuple(
        _Amount(
            row["threshold"],
            frozenset(row["indicator_ids"].split()),
            int(row["first_year"]),
            int(row["last_year"] or 9999),
            row["amount"],
        )
        for row in rows("threshold_amounts")
    )


@cache
def _open_names() -> frozenset[tuple[str | None, str | None]]:
    return frozenset((row["name"], row["indicator_id"]) for row in rows("open_names"))


@cache
def _openings() -> frozenset[str]:
    """The signs that the words begin with: few names hold one."""
    return frozenset(word[0] for row in rows("definition_words") for word in row["words"].split("|"))


@cache
def _automaton() -> tuple[AhoCorasick, list[list[_Word]]]:
    """The automaton of all words, and for each of them the rows that have it."""
    words_of: dict[str, list[_Word]] = {}
    for row in rows("definition_words"):
        word = _Word(
            row["sense"],
            frozenset(row["place"].split()),
            re.compile(row["pattern"]) if row["pattern"] else None,
            row["says"],
            frozenset(row["of"].split()),
        )
        for written in row["words"].split("|"):
            words_of.setdefault(written, []).append(word)
    return AhoCorasick(list(words_of), matchkind=MatchKind.LeftmostLongest), list(words_of.values())
