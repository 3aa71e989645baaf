"""Whose the numbers of a sentence are: a zone's or a place's that it has turned to, until it turns to the region again."""

from __future__ import annotations

import re

from zhibiao.grammar import owners
from zhibiao.grammar.antecedent import is_further_benchmark
from zhibiao.grammar.benchmarks import named_on_base
from zhibiao.grammar.other_units import goes_on_in_zone, is_of_some
from zhibiao.grammar.parts import WHOLE_AGAIN, opens_with_places
from zhibiao.grammar.phrases import EDGE, alternatives
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject, replace
from zhibiao.grammar.zones import OWN_LEVEL, ZONE, ZONE_END, scope_of_lead
from zhibiao.lexicon import DIVISION
from zhibiao.model import Quantity

# 44个县(市)实现…, 五个山区市完成…: some of the region's places, of which the rest of the sentence tells.
PLACES = re.compile(rf"[县市区镇乡旗州](?:\([{DIVISION}]\))?$")
SEVERAL_PLACES = re.compile(rf"[一二三四五六七八九十]+个?[^,;。、]{{0,4}}[{DIVISION}]")
# What names its own thing, and carries nothing on.
ITEMS_OF_THEIR_OWN = frozenset({"counted", "counted_name", "words", "own_verb", "threshold", "size_of"})
# 宁波生产总值过万亿,过千亿县(市、区)新增2个: places of a class are the whole region's
COUNTS_PLACES = re.compile(rf"[过超].*[{DIVISION}](?:\([县市区旗州、]{{1,5}}\))?$")
# 某公司入选示范基地,8家企业入选百强: other firms than the one named before
BODIES, OTHERS = ("公司", "集团"), ("企业", "公司", "民营企业")
SEMICOLON, FULL_STOP = ";", "。"
LEAD_SHORTEST, LEAD_LONGEST = 6, 34
GOES_ON = ("完成", "实现", "累计完成", "累计实现")
# 民营经济实力明显增强。实现税收…: a sentence without a number that opens a paragraph says whose the next ones are.
TOPIC = re.compile(rf"\n *({owners.PART_OF_ECONOMY}|乡镇企业)[^。;,\d\n]{{0,14}}。$")
TOPIC_REACH = 26
DONE = re.compile(alternatives("acting", "adding", "doing"))


def open_scope(sentence: Sentence, carried: Subject | None) -> None:
    """The sentence tells of the zone or the topic that the one before it, of the subject ``carried``, has opened."""
    folded, start = sentence.folded, sentence.start
    if sentence.scope is None and carried is not None and _goes_on_about(folded, start, carried):
        sentence.scope = carried.entity
    if folded.startswith(GOES_ON, start):
        topic = TOPIC.search(folded, max(0, start - TOPIC_REACH), start)
        sentence.scope = topic[1] if topic else sentence.scope
    if sentence.scope is None:
        sentence.scope = _scope_of_lead(sentence, carried)


def _scope_of_lead(sentence: Sentence, carried: Subject | None) -> str | None:
    """自贸区“红利”释放。进出口总额增长34%: of whom a paragraph's first words tell, without a number, tells its next sentence."""
    folded, start = sentence.folded, sentence.start
    named = sentence.names.first_in(start, sentence.end)
    if named is None or folded[start - 1 : start] != FULL_STOP or DONE.match(folded, start):
        return None
    if carried is not None and carried.entity is not None and OWN_LEVEL.fullmatch(carried.entity):
        return carried.entity if sentence.names.starts[named] == start else None
    opening = folded.rfind("\n", max(0, start - LEAD_LONGEST), start) + 1
    return scope_of_lead(folded[opening:start]) if LEAD_SHORTEST < start - opening < LEAD_LONGEST else None


def _goes_on_about(folded: str, start: int, before: Subject) -> bool:
    """开发区主营业务收入增长6%。完成财政收入47亿元: a sentence without a subject tells of the zone before it."""
    of_zone = before.entity is not None and ZONE_END.search(before.entity) is not None
    return of_zone and folded[start - 1 : start] != "\n" and folded.startswith(GOES_ON, start)


