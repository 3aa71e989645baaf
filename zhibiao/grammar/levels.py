"""The thing told before, at another level (国家级8家，省级112家) or of the other half (城镇28650元，农村13420元)."""

from __future__ import annotations

import re

from zhibiao.grammar.adding import COMES_TO
from zhibiao.grammar.lists import plain_name
from zhibiao.grammar.names import INDICATOR_OF_NAME, fitting
from zhibiao.grammar.phrases import alternatives, words_at
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

LEVEL_WORDS = words_at("level")
# 全国示范单位1个,省级21个: a title of the nation's, as 国家级 is; 全国性 says how wide a thing is
LEVELS = re.compile(rf"{alternatives('level')}|^全国(?!性)")
OF_LEVELS = frozenset({"level_carried"})
WITHIN, CITY_LEVEL = "其中", "市级"
# Of a sentence as long as a book, what was told last.
MOST_TOLD = 20
TOWN_AND_COUNTRY = {
    "农村": ("城镇", "城市"),
    "农民": ("城镇居民", "城市居民"),
    "城镇": ("农村",),
    "城市": ("农村",),
}
HALF = re.compile(r"(?:其中[,:]?)?(农村|农民|城镇|城市)(?:常住)?(?:居民)?((?:实际|分别|也|增长|达到?|为)*)")
RESIDENTS, OF_BOTH = "居民", ("resident_income",)


def at_level(sentence: Sentence, name: str, level: str, quantity: Quantity) -> Subject:
    """``新增国家级专精特新企业8家，省级112家``: the thing named before, at another level.

    What the sentence has told of all levels (重点项目210个，其中省级30个) has that part of it not told again.
    """
    text = LEVELS.sub(level, name, count=1) if LEVELS.search(name) else level + name
    identifier = INDICATOR_OF_NAME.get(text)
    if identifier is None and level != CITY_LEVEL:
        identifier = INDICATOR_OF_NAME.get(plain_name(text))
    told = {
        one
        for reading in sentence.readings[-MOST_TOLD:]
        for one in reading.subject.ids
        if not LEVELS.search(reading.subject.text)
    }
    own = identifier is not None and identifier not in told
    ids = fitting((identifier,), quantity.unit_text, quantity.rank) if identifier and own else ()
    last = sentence.readings[-1].subject if sentence.readings else None
    # 新增平台12个,总数达80个,其中国家级15个: of all that there are
    if last is not None and last.rule == "carried" and COMES_TO.search(last.between):
        sentence.verb = ""
    return Subject(ids, text, sentence.verb, "", rule="level_carried")


def other_half(last: Subject, word: str) -> str:
    """城镇居民人均可支配收入28650元，农村13420元: the name of the other half, or of one, if any."""
    for half in TOWN_AND_COUNTRY.get(word, ()):
        name = last.text.replace(half, word, 1)
        if half in last.text and last.ids and name in INDICATOR_OF_NAME:
            return name
    # 全体居民人均可支配收入25735元,其中城镇35720元: the half of both
    name = word + last.text[last.text.find(RESIDENTS) :]
    return name if last.ids == OF_BOTH and RESIDENTS in last.text and name in INDICATOR_OF_NAME else ""
