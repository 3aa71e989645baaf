"""What a clause without a number is about, for a bare measure behind it: ``旅游业较快发展，实现收入9.2亿元``."""

from __future__ import annotations

import re
from functools import cache

from zhibiao.grammar.dwellings import of_work_before
from zhibiao.grammar.names import INDICATOR_OF_NAME, NAMES, fitting
from zhibiao.grammar.phrases import EDGE, alternatives, bare_name, leaves_whole, prefix_end
from zhibiao.grammar.sentence import GROWS, Sentence
from zhibiao.grammar.subject import Subject, replace
from zhibiao.lexicon import indicators_of, rows
from zhibiao.model import Quantity
from zhibiao.quantities.tries import longest_of
from zhibiao.text_search import behind_last

# What a topic does, as against a longer name that it begins (工业园区, 旅游景区).
TELLS = re.compile(rf"[“*\s]|{alternatives('topic_does')}")
# 尤其是旅游业…: the last topic is the one.
EMPHASIS = re.compile(alternatives("emphasis"))
# Another thing that acts between the topic and the measure.
OTHER = re.compile(alternatives("other_topic"))
# A sentence that tells only what was achieved goes on about what the one before it is about.
ACHIEVED = re.compile("(?:累计)?(?:完成|实现)")
# What was contracted, and what came of it.
CONTRACTED = re.compile(
    "(?:合同|协议|签约|注册)[^,;。]{0,4}外资|(?:[利使]用|引进|吸收)?外资[^,;。]{0,2}(?:合同|协议)"
)
CAME = re.compile(
    r"[\s*,、]*(?:全年|当年|已|其中|并)*(实际(?:[利使]用|到位|到资|到账|引进|吸收|投入)(?:资金|金额|额)?)[达为约近到\s]*"
)
DOLLARS, CAPITAL = "美元", ("fdi_utilized",)
# What stands side by side in a list of how the region as a whole does.
MACRO = indicators_of("whole_economy")
COMMA, STOPS, LONGEST_MEASURE, REACH = ",", (";", ":", "。", "\n"), 4, 80


@cache
def _stems() -> dict[str, str]:
    return {row["topic"]: row["stem"] for row in rows("topics")}


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(longest_of(_stems()))


@cache
def _measures() -> frozenset[str]:
    """The words that make a name with a stem, and are none by themselves."""
    stems = tuple(set(_stems().values()))
    names = [name for name in INDICATOR_OF_NAME if name.startswith(stems)]
    tails = {name[len(stem) :] for stem in stems for name in names if name.startswith(stem)}
    return frozenset(tail for tail in tails if 1 < len(tail) <= LONGEST_MEASURE and tail not in NAMES)


@cache
def _companions() -> dict[str, str]:
    return {row["word"]: row["indicator_id"] for row in rows("companions")}


@cache
def _may_measure() -> re.Pattern[str]:
    """The words of which a clause has one if it has but a measure: few clauses have any."""
    return re.compile(longest_of(sorted({*_measures(), *_companions()})))


def _in_company(sentence: Sentence, quantity: Quantity, told: Subject, named: str | None) -> Subject | None:
    """地区生产总值增长8%,投资增长11.5%: the growth of the region's own, as that of its product right before it."""
    last = sentence.readings[-1] if sentence.readings else None
    grows = quantity.unit_text == "%" and GROWS.match(told.between.strip(EDGE)) is not None
    if (
        named is None
        or last is None
        or not grows
        or last.quantity.unit_text != "%"
        or told.before.strip(EDGE)
    ):
        return None
    if not MACRO.issuperset(last.subject.ids) or not last.subject.ids or last.subject.place or sentence.place:
        return None
    return replace(told, ids=(named,), rule="of_topic")


def _came_of_contracts(sentence: Sentence, start: int, quantity: Quantity, told: Subject) -> Subject | None:
    """合同外资3.2亿美元,实际利用1.7亿美元: what came of the capital contracted, of which the clause before tells."""
    last = sentence.readings[-1] if sentence.readings else None
    folded = sentence.folded
    if (
        last is None
        or last.subject.entity
        or last.subject.place
        or not (last.quantity.unit_text or "").endswith(DOLLARS)
    ):
        return None
    came = CAME.fullmatch(folded, start, quantity.outer_start)
    opening = behind_last(folded, (COMMA, *STOPS), 0, last.quantity.start)
    contracted = CONTRACTED.search(folded, opening, last.quantity.start) if came else None
    if came is None or contracted is None:
        return None
    whole = leaves_whole(folded[opening : contracted.start()], CAPITAL)
    return replace(told, ids=CAPITAL, text=came[1], rule="of_topic") if whole else None


def of_topic(sentence: Sentence, start: int, quantity: Quantity, told: Subject) -> Subject | None:
    """The subject of a number whose clause, from ``start``, has but the measure ``told`` of the topic before it."""
    if told.ids or told.entity or told.place or quantity.rank:
        return None
    dwellings = of_work_before(sentence, start, quantity)
    if dwellings is not None:
        return dwellings
    if (quantity.unit_text or "").endswith(DOLLARS) and (
        came := _came_of_contracts(sentence, start, quantity, told)
    ):
        return came
    if _may_measure().search(told.text) is None:
        return None
    measure = bare_name(told.text)
    beside = _in_company(sentence, quantity, told, _companions().get(measure))
    if beside is not None:
        return beside
    if measure not in _measures():
        return None
    folded = sentence.folded
    first = sentence.position
    if not sentence.readings and ACHIEVED.match(folded, sentence.start) and sentence.start == start:
        first = max(0, sentence.start - REACH)  # 工业经济呈现良好局面。实现增加值516.6亿元
    opening = behind_last(folded, STOPS, max(first, start - REACH), start - 1)
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
        named = INDICATOR_OF_NAME.get(name)
        ids = fitting((named,), quantity.unit_text, quantity.rank) if named else ()
        return replace(told, ids=ids, text=name, rule="of_topic") if ids else None
    return None
