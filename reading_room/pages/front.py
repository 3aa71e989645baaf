"""The front page: what this is, the search, the newest reports, and the provinces' growth targets of the year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reading_room.catalogue import NATION, Catalogue
from reading_room.cells import Desk
from reading_room.charts.ranking import Rank, ranking
from reading_room.charts.tile_map import Tile, iso_codes, places, tile_map
from reading_room.pages.page import Page
from reading_room.records import Document, Publication, Region, Target
from zhibiao.commands.cells import plain_number

GDP = "gdp"
NEWEST = 8
# As many rows as a ranking can have and still be read.
MOST_RANKS = 34
SHADES = 5
A_FEW = 3


@dataclass(frozen=True, slots=True)
class FrontRows:
    """All that the front page shows."""

    publication: Publication
    newest: tuple[tuple[Document, Region | None], ...]
    year: int | None
    level: str
    targets: tuple[tuple[Target, Target | None], ...]
    nation: Target | None
    regions: int
    provinces: dict[str, Region]
    with_page: tuple[str, ...]
    years: tuple[int, ...]


def front_page(catalogue: Catalogue) -> Page:
    """Gather the rows of the front page."""
    library = catalogue.library
    level, year = _newest_year(catalogue)
    targets = [
        (each, catalogue.targets.get((each.region_code, each.year - 1, GDP)))
        for each in catalogue.indicator_targets.get(GDP, [])
        if each.year == year and each.value is not None and _level(catalogue, each) == level
    ]
    targets.sort(key=lambda pair: (-(pair[0].value or 0), pair[0].region_code))
    rows = FrontRows(
        publication=library.publication,
        newest=tuple(
            (each, library.regions.get(each.region_code or "")) for each in catalogue.newest_documents(NEWEST)
        ),
        year=year,
        level=level,
        targets=tuple(targets),
        nation=catalogue.targets.get((NATION, year, GDP)) if year else None,
        regions=len(catalogue.region_documents),
        provinces={code: library.regions[code] for code in places() if code in library.regions},
        with_page=tuple(code for code in places() if code in catalogue.pages),
        years=_years(library.documents),
    )
    return Page("index.html", "front.html.jinja", rows, lambda desk: _context(rows, desk))


def _years(documents: list[Document]) -> tuple[int, ...]:
    years = {each.plan_year for each in documents if each.plan_year}
    return (min(years), max(years)) if years else ()


def _level(catalogue: Catalogue, target: Target) -> str:
    region = catalogue.library.regions.get(target.region_code)
    return region.level if region else ""


def _newest_year(catalogue: Catalogue) -> tuple[str, int | None]:
    """The level and the newest year to show: of the provinces, or where none states a target, of the next level.

    A year counts once a few regions have reported; where none has as many, the newest does.
    """
    numbers = [each for each in catalogue.indicator_targets.get(GDP, []) if each.value is not None]
    for level in ("province", "prefecture", "county"):
        years = Counter(each.year for each in numbers if _level(catalogue, each) == level)
        if years:
            return level, max((year for year, count in years.items() if count >= A_FEW), default=max(years))
    return "province", None


def _context(rows: FrontRows, desk: Desk) -> dict[str, Any]:
    pairs = [(each, desk.target(each), before, desk.target(before)) for each, before in rows.targets]
    title = desk.words.say("growth_targets", year=rows.year or "", level=desk.words.level(rows.level))
    picture = None
    if pairs:
        ranks = []
        for each, cell, before, before_cell in pairs[:MOST_RANKS]:
            assert cell is not None
            name = desk.words.short_region(desk.catalogue.library.regions[each.region_code])
            told = f"{name} {each.year}: {cell.text}"
            if before_cell is not None:
                told += f"; {each.year - 1}: {before_cell.text}"
            last = float(before.value) if before and before.value is not None else None
            ranks.append(Rank(name, float(each.value or 0), last, cell.exact, told, cell.link, cell.sentence))
        picture = ranking(ranks, title, desk.words.language)
    return {
        "title": desk.words.site_name,
        "rows": rows,
        "pairs": pairs,
        "ranking": picture,
        "growth_title": title,
        "tiles": tile_map(_tiles(rows, desk), title),
        "has_tiles": rows.level == "province" and bool(pairs),
        "nation": desk.target(rows.nation),
    }


def _tile_number(target: Target) -> str:
    if target.bound == "range" and target.low is not None and target.high is not None:
        return f"{plain_number(target.low)}–{plain_number(target.high)}"
    return plain_number(target.value or target.low or target.high or Decimal(0))


def _tiles(rows: FrontRows, desk: Desk) -> list[Tile]:
    known = {each.region_code: each for each, _ in rows.targets}
    values = sorted({each.value for each, _ in rows.targets if each.value is not None})
    tiles = []
    for code, region in rows.provinces.items():
        name = region.short_name[:3] if desk.words.language == "zh" else iso_codes()[code]
        target = known.get(code)
        if target is None or target.value is None or rows.level != "province":
            page = f"{desk.root}region/{code}.html" if code in rows.with_page else None
            told = f"{desk.words.region(region)}: {desk.words.no_target_here}"
            tiles.append(Tile(code, name, "", "", None, told, page))
            continue
        cell = desk.target(target)
        assert cell is not None
        share = (values.index(target.value) + 1) / len(values)
        tiles.append(
            Tile(
                code,
                name,
                _tile_number(target),
                cell.exact,
                min(SHADES - 1, int(share * SHADES - 1e-9)),
                f"{desk.words.region(region)} {target.year}: {cell.text}",
                cell.link,
                cell.sentence,
            )
        )
    return tiles
