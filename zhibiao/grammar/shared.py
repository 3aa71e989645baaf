"""One number for several names: ``A、B增长4%左右``, ``各14家``, ``均居第1位``."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.grammar import owners
from zhibiao.grammar.heads import HEAD
from zhibiao.grammar.lists import (
    MEASURED_END,
    but_for_head_of_last,
    ids_of_items,
    items_of,
    texts_of_items,
)
from zhibiao.grammar.names import CANONICAL_UNIT, NAMES, RATIO_UNITS, dimension, fitting
from zhibiao.grammar.phrases import EDGE, alternatives, bare_name
from zhibiao.grammar.shapes import id_of_shape
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

TELLS = re.compile(alternatives("telling_of_work"))
# 县域生产总值和财政收入: words before the first name that hold for all of them.
OF_PART = re.compile(rf"[\s*]*{alternatives('part_of_all_named')}")
# 乡镇企业增加值和出口交货值: whose all of them are; 私营企业、个体工商户数量 are what is counted.
OF_OWNERS = re.compile(
    rf"(?:乡镇企业|(?:{owners.OF_SOME_OWNERS}|外资|国有|中小|小微)(?:经济|企业))(?=[一-鿿]{{2}})(?!数)"
)
# 改造棚户区和老旧小区138万平方米 is the sum of both.
SUMMED = frozenset({"count", "area", "land", "length"})
# 保障性住房和安置住房1.4万套 are dwellings of the one indicator.
IS_DWELLING, BEGUN = frozenset({"affordable_housing"}), "_starts"
# 第二和第三产业占生产总值的92%: what both take together is the share of neither.
MORE_THAN_ONE = re.compile(r"第?[一二](?:次|大)?(?:产业?)?[、和与及]第?[二三](?:次|大)?产[^占]*占(?!比)")
SHARE_END = re.compile(f"{alternatives('share_noun')}$")
WATER, GOOD_AIR, OF_WATER = re.compile("水质|断面|水体"), ("good_air_ratio",), ("water_quality_ratio",)
LONGEST_MODIFIER = 4
# 工业增加值、利用外资三项指标增速居首位: how many have been named
ALL_NAMED = "指标", re.compile(r"(?<=[一-鿿])(?:等|[两二三四五六七八九十]项)(?:主要|核心)?(?:经济)?指标")
EXAMPLE = re.compile(r"等(?!级|离子)")
MARK = re.compile(r"[”“]?(?:台阶|大关|关口)")
SHORTEST_ITEM, LONGEST_ITEM, LONGEST_OF_WATER = 2, 12, 16


def share_number(words: str, quantity: Quantity, *, each: bool, listed: bool = False) -> Subject | None:
    """Return the subject of ``A、B`` that share one number; None where the items are no names of indicators.

    A count is shared only where a word says so (``each``: 均, 各); else it is the sum of the things named.
    Where that word stands right behind the list (``listed``), items without an id have the number too.
    """
    if ALL_NAMED[0] in words:
        words = ALL_NAMED[1].sub("", words)
    items = tuple(items_of(words, None))
    if len(items) < SHORTEST_ITEM:
        return None
    if dimension(quantity.unit_text) in SUMMED and not quantity.rank and not each:
        return _sum_of_one(items, words, quantity)
    if dimension(quantity.unit_text) == "money" and not each and _is_sum_of_money(items):
        return None
    if not each and MORE_THAN_ONE.match(items[0].strip(EDGE) + "、" + items[1].strip(EDGE)):
        return None
    every = _of_whole(items, ids_of_items(items))
    if not every[0] and OF_PART.match(bare_name(items[0])):
        return None
    if OF_OWNERS.match(bare_name(items[0])):
        every = ((),) * len(items)
    if not all(ids or _names_a_thing(item) for ids, item in zip(every, items, strict=True)):
        return None
    if not any(every) and not listed:
        return None
    texts: dict[str, str] = {}
    for ids, text in zip(every, texts_of_items(items), strict=True):
        for one in fitting(ids, quantity.unit_text, quantity.rank):
            texts.setdefault(one, text)
    others = _without_id(items, every) if listed else ()
    if not texts and len(others) < SHORTEST_ITEM:
        return None
    return Subject(tuple(texts), bare_name(words), rule="shared", texts=tuple(texts.values()), others=others)


def passes_mark(name: str, folded: str, end: int) -> bool:
    """工业增加值、建筑业产值跃上⟦千亿元⟧台阶: each of the amounts named before the number that ends at ``end`` passes it."""
    if MARK.match(folded, end) is None:
        return False
    names = [bare_name(item) for item in items_of(name, None)]
    return all(NAMES.get(one) or HEAD.search(one) for one in names)


def dealt_out(shared: Subject, count: int) -> list[Subject]:
    """The ``count`` subjects that shared one number, each by itself: A、B均突破千亿元,分别达x和y; none where they are not so many."""
    items = [bare_name(item) for item in items_of(shared.text, None)] if shared.others else []
    if len(items) != count:
        return []
    known = dict(zip(shared.texts, shared.ids, strict=True))
    whole = [next((text for text in known if text.endswith(item)), item) for item in items]
    return [Subject((known[text],) if text in known else (), text) for text in whole]


def _sum_of_one(items: tuple[str, ...], words: str, quantity: Quantity) -> Subject | None:
    """新开工保障性住房和棚户区改造安置住房1.4万套: what two kinds of one indicator come to is that indicator's."""
    every = ids_of_items(items)
    kinds = {one.removesuffix(BEGUN) for ids in every for one in ids or ("",)}
    ids = fitting(every[0], quantity.unit_text, quantity.rank)
    if len(kinds) > 1 or not ids or not IS_DWELLING.issuperset(kinds):
        return None
    return Subject(ids, bare_name(words), rule="shared")


