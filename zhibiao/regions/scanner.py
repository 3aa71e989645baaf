"""All places that a text names, as one pass over it: the scanner of a document's region and year.

One automaton, shared by all, holds every name of every year and the words that merely look like one (安全区,
朝阳产业), which are passed over; what a name can mean in the document is asked where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from zhibiao.lexicon import rows
from zhibiao.regions.divisions import Division, division_table, is_within
from zhibiao.regions.names import is_cut_out, suffix_forms
from zhibiao.regions.resolution import all_names, near_bearers, nicknames, resolve
from zhibiao.regions.spans import NameSpans

RELATIVE_WORDS = (
    *("全国", "我国", "全省", "我省", "本省", "自治区", "全自治区", "我自治区", "全区", "我区", "本区"),
    *("全市", "我市", "本市", "全县", "我县", "本县", "全州", "我州", "本州", "全盟", "我盟", "全旗", "我旗"),
    *("全地区", "我地区", "自治州", "全自治州", "自治县", "自治旗"),
)
# Official names that are words of every report: a place only behind the name of what holds it (晋城市城区).
COMMON_NAMES = frozenset(
    ("城区", "郊区", "矿区", "东区", "西区", "新城区", "老城区", "新市区", "城中区", "开发区")
)
# What follows the short name of a place in the name of something else: 北京路, 胶州湾, 武汉经济技术开发区.
NAME_GOES_ON = (
    *("路", "街", "大道", "大学", "学院", "银行", "机场", "海关", "军区", "战区", "时间", "合作组织", "证券"),
    *("湾", "港", "河", "半岛", "经济技术", "高新", "经开区", "开发区", "新区", "工业园", "产业园", "保税区"),
    *("自贸",),
)


class Place(NamedTuple):
    """A place named in a text: its span, the code it has in the document's year, its official name.

    Several divisions may bear the name and none of them be nearer than the others (鼓楼区 in a report of 江苏省):
    then there is no code, and ``bearers`` says which.
    """

    start: int
    end: int
    code: str | None
    name: str
    bearers: tuple[str, ...] = ()


class PlaceScanner:
    """Finds places in the folded text of documents on one division and year."""

    def __init__(self, region_code: str | None, year: int) -> None:
        self._region_code, self._year = region_code, year
        lineage = division_table().lineage(region_code, year) if region_code else []
        self._own = _names_of_own(lineage)
        self._province = lineage[0].province_code if lineage and lineage[0].level != "national" else None
        self._held = frozenset(part.code for part in lineage[:2])
        self._bearers: dict[str, tuple[Division, ...]] = {}

    def scan(self, folded: str, spans: Iterable[tuple[int, int]] | None = None) -> list[Place]:
        """Return the places of ``folded`` in their order; 河南省焦作市 is one place, the city.

        With ``spans``, in order and disjoint, only those of the text are looked through.
        """
        places: list[Place] = []
        for bearers, start, end in self._matches(folded, spans):
            last = places[-1] if places and places[-1].end == start else None
            held = [division for division in bearers if last and _holds(last, folded, division)]
            if last and len(held) == 1:
                places[-1] = Place(last.start, end, held[0].code, held[0].name)
            elif bearers[0].name in COMMON_NAMES:
                continue
            elif len(bearers) == 1:
                places.append(Place(start, end, bearers[0].code, bearers[0].name))
            else:
                named = tuple(f"{division.name} {division.code}" for division in bearers)
                places.append(Place(start, end, None, folded[start:end], named))
        return places

    def _matches(
        self, folded: str, spans: Iterable[tuple[int, int]] | None
    ) -> Iterator[tuple[tuple[Division, ...], int, int]]:
        """The names with the divisions that each may mean: one, or several that nothing tells apart."""
        for start, end in name_spans().find(folded, self._counts, spans):
            bearers = self._bearers[folded[start:end]]
            if not bearers:
                continue  # a decoy
            if len(bearers) == 1 and self._is_part_of_another_name(folded, start, end, bearers[0]):
                continue
            yield bearers, start, end

    def _is_part_of_another_name(self, folded: str, start: int, end: int, division: Division) -> bool:
        word = folded[start:end]
        short = word != division.name and word not in RELATIVE_WORDS
        if short and folded.startswith(NAME_GOES_ON, end):
            return True
        return end - start == 2 and division.code != self._region_code and is_cut_out(folded, start, end)

    def _counts(self, word: str) -> bool:
        """Whether a word may mean a division here, asked for once, or only looks like a name that does."""
        known = self._bearers.get(word)
        if known is None:
            known = self._bearers[word] = self._divisions_meant(word)
        return bool(known) or word in decoy_words()

    def _divisions_meant(self, word: str) -> tuple[Division, ...]:
        """The divisions that a word may mean here; none for what is no name in such a document."""
        if not self._is_used_near(word):
            division = resolve(word, self._year, None) if _is_known_everywhere(word, self._year) else None
            return (division,) if division else ()
        if division := resolve(word, self._year, self._region_code):
            return (division,)
        bearers = near_bearers(word, self._year, self._region_code)
        # A division that changed its code within the year (宁乡县, 宁乡市) is one and the same place.
        different = {(bearer.parent_code, bearer.short_name) for bearer in bearers}
        return tuple(bearers) if len(different) > 1 else ()

    def _is_used_near(self, word: str) -> bool:
        """Whether a document on this region may use a name without saying more."""
        return word in self._own or any(
            division.province_code == self._province
            and division.in_force(self._year)
            and word in _names_used_near(division, self._held)
            for division in _bearers(word)
        )


@lru_cache(maxsize=8192)
def _bearers(word: str) -> tuple[Division, ...]:
    """Return the divisions that a word is a name of, officially or shortened, in any year; reports name the same ones."""
    return (*division_table().by_name.get(word), *division_table().by_other_form.get(word))


def _holds(holder: Place, folded: str, division: Division) -> bool:
    """Whether ``division`` is named as a part of ``holder``; 全国全省 are two places."""
    words = folded[holder.start : holder.end]
    if holder.code is None or words in RELATIVE_WORDS:
        return False
    return holder.code != division.code and is_within(division, holder.code)


@lru_cache(maxsize=256)
def place_scanner(region_code: str | None, year: int) -> PlaceScanner:
    """Return the scanner for documents on ``region_code`` (None: not known) of ``year``, built once."""
    return PlaceScanner(region_code, year)


@cache
def decoys() -> tuple[str, ...]:
    """Return the words of the lexicon that contain the name of a place and mean none."""
    return tuple(row["word"] for row in rows("place_decoys"))


@cache
def ordinary_words() -> frozenset[str]:
    """Return the short names of divisions that are ordinary words too (和平, 朝阳): never a place alone."""
    return frozenset(row["word"] for row in rows("place_ordinary_words"))


@cache
def decoy_words() -> frozenset[str]:
    """Return the same words, to look one up."""
    return frozenset(decoys())


@cache
def name_spans() -> NameSpans:
    """Return the finder of all names of all years, and of the words that only look like one."""
    return NameSpans(all_names() | decoy_words() | frozenset(RELATIVE_WORDS))


def _names_of_own(lineage: list[Division]) -> frozenset[str]:
    """Return the names by which a document speaks of its own region and of what holds it."""
    names = set(RELATIVE_WORDS)
    for division in lineage:
        names.update((division.name, division.short_name, *suffix_forms(division.name)))
    names.update(_nicknames_used(lineage))
    return frozenset(names)


def _is_known_everywhere(word: str, year: int) -> bool:
    """Whether a word is understood in any report: provinces, also by their short names, and cities in full."""
    return any(
        division.in_force(year)
        and division.level in ("province", "prefecture")
        and (word == division.name or (division.level == "province" and word == division.short_name))
        for division in _bearers(word)
    )


def _names_used_near(division: Division, held: frozenset[str]) -> Iterable[str]:
    """Return the names under which a division of the same province appears in a report.

    ``held`` are the codes of the report's division and of the one above it; of counties only those in them appear.
    """
    if division.level == "county" and held.isdisjoint(
        (division.code, division.parent_code, division.province_code)
    ):
        return ()
    if division.level == "county" and division.name.endswith("区"):
        return (division.name,)
    names = (division.name, division.short_name, *suffix_forms(division.name))
    if division.level != "county":
        return names
    return [name for name in names if name == division.name or name not in ordinary_words()]


def _nicknames_used(lineage: list[Division]) -> list[str]:
    """Return the nicknames of the divisions of this lineage, and other short names in their province."""
    of_code, of_province = _nicknames()
    provinces = {division.province_code for division in lineage if division.level != "national"}
    return [name for division in lineage for name in of_code.get(division.code, ())] + [
        name for province in provinces for name in of_province.get(province, ())
    ]


@cache
def _nicknames() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The nicknames of each division but for abbreviations, and the other short names within each province."""
    of_code: dict[str, list[str]] = {}
    of_province: dict[str, list[str]] = {}
    for code, name, kind in nicknames():
        if kind != "abbreviation":
            of_code.setdefault(code, []).append(name)
        if kind == "short_name":
            of_province.setdefault(f"{code[:2]}0000", []).append(name)
    return of_code, of_province
