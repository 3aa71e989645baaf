"""Divisions at county level and above in every year since 1981, from the lexicon's table.

Source: the yearly lists of the Ministry of Civil Affairs as compiled by yescallop/areacodes (CC0 1.0). A
division is in force from its first year to before its last. Before 1981 the list of 1981 serves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from zhibiao.lexicon import cells
from zhibiao.regions.names import short_name, suffix_forms

NATIONAL_CODE = "000000"
FIRST_YEAR = 1981
LEVELS = {"国家级": "national", "省级": "province", "地级": "prefecture", "县级": "county"}
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


# The columns of the table; what holds a division is told by its code.
CODE, PREFECTURE, NAME, LEVEL, FIRST, LAST, SUCCESSORS = 0, 2, 3, 4, 6, 7, 8
NATION = [NATIONAL_CODE, "", "", "全国", "国家级", "", str(FIRST_YEAR), "", ""]


class Versions:
    """The versions of divisions by a key of theirs.

    A report names some tens of seven thousand: a division is made of its row when it is first asked for.
    """

    def __init__(self, version: Callable[[int], Division], rows: dict[str, list[int]]) -> None:
        """``version`` gives the one of a row, ``rows`` are those of each key, in order."""
        self._version = version
        self.rows = rows

    def get(self, key: str) -> Sequence[Division]:
        """Return the versions that have the key, none where there is no such key."""
        return [self._version(row) for row in self.rows.get(key, ())]

    def __contains__(self, key: str) -> bool:
        """Say whether a version has the key."""
        return key in self.rows

    def known(self) -> Iterable[str]:
        """Return the keys."""
        return self.rows.keys()


class Divisions:
    """All versions, and the views of a year that reading needs."""

    def __init__(self, table: list[list[str]]) -> None:
        """``table`` are the cells of each row."""
        self._table = table
        self._made: dict[int, Division] = {}
        # Each built when it is first asked for.
        self._versions: list[Division] | None = None
        self._by_code: Versions | None = None
        self._by_name: Versions | None = None
        self._by_other_form: Versions | None = None
        self._years: dict[int, dict[str, Division]] = {}

    def _version(self, row: int) -> Division:
        made = self._made.get(row)
        if made is None:
            made = self._made[row] = _division(self._table[row])
        return made

    @property
    def versions(self) -> list[Division]:
        """All versions, in the order of the table."""
        if self._versions is None:
            self._versions = [self._version(row) for row in range(len(self._table))]
        return self._versions

    @property
    def by_code(self) -> Versions:
        """The versions of a code, in the order of their years."""
        if self._by_code is None:
            table, rows_of = self._table, self._rows_by(CODE)
            for rows in rows_of.values():
                if len(rows) > 1:
                    rows.sort(key=lambda row: table[row][FIRST])
            self._by_code = Versions(self._version, rows_of)
        return self._by_code

    @property
    def by_name(self) -> Versions:
        """The versions that bear an official name in any year."""
        if self._by_name is None:
            self._by_name = Versions(self._version, self._rows_by(NAME))
        return self._by_name

    @property
    def by_other_form(self) -> Versions:
        """The versions of which a word is the short name or the shortened official form, in any year."""
        if self._by_other_form is None:
            rows_of: dict[str, list[int]] = {}
            for name, rows in self.by_name.rows.items():
                for form in other_forms(name):
                    rows_of[form] = sorted([*rows_of[form], *rows]) if form in rows_of else rows
            self._by_other_form = Versions(self._version, rows_of)
        return self._by_other_form

    def _rows_by(self, column: int) -> dict[str, list[int]]:
        """The rows that have each cell of a column."""
        rows_of: dict[str, list[int]] = {}
        for row, version in enumerate(self._table):
            if version[column] in rows_of:
                rows_of[version[column]].append(row)
            else:
                rows_of[version[column]] = [row]
        return rows_of

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
        return next((version for version in self.by_code.get(code) if version.in_force(year)), None)

    def get(self, code: str, year: int) -> Division | None:
        """Return the version of ``code`` in ``year``: in force, or else changed in that very year."""
        current = self.current(code, year)
        if current:
            return current
        return next((version for version in self.by_code.get(code) if version.ended_in(year)), None)

    def lineage(self, code: str, year: int) -> list[Division]:
        """Return the division of ``code`` and those above it, the nation last; empty for an unknown code."""
        line: list[Division] = []
        division = self.get(code, year)
        while division:
            line.append(division)
            division = self.get(division.parent_code, year) if division.parent_code else None
        return line

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
def division_table() -> Divisions:
    """Return the table, read once."""
    return Divisions([NATION, *cells("divisions")[1:]])


def other_forms(name: str) -> tuple[str, ...]:
    """Return what an official name is shortened to: 焦作市 to 焦作, 延边朝鲜族自治州 to 延边 and 延边州."""
    short = short_name(name)
    return (short, *suffix_forms(name)) if short != name else ()


def _division(row: list[str]) -> Division:
    return Division(
        code=row[CODE],
        name=row[NAME],
        short_name=short_name(row[NAME]),
        level=LEVELS[row[LEVEL]],
        parent_code=_parent(row[CODE], row),
        start_year=int(row[FIRST]),
        end_year=int(row[LAST]) if row[LAST] else None,
        successors=tuple(row[SUCCESSORS].split(";")) if row[SUCCESSORS] else (),
    )


def _parent(code: str, row: list[str]) -> str | None:
    if code == NATIONAL_CODE:
        return None
    if LEVELS[row[LEVEL]] == "province":
        return NATIONAL_CODE
    if LEVELS[row[LEVEL]] == "prefecture" or row[PREFECTURE] == "直辖":
        return code[:2] + "0000"
    return code[:4] + "00"
