"""From one state to another, in whatever verb: ``建成区由316平方公里拓展到364平方公里``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import OF_RATIOS, dimension
from zhibiao.grammar.phrases import bare_name
from zhibiao.grammar.sentence import Sentence
from zhibiao.model import Quantity

FROM_STATE = re.compile(r"[由从][^,;。]{0,16}$")
# What stands between the two, and counts nothing: 调整到, 撤并为, 预计增加到2005年的.
# A text may set its numbers off with blanks: 由 78平方公里拓展到 99平方公里.
BETWEEN = re.compile(
    r" ?(?:[一-鿿]{0,8}?[到至]|[一-鿿]{1,8}?(?:为|(?<![组结构建形完])成)) ?(?:\d{4}年[底末]?的?|[一二三四]季度的?)?[约近超]? ?"
)
COUNTED = ("counted", "counted_name")
# So much of what stands before a number is asked.
LEAD = 18


def changes_to(folded: str, quantity: Quantity, clause: str, following: int) -> bool:
    """Say whether a number is a state of what ``clause`` names, and only a verb leads from it to that at ``following``."""
    if not _has_from(clause):
        return False
    # 增幅居首位,总量排名由第14位晋升至第8位: a place counts nothing, whether or not its clause names what has it.
    return leads_to(folded, quantity.outer_end, following) and (quantity.rank or bool(bare_name(clause)))


def leads_from(lead: str) -> bool:
    """Say whether the words before a number make it a state from which something changed: 由⟦316平方公里⟧."""
    return _has_from(lead) and FROM_STATE.search(lead) is not None


def leads_to(folded: str, start: int, end: int) -> bool:
    """Say whether nothing but a verb stands between a state and the one that it came to."""
    return BETWEEN.fullmatch(folded, start, end) is not None


def is_changed_to(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether but a verb leads from the state before to a number at ``end``: the clause names nothing new."""
    if not sentence.readings:
        return False
    first = sentence.readings[-1].quantity
    if first.outer_end != start:
        return False
    lead = sentence.folded[max(sentence.start, first.start - LEAD) : first.start]
    return leads_from(lead) and leads_to(sentence.folded, start, end)


def are_told_just_before(sentence: Sentence, group: list[Quantity], end: int) -> bool:
    """Say whether as many numbers as ``group`` has end right before ``end``, whose subjects are those of the group:

    从46503元和16935元分别提高到58794元和23184元, 存款838亿元、贷款547亿元分别增长12%和10%.
    """
    before = sentence.readings[-len(group) :]
    if len(before) != len(group) or len(group) == 1:
        return False
    first, last = before[0].quantity, before[-1].quantity
    if sentence.folded[last.outer_end : end].strip(" *,、"):
        return False
    if leads_from(sentence.folded[max(0, first.outer_start - LEAD) : first.outer_start]):
        return True
    grows = all(dimension(one.unit_text) in OF_RATIOS for one in group)
    amounts = all(dimension(one.quantity.unit_text) not in OF_RATIOS for one in before)
    return grows and amounts and all(one.subject.ids for one in before)


def are_counted_last(sentence: Sentence, group: list[Quantity], end: int) -> bool:
    """178个市重点项目、23个省重点项目分别完成投资760亿元、276亿元: what has just been counted is the list."""
    counted = sentence.readings[-len(group) :]
    return (
        len(counted) == len(group) > 1
        and all(reading.subject.rule in COUNTED for reading in counted)
        and not sentence.folded[sentence.consumed : end].strip(" *,")
    )


def _has_from(words: str) -> bool:
    return "由" in words or "从" in words
