"""Where a text names an indicator, and which units an indicator can have.

The names are those of ``lexicon/indicator_names.csv``, found all at once (``longest_words.py``), leftmost
and longest first: 规模以上工业企业 is never read as 规模以上工业 with a word behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from zhibiao.grammar.phrases import is_bridge, is_prefix
from zhibiao.grammar.revenues import settle_revenue
from zhibiao.grammar.torn import Mended
from zhibiao.lexicon import indicators_of, rows
from zhibiao.longest_words import LongestWords

SHORTEST_OVERLAP = 2
# Not the 和 of 和谐, nor the 与 of 参与.
AND = re.compile(r"(?<=[一-鿿)])(?:和(?!谐|美)|与(?<!参与))(?=[一-鿿])")
# 新开工保障性住房44049套、基本建成6018套: what is built to the end was begun before, and is another number.
STARTS = indicators_of("dwellings_begun")


def _with_overlapping(names: dict[str, str]) -> dict[str, str]:
    """Return the names with those that two of them make: 新造林 and 造林绿化面积 make 新造林绿化面积.

    A name that begins with a verb or 全社会 would else hide the longer name that begins inside it (全社会研发经费
    and 研发经费占比). What both have in common is the whole of the one but for that beginning.
    """
    longer: dict[str, list[str]] = {}
    for name in names:
        for length in range(SHORTEST_OVERLAP, len(name)):
            longer.setdefault(name[:length], []).append(name)
    made: dict[str, str] = {}
    for name in names:
        for cut in range(1, len(name) - SHORTEST_OVERLAP + 1):
            common = name[cut:]
            for other in longer.get(common, ()):
                if is_prefix(name[:cut]) and not is_bridge(other[len(common) :]):
                    # 开工建设棚户区改造安置住房 are begun, as 开工建设棚户区改造 are.
                    begun = names[name] in STARTS and names[other] == "affordable_housing"
                    made[name[:cut] + other] = names[name if begun else other]
    return made | names


def _with_either_and(names: dict[str, str]) -> dict[str, str]:
    """Return the names with those that have 与 for 和, or 和 for 与: 新建与改造农村公路, 研究和试验发展经费."""
    told = str.maketrans("和与", "与和")
    return {name.translate(told): found for name, found in names.items() if AND.search(name)} | names


def _with_like_levels(names: dict[str, str]) -> dict[str, str]:
    """Return the names with those that tell another level of the same rank: 自治区级专精特新企业, 州级重点项目."""
    alike = [(row["level"], row["alike"]) for row in rows("like_levels")]
    made = {
        name.replace(level, like, 1): found
        for level, like in alike
        for name, found in names.items()
        if name.startswith(level)
    }
    return made | names


NAMES: dict[str, str] = _with_overlapping(
    _with_like_levels(_with_either_and({row["name"]: row["indicator_id"] for row in rows("indicator_names")}))
)
INDICATOR_OF_NAME: dict[str, str] = {name: identifier for name, identifier in NAMES.items() if identifier}
CANONICAL_UNIT: dict[str, str] = {row["indicator_id"]: row["canonical_unit"] for row in rows("indicators")}

RATIO_UNITS = frozenset({"%", "‰"})
# Dimensions in which growth and shares are told, and no amount.
OF_RATIOS = frozenset({"ratio", "points", "multiple"})
NAME_OF: dict[str, str] = {
    row["indicator_id"]: re.sub("（.*?）", "", row["name_zh"]) for row in rows("indicators")
}

# What a name meant before the year in which its indicator was begun was another thing: 科技小巨人 before 2019.
SINCE: dict[str, int] = {row["name"]: int(row["year"]) for row in rows("names_since")}

LAST_BEFORE = max(SINCE.values()) - 1

# A name of several indicators at once, in the order in which 分别 gives their values.
COMPOUNDS: dict[str, tuple[str, ...]] = {
    row["name"]: tuple(row["indicator_ids"].split()) for row in rows("indicator_compounds")
}
# The share that one indicator takes of another is an indicator of its own.
SHARE_OF: dict[tuple[str, str], str] = {
    (row["part_id"], row["whole_id"]): row["share_id"] for row in rows("indicator_shares")
}

DIMENSIONS_OF_UNIT: dict[str, frozenset[str]] = {
    row["canonical_unit"]: frozenset(row["dimensions"].split("|"))
    for row in rows("indicator_dimensions")
    if row["canonical_unit"]
}


# 万元生产总值能耗由1.1吨标准煤降低到0.9吨标准煤: the level of what is mostly told by its fall.
LEVEL_DIMENSIONS = {
    row["indicator_id"]: frozenset(row["dimensions"].split("|"))
    for row in rows("indicator_dimensions")
    if row["indicator_id"]
}
# Told in per cent, as growth.
PRICES = indicators_of("price_index")

# 全员劳动生产率15万元/人: money, whether or not the text says for whom.
PER_HEAD = indicators_of("per_head")


# 6个公共租赁住房项目: what these count are sites, not dwellings; 新增绿化面积132万平方米 is a city's lawns.
COUNTS_OTHER = {row["indicator_id"]: row["units_end"] for row in rows("units_of_other_things")}


@cache
def dimensions() -> dict[str, str]:
    """Return the dimension of every unit of the lexicon, by its text as written."""
    return {row["unit_text"]: row["dimension"] for row in rows("units")}


# 一般公共预算收入超10亿: 元 is understood.
MONEY_SCALES = frozenset({"亿", "万亿", "百亿", "千亿"})
SCALES = ("万亿", "千亿", "百亿", "千万", "百万", "亿", "千", "百", "万")


@lru_cache(maxsize=65536)
def dimension(unit_text: str | None) -> str:
    """Return the dimension of a unit as written (scale and all); ``none`` without one, ``unknown`` else."""
    if not unit_text:
        return "none"
    table = dimensions()
    if unit_text in table:
        return table[unit_text]
    bare = unit_text
    for scale in SCALES:
        if bare.startswith(scale):
            bare = bare[len(scale) :]
            break
    return table.get(bare, "unknown") if bare else "none"


def are_ratios(ids: tuple[str, ...]) -> bool:
    """Say whether there are indicators, and all of them are told in per cent or per mille."""
    return bool(ids) and all(CANONICAL_UNIT[one] in RATIO_UNITS for one in ids)


@lru_cache(maxsize=65536)
def fits(indicator_id: str, unit_text: str | None, rank: bool) -> bool:
    """Say whether a number with that unit can be a value, change, growth or rank of the indicator."""
    kind = dimension(unit_text)
    if unit_text and unit_text[-1] in COUNTS_OTHER.get(indicator_id, ""):
        return False
    if rank or kind in OF_RATIOS:
        return True
    if kind in LEVEL_DIMENSIONS.get(indicator_id, ()):
        return True
    if indicator_id in PER_HEAD and unit_text and unit_text.endswith("元/人"):
        return True
    canonical = CANONICAL_UNIT[indicator_id]
    if not canonical:
        return kind in ("none", "unknown")
    if indicator_id == "good_air_ratio":
        return False
    if kind == "none" and unit_text in MONEY_SCALES and canonical in ("元", "美元"):
        return True
    if kind == "none" and canonical in RATIO_UNITS:
        return indicator_id in PRICES
    return kind in DIMENSIONS_OF_UNIT.get(canonical, frozenset())


# A count of days that is told as a percentage is the share of the year; 粮食生产稳定在190万亩 is what was sown.
BY_DIMENSION = {
    (row["indicator_id"], row["dimension"]): row["other_id"] for row in rows("indicators_by_dimension")
}


@lru_cache(maxsize=65536)
def fitting(ids: tuple[str, ...], unit_text: str | None, rank: bool, grows: bool = False) -> tuple[str, ...]:
    """Return those of ``ids`` that a number with that unit can measure; ``grows`` where it is a rate of growth."""
    # 优良天数提高3.2个百分点: days that gain points are a share of the year
    if (unit_text == "%" or dimension(unit_text) == "points") and not rank and not grows:
        ids = tuple(BY_DIMENSION.get((one, "ratio"), one) for one in ids)
    elif dimension(unit_text) == "land":
        ids = tuple(BY_DIMENSION.get((one, "land"), one) for one in ids)
    return tuple(one for one in ids if fits(one, unit_text, rank))


# With how many signs the automaton looks for a name; few words that are none begin with as many.
OPENING = 4


@cache
def ids_of_names() -> dict[str, tuple[str, ...]]:
    """Return what each name stands for.

    A name without an id (全部工业增加值) only looks like one that has: it is found so that no part of it is.
    """
    return COMPOUNDS | {name: (identifier,) if identifier else () for name, identifier in NAMES.items()}


@cache
def names_finder() -> LongestWords:
    """Return what finds all names."""
    return LongestWords(ids_of_names(), OPENING)


# 地区生产总值(以下简称GDP): another word for the name before it.
SHORT_FOR = "简称"


class Names:
    """All names of indicators in one folded text, in order, none overlapping another."""

    __slots__ = ("ends", "ids", "starts")

    def __init__(self, folded: str, year: int | None = None) -> None:
        """``year`` is that of the text, where it is known: names that became an indicator's later have no id."""
        mended, ids_of = Mended(folded), ids_of_names()
        spans = names_finder().find(mended.text)
        found = [(start, end, ids_of[mended.text[start:end]]) for start, end in spans]
        if mended.is_torn:
            original = mended.original
            found = [(original(start), original(end - 1) + 1, ids) for start, end, ids in found]
        if SHORT_FOR in folded:
            found = [one for one in found if not folded.endswith(SHORT_FOR, 0, one[0])]
        self.starts = [start for start, _, _ in found]
        self.ends = [end for _, end, _ in found]
        self.ids = [ids for _, _, ids in found]
        if year is not None and year <= LAST_BEFORE:
            self._forget_after(folded, year)
        settle_revenue(folded, self.starts, self.ends, self.ids)

    def _forget_after(self, folded: str, year: int) -> None:
        """Take the ids from names that were an indicator's only in years after ``year``."""
        for index, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            if self.ids[index] and SINCE.get(folded[start:end], 0) > year:
                self.ids[index] = ()

    def covers(self, position: int) -> bool:
        """Say whether ``position`` lies inside a name."""
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and self.starts[index] < position < self.ends[index]

    def last_in(self, start: int, end: int) -> int | None:
        """Return the index of the last name that lies wholly in the window, or None."""
        index = bisect_right(self.ends, end) - 1
        return index if index >= 0 and self.starts[index] >= start else None

    def first_in(self, start: int, end: int) -> int | None:
        """Return the index of the first name that lies wholly in the window, or None."""
        index = bisect_left(self.starts, start)
        return index if index < len(self.starts) and self.ends[index] <= end else None
