"""Regions and indicators of a published file, found by what a person calls them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from zhibiao.commands.complaints import ComplaintError
from zhibiao.commands.published import find_table, nearest


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a code, called by any of several names; ``full_name`` tells it from its namesakes."""

    code: str
    full_name: str
    names: frozenset[str]


def find_regions(connection: duckdb.DuckDBPyConnection, wanted: str) -> list[Named]:
    """The divisions of any year called ``wanted``: by code, name, short name, alias or full name.

    ``河南省焦作市`` and ``河南焦作`` find 焦作市; ``鼓楼区`` finds every one there is. Raises
    ``ComplaintError`` with the nearest names where there is none.
    """
    regions = _regions(connection)
    found = [region for region in regions if wanted == region.code or wanted in region.names]
    if not found:
        found = [region for region in regions if _is_path(wanted, region)]
    if found:
        return found
    raise ComplaintError(f"there is no region {wanted}", _nearest_words(wanted, regions))


def find_indicator(connection: duckdb.DuckDBPyConnection, wanted: str) -> Named:
    """The indicator with the id ``wanted``, or the name, or a name that reports have used for it."""
    table = find_table(connection, "marts.dim_indicator")
    synonyms = "synonyms" if "synonyms" in table.columns else "null"
    rows = connection.execute(
        f"select indicator_id, name_zh, name_en, {synonyms} from marts.dim_indicator"
    ).fetchall()
    indicators = [
        Named(code, f"{chinese} {english}", frozenset([code, chinese, english, *(others or "").split(";")]))
        for code, chinese, english, others in rows
    ]
    # Its own id and name before any synonym, which another indicator may share.
    for indicator in indicators:
        if wanted in (indicator.code, *indicator.full_name.split(" ", 1)):
            return indicator
    for indicator in indicators:
        if wanted.lower() in {name.lower() for name in indicator.names}:
            return indicator
    raise ComplaintError(f"there is no indicator {wanted}", _nearest_words(wanted, indicators))


def _regions(connection: duckdb.DuckDBPyConnection) -> list[Named]:
    table = find_table(connection, "marts.dim_region")
    names = [column for column in ("name", "region_name", "short_name") if column in table.columns]
    parents = [column for column in ("province_name", "prefecture_name") if column in table.columns]
    aliases = "aliases::varchar" if "aliases" in table.columns else "null"
    rows = connection.execute(
        f"""
        select distinct region_code, [{", ".join(names)}], {aliases}, [{", ".join(parents) or "null"}]
        from marts.dim_region order by region_code
        """
    ).fetchall()
    return [_region(*row) for row in rows]


def _region(code: str, names: list[str | None], aliases: str | None, parents: list[str | None]) -> Named:
    other = (aliases or "").translate(str.maketrans("[]'\";,、", "       ")).split()
    own = names[0] or code
    above = [parent for parent in parents if parent and parent != own]
    return Named(code, "".join([*above, own]), frozenset([*(name for name in names if name), *other]))


def _is_path(wanted: str, region: Named) -> bool:
    """Whether ``wanted`` is the names of the divisions above with the region's own behind them."""
    for name in region.names:
        above = wanted.removesuffix(name)
        if above and above != wanted and len(above) >= 2 and _in_order(above, region.full_name):
            return True
    return False


def _in_order(letters: str, text: str) -> bool:
    position = iter(text)
    return text.startswith(letters[0]) and all(letter in position for letter in letters)


def _nearest_words(wanted: str, among: Iterable[Named]) -> str:
    by_name = {name: named for named in among for name in named.names}
    near = [by_name[name] for name in nearest(wanted, list(by_name))]
    words = [f"  {named.code}  {named.full_name}" for named in dict.fromkeys(near)]
    return "The nearest are:\n" + "\n".join(words) if words else ""
