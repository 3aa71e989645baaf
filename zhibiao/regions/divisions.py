"""Divisions at county level and above in every year since 1981, from the lexicon's table.

Source: the yearly lists of the Ministry of Civil Affairs as compiled by yescallop/areacodes (CC0 1.0). A
division is in force from its first year to before its last. Before 1981 the list of 1981 serves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from zhibiao.lexicon import rows
from zhibiao.regions.names import short_name

NATIONAL_CODE = "000000"
FIRST_YEAR = 1981
LEVELS = {"省级": "province", "地级": "prefecture", "县级": "county"}
# From the whole to the part; the position is the rank.
RANKS = ("national", "province", "prefecture", "county")


@dataclass(frozen=True, slots=True)
class Division:
    """A version of an administrative division: a code, a name, and the years in which they were in force."""

    code: str
    name: str
    short_name: str
    level: str  # national, province, prefecture, county
    parent_code: str | None
    start_year: int
    end_year: int | None
    successors: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Code and first year tell versions apart; hashing all fields is slow."""
        return hash((self.code, self.start_year))

    @property
    def rank(self) -> int:
        """0 for the nation, 3 for a county."""
        return RANKS.index(self.level)

    @property
    def province_code(self) -> str:
        """The code of its province; the nation's own for the nation."""
        return self.code[:2] + "0000"

    def in_force(self, year: int) -> bool:
        """Whether the version was in force in ``year``: from its first year to before its last."""
        return self.start_year <= max(year, FIRST_YEAR) and (self.end_year is None or year < self.end_year)

    def ended_in(self, year: int) -> bool:
        """Whether ``year`` is the one of its change: reports of that spring still speak of it."""
        return self.end_year == year


NATION = Division(NATIONAL_CODE, "全国", "全国", "national", None, FIRST_YEAR, None)


class Divisions:
    """All versions, and the views of a year that reading needs."""

    def __init__(self, versions: list[Division]) -> None:
        self.versions = versions

    @cached_property
    def by_code(self) -> Mapping[str, list[Division]]:
        """The versions of a code, in the order of their years."""
        table: dict[str, list[Division]] = {}
        for version in sorted(self.versions, key=lambda version: version.start_year):
            table.setdefault(version.code, []).append(version)
        return table

    @cached_property
    def _years(self) -> dict[int, dict[str, Division]]:
        return {}

    @cached_property
    def _of_province(self) -> Mapping[str, list[Division]]:
        table: dict[str, list[Division]] = {}
        for version in self.versions:
            table.setdefault(version.province_code, []).append(version)
        return table

    @cached_property
    def above_counties(self) -> list[Division]:
        """The versions of provinces and prefectures."""
        return [version for version in self.versions if version.level in ("province", "prefecture")]

    def in_force(self, year: int) -> Mapping[str, Division]:
        """Return code → division for those in force in ``year`` (before 1981: in 1981)."""
        if year not in self._years:
            listed = max(year, FIRST_YEAR)
            self._years[year] = {
                version.code: version
                for version in self.versions
                if version.start_year <= listed and (version.end_year is None or year < version.end_year)
            }
        return self._years[year]

    def current(self, code: str, year: int) -> Division | None:
        """Return the version of ``code`` that is in force in ``year``."""
        return next((version for version in self.by_code.get(code, ()) if version.in_force(year)), None)

    def get(self, code: str, year: int) -> Division | None:
        """Return the version of ``code`` in ``year``: in force, or else changed in that very year."""
        current = self.current(code, year)
        if current:
            return current
        return next((version for version in self.by_code.get(code, ()) if version.ended_in(year)), None)

    def lineage(self, code: str, year: int) -> list[Division]:
        """Return the division of ``code`` and those above it, the nation last; empty for an unknown code."""
        line: list[Division] = []
        division = self.get(code, year)
        while division:
            line.append(division)
            division = self.get(division.parent_code, year) if division.parent_code else None
        return line

    def of_province(self, code: str, year: int) -> list[Division]:
        """Return the province of ``code`` and all in it, in force in ``year``."""
        listed = max(year, FIRST_YEAR)
        return [
            version
            for version in self._of_province.get(code, ())
            if version.start_year <= listed and (version.end_year is None or year < version.end_year)
        ]

    def below(self, code: str, year: int) -> Iterator[Division]:
        """Yield the divisions under ``code`` in ``year``, at any depth."""
        for division in self.in_force(year).values():
            if division.code != code and is_within(division, code):
                yield division


def is_within(division: Division, code: str) -> bool:
    """Whether ``division`` is the one of ``code`` or lies in it; its code and its parent tell."""
    if code == NATIONAL_CODE or division.code == code:
        return True
    if code.endswith("0000"):
        return division.code[:2] == code[:2]
    return division.parent_code == code


@cache
def divisions() -> Divisions:
    """Return the table, read once."""
    return Divisions([NATION, *map(_version, rows("divisions"))])


def _version(row: dict[str, str]) -> Division:
    code = row["division_code"]
    return Division(
        code=code,
        name=row["name"],
        short_name=short_name(row["name"]),
        level=LEVELS[row["level"]],
        parent_code=_parent(code, row),
        start_year=int(row["start_year"]),
        end_year=int(row["end_year"]) if row["end_year"] else None,
        successors=tuple(row["successors"].split(";")) if row["successors"] else (),
    )


def _parent(code: str, row: dict[str, str]) -> str:
    if LEVELS[row["level"]] == "province":
        return NATIONAL_CODE
    if LEVELS[row["level"]] == "prefecture" or row["prefecture"] == "直辖":
        return code[:2] + "0000"
    return code[:4] + "00"
