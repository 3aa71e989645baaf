"""The rows of an indicator's pages, gathered from the catalogue."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal

from reading_room.catalogue import Catalogue
from reading_room.records import LEVELS, Attainment, Comparison, Indicator, Target

# As many rows of the newest year as stand on the indicator's own page; each year has a page with all of them.
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region's target of a year, with what it is compared with."""

    target: Target
    level: str
    before: Target | None
    above: Target | None
    comparison: Comparison | None
    attainment: Attainment | None


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """All that an indicator's page shows."""

    indicator: Indicator
    measure: str | None
    unit: str | None
    targets: tuple[Target, ...]
    levels: dict[str, str]
    newest: int | None
    rows: tuple[RegionRow, ...]
    # The newest year in which somebody promises more than the level above, and who does.
    above_year: int | None
    above: tuple[RegionRow, ...]
    years: tuple[int, ...]
    amplified: dict[tuple[str, int], list[Decimal]]
    silences: dict[tuple[str, int], Counter[str]]


@dataclass(frozen=True, slots=True)
class YearRows:
    """All that the page of an indicator and year shows."""

    indicator: Indicator
    year: int
    years: tuple[int, ...]
    rows: tuple[RegionRow, ...]


def gather(catalogue: Catalogue, indicator: Indicator) -> tuple[IndicatorRows, list[YearRows]]:
    """The rows of an indicator's page, and of those of its years, the newest first."""
    targets = catalogue.indicator_targets.get(indicator.id, [])
    years = tuple(sorted({each.year for each in targets}, reverse=True))
    of_year: dict[int, list[RegionRow]] = defaultdict(list)
    for target in targets:
        of_year[target.year].append(_region_row(catalogue, target))
    measures = Counter((each.measure, each.unit) for each in targets if each.value is not None)
    measure, unit = measures.most_common(1)[0][0] if measures else (indicator.measure, indicator.unit)
    regions = catalogue.library.regions
    levels = {
        each.region_code: regions[each.region_code].level for each in targets if each.region_code in regions
    }
    rows = IndicatorRows(
        indicator,
        measure,
        unit,
        tuple(each for each in targets if each.measure == measure or each.value is None),
        levels,
        years[0] if years else None,
        tuple(_in_order(of_year[years[0]])) if years else (),
        *_above(of_year),
        years,
        _amplified(catalogue, targets, levels),
        catalogue.indicator_silences.get(indicator.id, {}),
    )
    of_years = [YearRows(indicator, year, years, tuple(_in_order(of_year[year]))) for year in years]
    return rows, of_years


def _region_row(catalogue: Catalogue, target: Target) -> RegionRow:
    region = catalogue.library.regions.get(target.region_code)
    place = (target.region_code, target.year, target.indicator_id)
    return RegionRow(
        target,
        region.level if region else "",
        catalogue.targets.get((target.region_code, target.year - 1, target.indicator_id)),
        catalogue.above(target),
        catalogue.comparison(target),
        catalogue.attainments.get(place),
    )


def _above(of_year: dict[int, list[RegionRow]]) -> tuple[int | None, tuple[RegionRow, ...]]:
    for year in sorted(of_year, reverse=True):
        more = [(amplification(row), row) for row in of_year[year] if amplification(row) > 0]
        if more:
            more.sort(key=lambda pair: (-pair[0], pair[1].target.region_code))
            return year, tuple(row for _, row in more[:MOST_ROWS])
    return None, ()


def amplification(row: RegionRow) -> Decimal:
    """By how much a target lies above that of the level above; 0 where they cannot be compared."""
    return (row.comparison.amplification if row.comparison else None) or Decimal(0)


def _in_order(rows: list[RegionRow]) -> list[RegionRow]:
    """Level by level, the highest number first, words last."""

    def place(row: RegionRow) -> tuple[int, bool, Decimal, str]:
        level = LEVELS.index(row.level) if row.level in LEVELS else len(LEVELS)
        value = row.target.value
        return (level, value is None, -(value or Decimal(0)), row.target.region_code)

    return sorted(rows, key=place)


def _amplified(
    catalogue: Catalogue, targets: list[Target], levels: dict[str, str]
) -> dict[tuple[str, int], list[Decimal]]:
    found: dict[tuple[str, int], list[Decimal]] = defaultdict(list)
    for target in targets:
        comparison = catalogue.comparison(target)
        if comparison is not None and comparison.amplification is not None:
            found[levels.get(target.region_code, ""), target.year].append(comparison.amplification)
    return dict(found)
