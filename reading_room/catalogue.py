"""The library with its indexes: what belongs to a region, an indicator, a year, a parent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from reading_room.records import (
    LEVELS,
    Attainment,
    Comparison,
    Document,
    Indicator,
    Library,
    Region,
    Reported,
    Target,
)

T = TypeVar("T")
Key = tuple[str, int, str]
NATION = "000000"


class Catalogue:
    """Looks things up in a library; everything is built when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.documents: dict[str, Document] = {each.id: each for each in library.documents}
        self.indicators: list[Indicator] = list(library.indicators.values())
        # Words and exact number of a target or of what was reported, in each language, by the row itself, which is the
        # library's and lives as long: most stand on several pages.
        self.told: dict[str, dict[int, tuple[str, str]]] = defaultdict(dict)

    @cached_property
    def targets(self) -> dict[Key, Target]:
        """The target of a region, year and indicator."""
        return {(each.region_code, each.year, each.indicator_id): each for each in self.library.targets}

    @cached_property
    def reported(self) -> dict[Key, Reported]:
        """What was reported of a region, year and indicator."""
        return {(each.region_code, each.year, each.indicator_id): each for each in self.library.reported}

    @cached_property
    def attainments(self) -> dict[Key, Attainment]:
        """The first report's word on a target."""
        found: dict[Key, Attainment] = {}
        for each in self.library.attainments:
            found.setdefault((each.region_code, each.year, each.indicator_id), each)
        return found

    @cached_property
    def region_documents(self) -> dict[str, list[Document]]:
        """The documents of a region, the newest first."""
        return _grouped((each.region_code, each) for each in self.library.documents)

    @cached_property
    def region_targets(self) -> dict[str, list[Target]]:
        """The targets of a region."""
        return _grouped((each.region_code, each) for each in self.library.targets)

    @cached_property
    def region_reported(self) -> dict[str, list[Reported]]:
        """What was reported of a region."""
        return _grouped((each.region_code, each) for each in self.library.reported)

    @cached_property
    def region_attainments(self) -> dict[str, list[Attainment]]:
        """The targets of a region beside what came of them, the newest first."""
        found = _grouped((each.region_code, each) for each in self.attainments.values())
        for each in found.values():
            each.sort(key=lambda attainment: (-attainment.year, self.order[attainment.indicator_id]))
        return found

    @cached_property
    def region_silences(self) -> dict[str, dict[tuple[int, str], str]]:
        """Of a region, the years and indicators without a target, and why."""
        found: dict[str, dict[tuple[int, str], str]] = defaultdict(dict)
        for (code, year, indicator_id), status in self.library.silences.items():
            found[code][year, indicator_id] = status
        return found

    @cached_property
    def indicator_silences(self) -> dict[str, dict[tuple[str, int], Counter[str]]]:
        """Of an indicator, by level and year, how many regions have no target, and why."""
        found: dict[str, dict[tuple[str, int], Counter[str]]] = {}
        for (code, year, indicator_id), status in self.library.silences.items():
            if code in self.library.regions:
                of_level = found.setdefault(indicator_id, {})
                of_level.setdefault((self.library.regions[code].level, year), Counter())[status] += 1
        return found

    @cached_property
    def indicator_targets(self) -> dict[str, list[Target]]:
        """The targets of an indicator."""
        return _grouped((each.indicator_id, each) for each in self.library.targets)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of an indicator among all: as the lexicon has them, those of the panel first."""
        core_first = sorted(self.indicators, key=lambda each: not each.is_core)
        return {each.id: place for place, each in enumerate(core_first)}

    @cached_property
    def pages(self) -> set[str]:
        """The regions that have a page: with a document, above one that has, or before or after it."""
        found: set[str] = set()
        for code in self.region_documents:
            step: str | None = code
            while step and step in self.library.regions and step not in found:
                found.add(step)
                step = self.library.regions[step].parent_code
        for code in list(self.region_documents):
            if code in self.library.regions:
                found.update(self._relatives(code))
        return found & self.library.regions.keys()

    @cached_property
    def children(self) -> dict[str, list[Region]]:
        """The regions under a region that have a page, in the order of their codes."""
        regions = self.library.regions
        return _grouped((regions[code].parent_code, regions[code]) for code in sorted(self.pages))

    @cached_property
    def level_regions(self) -> dict[str, list[Region]]:
        """The regions that have a page, by level, in the order of their codes."""
        found = {level: list[Region]() for level in LEVELS}
        for code in sorted(self.pages):
            found.setdefault(self.library.regions[code].level, []).append(self.library.regions[code])
        return found

    def _relatives(self, code: str) -> Iterable[str]:
        return [*self.library.regions[code].successors, *self.library.former.get(code, ())]

    @cached_property
    def _peer_values(self) -> dict[tuple[str | None, str, int, str, str | None], list[tuple[Decimal, str]]]:
        found = defaultdict(list)
        for each in self.library.targets:
            region = self.library.regions.get(each.region_code)
            if region is not None and each.value is not None:
                key = (region.parent_code, region.level, each.year, each.indicator_id, each.measure)
                found[key].append((each.value, each.region_code))
        return found

    def peers(self, region: Region, year: int, indicator_id: str, measure: str | None) -> list[Decimal]:
        """The targets of the other regions of the same level under the same parent."""
        key = (region.parent_code, region.level, year, indicator_id, measure)
        return [value for value, code in self._peer_values.get(key, ()) if code != region.code]

    def comparison(self, target: Target) -> Comparison | None:
        """A target beside those of the level above and of the peers."""
        return self.library.comparisons.get((target.region_code, target.year, target.indicator_id))

    def above(self, target: Target) -> Target | None:
        """The target of the level above for the same year and indicator, if it is of the same measure."""
        comparison = self.comparison(target)
        if comparison is None or comparison.parent_code is None or comparison.parent_value is None:
            return None
        return self.targets.get((comparison.parent_code, target.year, target.indicator_id))

    def newest_documents(self, number: int) -> list[Document]:
        """The documents of the newest plan years; of one year, the higher level first."""
        dated = [each for each in self.library.documents if each.plan_year or each.review_year]

        def place(document: Document) -> tuple[int, int, str]:
            region = self.library.regions.get(document.region_code or "")
            level = LEVELS.index(region.level) if region else len(LEVELS)
            return (-(document.plan_year or document.review_year or 0), level, document.region_code or "")

        return sorted(dated, key=place)[:number]


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            found[key].append(value)
    return found