def _is_sum_of_money(items: tuple[str, ...]) -> bool:
    """工业和建筑业增加值1560亿元 is what both come to; 社会消费品零售总额、工业增加值突破万亿元 is each of two amounts."""
    first, last = bare_name(items[0]), bare_name(items[-1])
    head = HEAD.search(last)
    if head is None or NAMES.get(first) or HEAD.search(first):
        return False
    return len(first) >= LONGEST_MODIFIER or bool(NAMES.get(first + head[0]))


def _of_whole(items: tuple[str, ...], every: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The ids but for those of items that the last one's head noun makes another thing: 粮食和油菜单产."""
    if SHARE_END.search(bare_name(items[-1])):
        # 第二产业、第三产业占比均超过40%: the first is a share as well.
        return tuple(tuple(one for one in ids if CANONICAL_UNIT.get(one) in RATIO_UNITS) for ids in every)
    if GOOD_AIR in every and WATER.search(items[0]):
        # 断面水质达标率、优良率: both are of the water.
        every = tuple(OF_WATER if ids == GOOD_AIR else ids for ids in every)
    return but_for_head_of_last(items, every)


def _without_id(items: tuple[str, ...], every: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The names of the items that no indicator has, each with the head noun that the last one has for all.

    Empty where an item is an example (等), or a side of the item before it (总量和增速).
    """
    names = [bare_name(item) for item in items]
    if EXAMPLE.search(names[-1]) or any(
        not name or MEASURED_END.fullmatch(item.strip(EDGE)) for item, name in zip(items, names, strict=True)
    ):
        return ()
    head = HEAD.search(names[-1])
    known = {one for ids in every for one in ids}
    others: list[str] = []
    for ids, name in zip(every, names, strict=True):
        whole = name + head[0] if head and not HEAD.search(name) else name
        # 断面水质、水源地水质达标率 are one indicator, measured at two kinds of places.
        if ids or id_of_shape(whole) in known:
            continue
        others.append(whole if len(name) <= LONGEST_MODIFIER else name)
    return tuple(others)


@lru_cache(maxsize=16384)
def _names_a_thing(item: str) -> bool:
    """An item that names a thing and tells nothing: 技改投资, not 大力发展旅游."""
    name = bare_name(item)
    longest = LONGEST_OF_WATER if WATER.search(name) else LONGEST_ITEM
    return SHORTEST_ITEM <= len(name) <= longest and not TELLS.search(name)
