"""What the search finds: regions by every name that they have, indicators, reports; read by the page's own script."""

from __future__ import annotations

import csv
import json
from functools import cache
from importlib.resources import files

from reading_room.catalogue import NATION, Catalogue
from reading_room.records import Region
from reading_room.wording import LANGUAGES, words
from zhibiao.commands.visible import visible


@cache
def _readings() -> tuple[dict[str, str], int]:
    with (files("reading_room") / "pinyin.csv").open(encoding="utf-8") as lines:
        found = {row["text"]: row["pinyin"] for row in csv.DictReader(lines)}
    return found, max(map(len, found))


def pinyin(name: str) -> list[str]:
    """The syllables of a name of a place, without tones; a character that is not in the list stands for itself.

    >>> pinyin("平顶山"), pinyin("长垣"), pinyin("长子")
    (['ping', 'ding', 'shan'], ['chang', 'yuan'], ['zhang', 'zi'])
    """
    readings, longest = _readings()
    syllables: list[str] = []
    place = 0
    while place < len(name):
        for length in range(min(longest, len(name) - place), 0, -1):
            read = readings.get(name[place : place + length])
            if read is not None or length == 1:
                syllables += (read or name[place]).split()
                place += length
                break
    return syllables


def keys(region: Region) -> list[str]:
    """All that a region is found by: names, by-names and former names, pinyin, initials, code."""
    names = [region.short_name, region.name, *region.aliases, *region.former_names]
    found = [*names]
    for name in names:
        syllables = pinyin(name)
        joined = "".join(syllables)
        # Keyboards write ü as v, people as u.
        found += [joined, joined.replace("v", "u"), "".join(syllable[0] for syllable in syllables)]
    if region.code == NATION:
        found += ["china", "national", "中国"]
    return list(dict.fromkeys([*found, region.code]))


def search_script(catalogue: Catalogue) -> str:
    """A script that hands over all that can be found: kind, weight, path, Chinese and English title, note, keys."""
    entries: list[list[object]] = []
    for code in sorted(catalogue.pages):
        region = catalogue.library.regions[code]
        count = len(catalogue.region_documents.get(code, ()))
        above = region.province_name if region.province_name != region.name else ""
        titles = [words(language).region(region) for language in LANGUAGES]
        entries.append(["r", count, f"region/{code}.html", *titles, above or "", keys(region)])
    for indicator in catalogue.indicators:
        number = len(catalogue.indicator_targets.get(indicator.id, ()))
        found = [
            indicator.name_en.lower(),
            *indicator.synonyms.split(";"),
            indicator.id,
            "".join(pinyin(indicator.name_zh)),
        ]
        entries.append(
            [
                "i",
                number,
                f"indicator/{indicator.id}.html",
                indicator.name_zh,
                indicator.name_en,
                "",
                list(dict.fromkeys(filter(None, found))),
            ]
        )
    for document in catalogue.library.documents:
        owner = catalogue.library.regions.get(document.region_code or "")
        year = str(document.plan_year or document.review_year or "")
        title = visible(document.title)[:60]
        names = [owner.short_name, "".join(pinyin(owner.short_name))] if owner else []
        entries.append(
            [
                "d",
                0,
                f"report/{document.key}.html",
                title,
                title,
                year,
                [*(f"{each}{year}" for each in names), document.key],
            ]
        )
    rows = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)
    rows = rows.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"zhibiao.index([\n{rows}\n]);\n"
