"""About the data: coverage by year and level, quality, versions and what changed, terms; checks; dictionary."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from reading_room.about_rows import AboutRows, Table
from reading_room.catalogue import Catalogue
from reading_room.cells import Desk
from reading_room.charts.shares import Shares, shares
from reading_room.pages.page import Page
from reading_room.records import LEVELS


def about_pages(catalogue: Catalogue, rows: AboutRows) -> list[Page]:
    """The page about the data, that of the checks and the dictionary."""
    coverage: dict[int, Counter[str]] = defaultdict(Counter)
    kinds: Counter[str] = Counter()
    for document in catalogue.library.documents:
        kinds[document.kind] += 1
        region = catalogue.library.regions.get(document.region_code or "")
        if document.plan_year and region:
            coverage[document.plan_year][region.level] += 1
    told = (dict(coverage), dict(kinds), catalogue.library.publication)
    return [
        Page(
            "about.html",
            "about.html.jinja",
            (told, rows.versions, rows.changes, rows.findings, rows.numerals, rows.checks),
            lambda desk: _about(dict(coverage), kinds, rows, desk),
        ),
        Page(
            "checks.html",
            "checks.html.jinja",
            (rows.checks, rows.findings),
            lambda desk: {"title": desk.words.quality_report, "about": rows},
        ),
        Page(
            "dictionary.html",
            "dictionary.html.jinja",
            [(table.name, table.comment) for table in rows.tables],
            lambda desk: {"title": desk.words.dictionary, "tables": rows.tables},
        ),
        *map(_table_page, rows.tables),
    ]


def _table_page(table: Table) -> Page:
    return Page(
        f"dictionary-{table.name}.html",
        "dictionary_table.html.jinja",
        table,
        lambda desk: {"title": table.name, "table": table},
    )


def _about(
    coverage: dict[int, Counter[str]], kinds: Counter[str], rows: AboutRows, desk: Desk
) -> dict[str, Any]:
    levels = [(level, desk.words.level(level)) for level in LEVELS]
    title = desk.words.coverage
    counted = {year: dict(counts) for year, counts in coverage.items()}
    outcomes = Counter((severity, outcome) for *_, severity, outcome, _, _ in rows.checks)
    return {
        "title": desk.words.about_the_data,
        "about": rows,
        "levels": levels,
        "coverage": sorted(coverage.items(), reverse=True),
        "picture": shares(Shares(title, levels, counted, counted=True)) if counted else None,
        "kinds": kinds.most_common(),
        "outcomes": outcomes,
        "publication": desk.catalogue.library.publication,
    }
