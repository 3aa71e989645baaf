"""Comparing up to six regions: a picture and a table that are there at once, and the data for any other choice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from reading_room.catalogue import Catalogue
from reading_room.cells import Desk
from reading_room.charts.lines import Line, lines
from reading_room.pages.page import Page
from reading_room.records import Indicator, Region, Reported, Target
from reading_room.wording import LANGUAGES, words
from zhibiao.commands.cells import plain_number

MOST = 6
FIRST_INDICATOR = "gdp"


@dataclass(frozen=True, slots=True)
class CompareRows:
    """What the page of comparing shows before anything is chosen."""

    regions: tuple[Region, ...]
    targets: dict[tuple[str, int], Target]
    indicators: tuple[Indicator, ...]


def compare_page(catalogue: Catalogue) -> Page:
    """The page of comparing; the regions with most targets for growth stand there first."""
    targets = [
        each for each in catalogue.indicator_targets.get(FIRST_INDICATOR, []) if each.value is not None
    ]
    counts: dict[str, int] = {}
    for each in targets:
        counts[each.region_code] = counts.get(each.region_code, 0) + 1
    chosen = sorted(counts, key=lambda code: (-counts[code], code))[:MOST]
    stated = {each.indicator_id for each in catalogue.library.targets}
    rows = CompareRows(
        tuple(catalogue.library.regions[code] for code in chosen if code in catalogue.library.regions),
        {(each.region_code, each.year): each for each in targets if each.region_code in chosen},
        tuple(
            each
            for each in sorted(catalogue.indicators, key=lambda each: catalogue.order[each.id])
            if each.id in stated
        ),
    )
    return Page("compare.html", "compare.html.jinja", rows, lambda desk: _context(rows, desk))


def _context(rows: CompareRows, desk: Desk) -> dict[str, Any]:
    years = sorted({year for _, year in rows.targets}, reverse=True)
    names = [(region.code, desk.words.region(region)) for region in rows.regions]
    table = [
        (year, [desk.target(rows.targets.get((region.code, year))) for region in rows.regions])
        for year in years
    ]
    picture = None
    if years:
        drawn = [
            Line(
                name,
                [
                    (year, float(each.value), desk.target(each))
                    for year in reversed(years)
                    if (each := rows.targets.get((code, year))) is not None and each.value is not None
                ],
            )
            for code, name in names
        ]
        picture = lines(drawn, desk.words.compare, desk.words.language)
    return {
        "title": desk.words.compare,
        "names": names,
        "table": table,
        "picture": picture,
        "indicators": rows.indicators,
        "first_indicator": FIRST_INDICATOR,
    }


def region_data(catalogue: Catalogue, region: Region) -> str:
    """The data of a region for comparing: a script that hands them over."""
    desks = [Desk(catalogue, words(language), "") for language in LANGUAGES]
    sentences = desks[0].sentences

    def row(each: Target | Reported) -> list[object]:
        cells = [desk.target(each) if isinstance(each, Target) else desk.reported(each) for desk in desks]
        value = None if each.value is None else float(each.value)
        texts = [cell.text if cell else "" for cell in cells]
        exact = "" if each.value is None else plain_number(each.value)
        place = sentences.place(each.quote)
        return [each.year, value, exact, *texts, f"{each.document_id[:12]}.html#c{each.char_start}", place]

    series: dict[str, dict[str, list[list[object]]]] = {}
    measures: dict[tuple[str, int], str | None] = {}
    for target in catalogue.region_targets.get(region.code, []):
        measures[target.indicator_id, target.year] = target.measure
        series.setdefault(target.indicator_id, {"t": [], "r": []})["t"].append([*row(target), target.measure])
    for reported in catalogue.region_reported.get(region.code, []):
        series.setdefault(reported.indicator_id, {"t": [], "r": []})["r"].append(
            [*row(reported), reported.measure]
        )
    names = [desk.words.region(region) for desk in desks]
    content = {"name": names, "series": series, "sentences": sentences.listed()}
    text = json.dumps([region.code, content], ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"zhibiao.take(...{text});\n"
