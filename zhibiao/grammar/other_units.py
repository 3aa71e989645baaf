"""Numbers that go on with the subject of the one before: in another unit, or of a zone behind a semicolon."""

from __future__ import annotations

import re

from zhibiao.grammar.names import CANONICAL_UNIT, dimension, fitting
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.shapes import id_of_name
from zhibiao.grammar.subject import Subject, replace
from zhibiao.grammar.zones import ZONE_END
from zhibiao.model import Quantity

JOINS = "、"
# What names nothing of its own, and what only tells more of another.
NAMELESS, GOING_ON = frozenset({"none", "carried"}), "carried"
# 新增绿化面积110公顷 are a town's lawns, as in square metres; woods are measured in 亩, and 造林 names them.
HECTARES, GREEN, WOODS = "公顷", "绿化面积", re.compile("林|国土|荒山")
PLANTED = ("afforestation_area",)
COUNTS = frozenset({"count", "people", "unknown", "area", "land"})


def in_other_unit(
    sentence: Sentence, subject: Subject, quantity: Quantity, start: int, told: list[Subject]
) -> Subject | None:
    """减贫7404户、21530人: the same in another unit; None where the number names what it counts."""
    if not told or subject.rule not in NAMELESS or quantity.rank:
        return None
    if sentence.folded[start : quantity.outer_start] != JOINS or dimension(quantity.unit_text) not in COUNTS:
        return None
    before = told[-1]
    if not before.text:
        return None
    named = id_of_name(before.text)
    known = before.named or ((named,) if named else ())
    # 改造老旧小区216个、1419栋: they have been counted.
    told_of = before.ids or before.entity is not None
    ids = () if told_of else fitting(known, quantity.unit_text, quantity.rank)
    return replace(before, ids=ids, rule=GOING_ON)


def is_town_green(name: str, quantity: Quantity) -> bool:
    """Say whether a name tells of a town's lawns by its unit, and not of woods."""
    in_hectares = (quantity.unit_text or "").endswith(HECTARES)
    return in_hectares and name.endswith(GREEN) and WOODS.search(name) is None


def goes_on_in_zone(sentence: Sentence, start: int) -> bool:
    """高新区完成固定资产投资115亿元;财政总收入12亿元: a bare amount behind a semicolon is the zone's of the sentence."""
    if sentence.scope is None or not ZONE_END.search(sentence.scope):
        return False
    found = sentence.names.first_in(start, sentence.end)
    return (
        found is not None
        and sentence.names.starts[found] == start
        and bool(sentence.last)
        and not sentence.last[-1].ids
        # 全市工业增加值100亿元;开发区完成产值50亿元;财政收入10亿元: of a list of the region's the zone has one item
        and not any(reading.subject.ids for reading in sentence.readings)
    )


def is_of_some(sentence: Sentence, subject: Subject) -> bool:
    """44个县实现生产总值…, 郊区植树造林1099公顷: say whether it is an amount of the places or the part that the sentence is about."""
    if sentence.of_part and subject.ids == PLANTED:
        return True
    return (sentence.of_places or sentence.of_part) and is_amount(subject)


def is_amount(subject: Subject) -> bool:
    """Say whether the subject is an amount of money, as places achieve them; a share is told of the region."""
    return all(CANONICAL_UNIT[one] in ("元", "美元") for one in subject.ids)
