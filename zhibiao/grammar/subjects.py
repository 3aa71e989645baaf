"""Joins names and numbers: what each quantity of a sentence measures.

A sentence is read from left to right, a group of quantities at a time. The subject is dealt out by a list
(``respective``), stands before the number (``before``) or behind it (``behind``), or is carried on from the number
before (3347.6亿元，增长6%).
"""

from __future__ import annotations

import re
from itertools import starmap

from zhibiao.grammar.among import ranks_among
from zhibiao.grammar.before import subject_before
from zhibiao.grammar.behind import MILESTONE, subject_behind
from zhibiao.grammar.benchmarks import benchmark_in_brackets
from zhibiao.grammar.classes import classes_of, defines_class
from zhibiao.grammar.counted import counts
from zhibiao.grammar.counted_span import CLAUSE_ENDS
from zhibiao.grammar.durations import DURATION, DURATION_UNITS, is_how_long
from zhibiao.grammar.earlier import (
    listed_earlier,
    named_before_duration,
    named_by_milestone,
    named_earlier,
    of_task,
    opens_anew,
)
from zhibiao.grammar.goals import goal_of_last, is_goal_behind, without_result
from zhibiao.grammar.groups import are_terms, groups_of, mark_states_before, pass_in_turn, spread_unit
from zhibiao.grammar.in_force import antecedent
from zhibiao.grammar.measure_words import GAP
from zhibiao.grammar.names import dimension
from zhibiao.grammar.other_units import in_other_unit
from zhibiao.grammar.parts import give_up_whole, is_of_counted
from zhibiao.grammar.phrases import bare_name
from zhibiao.grammar.respective import respective_subjects
from zhibiao.grammar.scopes import (
    PLACES,
    counts_others,
    in_scope,
    is_item_of_its_own,
    open_scope,
    turn_to_brackets,
    turn_to_region,
)
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.speeds import growth_behind
from zhibiao.grammar.subject import Passage, Reading, Subject, replace
from zhibiao.grammar.topics import of_topic
from zhibiao.model import Quantity

# 跨4个千亿元大关 counts the marks; 突破千万人次大关 is the level reached.
MARKS = frozenset({"count", "unknown"})
# Numbers in passing: the subject before them stays in force.
PASSING = frozenset({"duration", "threshold"})
OF_LENGTH, OF_SHARE = frozenset({"duration"}), frozenset({"share_of_last"})
LIST_SIGNS = ("、", "和", "及")
# 三次产业比例由…调整为…: the name ends here.
STATES = re.compile(r"由|从|(?:调整|优化|转变|演变|演进|发展|变化|提升|变)[为到成至]")


def read_sentence(
    passage: Passage, start: int, end: int, quantities: list[Quantity], carried: Subject | None
) -> list[Reading]:
    """Return the quantities of the sentence ``folded[start:end]`` with what each measures.

    ``carried`` is the subject of the sentence before, for a sentence that begins with its number.
    """
    sentence = Sentence(passage, start, end, carried)
    open_scope(sentence, carried)
    groups = groups_of(passage.folded, quantities)
    for index, group in enumerate(groups):
        following = groups[index + 1][0].start if index + 1 < len(groups) else end
        _read_group(sentence, group, following)
    mark_states_before(passage.folded, groups, sentence.readings)
    return sentence.readings


def _read_group(sentence: Sentence, group: list[Quantity], following: int) -> None:
    start = sentence.clause_start(group[0].outer_start)
    if sentence.among is not None:
        start = sentence.among
    turn_to_brackets(sentence, group[0].start)
    if opens_anew(sentence, start):
        sentence.last, sentence.shares = [], []
    sentence.turn_to_zone(start)
    if sentence.passage.on_group is not None:
        sentence.passage.on_group(sentence, group, following)
    several, in_turn = len(group) > 1, False
    listed: list[Subject] | None = None
    if several and are_terms(sentence.folded, group):
        subjects = _terms_of_ratio(sentence, group, start)
    else:
        if several:
            spread_unit(group)
            in_turn = pass_in_turn(sentence.folded, group)
            listed = classes_of(sentence, group, start)
        if not listed and not in_turn:
            listed = respective_subjects(sentence, group, start)
        if is_of_counted(sentence, start):
            sentence.of_places = sentence.of_places or PLACES.search(sentence.last[-1].text) is not None
            listed = listed and [
                subject if subject.rule == "respectively_carried" else replace(subject, ids=(), rule="part")
                for subject in listed
            ]
        subjects = listed or _subjects_one_by_one(sentence, group, start, following, in_turn=in_turn)
    turn_to_region(sentence, start, group[0].outer_start)
    if sentence.place is not None and is_item_of_its_own(sentence, group[0], start, subjects[0]):
        sentence.place = None
    if sentence.scope is not None and counts_others(sentence, group[0], start, subjects[0]):
        sentence.scope = None
    subjects = [in_scope(sentence, subject) for subject in subjects]
    sentence.readings += starmap(Reading, zip(group, subjects, strict=True))
    among, sentence.among = ranks_among(sentence, group, following), None
    rules = {subject.rule for subject in subjects}
    if rules == OF_SHARE:
        give_up_whole(sentence, subjects[-1])
        sentence.shares = subjects
    elif among:
        sentence.among = start
    elif not rules <= PASSING:
        sentence.last, sentence.shares = subjects, []
    sentence.position = max(group[-1].outer_end, sentence.consumed)
    if rules != OF_LENGTH and sentence.among is None:
        sentence.unclaimed = sentence.position


