"""One subject beside as many benchmarks, wholes or base years as there are numbers.

``零售总额增速比全国、全省分别高0.7、1.2个百分点``; where no subject is named, it is the last one.
"""

from __future__ import annotations

import re

from zhibiao.grammar.bases import bases_of
from zhibiao.grammar.enumerated import ids_of_words
from zhibiao.grammar.lists import items_of, plain_name
from zhibiao.grammar.names import dimension
from zhibiao.grammar.phrases import alternatives, bare_name
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject, replace
from zhibiao.lexicon import DIVISION
from zhibiao.model import Quantity

# 比房地产开发投资高110亿元: the subject before, beside another.
BESIDE = re.compile(
    r"[\s*,]*(?:又|还|均|都|分别|增速|增幅)*比(?!重(?![工化点])|[例率较上去前同年十“\d])[^,;:]{2,16}(?:高|低|多|少|快|慢)[出了约近]?$"
    r"|[\s*,]*比[^,;:\d]{0,12}(?:目标|计划|预期|任务|预算)值?[高低多少快慢][出了约近]?$"
)
BENCHMARKS = re.compile(rf"(?:{alternatives('comparative')}|比|较)(?=全|国家|预算|计划|目标)")
# 低于全国全省13.5和6.7个百分点: as many wholes as numbers, to which the one subject is compared.
WHOLE = rf"(?:全[国{DIVISION}]|世界|[东中西]部)(?:平均水平|平均)?"
BESIDE_WHOLES = re.compile(
    rf"(?:{alternatives('comparative', 'outdoing', 'outdoing_another')}|超过|落后|相当于|[为是达比])(?:到|分别)?({WHOLE}(?:[、和与及]?{WHOLE})+)[一-鿿]{{0,6}}$"
)
ONE_WHOLE = re.compile(WHOLE)
# 森林生态价值达6870亿元,是2020年全市GDP的5.9倍
AS_MUCH = re.compile(r"[\s*,、]*(?:约|已|还|又|均|都)*(?:是|为|达到?|相当于)")


def is_beside(clause: str) -> bool:
    """Say whether a clause measures the subject before it against another one."""
    return "比" in clause and BESIDE.fullmatch(clause) is not None


def is_taken_of(sentence: Sentence, before: str, ids: tuple[str, ...], quantity: Quantity) -> bool:
    """Say whether a number behind a name and 的 is a part of what is named, or so many times as much: 是GDP的5.9倍.

    ``before`` are the words of the clause before the name; 是2016年进出口总额的2倍 is told of the trade before.
    """
    kind = dimension(quantity.unit_text)
    if kind != "multiple":
        return kind == "ratio"
    return AS_MUCH.match(before) is not None and not (sentence.last and sentence.last[-1].ids == ids)


def beside_wholes(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject] | None:
    """``城镇化率低于全国全省13.5和6.7个百分点``: one subject, the last where none is named, beside each whole."""
    end = group[0].outer_start
    found = BESIDE_WHOLES.search(sentence.folded, start, end)
    if found is None or len(ONE_WHOLE.findall(found[1])) != len(group):
        return None
    between = sentence.folded[found.start() : end]
    text = bare_name(sentence.folded[start : found.start()])
    if not text:
        last = sentence.last[-1] if sentence.last else None
        return [replace(last, between=between, rule="beside_benchmarks")] * len(group) if last else None
    ids = ids_of_words(sentence, start, found.start(), plain_name(sentence.folded[start : found.start()]))
    return [Subject(ids, text, "", between, rule="beside_benchmarks") for _ in group]


def on_bases(sentence: Sentence, group: list[Quantity], start: int) -> list[Subject] | None:
    """``生产总值分别比上年和2005年增长9%和70%``: one subject, the last where none is named, on each base."""
    end = group[0].outer_start
    found = bases_of(sentence.folded, start, end)
    if found is None or len(found[1]) != len(group):
        return None
    if len(items_of(sentence.folded[start : found[0]], None)) == len(group):
        return None  # as many names as bases
    between, text = sentence.folded[found[0] : end], bare_name(sentence.folded[start : found[0]])
    if not text:
        last = sentence.last[-1] if sentence.last else None
        return [replace(last, between=between, rule="beside_bases")] * len(group) if last else None
    ids = ids_of_words(sentence, start, found[0], plain_name(sentence.folded[start : found[0]]))
    return [Subject(ids, text, "", between, rule="beside_bases") for _ in group]


def beside_benchmarks(
    sentence: Sentence, start: int, end: int, group: list[Quantity], between: str
) -> list[Subject] | None:
    """``零售总额增速比全国、全省分别高0.7、1.2个百分点``: one subject beside as many benchmarks."""
    found = BENCHMARKS.search(sentence.folded, start, end)
    if found is None or len(items_of(sentence.folded[found.end() : end], None)) != len(group):
        return None
    ids = ids_of_words(sentence, start, found.start(), plain_name(sentence.folded[start : found.start()]))
    text = bare_name(sentence.folded[start : found.start()])
    if not text:
        return None
    gap = sentence.folded[found.start() : end] + between
    return [Subject(ids, text, "", gap, rule="beside_benchmarks") for _ in group]
