"""Capital from other provinces that is told as that of projects above a size: 利用省外5000万元以上项目资金."""

from __future__ import annotations

import re

from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.shapes import id_of_shape
from zhibiao.grammar.subject import Reading

FROM_OUTSIDE = re.compile(r"省外(?:投资)?[ *]*$")
PROJECTS = "项目"
# As a name without the amount would say it.
ABOVE_A_SIZE = "省外亿元以上"
UNITS, LARGEST = {"万元": 10**4, "亿元": 10**8}, 10**8


def sets_floor(reading: Reading) -> bool:
    """Say whether an amount is one above which provinces count projects from outside: 2000万元, 5000万元, 1亿元."""
    quantity = reading.quantity
    scale = UNITS.get(quantity.unit_text or "", 0)
    return bool(scale) and quantity.number * scale <= LARGEST


def of_projects_above(sentence: Sentence, clause: str, name: str) -> str | None:
    """The indicator of ``name``, the capital of projects above the size told just before, where they are from outside."""
    last = sentence.readings[-1] if sentence.readings and PROJECTS in name else None
    if last is None or last.subject.rule != "threshold" or not sets_floor(last):
        return None
    if not sentence.folded.startswith(clause, last.quantity.outer_end):
        return None
    return id_of_shape(ABOVE_A_SIZE + name) if FROM_OUTSIDE.search(last.subject.before) else None
