"""The provinces as a map of tiles: one square each, about where it lies; no borders are drawn."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from reading_room.charts.axes import picture
from reading_room.svg import element, joined

SIZE, GAP = 44, 4


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the map: its name, the number in it with its class of shade, and where it leads."""

    code: str
    name: str
    number: str
    exact: str
    shade: int | None
    title: str
    link: str | None
    sentence: int | None = None


@cache
def places() -> dict[str, tuple[int, int]]:
    """Row and column of each province's tile."""
    with (files("reading_room") / "tiles.csv").open(encoding="utf-8") as lines:
        return {row["region_code"]: (int(row["row"]), int(row["column"])) for row in csv.DictReader(lines)}


@cache
def iso_codes() -> dict[str, str]:
    """The letters of each province after ISO 3166-2:CN, for where its English name is too long."""
    with (files("reading_room") / "tiles.csv").open(encoding="utf-8") as lines:
        return {row["region_code"]: row["iso"] for row in csv.DictReader(lines)}


def tile_map(tiles: list[Tile], title: str) -> Markup:
    """Draw the tiles; one without a number is empty."""
    known = {tile.code: tile for tile in tiles}
    rows = 1 + max(row for row, _ in places().values())
    columns = 1 + max(column for _, column in places().values())
    parts = [_tile(known[code], *place) for code, place in places().items() if code in known]
    step = SIZE + GAP
    return picture("tiles", title, columns * step - GAP, rows * step - GAP, parts)


def _tile(tile: Tile, row: int, column: int) -> Markup:
    x, y = column * (SIZE + GAP), row * (SIZE + GAP)
    shade = "none" if tile.shade is None else tile.shade
    content = joined(
        [
            element("title", tile.title),
            element("rect", class_=f"tile shade-{shade}", x=x, y=y, width=SIZE, height=SIZE, rx=4),
            element(
                "text",
                tile.name,
                class_=f"tile-name on-{shade}",
                x=x + SIZE / 2,
                y=y + 17,
            ),
            element(
                "text",
                tile.number,
                class_=f"tile-number on-{shade}",
                x=x + SIZE / 2,
                y=y + 34,
            ),
        ]
    )
    if tile.link is None:
        return element("g", content)
    return element(
        "a",
        content,
        href=tile.link,
        tabindex=-1,
        data_v=tile.exact or None,
        data_s=tile.sentence,
    )
