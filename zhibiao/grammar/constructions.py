"""The constructions that can tie a number to what it measures, in the order in which the reader prefers them.

``subjects.read_sentence`` tries them lazily; ``candidates`` tries all of them, for a person who asks why a number was
read as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from typing import NamedTuple

from zhibiao.grammar.before import subject_before
from zhibiao.grammar.behind import subject_behind
from zhibiao.grammar.benchmarks import benchmark_in_brackets
from zhibiao.grammar.earlier import named_by_milestone, named_earlier
from zhibiao.grammar.goals import goal_of_last
from zhibiao.grammar.groups import spread_unit
from zhibiao.grammar.in_force import antecedent
from zhibiao.grammar.names import fits
from zhibiao.grammar.respective import respective_subjects
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.speeds import growth_behind
from zhibiao.grammar.subject import Subject
from zhibiao.grammar.topics import of_topic
from zhibiao.model import Quantity


class Standing(NamedTuple):
    """Where a number stands: in its group, from the start of its clause to what follows it."""

    group: list[Quantity]
    order: int
    start: int
    following: int

    @property
    def quantity(self) -> Quantity:
        """The number itself."""
        return self.group[self.order]


class Construction(NamedTuple):
    """A way of tying a number to its subject, with a sentence in which the number between ⟦ and ⟧ is tied by it."""

    id: str
    find: Callable[[Sentence, Standing], Subject | None]
    example: str


class Candidate(NamedTuple):
    """What a construction would have the number measure, and whether the number's unit fits it."""

    construction: Construction
    subject: Subject
    fits: bool


def _respective_list(sentence: Sentence, place: Standing) -> Subject | None:
    respective = respective_subjects(sentence, place.group, place.start)
    return respective[place.order] if respective else None


def _before(sentence: Sentence, place: Standing) -> Subject | None:
    return subject_before(sentence, _own_start(place), place.quantity)


def _topic(sentence: Sentence, place: Standing) -> Subject | None:
    start = _own_start(place)
    told = Subject((), sentence.folded[start : place.quantity.outer_start])
    return of_topic(sentence, start, place.quantity, told)


def _own_start(place: Standing) -> int:
    """Where the words of the number's own clause begin: behind the number before it in its group."""
    return place.group[place.order - 1].outer_end if place.order else place.start


CONSTRUCTIONS = (
    Construction("respective list", _respective_list, "出口、进口分别增长8%和⟦5%⟧。"),
    Construction(
        "benchmark in brackets",
        lambda sentence, place: benchmark_in_brackets(sentence, place.quantity, _own_start(place)),
        "生产总值增长6%（全省平均⟦5.5%⟧）。",
    ),
    Construction(
        "goal of the result before",
        lambda sentence, place: goal_of_last(sentence, place.quantity, _own_start(place)),
        "生产总值增长10.7%，接近⟦11%⟧的预定目标。",
    ),
    Construction(
        "growth before its name",
        lambda sentence, place: growth_behind(sentence, place.quantity, _own_start(place)),
        "保持⟦8%⟧以上的固定资产投资增速。",
    ),
    Construction("noun phrase before", _before, "社会消费品零售总额增长⟦8%⟧。"),
    Construction(
        "thing counted behind",
        lambda sentence, place: subject_behind(
            sentence, place.quantity, _own_start(place), place.following, None
        ),
        "改造⟦32个⟧老旧小区。",
    ),
    Construction(
        "name in an earlier clause",
        lambda sentence, place: named_earlier(sentence, place.quantity, _own_start(place)),
        "粮食产量再创新高，达到⟦133亿公斤⟧。",
    ),
    Construction("topic of an earlier clause", _topic, "旅游业较快发展，实现收入⟦9.2亿元⟧。"),
    Construction(
        "mark passed",
        lambda sentence, place: named_by_milestone(
            sentence, _own_start(place), sentence.folded[_own_start(place) : place.quantity.outer_start]
        ),
        "上划中央收入再创新高，达⟦1180亿元⟧。",
    ),
    Construction(
        "antecedent",
        lambda sentence, place: antecedent(sentence, place.quantity, _own_start(place)),
        "生产总值3347.6亿元，增长⟦6%⟧。",
    ),
)


def candidates(sentence: Sentence, place: Standing) -> Iterator[Candidate]:
    """Give what each construction makes of a number, the sentence as it stands before the number is read.

    Each is tried on a copy of the sentence, so that none sees what another has done.
    """
    for construction in CONSTRUCTIONS:
        attempt, group = sentence.copy(), [copy(one) for one in place.group]
        attempt.passage = replace(sentence.passage, unequal_lists=[], on_group=None)
        if len(group) > 1:
            spread_unit(group)
        here = place._replace(group=group)
        subject = construction.find(attempt, here)
        if subject is not None and (subject.text or subject.ids):
            quantity = here.quantity
            fitting = all(fits(one, quantity.unit_text, quantity.rank) for one in subject.ids)
            yield Candidate(construction, subject, fitting)
