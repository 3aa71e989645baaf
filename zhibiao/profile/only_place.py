"""The region of a short text: the one place that it speaks of, where its title or its first words name it.

A news item or a digest of a page has no congress and no salutation. Whose it is, a reader sees from the one place
in its title, from the only place that it names at all, or from the county's own media that sign it. Any other paper's
or site's name is no place of the text's. What names no place and tells of the 国内生产总值 is about the nation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from zhibiao.profile.mentions import bearers_of, find_names
from zhibiao.profile.opening import Opening
from zhibiao.regions import NATIONAL_CODE, Division, division_table
from zhibiao.regions.scanner import ordinary_words

# Longer texts name their place often enough to be told by that.
LONGEST_SHORT_TEXT = 6000
FIRST_WORDS = 200
TITLE_LINES = 2
LONGEST_TITLE = 45
# 濮阳网, 来源:濮阳日报, 新华社焦作1月20日电, 赴郑州市考察.
NOT_ITS_OWN_BEFORE = re.compile(
    r"(?:来源:?|学习|贯彻|落实|借鉴|赴|与|同|对口\w{0,2}|援|邻|来自|在|比|和|、)$"
)
# 江苏省委新闻网 is a site as 濮阳网 is.
NOT_ITS_OWN_AFTER = re.compile(
    r"[^,。;:、\s]{0,6}?(?:网(?!络|格)|日报|晚报|早报|手机报|电视台|广电|广播|在线|融媒体)"
    r"|发布|新闻|考察|经验|客商|、|和|与|路|大学|学院|银行"
)
WITHOUT_REPORTS = ("71", "81", "82")
# 先后到苏州市、昆山市考察: the places of a visit are none of the text's own, wherever it goes on to speak of them.
VISIT = re.compile(r"(?:赴|到|前往|抵达)([^。\n]{2,24}?)(?:考察|学习|取经|招商)")
# 我县 is said of one's own, and so is the least of 县委, 市委 and 省委; 全市 may be said of what lies above.
OWN_BY_FIRST_PERSON = re.compile(r"我(省|市|县|区|州|盟|旗)(?!域|级|长|委)")
OWN_BY_OFFICE = re.compile(r"全(省|市|县|区|州|盟|旗)|(省|市|县|州|盟|旗|区)(?:委|政府|长)")
FROM_PART_TO_WHOLE = ("县", "旗", "区", "市", "州", "盟", "省")
BEFORE_PLACE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[是在对为新])$")
BEHIND_PLACE = re.compile(r"发展|落地|大地|实践|篇章|人民|各族|经济|跨越|高质量|县委|县政府|政府|20\d\d年")
OWN_MEDIA = re.compile(
    r"([\u4e00-\u9fff]{1,10}[县区市旗])融媒体中心"
    r"|(?:来源|发布机构):? ?([\u4e00-\u9fff]{1,10}[县区市旗])(?:人民)?政府(?!网)"
)
# Regions called their own product 国内生产总值 until the statistics of 2003 named it 地区生产总值.
NATIONAL_PRODUCT = re.compile("国内生产总值")
YEAR_OF_REGIONAL_PRODUCT = 2004
LEVELS_OF_WORDS = {
    # Of provinces 市 calls a municipality and 区 an autonomous region: see _is_called.
    "省": ("province",),
    "市": ("province", "prefecture", "county"),
    "州": ("prefecture",),
    "盟": ("prefecture",),
    "区": ("province", "county"),
    "县": ("county",),
    "旗": ("county",),
}


@dataclass(frozen=True, slots=True)
class _ShortText:
    """A short text, the divisions of ``year`` that it names, and the word (市 of 全市) by which it calls its own."""

    folded: str
    candidates: list[Division]
    own_word: str
    year: int
    visited: frozenset[str]


def only_place(
    folded: str, opening: Opening, candidates: list[Division], own_word: str, year: int
) -> tuple[Division, str] | None:
    """Return the division that alone a short text is about, and how that is told; None where nothing tells it.

    ``candidates`` are the divisions of ``year`` that the text names, ``own_word`` the word (市 of 全市) by which it
    calls its own. A name of several divisions, or two places of which neither lies within the other, tell nothing.
    """
    if len(folded) > LONGEST_SHORT_TEXT:
        return None
    visited = frozenset(
        visit[1][start:end] for visit in VISIT.finditer(folded) for start, end in find_names(visit[1], year)
    )
    text = _ShortText(folded, candidates, own_word_of_short(folded) or own_word, year, visited)
    return _in_title(text, opening) or _alone(text) or _of_own_media(text) or _of_the_nation(text)


def own_word_of_short(folded: str) -> str:
    """Return the word by which a short text calls its own: 县 of 我县, else of 全县, 县委 or 县长, were it said but once."""
    for words in (OWN_BY_FIRST_PERSON, OWN_BY_OFFICE):
        said = {one for found in words.finditer(folded) for one in found.groups() if one}
        if said:
            return next(word for word in FROM_PART_TO_WHOLE if word in said)
    return ""


def _in_title(text: _ShortText, opening: Opening) -> tuple[Division, str] | None:
    """The one place in the title or the first lines."""
    for title in (opening.title or "", *opening.lines[:TITLE_LINES]):
        if len(title) <= LONGEST_TITLE and (found := _deepest(_own_names(title, text), text)):
            return found, f"title “{title}”"
    return None


def _alone(text: _ShortText) -> tuple[Division, str] | None:
    """The only place that the first words name, or else the whole text."""
    for words in (text.folded[:FIRST_WORDS], text.folded):
        names = _own_names(words, text)
        if not names:
            continue
        found = _deepest(names, text)
        if found is None or not all(_is_related(found, other) for other in text.candidates):
            return None
        if words is text.folded and not text.own_word:
            return None
        return found, f"the only place that the text names, “{names[0]}”"
    return _county_by_short_name(text)


def _county_by_short_name(text: _ShortText) -> tuple[Division, str] | None:
    """The one county that a text that speaks of 我县 calls by its short name, as one does a place (在宝丰落地)."""
    if text.own_word not in ("县", "旗"):
        return None
    names = {
        text.folded[start:end]
        for start, end in find_names(text.folded, text.year)
        if _is_place(text, start, end)
    }
    counties = {
        one: name
        for name in sorted(names - ordinary_words())
        for one in bearers_of(name, text.year)
        if one.level == "county" and one.name != name and one.name[-1] == text.own_word
    }
    if len(counties) != 1:
        return None
    county, name = counties.popitem()
    if not all(_is_related(county, other) for other in text.candidates):
        return None
    return county, f"the only county that the text names, “{name}”"


def _is_place(text: _ShortText, start: int, end: int) -> bool:
    """Whether a name stands whole and as a place does: 平原 is cut out of words, 兴国 a part of a phrase."""
    return bool(
        BEFORE_PLACE.search(text.folded[max(0, start - 1) : start]) and BEHIND_PLACE.match(text.folded, end)
    )


def _of_own_media(text: _ShortText) -> tuple[Division, str] | None:
    """The county whose media centre (岳阳楼区融媒体中心) or government (来源:华容县政府) signs a text of its committee or government."""
    signed = {found[1] or found[2]: found[0] for found in OWN_MEDIA.finditer(text.folded)}
    bearers = [one for name in signed for one in bearers_of(name, text.year) if one.name == name]
    # What the signature itself calls its own (华容县政府) says nothing of the text.
    own_word = own_word_of_short(OWN_MEDIA.sub("", text.folded))
    if len(bearers) != 1 or bearers[0].name[-1] != own_word:
        return None
    if not all(_is_related(bearers[0], other) for other in text.candidates):
        return None
    return bearers[0], f"signed by its own, “{signed[bearers[0].name]}”"


def _of_the_nation(text: _ShortText) -> tuple[Division, str] | None:
    """The nation, where a text names no place, says 全市 of none and tells of the 国内生产总值."""
    if text.own_word or text.year < YEAR_OF_REGIONAL_PRODUCT or _own_names(text.folded, text):
        return None
    told = NATIONAL_PRODUCT.search(text.folded)
    nation = division_table().get(NATIONAL_CODE, text.year)
    return (nation, f"names no place and tells of the {told[0]}") if told and nation else None


def _deepest(names: Iterable[str], text: _ShortText) -> Division | None:
    """Return the one division that all these names bear or lie above; None where they do not agree."""
    bearers = [_bearer(name, text.candidates, text.own_word, text.year) for name in names]
    # 湖南 beside 南县: what is of another level than the text's own word may still hold it.
    found = {one for one in bearers if one}
    wholes = {
        one
        for name in names
        for one in bearers_of(name, text.year)
        if any(_is_above(one, part) for part in found)
    }
    parts = [one for one in found if one not in wholes]
    if len(parts) != 1 or any(
        bearer is None and not set(bearers_of(name, text.year)) & wholes
        for name, bearer in zip(names, bearers, strict=True)
    ):
        return None
    return parts[0]


def _own_names(words: str, text: _ShortText) -> list[str]:
    """Return the names of places in some words that may be what these are about, each once, in order."""
    names = [
        words[start:end]
        for start, end in find_names(words, text.year)
        if words[start:end] != "全国"
        and words[start:end] not in text.visited
        and _may_be_meant(words, start, end, text.year)
        and not NOT_ITS_OWN_BEFORE.search(words[max(0, start - 6) : start])
        and not NOT_ITS_OWN_AFTER.match(words, end)
    ]
    return list(dict.fromkeys(names))


def _may_be_meant(words: str, start: int, end: int, year: int) -> bool:
    """Whether a name is one in these words: a county's short one only where they open with it (新建, 和平)."""
    name = words[start:end]
    bearers = bearers_of(name, year)
    if not bearers or any(one.name == name or one.level != "county" for one in bearers):
        return bool(bearers)
    return start == 0 and name not in ordinary_words()


def _bearer(name: str, candidates: list[Division], own_word: str, year: int) -> Division | None:
    """Return the one division of this name whose level agrees with the text's own word."""
    levels = LEVELS_OF_WORDS.get(own_word)
    bearers = [
        one
        for one in bearers_of(name, year)
        if one.level != "national"
        and not one.code.startswith(WITHOUT_REPORTS)
        and (levels is None or (one.level in levels and _is_called(one, own_word)))
    ]
    if len(bearers) > 1:
        bearers = [one for one in bearers if one in candidates]
    return bearers[0] if len(bearers) == 1 else None


def _is_called(division: Division, own_word: str) -> bool:
    """Whether a text may call a province so: 全市 is not said of 湖北省."""
    return division.level != "province" or division.name.endswith(own_word)


def _is_related(division: Division, other: Division) -> bool:
    """Whether one of two divisions lies within the other."""
    return division == other or _is_above(division, other) or _is_above(other, division)


def _is_above(division: Division, part: Division) -> bool:
    return division != part and division.code in (part.parent_code, part.province_code)
