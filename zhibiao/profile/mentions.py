"""How often a text names each division of a year, itself and its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhibiao.regions import Division
from zhibiao.regions.names import is_cut_out
from zhibiao.regions.resolution import names_of
from zhibiao.regions.scanner import decoy_words, name_spans, ordinary_words

WEIGHT_OF_OFFICIAL_NAME = 3
WEIGHT_OF_OTHER_NAME = 2
# Names of districts that mean the town, its outskirts, its mines in any report.
WEIGHT_OF_COMMON_NOUN = 1
COMMON_NOUNS = frozenset(("城区", "郊区", "矿区"))
# 中国式现代化建设新乡实践, 谱写焦作新篇章: so a report speaks of its own place.
WEIGHT_OF_OWN_PHRASE = 4
OWN_PHRASES = ("实践", "新篇章", "篇章", "新局面", "新画卷", "大地", "贡献", "人民")
WEIGHT_OF_PART = 3
# The holder of a county vouches for it, but says nothing beyond a few mentions.
MOST_MENTIONS_OF_HOLDER = 5
OFTEN = 8


@dataclass(slots=True)
class Tally:
    """Weighted mentions of divisions by their own names, and how many of their parts are named."""

    own: dict[Division, float] = field(default_factory=dict)
    codes: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)

    def score(self, division: Division) -> float:
        """Return how much the text speaks of ``division``."""
        holder = 0.0
        if division.level == "county":
            holder = float(min(self.codes[division.parent_code or ""], MOST_MENTIONS_OF_HOLDER))
        return self.own.get(division, 0.0) + WEIGHT_OF_PART * self.parts[division.code] + holder

    def company(self, division: Division) -> float:
        """Return how often the divisions above ``division`` are named, and how many of those beside it."""
        above = {division.parent_code or "", division.province_code}
        named = sum(min(self.codes[code], MOST_MENTIONS_OF_HOLDER) for code in above)
        beside = self.parts[division.parent_code or ""] - (division in self.own)
        return named + WEIGHT_OF_PART * beside


def tally(folded: str, year: int) -> Tally:
    """Return the mentions of every division of ``year`` in a text."""
    names = names_of(year)
    counts, phrases = Counter[str](), Counter[str]()
    for start, end in find_names(folded, year):
        counts[folded[start:end]] += 1
        if folded.startswith(OWN_PHRASES, end):
            phrases[folded[start:end]] += 1
    found = Tally()
    for name, count in counts.items():
        official = names.official(name)
        weight = WEIGHT_OF_OFFICIAL_NAME if official else WEIGHT_OF_OTHER_NAME
        if name in COMMON_NOUNS:
            weight = WEIGHT_OF_COMMON_NOUN
        for bearer in official or names.other(name):
            if official or bearer.level != "county" or _is_meant(bearer, name, counts):
                found.own[bearer] = found.own.get(bearer, 0) + weight * count
                found.own[bearer] += WEIGHT_OF_OWN_PHRASE * phrases[name]
                found.codes[bearer.code] += count
    for bearer in found.own:
        found.parts[bearer.parent_code or ""] += 1
    return found


def _is_meant(county: Division, short: str, counts: Counter[str]) -> bool:
    """Whether a county's short name counts: beside its full one, or often and no ordinary word (和平)."""
    return county.name in counts or (counts[short] >= OFTEN and short not in ordinary_words())


def bearers_of(name: str, year: int) -> list[Division]:
    """Return the divisions of ``year`` that bear ``name``, officially or else otherwise."""
    names = names_of(year)
    return names.official(name) or names.other(name)


def find_names(text: str, year: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of all names of divisions of ``year``, and of words that only look like one, in order."""
    names = names_of(year)
    for start, end in name_spans().find(text, lambda word: word in decoy_words() or word in names):
        if end - start > 2 or not is_cut_out(text, start, end):
            yield start, end
