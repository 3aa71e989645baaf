"""What looks like a number and is a name, a date or an ordinal: 尼龙66, 5G, 12345热线, 〔2013〕35号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from zhibiao.lexicon import rows
from zhibiao.model import Reason


def _load() -> tuple[dict[str, Reason], dict[str, Reason]]:
    before: dict[str, Reason] = {}
    behind: dict[str, Reason] = {}
    for row in rows("names_with_numerals"):
        (before if row["place"] == "before" else behind)[row["text"]] = Reason(row["reason"])
    return before, behind


BEFORE, BEHIND = _load()
"""Words of ``lexicon/names_with_numerals.csv`` by the place they take, and what the numeral then is."""

_KINDS = [(row["kind"], row["number_is"]) for row in rows("kinds_told_by_numbers")]
KINDS_OF_MONEY = tuple(kind for kind, number_is in _KINDS if number_is == "money")
"""Of which a class is told by an amount of money: 过百亿项目 are no count."""
KINDS_WITH_NUMBERS = frozenset(kind for kind, number_is in _KINDS if number_is == "name")
"""Whose single ones bear numbers: 331片区, 5712厂."""

_BEFORE_BY_LAST_SIGN: dict[str, list[str]] = {}
for _word in sorted(BEFORE, key=len, reverse=True):
    _BEFORE_BY_LAST_SIGN.setdefault(_word[-1], []).append(_word)

# Passages in which every numeral is part of a name: titles, short quotations, addresses, file numbers. Each
# alternative begins with a sign of its own, so that the search leaps from one such sign to the next.
_PASSAGE = re.compile(
    r"《[^《》\n0-9]{0,80}[0-9][^《》\n]{0,80}》"
    r"|“[^“”\n0-9,。;!?]{0,20}[0-9][^“”\n,。;!?]{0,20}”"
    r"|\"[^\"\n0-9,。;!?]{0,14}[0-9][^\"\n,。;!?]{0,14}\""
    r"|‘[^‘’\n0-9,。;!?]{0,20}[0-9][^‘’\n,。;!?]{0,20}’"
    r"|「[^「」\n0-9,。;!?]{0,20}[0-9][^「」\n,。;!?]{0,20}」"
    r"|\[[0-9]{4}\] ?第?[0-9]++ ?号"
    r"|PM ?2 ?\. ?5(?![0-9])|PM ?10(?![0-9])"
    r"|https?:[^\s\u4e00-\u9fff]++|www\.[^\s\u4e00-\u9fff]++|@[A-Za-z0-9.-]++"
    r"|ICP ?备 ?[0-9]++ ?号(?:-[0-9]++)?+"
)
# “保5争6”: goals, and no name.
_GOALS = re.compile(r"“保[0-9][0-9.]*%?[、,]?[争冲拼望][0-9][^“”]*”")
# A pattern for each sign that may stand first: a text is gone through for one sign in a tenth of the time that it takes
# for any of several.
_FILES = [re.compile(rf"{closing}(?<=[0-9]{{4}}.) ?第?[0-9]++ ?号") for closing in (r"\)", "】")]
_FILE_YEAR = 4
# what a failed replacement left of a number: 1$1.$2%
_LOST = re.compile(r"\$[0-9]\.\$[0-9]")
# 10.16个城市新区: the marker of an item, run into the number that its title begins with
_ITEM = re.compile(
    r"\n[ *]*+(?P<marker>(?P<number>[0-9]{1,3})[.、])(?:[^0-9\n]|(?P<title>[0-9]++)(?![.%‰万亿元]))"
)
# ;7、79个建制镇建成: the marker of an item that goes on in the line, before a number
_ITEMS_WITHIN = [re.compile(rf"{stop}(?P<number>[0-9]{{1,2}})、(?=[0-9])") for stop in ";。"]
_LONGEST_ITEM = 2000
# 表3 and 图12 above one, 见表3, 附图2; run into the year of its title in 图122016—2020年. In 代表10人 the sign is no word.
_NUMBER_OF_ONE = "[ ]?(?:[0-9]{1,2}(?=(?:19|20)[0-9]{2}[年—-])|[0-9]{1,3}(?![.,]?[0-9]|[ ]?[%‰万亿个名家张]))"
_TABLES_AND_CHARTS = [
    re.compile(rf"{word}(?:(?<![\u4e00-\u9fff]{word})|(?<=[见附和及括]{word})){further}{_NUMBER_OF_ONE}")
    for word, further in (("表", ""), ("图", "[片表]?"), ("注", ""))
]
_NOTES = [
    re.compile(rf"{opening}[ ^]?[0-9]{{1,3}}(?:[-~,、][0-9]{{1,3}}){{0,4}}+ ?[\]】]")
    for opening in (r"\[", "【")
]
# [17固定资产投资…: a note at the head of its line whose bracket was not closed.
_NOTE_LEFT_OPEN = re.compile(r"\[(?<![^\n]\[)[0-9]{1,3}(?=[\u4e00-\u9fff])")
_BRACKETED = re.compile(r"\( ?[0-9]{1,2} ?\)(?![以年])")


def passages(text: str) -> list[tuple[int, int, Reason]]:
    """Return the spans in which numerals are parts of names, and the markers of notes and items, in order."""
    found = [
        (*match.span(), Reason.NAME) for match in _PASSAGE.finditer(text) if not _GOALS.match(match.group())
    ]
    for file in _FILES:
        found += [(match.start() - _FILE_YEAR, match.end(), Reason.NAME) for match in file.finditer(text)]
    for one in _TABLES_AND_CHARTS:
        found += [(*match.span(), Reason.NAME) for match in one.finditer(text)]
    found += [(*match.span(), Reason.FRAGMENT) for match in _LOST.finditer(text)]
    for marker in (*_NOTES, _NOTE_LEFT_OPEN, _BRACKETED):
        found += [(*match.span(), Reason.LIST_MARKER) for match in marker.finditer(text)]
    found += [(start, end, Reason.LIST_MARKER) for start, end in _run_in_markers(text)]
    found += [(start, end, Reason.LIST_MARKER) for start, end in _markers_within(text)]
    return found


def _run_in_markers(text: str) -> Iterator[tuple[int, int]]:
    """The markers that look like the whole part of a decimal, told by the number of the item before them."""
    last = 0
    for item in _ITEM.finditer(f"\n{text}"):
        number = int(item["number"])
        if item["title"] is None:
            last = number
        elif 1 < number == last + 1 and item["marker"].endswith("."):
            start, end = item.span("marker")
            yield start - 1, end - 1
            last = number


def _markers_within(text: str) -> Iterator[tuple[int, int]]:
    """The markers before a number, told by the item before them in their line: 6、…;7、79个."""
    for item in chain.from_iterable(one.finditer(text) for one in _ITEMS_WITHIN):
        reach = max(0, item.start() - _LONGEST_ITEM)
        line = max(reach, text.rfind("\n", reach, item.start()) + 1)
        before = text.rfind(f"{int(item['number']) - 1}、", line, item.start())
        if before >= 0 and not text[before - 1 : before].isdigit():
            yield item.start("number"), item.end()


def reason_before(text: str, start: int) -> Reason | None:
    """Return what the word that ends at ``start`` makes of the numeral that begins there: 尼龙66, 鲲龙—600."""
    if text[start - 1 : start] in ("-", "—"):
        start -= 1
    for word in _BEFORE_BY_LAST_SIGN.get(text[start - 1 : start], ()):
        if text.startswith(word, start - len(word)):
            return BEFORE[word]
    return None
