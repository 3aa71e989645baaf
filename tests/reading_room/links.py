"""Reads a site from disk: its pages, where they lead, and the numbers they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html


def pages(site: Path) -> Iterator[tuple[Path, html.HtmlElement]]:
    """Every page of a site, parsed."""
    for path in sorted(site.rglob("*.html")):
        yield path, html.fromstring(path.read_text("utf-8"))


def broken_links(site: Path) -> list[str]:
    """What leads nowhere: a file that is not there, or a place that the page does not have."""
    places = {path: {*tree.xpath("//@id")} for path, tree in pages(site)}
    broken = []
    for path, tree in pages(site):
        for link in {*tree.xpath("//@href"), *tree.xpath("//@src")}:
            address = urlsplit(link)
            if address.scheme in ("http", "https"):
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            if not target.is_file() or (
                address.fragment not in ("", "zh", "en") and address.fragment not in places[target]
            ):
                broken.append(f"{path.relative_to(site)}: {link}")
    return broken


def report_of(site: Path, word: str) -> Path:
    """The Chinese page of the report that has a word in its text."""
    return next(path for path in sorted((site / "report").iterdir()) if word in path.read_text("utf-8"))


def numbers(site: Path) -> Iterator[tuple[str, str, int, str]]:
    """Every number of a site that leads to a report: the page, the report's key, the place in it, the number."""
    for path, tree in pages(site):
        for number in tree.xpath("//a[@data-v]"):
            address = urlsplit(number.get("href"))
            report = Path(address.path).stem if address.path else path.stem
            value = number.get("data-v")
            if value and address.fragment.startswith("c"):
                yield path.relative_to(site).as_posix(), report, int(address.fragment[1:]), value


# What the published file says at a place of a report, as target, achievement or figure.
STATED = """
    select left(document_id, 12), char_start, value from marts.target_panel_long where value is not null
    union select left(actual_document_id, 12), actual_char_start, actual_value from marts.target_attainment
    union
    select left(f.document_id, 12), f.char_start, r.last_achievement
    from marts.target_ratchet as r inner join marts.fact_figures as f on f.figure_id = r.last_achievement_figure_id
    union select left(document_id, 12), char_start, value from marts.fact_figures where value is not null
"""
