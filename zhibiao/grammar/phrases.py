"""The words around a name: what may stand between a name and its number without changing what is measured.

A name governs a number only when all between them is verb, adverb or time (``bridge``), and it is the region's
whole only when all before it is such too (``prefix``): in 园区工业增加值比重 the word 园区 is neither, so that the
number measures a part. The words are those of
``lexicon/grammar_words.csv``; the nouns and verbs that a construction asks for are classes in
``lexicon/word_classes.csv``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Set
from functools import cache, lru_cache

from zhibiao.lexicon import rows, words_by_class
from zhibiao.quantities.tries import longest_of
from zhibiao.text_search import behind_last


@cache
def _words_by_place() -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for row in rows("grammar_words"):
        places.setdefault(row["place"], []).append(row["word"])
    return places | words_by_class()


def _words(place: str) -> list[str]:
    return _words_by_place()[place]


def alternatives(*places: str) -> str:
    """Return a pattern for the longest of the lexicon's words of those places or classes."""
    return longest_of(word for place in places for word in _words(place))


def class_of(signs: Set[str]) -> str:
    """Return the signs as the inside of a class of a pattern."""
    return re.escape("".join(sorted(signs)))


def _opening_with(signs: Set[str], pattern: str) -> str:
    """Return a pattern that is asked only where one of the signs, or a digit, stands: else all it may be is tried."""
    return rf"(?=[\d{class_of(signs)}]){pattern}"


def words_at(place: str) -> frozenset[str]:
    """Return the lexicon's words of a place of the grammar, or of a class."""
    return frozenset(_words(place))


def signs_opening(*places: str) -> frozenset[str]:
    """Return the first signs of the lexicon's words that stand at those places of the grammar."""
    return frozenset(word[0] for place in places for word in _words(place))


