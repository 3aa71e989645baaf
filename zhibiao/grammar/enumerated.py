"""The subjects that the names of a list give, for as many numbers: ``城镇、农村居民收入``, ``一、二、三产业增加值``."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from zhibiao.grammar.heads import with_shared_head
from zhibiao.grammar.lists import (
    CONJUNCTION,
    but_for_head_of_last,
    halves,
    ids_of_items,
    items_of,
    texts_of_items,
    with_shared_ordinal,
)
from zhibiao.grammar.names import COMPOUNDS, INDICATOR_OF_NAME, NAME_OF, PRICES, SHARE_OF, are_ratios
from zhibiao.grammar.phrases import alternatives, bare_name, is_bridge, is_prefix, leaves_whole, strip_prefix
from zhibiao.grammar.sentence import ADDING, Sentence, is_level
from zhibiao.grammar.subject import Subject
from zhibiao.lexicon import DIVISION, indicators_of

LONGEST_PREDICATE = 12
MIN_LIST = 2
SHARE_END = re.compile(r"(?:占|相当于)[^、]{2,}(?:比重|比例|份额)$")
SHARE_VERB = re.compile(r"^(?:占|相当于)")
SHARE_TAIL = re.compile(r"的?(?:比重|比例|份额)$")
# 增幅 behind the list says what all its numbers are.
RATE_END = re.compile(rf"{alternatives('growth_noun')}$")
PREDICATE = re.compile(
    r"[,\s]*(?:再|均|双双|持续|稳步|继续|保持|实现|快速|平稳|较快|同步|大幅|全面|都|也|明显|不断|逆势|恢复|首次|突破|达|完成|呈|增势)"
)
# 服务业、装备制造和高新技术产业的投资: the head noun of the last is that of all the sectors.
SECTOR = re.compile(rf"[\s*]*[^、]*{alternatives('sector_end')}[\s*]*")
SECTOR_WITH_HEAD = re.compile(
    rf"[^、占]*{alternatives('sector_end')}的?(?P<head>{alternatives('head_of_sectors')}(?:{alternatives('share_noun')})?)"
)
# 化学需氧量、氮氧化物等主要污染物排放量: what the members are, told behind the last of them.
CLASS_AT_END = re.compile(
    r"等[两二三四五六七八九十\d]*[项种类]?(?:主要|重点|核心|关键)*(?:经济|社会|发展)*(?:污染物?|指标)(?:的?排放总?量|增[速幅])?$"
)
NAMES_OF_TWO = ("城乡", "存贷款")
# 国考省考断面水质优良比例分别达到…: one indicator, measured at the sections of either.
SECTIONS_OF_TWO = re.compile(r"国[考控]?(?:断面)?[、和与]?省[考控]")


# 新增国家、省级“专精特新”企业5家、50家: what the last level is said of the others are levels of as well.
LEVEL = f"国家|省部?|自治区|[{DIVISION}]"
LEVEL_ALONE = re.compile(rf"(?:[新\s*]|[一-鿿]{{2}})*?(?P<level>(?:{LEVEL})(?P<sign>级?)(?:及?以上)?)")
LEVEL_WITH_NAME = re.compile(rf"(?:{LEVEL})级(?P<name>(?!及?以上|财政|预算).{{4,}})")
# Beside the province's, a city's are no province's.
OF_PROVINCE = frozenset((one,) for one in indicators_of("counted_by_provinces"))
OF_CITY, BESIDE_PROVINCE = re.compile("(?:市|州|县|(?<!治)区)级(?!及?以上)"), re.compile("省级|自治区级")


# 来源于广东的财政总收入和地方一般预算收入, 广州地区金融机构存贷款余额
OF_PLACE = re.compile("(?:地区(?!生产总值|GDP))?的?(?![、和及与])")


def listed_names(sentence: Sentence, start: int, end: int, count: int, between: str) -> list[Subject] | None:
    """The names of ``folded[start:end]`` for ``count`` numbers; None where they are not as many."""
    start = _behind_place(sentence, start, end)
    words = sentence.folded[start:end]
    compound = COMPOUNDS.get(strip_prefix(words)) or compound_in(sentence, start, end)
    if len(compound) == count:
        added = ADDING.match(words.lstrip("*● "))  # 新增存贷款861亿元和688亿元
        before = added.group() if added else ""
        return [
            Subject((one,), NAME_OF[one], before, between, rule="respectively_compound") for one in compound
        ]
    items = with_shared_ordinal(_without_predicate(sentence, items_of(words, count), start, end))
    items = _with_name_of_levels(_with_head_of_sectors(_without_class(items)))
    if (
        len(items) == count
        and count > 1
        and (
            _ends_in_share(words)
            or (not ids_of_items(tuple(items))[0] and _is_restricted(sentence, items[0], start))
        )
    ):
        return _shares_of_whole(items, between)
    if len(items) == count and count > 1:
        verb = ADDING.match(words.lstrip("*● "))
        sentence.verb = verb.group() if verb else ""
        rate = RATE_END.search(words)
        grown = (rate.group() if rate else "") + between
        every = _levels_apart(items, but_for_head_of_last(tuple(items), ids_of_items(tuple(items))))
        texts = with_shared_head(texts_of_items(tuple(items)), tuple(bool(ids) for ids in every))
        return [
            Subject(ids, text, sentence.verb, between if _is_ratio(ids) else grown, rule="respectively")
            for ids, text in zip(every, texts, strict=True)
        ]
    name = bare_name(items[0] if len(items) == 1 else words)
    ids = ids_of_words(sentence, start, end, name)
    pair = halves(name, ids) if count == len(NAMES_OF_TWO) else None
    if pair:
        return [Subject(one, text, "", between, rule="respectively_halved") for one, text in pair]
    if count == len(NAMES_OF_TWO) and len(ids) == 1 and SECTIONS_OF_TWO.search(words):
        ids *= count
    if len(ids) == count:
        return [Subject((one,), NAME_OF[one], "", between, rule="respectively_compound") for one in ids]
    return _expanded(items, count, between) if 1 < len(items) < count else None


def _behind_place(sentence: Sentence, start: int, end: int) -> int:
    """西宁市生产总值和财政收入分别增长…: where the list itself begins, behind the place of which it tells."""
    for place in sentence.places_in(start, end)[:1]:
        behind = OF_PLACE.match(sentence.folded, place.end, end)
        if (
            behind
            and is_prefix(sentence.folded[start : place.start])
            and not is_level(sentence.folded, place)
        ):
            return behind.end()
    return start


def _is_ratio(ids: tuple[str, ...]) -> bool:
    """城镇登记失业率和居民消费价格涨幅分别控制在4%和3%: of the two only the second grows."""
    return are_ratios(ids) and PRICES.isdisjoint(ids)


def _without_class(items: list[str]) -> list[str]:
    """化学需氧量、氮氧化物等主要污染物: what all of them are is no part of the last one's name."""
    return [*items[:-1], CLASS_AT_END.sub("", items[-1]) or items[-1]] if len(items) > 1 else items


