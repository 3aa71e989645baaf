"""What the search finds: regions by every name that they have, indicators, reports; read by the page's own script."""

from __future__ import annotations

import json

from reading_room.catalogue import NATION, Catalogue
from reading_room.place_names import pinyin
from reading_room.records import Region
from reading_room.wording import LANGUAGES, words
from zhibiao.commands.visible import visible


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