BRIDGE_WORDS, PREFIX_WORDS = words_at("bridge"), words_at("prefix")
A_BRIDGE_WORD = _opening_with(signs_opening("bridge"), longest_of(sorted(BRIDGE_WORDS)))
# Bridges that are nouns too end a name as often as they follow it.
NOUNS = words_at("noun_like_bridge")
LONGEST = 8
# One sign alone is too often the end of a noun (办结率, 养老床位数) to be cut off as a verb.
BRIDGE_ENDS = (frozenset(word for word in BRIDGE_WORDS if len(word) > 1) - NOUNS) | frozenset(
    "达到至为是有的以约近增涨升降在均由从各翻已"
)
# By their last sign, the longest first: most names end in a sign that ends none of them.
BRIDGE_LENGTHS = {
    sign: sorted(
        {len(word) for word in BRIDGE_ENDS if word[-1] == sign and len(word) <= LONGEST}, reverse=True
    )
    for sign in {word[-1] for word in BRIDGE_ENDS}
}
# 建成区绿化率, 按时办结率: names whose beginning only looks like a verb where that goes on.
WHOLE_NOUNS = (
    rf"{alternatives('noun_like_prefix')}|建成区(?![域县])|年产(?=[百千万亿])|按[期时][一-鿿]{{2,3}}率"
)
SIGNS = r"(?:\[\d{1,3}\]|[\s|*_#>●○—–\-“”\"'()（）:;,、·])"
TIME = (
    r"(?:[“\"]?[一二三四五六七八九十]+五[”\"]?(?:时期|期间|规划|末)?|\d{2,4}(?!小时)(?:年| 年(?!度))?[-—~至]?\d{0,4}(?:年| 年(?!度))?|\d{1,2}[-—~至]?\d{0,2}月份?(?:当月)?"
    r"|\d{1,2}日|[一二三四五六七八九〇零○0]{4}年|[一二三四1-4前]+季度|[一1](?:季度)?[至到—~-]+[二三四2-4]季度|前[二两三23]个?季(?=[^度节]|$)|Q[1-4]|前(?:1[0-2]|[1-9]|[两二三四五六七八九十一]{1,2})个?月份?|上半年|下半年|[今去明当本上]年|全年|(?:前|今后|未来|这)?[一二三四五六七八九十两几近\d]+ ?年[来内间]?)"
)
BRACKETS = r"\([^()]{0,24}\)"
LEVEL_AND_ABOVE = r"(?:国家|自治区|省|市|州|县|地)级?(?:及)?以上"
# 在2023年的基础上, 粮食产量在大灾之年达到…
BASIS = r"在[^,;。]{2,30}?基础上|在[^,;。\d]{1,6}之年"
COMPARED = r"(?:比|较)(?!重|例|率)[^,;。、]{0,10}?(?:\d{4} ?年|[一二三四五六七八九〇]{4}年|“[^”]{2,4}”|去年|上年|前年|年初|[一二三四五六七八九十\d]+年前)(?:同期|底|末|初|时期)?"
# 扣除价格因素实际增长9%; 扣除沙尘影响后优良天数比例90% is the region's as well, what is left of a revenue is not
BUT_FOR = r"(?:[扣剔]除|考虑)[^,;。、\d]{2,12}?(?:因素|影响)(?:的?影响)?(?:之?后)?"
EXCEPTED = rf"{BUT_FOR}|[扣剔]除[^,;。、\d]{{2,12}}?部分后?"
# 经济总量五年跨越六个百亿元台阶、是…的1.6倍: marks that were passed on the way.
MARKS_PASSED = (
    rf"(?:{TIME})?(?:将|要)?(?:连续|接连|连|先后|相继|再)?(?:跨越|跨过|迈过|越过|突破|跨上|迈上|登上|连?跨|连破|上)了?"
    r"(?:(?:“[\d十百千万亿]+元?”)*[一二两三四五六七八九十\d]+个|[一二两三四五六七八九十\d]*)"
    r"[十百千万亿]*元?(?:大关|新?台阶|关口|门槛)"
    # 服务业增加值突破“200亿元”、达到224亿元, 生产总值突破“千亿”大关、达到1024亿元
    r"|(?:跨越|跨过|迈过|突破|迈上|站上)了?“[\d十百千万亿]+元?”(?:大关|新?台阶|关口|门槛)?(?=[,、])"
)
A_MARK_PASSED, A_TIME = _opening_with(set(MARKS_PASSED), MARKS_PASSED), _opening_with(set(TIME), TIME)
BRIDGE = re.compile(
    f"(?:{EXCEPTED}|{A_MARK_PASSED}|{BASIS}|{COMPARED}|{A_BRIDGE_WORD}|{SIGNS}|{BRACKETS}|{A_TIME}(?:[底末初]?的)?)*"
)
# What a bridge begins with that may hold any words, and all signs that the rest of it is made of. Nine of ten words that
# are asked about hold another sign before any of those, which is seen at a glance.
_OPEN = frozenset("扣剔考在比较(")
_CLOSED = frozenset("".join(BRIDGE_WORDS) + SIGNS + MARKS_PASSED + "底末初的") - _OPEN
NO_BRIDGE = re.compile(rf"[\s\d{class_of(_CLOSED)}]*+[^\s\d{class_of(_CLOSED | _OPEN)}]")
# （上接一版）: where a newspaper goes on.
CONTINUED = r"\((?:上接|紧接|下转)[^()]{1,10}\)"
ENUMERATOR = r"\(? ?\d{1,2} ?[).、]|[①-⑳⑴-⒛]|\(?[一二三四五六七八九十]{1,3}\)"
# Of a sentence as long as a book, what stands before each number is neither looked at nor kept.
LONGEST_BRIDGE = 200
# 《纲要(草案)》提出未来五年生产总值年均增长7.5%
STATED_IN = r"《[^《》,;。]{2,24}》(?:明确)?(?:提出|要求|确定|规定)"
# 2025年底前建成…
BY_THEN = "(?<=[年月日底末初])[以之]?前"
A_PREFIX_WORD = _opening_with(
    signs_opening("prefix"), f"(?!{WHOLE_NOUNS}|{LEVEL_AND_ABOVE}){longest_of(sorted(PREFIX_WORDS))}"
)
PREFIX = re.compile(
    f"(?:{CONTINUED}|{STATED_IN}|{BUT_FOR}|{A_PREFIX_WORD}|{SIGNS}|{A_TIME}|{ENUMERATOR}|年$|{BY_THEN})*"
)
# What one of its parts begins with: most names begin with another sign.
PREFIX_OPENS = re.compile(
    rf"[\s\d①-⑳⑴-⒛{class_of({word[0] for word in PREFIX_WORDS} | set(SIGNS + TIME + ENUMERATOR + '年《扣剔'))}]"
)
PREDICATE = re.compile(
    f"{SIGNS}|(?!{alternatives('noun_like_predicate')})(?:{alternatives('predicate', 'down', 'up')})"
)
SUFFIX = re.compile(f"{SIGNS}|[。!?]|{longest_of(_words('suffix'))}|$")


@lru_cache(maxsize=65536)
def is_bridge(words: str) -> bool:
    """Say whether nothing in ``words`` names another thing than what stands before them."""
    return NO_BRIDGE.match(words) is None and BRIDGE.fullmatch(words) is not None


def bridges(folded: str, start: int, end: int) -> bool:
    """Say whether ``folded[start:end]`` is a bridge; what is longer than ``LONGEST_BRIDGE`` is none."""
    return end - start <= LONGEST_BRIDGE and is_bridge(folded[start:end])


@lru_cache(maxsize=65536)
def is_prefix(words: str) -> bool:
    """Say whether nothing in ``words`` makes what follows a part of the region's whole."""
    return not words or (PREFIX_OPENS.match(words) is not None and PREFIX.fullmatch(words) is not None)


def prefix_end(words: str, start: int = 0, end: int = sys.maxsize) -> int:
    """Return where the verbs and times end that ``words`` begin with at ``start``; ``start`` without any."""
    if PREFIX_OPENS.match(words, start, end) is None:
        return start
    found = PREFIX.match(words, start, end)
    return found.end() if found else start


