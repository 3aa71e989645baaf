"""Visits and revenue of one kind of travel, which an earlier clause is about: ``乡村旅游蓬勃发展，接待游客105万人次``."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives
from zhibiao.grammar.sentence import Sentence
from zhibiao.lexicon import DIVISION
from zhibiao.text_search import behind_last

OF_TRAVEL = frozenset({"tourist_visits", "tourism_revenue"})
# 大力发展乡村旅游,接待游客… tells of all: the kind stands first, and does something.
KIND = re.compile(
    rf"(?:^|,)[\s*“]*{alternatives('kind_of_travel')}(?:旅游|游)业?(?:[和与及][一-鿿]{{2,6}})?[^,;。、\d]{{2,10}},"
)
WHOLE = re.compile(f"全[市省县区州旗国盟年]|我[{DIVISION}]|累计|总")
TRAVEL, SEMICOLON = "游", (";",)


def is_of_kind_of_travel(sentence: Sentence, start: int, words: str, ids: tuple[str, ...]) -> bool:
    """Say whether ``words``, a name and what stands before it in the clause from ``start``, go on about one kind of travel."""
    if not ids or not OF_TRAVEL.issuperset(ids):
        return False
    folded = sentence.folded
    opening = behind_last(folded, SEMICOLON, sentence.start, start)
    told = folded[opening:start] if folded.find(TRAVEL, opening, start) >= 0 else ""
    found = KIND.search(told) if told else None
    return found is not None and WHOLE.search(told[found.start() :] + words) is None
