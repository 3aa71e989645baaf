"""The region of a short text: the one place that it speaks of, where its title or its first words name it.

A news item or a digest of a page has no congress and no salutation. Whose it is, a reader sees from the one place
in its title, or from the only place that it names at all. A paper's or a site's name is no place of the text's.
"""

from __future__ import annotations

import re

from zhibiao.profile.mentions import bearers_of, find_names
from zhibiao.profile.opening import Opening
from zhibiao.regions import Division
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
NOT_ITS_OWN_AFTER = re.compile(
    r"网|日报|晚报|早报|电视台|在线|发布|新闻|考察|经验|客商|、|和|与|路|大学|学院|银行"
)
WITHOUT_REPORTS = ("71", "81", "82")
# 先后到苏州市、昆山市考察: the places of a visit are none of the text's own, wherever it goes on to speak of them.
VISIT = re.compile(r"(?:赴|到|前往|抵达)([^。\n]{2,24}?)(?:考察|学习|取经|招商)")
LEVELS_OF_WORDS = {
    "省": ("province",),
    "市": ("province", "prefecture", "county"),
    "州": ("prefecture",),
    "盟": ("prefecture",),
    "区": ("province", "county"),
    "县": ("county",),
    "旗": ("county",),
}


def only_place(
    folded: str, opening: Opening, candidates: list[Division], own_word: str, year: int
) -> tuple[Division, str] | None:
    """Return the division that alone a short text is about, and how that is told; None where nothing tells it.

    ``candidates`` are the divisions of ``year`` that the text names, ``own_word`` the word (市 of 全市) by which it
    calls its own. A name of several divisions, or two places of which neither lies within the other, tell nothing.
    """
    if len(folded) > LONGEST_SHORT_TEXT:
        return None
    titles = [
        line for line in (opening.title or "", *opening.lines[:TITLE_LINES]) if len(line) <= LONGEST_TITLE
    ]
    visited = {
        visit[1][start:end] for visit in VISIT.finditer(folded) for start, end in find_names(visit[1], year)
    }
    for title in titles:
        named = [name for name in _own_names(title, year) if name not in visited]
        if len(named) == 1 and (found := _bearer(named[0], candidates, own_word, year)):
            return found, f"title “{title}”"
    named = [name for name in _own_names(folded[:FIRST_WORDS], year) if name not in visited]
    if not named or len(named) > 1:
        return None
    found = _bearer(named[0], candidates, own_word, year)
    if found is None or not all(_is_related(found, other) for other in candidates):
        return None
    return found, f"the only place that the text names, “{named[0]}”"


def _own_names(words: str, year: int) -> list[str]:
    """Return the names of places in some words that may be what these are about, each once, in order."""
    names = [
        words[start:end]
        for start, end in find_names(words, year)
        if words[start:end] != "全国"
        and _may_be_meant(words, start, end, year)
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
        and (levels is None or one.level in levels)
    ]
    if len(bearers) > 1:
        bearers = [one for one in bearers if one in candidates]
    return bearers[0] if len(bearers) == 1 else None


def _is_related(division: Division, other: Division) -> bool:
    """Whether one of two divisions lies within the other."""
    return (
        division == other
        or division.code in (other.parent_code, other.province_code)
        or other.code in (division.parent_code, division.province_code)
    )
