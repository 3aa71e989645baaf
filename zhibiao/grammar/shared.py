"""One number for several names: ``A、B增长4%左右``, ``各14家``, ``均居第1位``."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.grammar.lists import ids_of_items, items_of, texts_of_items
from zhibiao.grammar.names import dimension, fitting
from zhibiao.grammar.phrases import bare_name
from zhibiao.grammar.sentence import Subject
from zhibiao.model import Quantity

TELLS = re.compile(r"发展|推进|加快|坚持|实施|完成|增强|创新|落实")
# 县域生产总值和财政收入: words before the first name that hold for all of them.
OF_PART = re.compile(r"[\s*]*(?:县域|山区|农村|园区|开发区|市本级|市区|城区)")
# 改造棚户区和老旧小区138万平方米 is the sum of both.
SUMMED = frozenset({"count", "area", "land", "length"})
SHORTEST_ITEM, LONGEST_ITEM = 2, 12


def share_number(words: str, quantity: Quantity, *, each: bool) -> Subject | None:
    """Return the subject of ``A、B`` that share one number; None where the items are no names of indicators.

    A count is shared only where a word says so (``each``: 均, 各); else it is the sum of the things named.
    """
    items = tuple(items_of(words, None))
    if len(items) < SHORTEST_ITEM:
        return None
    every = ids_of_items(items)
    if not every[0] and OF_PART.match(bare_name(items[0])):
        return None
    if dimension(quantity.unit_text) in SUMMED and not quantity.rank and not each:
        return None
    if not any(every) or not all(ids or _names_a_thing(item) for ids, item in zip(every, items, strict=True)):
        return None
    texts = {
        one: text
        for ids, text in zip(every, texts_of_items(items), strict=True)
        for one in fitting(ids, quantity.unit_text, quantity.rank)
    }
    return Subject(tuple(texts), bare_name(words), rule="shared", texts=tuple(texts.values()))


@lru_cache(maxsize=16384)
def _names_a_thing(item: str) -> bool:
    """An item that names a thing and tells nothing: 技改投资, not 大力发展旅游."""
    name = bare_name(item)
    return SHORTEST_ITEM <= len(name) <= LONGEST_ITEM and not TELLS.search(name)
