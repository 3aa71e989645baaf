"""A goal spoken of again by its number: ``生产总值增长8%左右。提出8%的目标，主要考虑…``."""

from __future__ import annotations

import re

from zhibiao.grammar.subject import Subject, replace
from zhibiao.model import Figure, Measure, Quantity

PER_CENT, GOAL = "%", "目标"
# Nothing but that it was set stands before the number, and nothing but what it is behind it.
SETTING = re.compile(
    r"(?:[^,。;:!?\n]*[,。;:!?\n])?[\s*“]*(?:我们|今年|全年|市委|省委|之所以|把|将|以|按照?|围绕)*"
    r"(?:提出|确定|定下|设定|设置|制定|安排|实现|完成|保持|达到|定为)?(?:了|的)?[\s*约近]*"
)
IS_GOAL = re.compile(
    r"\**(?:左右|以上|以内)?的?(?:预期|年度|经济|发展|增长|增速|速度|这一|[上下])*目标(?![任数]|管理|责任)"
)
REACH, NEAR = 16, 600
# Of several that are to grow as fast it is the economy that is meant.
ECONOMY = "gdp"
RULE = "goal_told"


def goal_told_before(
    folded: str, start: int, quantity: Quantity, subject: Subject, figures: list[Figure]
) -> Subject:
    """Return what a goal spoken of by its number is of, as the sentences before have set it; else ``subject``.

    ``start`` is where the sentence begins, ``figures`` are those before it.
    """
    if quantity.unit_text != PER_CENT or subject.ids or subject.entity:
        return subject
    if folded.find(GOAL, quantity.end, quantity.end + REACH) < 0 or not IS_GOAL.match(folded, quantity.end):
        return subject
    if not SETTING.fullmatch(folded, start, quantity.outer_start):
        return subject
    told = [
        one
        for one in figures[-REACH:]
        if one.number == quantity.number
        and one.measure is Measure.GROWTH_RATE
        and one.indicator_id
        and quantity.start - one.char_end < NEAR
    ]
    if not told:
        return subject
    of = next((one for one in told if one.indicator_id == ECONOMY), told[-1])
    growing = replace(subject, ids=(of.indicator_id,), text=of.indicator_text or "", others=(), texts=())
    return replace(growing, before="", between="增长", rule=RULE)
