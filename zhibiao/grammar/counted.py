"""The name of the thing counted, cut between words where it is long."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from zhibiao.grammar.names import INDICATOR_OF_NAME, dimension, dimensions
from zhibiao.grammar.phrases import alternatives, signs_opening
from zhibiao.grammar.segmenter import Segmenter
from zhibiao.lexicon import indicators_of
from zhibiao.model import Quantity

# So frequent that no name is cut; asking jieba what would do takes a tenth of a second for all of them.
LIKELY = 1_000_000


@cache
def _segmenter() -> Segmenter:
    """Return a segmenter with the names of the lexicon among its words."""
    return Segmenter(tuple(INDICATOR_OF_NAME), LIKELY)


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name."""
    return tuple(_segmenter().cut(name))


COUNTED_LENGTH = 14

# 1648家规上工业企业实现两化融合: those of the stock that did something; what they earn is told of all that there are.
STOCKS = indicators_of("stock_of_firms")
# 22家上市公司的股权分置改革顺利完成: nor are these all
DID = re.compile(
    rf"{alternatives('did')}了?(?!.{{0,6}}{alternatives('earned_or_recognised')})"
    r"|的[一-鿿]{2,6}(?:改革|改造|审计|问题|整治|转型|诊断)"
)

NOT_COUNTED = frozenset({"points", "multiple", "concentration"})
# 7.85万套(户)棚户区改造: the unit in brackets is another one of the same.
OTHER_UNIT = re.compile(r"\(([一-鿿]{1,2})\)(?=[一-鿿])")


def counts(quantity: Quantity) -> bool:
    """Say whether the unit is a measure word, behind which the thing counted may stand."""
    return not (
        quantity.rank or quantity.to_one or quantity.grows or dimension(quantity.unit_text) in NOT_COUNTED
    )


def past_other_unit(folded: str, position: int) -> int:
    """Return where a unit in brackets ends that stands at ``position``; ``position`` where none does."""
    found = OTHER_UNIT.match(folded, position) if folded.startswith("(", position) else None
    return found.end() if found and found[1] in dimensions() else position


def did_something(ids: tuple[str, ...], folded: str, end: int) -> bool:
    """Say whether what stands in ``folded`` from ``end`` on tells what the counted ones of a stock did."""
    return not STOCKS.isdisjoint(ids) and DID.match(folded, end) is not None


@lru_cache(maxsize=65536)
def counted_thing(words: str) -> str:
    """Return the beginning of ``words`` that names the thing counted, cut between words, not within one.

    >>> counted_thing("老旧小区改造任务")
    '老旧小区改造任务'
    """
    if len(words) <= COUNTED_LENGTH:
        return words
    length = 0
    for word in _segmenter().cut(words[: 2 * COUNTED_LENGTH]):
        if length and length + len(word) > COUNTED_LENGTH:
            break
        length += len(word)
    return words[:length]


ADVERBS = f"(?:{alternatives('adverb_of_verb')})*"
# 产品入选国家名录, 贫困村全部脱贫: what the thing does or becomes. Of 家庭医生签约服务团队 the verb is a part of the name.
PREDICATE = re.compile(
    rf"{ADVERBS}(?:(?:{alternatives('verb_with_object')})(?!率)(?P<object>.*)|(?:{alternatives('verb_at_end')})+$)"
    rf"|(?=..)(?:{alternatives('adverb_of_verb')})+$"
)
# What it begins with; most signs of a name are none of these.
PREDICATE_OPENS = signs_opening("adverb_of_verb", "verb_with_object", "verb_at_end")
# A name goes on behind a verb to such a noun: 整村推进工程, 享受低保的家庭.
HEADS = re.compile(rf"{alternatives('head_behind_verb')}$|的.")
SHORTEST_NAME = 2
# 8个村通了公路, 3个县成为先进县: a place of one sign, and a verb whose object is never the thing counted.
PLACES, BECOME = frozenset("村县区镇乡市州旗"), "成为"


def without_predicate(words: str) -> str:
    """Return the name of a thing counted without what it does.

    >>> without_predicate("亿元以上项目开工建设"), without_predicate("产品入选国家名录"), without_predicate("整村推进工程")
    ('亿元以上项目', '产品', '整村推进工程')
    """
    for start in range(1 if words[:1] in PLACES else SHORTEST_NAME, len(words)):
        found = PREDICATE.match(words, start) if words[start] in PREDICATE_OPENS else None
        if found is not None and (words.startswith(BECOME, start) or not HEADS.search(found["object"] or "")):
            return words[:start]
    return words
