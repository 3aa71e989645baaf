"""The value of a benchmark, in brackets: ``增长6%（全省平均5.5%）``, ``高于全省平均水平（18.2%）16.8个百分点``.

It is another region's, of the indicator that stands before the brackets, and no claim of the report's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from zhibiao.grammar.names import fitting
from zhibiao.grammar.phrases import is_bridge
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject, replace
from zhibiao.lexicon import DIVISION
from zhibiao.model import Quantity
from zhibiao.regions.scanner import Place

WHOLE = rf"(?:全[国{DIVISION}]|自治区|世界)"
MEAN = r"(?:同期)?(?:的)?(?:平均(?:水平|数|值|增速|增幅)?|均值|水平|增速|增幅)?"
INSIDE = re.compile(rf"[\s(,、;和]*({WHOLE}){MEAN}(?:为|是|[增下]?[长降]|[约近])*\s*")
# 高于全省平均水平(6.5万元): the place stands before the bracket.
BEFORE = re.compile(rf"(?:[高低]于|[高低]出|超过|快于|慢于|优于|相当于|达到|[比为是])({WHOLE}){MEAN}$")
ON_BASE = "的基础上"
RULE = "benchmark_in_brackets"


def benchmark_in_brackets(sentence: Sentence, quantity: Quantity, start: int) -> Subject | None:
    """Return the subject of a number that a bracket gives as another place's, else None.

    ``start`` is where the words of the number's own clause begin.
    """
    if not sentence.has_brackets:
        return None
    folded = sentence.folded
    opened = folded.rfind("(", sentence.start, quantity.outer_start)
    if opened < 0 or opened < folded.rfind(")", sentence.start, quantity.outer_start):
        return None
    inside = INSIDE.fullmatch(folded, max(start, opened), quantity.outer_start)
    if inside is not None:
        last = sentence.outside[-1] if sentence.outside else None
        place = _place_at(sentence, inside.start(1), inside.end(1))
        if last is None or not _is_other(sentence, place):
            return None
        ids = fitting(last.named or last.ids, quantity.unit_text, quantity.rank)
        return replace(last, ids=ids, place=place, rule=RULE)
    if folded[opened + 1 : quantity.outer_start].strip():
        return None
    return _told_before(sentence, quantity, opened)


def _told_before(sentence: Sentence, quantity: Quantity, opened: int) -> Subject | None:
    """``城镇化率高于全省平均水平（18.2%）``: the bracket says how much the words before it are."""
    start = sentence.clause_start(opened)
    compared = BEFORE.search(sentence.folded, start, opened)
    if compared is None:
        return None
    place = _place_at(sentence, compared.start(1), compared.end(1))
    if not _is_other(sentence, place):
        return None
    found = sentence.names.last_in(start, compared.start())
    if found is None:
        return _told_of_last(sentence, quantity, start, compared.start(), opened, place)
    name_start, name_end = sentence.names.starts[found], sentence.names.ends[found]
    if not is_bridge(sentence.folded[name_end : compared.start()]):
        return None
    named = sentence.names.ids[found]
    text = sentence.folded[name_start:name_end]
    sentence.bracketed = sentence.folded[name_end:opened]
    subject = Subject(named, text, sentence.folded[start:name_start], "", named=named)
    sentence.outside = [subject]
    ids = fitting(named, quantity.unit_text, quantity.rank)
    return replace(subject, ids=ids, place=place, rule=RULE)


def _told_of_last(
    sentence: Sentence, quantity: Quantity, start: int, compared: int, opened: int, place: Place | None
) -> Subject | None:
    """``生产总值增长6%，高于全省平均水平（5.2%）``: the bracket tells of the one subject that is in force."""
    if len(sentence.last) != 1 or not is_bridge(sentence.folded[start:compared]):
        return None
    last = sentence.last[0]
    sentence.bracketed = sentence.folded[compared:opened]
    sentence.outside = [last]
    return replace(
        last, ids=fitting(last.named or last.ids, quantity.unit_text, quantity.rank), place=place, rule=RULE
    )


def _place_at(sentence: Sentence, start: int, end: int) -> Place | None:
    """The place whose name stands there."""
    passage = sentence.passage
    index = bisect_left(passage.place_starts, start)
    if index < len(passage.places) and passage.places[index].start == start:
        return passage.places[index] if passage.places[index].end <= end + 1 else None
    return None


def _is_other(sentence: Sentence, place: Place | None) -> bool:
    return place is not None and place.code != sentence.passage.region_code


def named_on_base(sentence: Sentence, opened: int) -> list[Subject]:
    """What is named before a bracket that opens there and gives a base: 预算收入在任务（5.55亿元）的基础上增长8.1%."""
    closed = sentence.folded.find(")", opened, sentence.end)
    found = sentence.names.last_in(sentence.clause_start(opened), opened)
    if found is None or not sentence.folded.startswith(ON_BASE, closed + 1) or closed < 0:
        return []
    start, end = sentence.names.starts[found], sentence.names.ends[found]
    ids = sentence.names.ids[found]
    return [Subject(ids, sentence.folded[start:end], named=ids)] if ids else []