def _with_head_of_sectors(items: list[str]) -> list[str]:
    """Complete sectors that share the head noun of the last, where that names no indicator as it stands."""
    head = SECTOR_WITH_HEAD.fullmatch(bare_name(items[-1])) if len(items) > 1 else None
    if head is None or not all(SECTOR.fullmatch(item) for item in items[:-1]):
        return items
    if ids_of_items((items[-1],))[0]:
        return items
    return [*(item.rstrip(" *") + head["head"] for item in items[:-1]), items[-1]]


def _with_name_of_levels(items: list[str]) -> list[str]:
    """Complete levels that share the name behind the last of them: 省、市级“专精特新”企业."""
    named = LEVEL_WITH_NAME.fullmatch(items[-1].strip(" *")) if len(items) > 1 else None
    if named is None:
        return items
    alone = [LEVEL_ALONE.fullmatch(item.strip(" *")) for item in items[:-1]]
    if not all(alone):
        return items
    return [
        *(f"{one['level']}{'' if one['sign'] else '级'}{named['name']}" for one in alone if one),
        items[-1],
    ]


def _levels_apart(items: list[str], every: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The ids but for those of a city's firms where the list has the province's beside them."""
    if not any(ids in OF_PROVINCE for ids in every) or not any(
        BESIDE_PROVINCE.search(item) for item in items
    ):
        return every
    return tuple(
        () if ids in OF_PROVINCE and OF_CITY.search(item) else ids
        for ids, item in zip(every, items, strict=True)
    )


def among_places(sentence: Sentence, start: int, end: int, count: int, between: str) -> list[Subject] | None:
    """``兰考县、长垣市生产总值分别增长7%、8%``: one name for as many places; None where no such list opens the words."""
    if not sentence.has_places or count < MIN_LIST:
        return None
    folded, passage = sentence.folded, sentence.passage
    first = bisect_left(passage.place_starts, start)
    places = passage.places[first : first + count]
    if len(places) < count or places[-1].end > end or not is_prefix(folded[start : places[0].start]):
        return None
    if not all(CONJUNCTION.fullmatch(folded, one.end, other.start) for one, other in pairwise(places)):
        return None
    name = bare_name(folded[places[-1].end : end])
    ids = ids_of_words(sentence, places[-1].end, end, name) if name else ()
    return [Subject(ids, name, "", between, place=one, rule="respectively_places") for one in places]


def compound_in(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """其中一、二、三产业增加值: a name of several, whose 一、 is no mark of a list, with only verbs around it."""
    names, folded = sentence.names, sentence.folded
    found = names.last_in(start, end)
    if found is None or len(names.ids[found]) < MIN_LIST or not is_bridge(folded[names.ends[found] : end]):
        return ()
    ids = names.ids[found]
    return ids if leaves_whole(folded[start : names.starts[found]], ids) else ()


def _is_restricted(sentence: Sentence, first: str, start: int) -> bool:
    """每平方公里土地生产总值、财政收入: words before the first name that make all of the list a part."""
    found = sentence.names.last_in(start, start + len(first))
    if (
        found is None
        or sentence.names.ends[found] != start + len(first.rstrip())
        or not sentence.names.ids[found]
    ):
        return False
    words = sentence.without_places(start, sentence.names.starts[found])[1]
    return not leaves_whole(words, sentence.names.ids[found])


def _shares_of_whole(items: list[str], between: str) -> list[Subject]:
    """研发经费支出和环保投入相当于生产总值的比例: the share that each item takes of what the last one names."""
    opening = SHARE_END.search(items[-1])
    whole = SHARE_TAIL.sub("", SHARE_VERB.sub("", opening[0])) if opening else ""
    takers = [*items[:-1], items[-1][: opening.start()] if opening else items[-1]]
    of = ids_of_items((whole,))[0] if whole else ()
    shares: list[Subject] = []
    for item, taker in zip(items, ids_of_items(tuple(takers)), strict=True):
        own = (
            item is not items[-1] and "占" in item
        )  # 财政收入占GDP、税收占财政收入…的比重: each has a whole of its own
        pair = (taker[0], of[0]) if len(taker) == len(of) == 1 and not own else None
        identifier = SHARE_OF.get(pair) if pair else None
        text = strip_prefix(item) + (opening[0] if opening and not own and item is not items[-1] else "")
        shares.append(Subject((identifier,) if identifier else (), text, "", between, rule="part"))
    return shares


def _ends_in_share(words: str) -> bool:
    """A、B占X比重: the list shares an end that makes shares of all of it."""
    return SHARE_END.search(words) is not None


def _without_predicate(sentence: Sentence, items: list[str], start: int, end: int) -> list[str]:
    """旅游收入、游客人数再创新高，分别增长: the names end before the predicate of the last."""
    found = sentence.names.last_in(start, end)
    if found is None or not items:
        return items
    tail = sentence.folded[sentence.names.ends[found] : end]
    if PREDICATE.match(tail) and len(tail) < LONGEST_PREDICATE and items[-1].endswith(tail):
        return [*items[:-1], items[-1][: -len(tail)] or items[-1]]
    return items


def _expanded(items: list[str], count: int, between: str) -> list[Subject] | None:
    """Items of which one stands for two: 生产总值、城乡居民收入分别增长x、y、z."""
    subjects: list[Subject] = []
    for item, ids in zip(items, ids_of_items(tuple(items)), strict=True):
        name = bare_name(item)
        pair = halves(name, ids)
        if len(ids) > 1:
            subjects += [
                Subject((one,), NAME_OF[one], "", between, rule="respectively_compound") for one in ids
            ]
        elif pair:
            subjects += [Subject(one, text, "", between, rule="respectively_halved") for one, text in pair]
        else:
            subjects.append(Subject(ids, name, "", between, rule="respectively"))
    return subjects if len(subjects) == count else None


def ids_of_words(sentence: Sentence, start: int, end: int, name: str) -> tuple[str, ...]:
    """The ids of ``name``, the words of ``folded[start:end]`` without the verbs around them."""
    if name in COMPOUNDS:
        return COMPOUNDS[name]
    if name in INDICATOR_OF_NAME:
        return (INDICATOR_OF_NAME[name],)
    names, folded = sentence.names, sentence.folded
    found = names.last_in(start, end)
    if found is None or not is_bridge(folded[names.ends[found] : end]):
        return ()
    ids = names.ids[found]
    return ids if leaves_whole(folded[start : names.starts[found]], ids) else ()
