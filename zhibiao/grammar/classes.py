"""An amount that says which things are counted, and not what they reach: 生产总值超200亿元的县."""

from __future__ import annotations

import re

from zhibiao.grammar.names import MONEY_SCALES, dimension
from zhibiao.grammar.phrases import alternatives, bare_name
from zhibiao.grammar.reference_words import PASSED_BY_SO_MANY, RATE_AFTER, RATE_BEFORE
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.model import Bound, Quantity
from zhibiao.quantities.names import KINDS_OF_MONEY

RATE_REACH = 8
AMOUNTS = frozenset({"money", "mass", "area", "power"})
CLASS = re.compile(
    rf"(?:及以上|以上|以下|左右)?的?[一-鿿]{{0,4}}(?:{alternatives('class_by_size')}|(?<!作为)产业(?:化龙头企业|(?![化承])))(?![一-鿿]*增(?!加?[到至]))"
    r"|的[一-鿿]{2,7}(?:龙头|骨干)企业|以上的?项目(?:到位)?资金增"
    # 超200亿元的县77个、超500亿元的18个, 其中10亿元以上20个, 其中超500亿元达到3个
    r"|(?:以上)?的?(?:达到?)?(?=\d+多?[个家户](?![一-鿿]))"
)
# 总投资超10亿元或1亿美元项目5个: as much in another money
OR_AS_MUCH, OR = re.compile(r"或[^,;。、\d]{0,8}[\d.]+[十百千万亿]*(?:美元|欧元|元)"), "或"
# 常住人口2000人以上的集镇: how large they are, in people
OF_PEOPLE = re.compile(
    r"(?:及)?以[上下]的?(?:[农城]?[村镇])?(?:集镇|建制镇|乡镇|村庄|[村镇城](?![一-鿿])|自然[村屯]|聚居点)"
)
PEOPLE = frozenset({"人", "万人"})
# 产值超百亿园区: no unit says that it is money; 近1亿农村贫困人口 are people.
OF_MONEY = re.compile(f"的?(?:{'|'.join(KINDS_OF_MONEY)})(?!(?<=产业)[化承])")
# 在东北第三个进入3000亿元行列,比上年增长13%
CIRCLE = re.compile(r"(?:以上)?的?(?:行列|俱乐部|阵营|梯队|方阵)")
# 500万元口径固定资产投资: the size from which projects are in the series.
SERIES = re.compile(r"(?:以上|及以上)?(?:统计)?口径")


def classes_of(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject] | None:
    """产值过100亿元、过10亿元企业分别达3家、55家: amounts in a row, each of which says which of them are counted."""
    first, last = group[0], group[-1]
    if len(group) == 1 or first.bound is Bound.EXACT:
        return None
    kinds = {dimension(quantity.unit_text) for quantity in group}
    if len(kinds) > 1 or kinds.isdisjoint(AMOUNTS):
        return None
    if first.outer_end > first.end or not CLASS.match(sentence.folded, last.end):
        return None
    for quantity in group[1:]:
        if quantity.bound is Bound.EXACT:  # 过1亿元、10亿元的企业
            quantity.bound, quantity.bound_text = first.bound, first.bound_text
    clause = sentence.folded[start : first.outer_start]
    return [Subject((), bare_name(clause), clause, "", rule="threshold")] * len(group)


def defines_class(sentence: Sentence, quantity: Quantity) -> bool:
    """生产总值超200亿元的县: an amount that says which counties are counted, not what they reach."""
    if quantity.unit_text in MONEY_SCALES and quantity.bound is not Bound.EXACT:
        return OF_MONEY.match(sentence.folded, quantity.end) is not None or _is_passed_by_so_many(
            sentence, quantity
        )
    if quantity.unit_text in PEOPLE:
        return (
            quantity.bound is not Bound.EXACT and OF_PEOPLE.match(sentence.folded, quantity.end) is not None
        )
    if quantity.unit_text == "%":
        return _by_rate(sentence.folded, quantity)
    if dimension(quantity.unit_text) not in AMOUNTS:
        return False
    if SERIES.match(sentence.folded, quantity.outer_end) or CIRCLE.match(sentence.folded, quantity.end):
        return True
    if quantity.bound is Bound.EXACT:
        return False
    folded, end = sentence.folded, quantity.outer_end
    if folded.startswith(OR, end) and (other := OR_AS_MUCH.match(folded, end)):
        return CLASS.match(folded, other.end()) is not None
    if CLASS.match(folded, quantity.end) or _is_passed_by_so_many(sentence, quantity):
        return True
    found = sentence.names.first_in(quantity.outer_end, sentence.end)
    return found is not None and sentence.names.starts[found] == quantity.outer_end > quantity.end


def _is_passed_by_so_many(sentence: Sentence, quantity: Quantity) -> bool:
    """产值过亿元企业97家,其中64家过10亿元: the count that stands right before an amount is of those that pass it."""
    if quantity.bound is not Bound.AT_LEAST:
        return False
    return PASSED_BY_SO_MANY.search(sentence.folded, sentence.start, quantity.start) is not None


def _by_rate(folded: str, quantity: Quantity) -> bool:
    """贫困发生率20%以上的村: a rate that says which of them are meant."""
    if quantity.bound is Bound.EXACT or folded.find("的", quantity.end, quantity.end + 4) < 0:
        return False
    if RATE_AFTER.match(folded, quantity.end) is None:
        return False
    return RATE_BEFORE.search(folded, max(0, quantity.start - RATE_REACH), quantity.start) is not None
