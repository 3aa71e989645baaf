"""Dwellings for those who lived in shantytowns, however the work is called: ``棚户区改造4.5万套``, ``棚改新开工459套``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import STARTS
from zhibiao.grammar.phrases import alternatives
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

SHANTYTOWN = re.compile(
    r"(?:改造)?(?:各类|城市|城镇)?(?:棚户区(?:\(危旧房\))?(?:住房)?(?:新?改造)?|棚改房?)(?:任务|建设|工程|项目)?"
    r"(?:新开工|新?建|开工|建成|竣工|交付)?(?:住宅|住房|安置房)?"
)
BEGUN, ENDED = re.compile("开工|启动"), re.compile("基本建成|竣工|交付")
UNIT, WITHIN = "套", "其中"
# 扎实推进保障性安居工程。开工建设33.87万套: what the work is on stands before, and but verbs before the number.
WORK_ON = re.compile(
    r"(?:(?P<shanty>棚户区改造|棚改)|保障性?住?房|(?:保障性)?安居工程)(?:项目|工程)?(?:建设|改造|攻坚|工作|力度|步伐)*[”“]?[,。]$"
)
WORK_REACH, STOPS = 40, ",;。\n"
DONE = re.compile(
    r"(?:[\s*]|全[市省区县年]|累计|预计|确保|力争|年内|共|完成|实现|新?开工|新?建设?|筹集|改造|基本建成|建成|竣工|交付|和|及|约|超过?)+"
)
BUILT = re.compile(alternatives("built_verb"))
STARTED = re.compile("新开工|开工(?=建设|[约近超过 ]*$)")
GIVEN = re.compile(alternatives("given_verb"))


def under_its_own_verb(ids: tuple[str, ...], clause: str) -> tuple[str, ...]:
    """Return what a name measures where it is carried on to a number with a verb of its own before it."""
    if ids == ("affordable_housing",) and STARTED.search(clause) and not BUILT.search(clause):
        return ("affordable_housing_starts",)
    if STARTS.isdisjoint(ids):
        return ids
    if BUILT.search(clause):
        return ("affordable_housing",)
    return () if GIVEN.search(clause) else ids


def of_dwellings(clause: str, name: str, quantity: Quantity) -> str | None:
    """Return the indicator of ``name`` where the number counts dwellings; 户, 个 and 平方米 tell of what was there before."""
    if not (quantity.unit_text or "").endswith(UNIT) or not SHANTYTOWN.fullmatch(name) or WITHIN in clause:
        return None
    return "shantytown_starts" if BEGUN.search(clause) and not ENDED.search(clause) else "affordable_housing"


def of_work_before(sentence: Sentence, start: int, quantity: Quantity) -> Subject | None:
    """The dwellings of the work that the clause before, of this sentence or the last one, tells of without a number."""
    folded = sentence.folded
    if (
        not (quantity.unit_text or "").endswith(UNIT)
        or sentence.position > start
        or folded[start - 1] not in ",。"
    ):
        return None
    clause = folded[start : quantity.outer_start]
    opening = max(start - 1 - WORK_REACH, *(folded.rfind(sign, 0, start - 1) + 1 for sign in STOPS))
    found = WORK_ON.search(folded, opening, start) if DONE.fullmatch(clause) else None
    if found is None or any(sign.isdigit() for sign in folded[opening:start]):
        return None
    starts = "shantytown_starts" if found["shanty"] else "affordable_housing_starts"
    begun = BEGUN.search(clause) and not ENDED.search(clause)
    ids = (starts,) if begun else under_its_own_verb(("affordable_housing",), clause)
    return Subject(ids, found[0].rstrip(",。”"), "", clause, rule="of_topic")
