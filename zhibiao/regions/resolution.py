"""A place name → the division it means, for a reader who knows which document it stands in and its year.

A name is first looked for among the divisions of the document's year and the year it reviews, as an
official name, then as a short name or nickname. Where several bear it, nearness to the document's own region
decides: itself, what it holds, its neighbours, what holds it, its province. Where that leaves more than one,
nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from zhibiao.lexicon import rows
from zhibiao.regions.divisions import NATIONAL_CODE, Division, division_table, is_within

# 全市, 我省, 本县, 自治区: the division of that rank which the document is in.
RELATIVE = re.compile(
    r"^(?:(?:全|我|本)(国|省|市|县|区|州|盟|旗|地区)|(?:全|我|本)?(自治区|自治州|自治县|自治旗))$"
)
NATIONAL_WORDS = frozenset(("全国", "我国", "本国", "中国", "国家", "全中国"))


def resolve(name: str, year: int, within: str | None) -> Division | None:
    """Return the division that ``name`` means in a document of ``year`` on the division ``within``.

    ``name``: official (焦作市), short (焦作), with what holds it (河南省焦作市), a nickname (鹰城, 豫) or
    relative (全市, 我省). None for a name that is none of these, and for one that stays ambiguous.
    """
    if name in NATIONAL_WORDS:
        return division_table().get(NATIONAL_CODE, year)
    if relative := RELATIVE.match(name):
        return _relative(relative[1] or relative[2], year, within)
    names = names_of(year)
    if official := names.official(name):
        return _choose_official(official, year, within)
    if other := names.other(name):
        return _choose_short(other, year, within)
    return _resolve_path(name, year, within)


def near_bearers(name: str, year: int, within: str | None) -> list[Division]:
    """Return the divisions that bear the official name ``name``, as near to ``within`` as any that does."""
    bearers = names_of(year).official(name)
    for test in _nearness(year, within):
        near = [bearer for bearer in bearers if test(bearer)]
        if near:
            return near
    return bearers


class Names:
    """Who bears which name in a year: official names, and other forms (short names, nicknames).

    The names of all years stand in one index; which bearers count in the year is asked name by name, so that a
    year costs no more than the names that are looked up in it.
    """

    def __init__(self, year: int) -> None:
        self._year = year
        self._official: dict[str, list[Division]] = {}
        self._other: dict[str, list[Division]] = {}

    def official(self, name: str) -> list[Division]:
        """Return the divisions that bear ``name`` officially, in the order of their codes' table."""
        if name not in self._official:
            self._official[name] = self._borne_officially(name)
        return self._official[name]

    def other(self, name: str) -> list[Division]:
        """Return the divisions whose short name, shortened official form or nickname ``name`` is."""
        if name not in self._other:
            self._other[name] = self._borne_otherwise(name)
        return self._other[name]

    def __contains__(self, name: str) -> bool:
        """Whether any division bears ``name``."""
        return bool(self.official(name) or self.other(name))

    def _borne_officially(self, name: str) -> list[Division]:
        versions = division_table().by_name.get(name)
        today = [version for version in versions if version.in_force(self._year)]
        # A report still speaks of the year before; a name that is borne today goes before its former bearer.
        return today or [version for version in versions if version.in_force(self._year - 1)][:1]

    def _borne_otherwise(self, name: str) -> list[Division]:
        versions = division_table().by_other_form.get(name)
        bearers = [version for version in versions if version.in_force(self._year)]
        bearers += [
            version
            for version in versions
            if version.in_force(self._year - 1)
            and version not in bearers
            and version in self.official(version.name)
        ]
        for code in _codes_of_nicknames().get(name, ()):
            if (bearer := division_table().current(code, self._year)) and bearer not in bearers:
                bearers.append(bearer)
        return bearers


@cache
def _codes_of_nicknames() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for code, nickname, _kind in nicknames():
        table.setdefault(nickname, []).append(code)
    return table


@cache
def all_names() -> frozenset[str]:
    """Return every name that a division has borne in any year: official, short or a nickname."""
    table = division_table()
    return frozenset((*table.by_name.known(), *table.by_other_form.known(), *_codes_of_nicknames()))


@cache
def names_of(year: int) -> Names:
    """Return the names of a year, built once."""
    return Names(year)


@cache
def nicknames() -> tuple[tuple[str, str, str], ...]:
    """Return code, nickname and kind (abbreviation, nickname, short_name) of the lexicon's table."""
    named = rows("division_nicknames")
    return tuple((row["division_code"], row["nickname"], row["kind"]) for row in named)


def _relative(word: str, year: int, within: str | None) -> Division | None:
    """Return the nearest division, from ``within`` upwards, whose name ends in ``word``."""
    if word == "国":
        return division_table().get(NATIONAL_CODE, year)
    for division in division_table().lineage(within, year) if within else ():
        if division.name.endswith(word) and division.level != "national":
            return division
    return None


def _resolve_path(name: str, year: int, within: str | None) -> Division | None:
    """Read 河南省焦作市 or 徐州鼓楼区: a place that holds a place, the longest first part first."""
    names = names_of(year)
    for cut in range(len(name) - 2, 1, -1):
        head, tail = name[:cut], name[cut:]
        if tail not in names:
            continue
        holder = resolve(head, year, within)
        if holder is None:
            continue
        bearers = names.official(tail) or names.other(tail)
        return _only(bearer for bearer in bearers if bearer != holder and is_within(bearer, holder.code))
    return None


def _choose_official(bearers: list[Division], year: int, within: str | None) -> Division | None:
    if len(bearers) == 1:
        return bearers[0]
    for test in _nearness(year, within):
        near = [bearer for bearer in bearers if test(bearer)]
        if near:
            return _only(near)
    return _highest(bearers)


def _choose_short(bearers: list[Division], year: int, within: str | None) -> Division | None:
    near = _nearness(year, within)[:4]
    related = [bearer for bearer in bearers if any(test(bearer) for test in near)]
    provinces = [bearer for bearer in bearers if bearer.level == "province"]
    if provinces and all(bearer.level == "county" and bearer.name.endswith("区") for bearer in related):
        return _only(provinces)  # 河北 is the province even in Tianjin, which has a 河北区
    if related:
        line = division_table().lineage(within, year) if within else []
        if len([bearer for bearer in related if bearer in line]) > 1:
            return None  # 吉林 in a report of 吉林市: the city or its province
        return _highest(related)
    # Far from home, a county is never meant by its short name alone.
    return _highest([bearer for bearer in bearers if bearer.level != "county"])


@lru_cache(maxsize=256)
def _nearness(year: int, within: str | None) -> list[Callable[[Division], bool]]:
    """Return tests from near to far: itself, below it, beside it, above it, in its province."""
    line = division_table().lineage(within, year) if within else []
    if not line:
        return []
    home = line[0]
    above = {division.code for division in line[1:]}
    return [
        lambda division: division.code == home.code,
        lambda division: home.level != "national" and is_within(division, home.code),
        lambda division: division.parent_code == home.parent_code and home.level == "county",
        lambda division: division.code in above,
        lambda division: home.level != "national" and division.province_code == home.province_code,
    ]


def _highest(bearers: list[Division]) -> Division | None:
    """Return the one of the highest rank, if it is alone there."""
    if not bearers:
        return None
    rank = min(bearer.rank for bearer in bearers)
    return _only(bearer for bearer in bearers if bearer.rank == rank)


def _only(bearers: Iterable[Division]) -> Division | None:
    found = list(bearers)
    return found[0] if len(found) == 1 else None