def turn_to_brackets(sentence: Sentence, position: int) -> None:
    """What stands in brackets (含留抵退税45.9亿元) is no subject of what follows them."""
    if not sentence.has_brackets:
        return
    opened = sentence.folded.rfind("(", sentence.start, position)
    if opened > sentence.folded.rfind(")", sentence.start, position):
        if not sentence.outside:
            sentence.outside = named_on_base(sentence, opened) or sentence.last
            sentence.place_outside = sentence.place
    elif sentence.outside:
        sentence.last, sentence.outside = sentence.outside, []
        sentence.place = sentence.place_outside


def turn_to_region(sentence: Sentence, start: int, end: int) -> None:
    """A clause that names a region, its own (全市) or another, ends the reach of the subject before."""
    if sentence.has_places and not is_further_benchmark(sentence, sentence.folded[start:end]):
        for place in sentence.places_in(start, end):
            sentence.note_place(place)
    if sentence.place is not None and opens_with_places(sentence, start, end):
        sentence.place = None
    if sentence.folded.find(SEMICOLON, sentence.position, start) >= 0:
        sentence.place = None
        if not goes_on_in_zone(sentence, start):
            # 高新区完成产值84亿元;经济区新开工项目24个,完成产值6亿元: of the zone behind the semicolon
            scope = sentence.opening_scope(start) if sentence.folded[start - 1] == SEMICOLON else None
            sentence.scope = None if scope is None or scope.endswith(BODIES) else scope
        sentence.of_part = False
        sentence.last = []


def in_scope(sentence: Sentence, subject: Subject) -> Subject:
    """A sentence about a zone gives the region no figure, until it turns to the region again."""
    if subject.place is not None:
        sentence.note_place(subject.place)
    elif sentence.place is not None:
        subject = replace(subject, place=sentence.place)
    if subject.place is not None and subject.place.code == sentence.passage.region_code:
        subject = replace(subject, place=None)
    if subject.entity is not None:
        if subject.rule == "part" and (ZONE_END.search(subject.entity) or not ZONE.search(subject.entity)):
            sentence.scope = subject.entity  # 园区配套基础设施 is no zone of whose the rest tells
        return subject
    if subject.rule == "part" and SEVERAL_PLACES.match(subject.before or subject.text):
        sentence.of_places = True
    if sentence.is_of_some and WHOLE_AGAIN.search(subject.before):
        sentence.scope, sentence.of_places, sentence.of_part = None, False, False
    if sentence.scope is not None or is_of_some(sentence, subject):
        return replace(subject, ids=(), entity=sentence.scope)
    return subject


def is_item_of_its_own(sentence: Sentence, quantity: Quantity, start: int, subject: Subject) -> bool:
    """Say whether a clause tells of a thing of its own, behind an item that belongs to a place.

    鄂州花湖机场、宜昌三峡机场2个,武汉港吞吐量达到350万标箱: the place before was the first item's; of an indicator, and
    of what is told of the subject before, it is still that of the sentence.
    """
    if subject.place is not None or not sentence.readings:
        return False
    counts_places = COUNTS_PLACES.match((subject.before + subject.text).lstrip(EDGE)) is not None
    if subject.ids:
        # 建设和美乡村150个,玉树3县电网建成,新改建农村公路4000公里: a list of the region's goes on with what it did.
        first = sentence.readings[0].subject
        done = first.place is None and DONE.match(sentence.folded, start) is not None
    else:
        done = subject.rule in ITEMS_OF_THEIR_OWN or counts_places
    if not done or sentence.folded.find(",", sentence.position, start + 1) < 0:
        return False
    told = sentence.readings[-1].subject
    return (counts_places or not told.ids) and not sentence.places_in(start, quantity.outer_start)


def counts_others(sentence: Sentence, quantity: Quantity, start: int, subject: Subject) -> bool:
    """Say whether a clause opens with how many firms did something, behind an item on one company."""
    if sentence.scope is None or not sentence.scope.endswith(BODIES):
        return False
    opens = start == quantity.outer_start and sentence.folded[start - 1 : start] == ","
    return opens and subject.rule.startswith("counted") and subject.text.startswith(OTHERS)
