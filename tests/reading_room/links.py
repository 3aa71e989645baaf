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