def _subjects_one_by_one(
    sentence: Sentence, group: list[Quantity], start: int, following: int, *, in_turn: bool
) -> list[Subject]:
    """What each quantity of a group measures by its own words, the first of them from ``start``.

    ``in_turn`` says that they are marks which the first one's subject passed one after the other.
    """
    subjects: list[Subject] = []
    for quantity in group:
        nameless = bool(subjects) and subjects[-1].rule == "none" and quantity.unit_text == "%"
        # 高于GDP增速0.2个、1.6个百分点
        apart = bool(subjects) and quantity.unit_text == "个百分点" and GAP.search(subjects[-1].between)
        if (nameless or apart) and sentence.folded[start : quantity.outer_start] in LIST_SIGNS:
            subjects.append(subjects[-1])  # 每千人床位数、医师数,比上年提高4%、5%
        elif in_turn and subjects and sentence.folded[start : quantity.outer_start] in LIST_SIGNS:
            subjects.append(replace(subjects[0], rule="carried"))
        else:
            subject = _subject(sentence, quantity, start, following)
            subjects.append(in_other_unit(sentence, subject, quantity, start, subjects) or subject)
        start = quantity.outer_end
    return subjects


def _terms_of_ratio(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject]:
    """``三次产业结构调整为18.8:43.2:38``: the terms of one ratio, which have no indicator of their own."""
    clause = sentence.folded[start : group[0].outer_start]
    name = bare_name(STATES.split(clause, maxsplit=1)[0])
    if not name and sentence.last and sentence.last[-1].rule == "ratio":
        name = sentence.last[-1].text
    return [Subject((), name, "", ":", rule="ratio")] * len(group)


def _subject(sentence: Sentence, quantity: Quantity, start: int, following: int) -> Subject:
    start = min(start, quantity.outer_start)
    clause = sentence.folded[start : quantity.outer_start]
    if quantity.unit_text in DURATION_UNITS and DURATION.search(clause):
        return Subject((), "连续", clause, "", rule="duration")
    if is_how_long(sentence.folded, quantity, clause, following):
        return Subject((), "", clause, "", rule="duration")
    milestone = dimension(quantity.unit_text) in MARKS and MILESTONE.match(
        sentence.folded, quantity.outer_end
    )
    if milestone:
        sentence.consumed = milestone.end()
        subject = subject_before(sentence, start, quantity) or antecedent(sentence, quantity, start)
        return replace(subject, ids=(), named=subject.named or subject.ids, rule="milestone")
    if defines_class(sentence, quantity):
        return Subject((), bare_name(clause), clause, "", rule="threshold")
    benchmark = benchmark_in_brackets(sentence, quantity, start)
    if benchmark is not None:
        return benchmark
    goal = goal_of_last(sentence, quantity, start)
    if goal is not None:
        without_result(quantity)
        return goal
    ends_clause = sentence.folded[quantity.outer_end : quantity.outer_end + 1] in CLAUSE_ENDS
    growth = None if ends_clause else growth_behind(sentence, quantity, start)
    if growth is not None:
        return growth
    verb = sentence.verb
    before = subject_before(sentence, start, quantity)
    if before is None and quantity.rank:
        before = named_before_duration(sentence, start)
    behind = None if ends_clause else _told_behind(sentence, quantity, start, following, before, verb)
    if behind is not None:
        return of_task(sentence, quantity, start, behind)
    if before is not None and before.rule == "carried" and not before.ids and not sentence.last:
        # 粮食获得较好收成，总产量达到…: the name in the sentence comes before the subject of the one before.
        before = named_earlier(sentence, quantity, start) or before
    subject = (
        before
        or listed_earlier(sentence, quantity, start)
        or named_earlier(sentence, quantity, start)
        or named_by_milestone(sentence, start, clause)
        or antecedent(sentence, quantity, start)
    )
    return subject if subject.ids else (of_topic(sentence, start, quantity, subject) or subject)


def _told_behind(
    sentence: Sentence, quantity: Quantity, start: int, following: int, before: Subject | None, verb: str
) -> Subject | None:
    """What stands behind its number, where the words before it, ``before``, leave that open.

    ``verb`` is the one that was carried on to the clause, before those words were read.
    """
    if before is not None and (
        before.ids or not counts(quantity) or is_goal_behind(sentence.folded, quantity, before)
    ):
        return None
    verb_before, sentence.verb = sentence.verb, verb
    behind = subject_behind(sentence, quantity, start, following, before)
    if behind is None:
        sentence.verb = verb_before
    return behind
