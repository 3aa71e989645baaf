"""The goal that a result is measured by: ``生产总值增长10.7%，接近11%的预定目标``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import fitting
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.status_words import GOAL_AFTER
from zhibiao.grammar.subject import Subject, replace
from zhibiao.lexicon import DIVISION
from zhibiao.model import Bound, Quantity

SET_BY = (
    rf"(?:年初|年度|全年|全市|全省|全县|[国{DIVISION}]委|[国{DIVISION}]政府|[国{DIVISION}]|人代会|上级|原|预期|预定|既?定|计划"
    r"|确定|下达|提出|制定|规定|的|“?[七八九十一二三四]+五”?(?:计划|规划))"
)
# Nothing but how the result stands to the goal, and who set it when: 超额完成年初确定的, 低于省定.
STANDS_TO_GOAL = re.compile(
    r"[\s*,、]*(?:也|均|都|基本|圆满|顺利|超额|提前|如期|全面|略|大大|明显|未能?|没有|没能|将|已|，)*"
    r"(?:接近|超过|超出|高于|低于|好于|优于|快于|达到?|实现|完成|突破|控制在)了?"
    # 超过了年初预定增长9%的目标
    rf"(?:{SET_BY}+(?:年均|平均|实际)*(?:增长|上涨|下降|降低)|{SET_BY}*(?:年均?增长)?)"
)

KEPT_WITHIN = "控制在"


def goal_of_last(sentence: Sentence, quantity: Quantity, start: int) -> Subject | None:
    """Return what the result before was a result of, for a percentage that is its goal; None for any other number.

    The goal is measured as the result is: 增长10.7%，接近11%的预定目标 is a growth both times.
    """
    folded = sentence.folded
    if quantity.unit_text != "%" or not sentence.last or not GOAL_AFTER.match(folded, quantity.end):
        return None
    clause = folded[start : quantity.start]
    if not STANDS_TO_GOAL.fullmatch(clause) or not sentence.readings:
        return None
    result = sentence.readings[-1]
    if result.quantity.unit_text != "%" or result.subject not in sentence.last:
        return None
    subject = result.subject
    ids = fitting(subject.named or subject.ids, quantity.unit_text, quantity.rank)
    return replace(subject, ids=() if subject.entity else ids, place=None, rule="goal_of_last")


def without_result(quantity: Quantity) -> None:
    """Take from a goal the word that tells how its result stands to it: 超过8%的预期目标 is a goal of 8 %, no more.

    控制在3%的预期目标以内 keeps its word: what a result is kept within, the goal was to keep it within.
    """
    if quantity.bound_text == KEPT_WITHIN:
        return
    if quantity.outer_start < quantity.start and quantity.outer_end == quantity.end:
        quantity.bound, quantity.bound_text = Bound.EXACT, None


# 实现年出栏8100万只目标, 在生产总值下跌40.5%的情况下: how far, behind the number of what stands before it.
GOAL_BEHIND = re.compile(
    r"的?(?:目标|任务|水平|速度|情况下|形势下|基础上)(?=[,;。、:!?\n]|顺利|圆满|全面|完成|超)"
)
# 131项任务 are counted.
GENERIC = frozenset({"项", "个", "件", "条", "大", "类", "余项", "多项", "余个", "多个"})
# 低于年初预定增长10.5%的目标: a benchmark; 完成房屋总量68%的任务: so much of it.
HELD_AGAINST = re.compile(r"低于|高于|超过|达到|预定|原定|^[略未]|总量$")


def is_goal_behind(folded: str, quantity: Quantity, before: Subject | None) -> bool:
    """Say whether what follows a number names nothing that it counts, but says of what stands before it how far it came."""
    if before is None or quantity.unit_text in GENERIC or not before.text:
        return False
    return (
        GOAL_BEHIND.match(folded, quantity.outer_end) is not None and HELD_AGAINST.search(before.text) is None
    )