@cache
def _scopes() -> dict[str, list[str]]:
    """For each indicator that some words leave the region's whole, these words."""
    words: dict[str, list[str]] = {}
    for row in rows("indicator_scopes"):
        for identifier in row["indicator_ids"].split():
            words.setdefault(identifier, []).append(row["word"])
    return words


@cache
def _scope(identifier: str) -> re.Pattern[str] | None:
    """A pattern of these words."""
    words = _scopes().get(identifier)
    return re.compile(longest_of(words)) if words else None


def clause_opening(folded: str, first: int, end: int) -> int:
    """Return where the clause of ``folded[first:end]`` begins that ``end`` stands in or behind."""
    return behind_last(folded, CLAUSE_STOPS, first, end)


def make_all_patterns() -> None:
    """Make the patterns of all indicators, which are else made when a name asks for them (``prepared_patterns.py``)."""
    for identifier in _scopes():
        _scope(identifier)


@lru_cache(maxsize=65536)
def leaves_whole(words: str, ids: tuple[str, ...]) -> bool:
    """Say whether nothing in ``words`` before a name of ``ids`` makes it a part of the region's whole.

    >>> leaves_whole("全年中心城区", ("pm25",)), leaves_whole("全年中心城区", ("gdp",))
    (True, False)
    """
    if is_prefix(words):
        return True
    scope = _scope(ids[0]) if len(ids) == 1 else None
    return scope is not None and is_prefix(scope.sub("", words))


def opens_predicate(text: str, position: int) -> bool:
    """Say whether a predicate, not the name of the thing counted, begins at ``position``."""
    return PREDICATE.match(text, position) is not None


def leaves_name_whole(text: str, position: int, end: int) -> bool:
    """Say whether what follows a name on the number's right does not make a longer name of it."""
    return position >= end or SUFFIX.match(text, position, end) is not None


# What a change began from or is measured against is no part of the name: 住房面积由1997年的…, 在校生比2000年….
SINCE_TAIL = re.compile(
    r",[已就将]?[由从].*$|在\d{4}年的?基础上.*$"
    + "".join(rf"|{sign} ?\d{{4}} ?年[底末初]?的? ?$" for sign in "由从比较")
)
# What a clause begins behind.
CLAUSE_STOPS = (",", ";", ":", "。")
EDGE = " \t\n|*_#>●○—–-:;,、·()。"


MEANS = frozenset("人年户亩月平")
"""Before 均 these make a mean (人均) of it, not 均 for each of several."""
# A mean told behind the name (养老金月人均) is no part of it; one that is all of it is.
MEAN_END = re.compile(r"(?<=[一-鿿])(?:[月年]?[人户]|[月年])均$")
RATE, FIRST, ABOUT, AGREED = "率", "率先", "约", "签契合"
# 养老金连年上调,月人均达到1387元: how often it is paid is no name of it.
EACH_TIME = frozenset({"月", "每", "月人", "年人"})
# 排放量要下降: the verb at the end is no part of the name.
INTENDED = re.compile(r"(?<![主需重纪摘概])要$")


@lru_cache(maxsize=65536)
def bare_name(clause: str) -> str:
    """Return ``clause`` without the verbs and times at its edges: the words that name what is measured.

    >>> bare_name("全年完成电网建设投资达到")
    '电网建设投资'
    """
    if is_bridge(clause):
        return ""
    start, end = 0, len(clause)
    while start < end:
        if clause[start] in EDGE:
            start += 1
            continue
        further = prefix_end(clause, start, end)
        if further == start or (clause.startswith(RATE, further) and not clause.startswith(FIRST, further)):
            break  # 登记率, 交付率
        start = further
    while end > start:
        if clause[end - 1] in EDGE:
            end -= 1
            continue
        length = 0
        for longest in BRIDGE_LENGTHS.get(clause[end - 1], ()):
            if longest <= end - start and clause[end - longest : end] in BRIDGE_ENDS:
                length = longest
                break
        if length == 1 and clause[end - 1] == "均" and clause[end - 2 : end - 1] in MEANS:
            mean = MEAN_END.search(clause, start + 1, end)
            length = mean.end() - mean.start() if mean else 0
        if length == 1 and clause[end - 1] == ABOUT and clause[end - 2] in AGREED:
            break  # 签约
        if not length:
            if clause[end - 1] != "要" or not INTENDED.search(clause, start + 1, end):
                break
            length = 1
        end -= length
    name = clause[start:end]
    return "" if name in EACH_TIME or is_bridge(name) else name


def strip_prefix(words: str) -> str:
    """Return ``words`` without the verbs and times before the name, and without the signs at the edges."""
    return words[prefix_end(words) :].strip(EDGE)


def without_base(words: str) -> str:
    """Without what a change began from or is measured against, at the end of the words."""
    return SINCE_TAIL.sub("", words) if "年" in words or "," in words else words
