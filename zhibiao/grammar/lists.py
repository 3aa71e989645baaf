"""Lists of names: ``A、B和C分别增长x、y、z``, names that share a head, names that share one number.

Two items of a list often share an end (城镇、农村居民人均可支配收入) or a beginning (单位生产总值能耗和二氧化碳
排放): an item that is no name by itself is tried with the end of the last item, then with the beginning of the
first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.grammar.names import COMPOUNDS, INDICATOR_OF_NAME
from zhibiao.grammar.phrases import EDGE, PREFIX, bare_name

CONJUNCTION = re.compile(r"、|以及|和|与|及|[/]")
COMMA = re.compile(r"、")
SHORTEST_SHARED = 2
# 城乡居民收入 is one indicator with one number, and two with two.
SPLIT_IN_TWO: dict[str, tuple[str, str]] = {
    "resident_income": ("urban_resident_income", "rural_resident_income")
}
HEADS_OF_TWO = {"城乡": ("城镇", "农村"), "城镇和农村": ("城镇", "农村"), "存贷款": ("存款", "贷款")}


def items_of(words: str, wanted: int | None) -> list[str]:
    """Split a list of names, in ``wanted`` items where that number is given and possible."""
    every = [item for item in CONJUNCTION.split(words) if item.strip(" *")]
    if wanted is None or len(every) == wanted:
        return every
    commas = [item for item in COMMA.split(words) if item.strip(" *")]
    if len(commas) == wanted:
        return commas
    if len(commas) == wanted - 1:
        # The last two are joined by 和; the names themselves may hold one.
        head, last = commas[:-1], commas[-1]
        parts = re.split(r"以及|和|与|及", last)
        for cut in range(1, len(parts)):
            joined = re.search(re.escape("".join(parts[:cut])), last)
            if joined and len(parts) == 2:
                return [*head, *parts]
    return every


@lru_cache(maxsize=16384)
def ids_of_items(items: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return for each item of a list the ids of the indicators that it names, or none."""
    names = [plain_name(item) for item in items]
    last, first = names[-1], names[0]
    return tuple(
        _ids(name) or _completed(name, last, first, position, len(names))
        for position, name in enumerate(names)
    )


@lru_cache(maxsize=16384)
def plain_name(item: str) -> str:
    """Return the item without the words around it, unless it is a name as it stands (自然增长率, 游客人数)."""
    whole = item.strip(EDGE)
    if _ids(whole):
        return whole
    found = PREFIX.match(whole)
    rest = whole[found.end() :] if found else whole
    return rest if _ids(rest) else bare_name(item)


def _ids(name: str) -> tuple[str, ...]:
    plain = name.replace(" ", "")
    if plain in INDICATOR_OF_NAME:
        return (INDICATOR_OF_NAME[plain],)
    return COMPOUNDS.get(plain, ())


def _completed(name: str, last: str, first: str, position: int, count: int) -> tuple[str, ...]:
    if not name or count < 2:
        return ()
    if position < count - 1:
        for cut in range(1, len(last) - SHORTEST_SHARED + 1):
            found = _ids(name + last[cut:])
            if found:
                return found
    if position > 0:
        for cut in range(len(first) - 1, SHORTEST_SHARED - 1, -1):
            found = _ids(first[:cut] + name)
            if found:
                return found
    return ()


def halves(name: str, ids: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]] | None:
    """Return the two indicators, with their words, that one name stands for where it has two numbers."""
    for joined, (one, other) in HEADS_OF_TWO.items():
        if joined in name:
            words = (name.replace(joined, one, 1), name.replace(joined, other, 1))
            if len(ids) == 1 and ids[0] in SPLIT_IN_TWO:
                pair = SPLIT_IN_TWO[ids[0]]
                return [((pair[0],), words[0]), ((pair[1],), words[1])]
            if not ids:
                return [(_ids(words[0]), words[0]), (_ids(words[1]), words[1])]
    return None
