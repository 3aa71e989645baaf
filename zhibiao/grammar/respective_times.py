"""One name for as many times as there are numbers: ``2022年、2023年生产总值分别增长3.2%、5.5%``."""

from __future__ import annotations

import re

from zhibiao.grammar.counted import counted_thing
from zhibiao.grammar.counted_span import END
from zhibiao.grammar.enumerated import ids_of_words
from zhibiao.grammar.lists import CONJUNCTION, plain_name
from zhibiao.grammar.phrases import bare_name
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

YEAR = r"(?:\d{4}[ ]?年|[今去明前上]年)"
PART = r"(?:[底末]|[上下]半年|全年|前[二两三23]个?季度|第?[一二三四1-4]季度|\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?)"
PLAN = r"“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间)?"
WHOLE = rf"(?:{YEAR}{PART}?|{PART}|{PLAN})"
# What the last of them completes: 2021、2022年; 一、二季度.
SHORT = rf"(?:{YEAR}?第?[一二三四1-4]|\d{{4}}|\d{{1,2}}月?)"
TIMES = re.compile(rf"(?:(?:{WHOLE}|{SHORT})(?:、|和|与|及|以及))+{WHOLE}")
TIMES_AT_END = re.compile(rf"(?<=[一-鿿]){TIMES.pattern}$")
OPENING = re.compile(r"[ *●—,]*")
LONGEST_VERB = 4


def among_times(
    sentence: Sentence, span: tuple[int, int], group: list[Quantity], between: str
) -> list[Subject] | None:
    """Return the one subject for each number of ``group``; None where no list of as many times opens ``span``.

    Where no name follows the times, it is the subject before or what the last number counts (分别发行1亿元、1.3亿元债券).
    """
    folded, end = sentence.folded, span[1]
    opening = OPENING.match(folded, span[0], end)
    begin = opening.end() if opening else span[0]
    times = TIMES.match(folded, begin, end)
    if times is not None:
        begin = times.end()
    else:
        # 生产总值一季度、上半年、全年分别增长3%、4%、5%
        times = TIMES_AT_END.search(folded, begin, end)
        end = times.start() if times else end
    if times is None or len(CONJUNCTION.split(times.group())) != len(group):
        return None
    words = folded[begin:end]
    name = bare_name(words)
    if not name:
        return _of_thing(sentence, group, words + between) if not sentence.last else None
    ids = ids_of_words(sentence, begin, end, plain_name(words))
    return [Subject(ids, name, "", between, rule="respectively_times") for _ in group]


def _of_thing(sentence: Sentence, group: list[Quantity], between: str) -> list[Subject] | None:
    """What the last number counts, where nothing but verbs and times stand before the first."""
    if len(between.strip()) > LONGEST_VERB:
        return None
    start = group[-1].outer_end
    stop = END.search(sentence.folded, start, sentence.end)
    words = counted_thing(sentence.folded[start : stop.start() if stop else sentence.end].strip())
    return [Subject((), words, between, "", rule="respectively_times") for _ in group] if words else None
