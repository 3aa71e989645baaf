"""Names of places for readers of English, and what a search finds them by: pinyin, from the list ``pinyin.csv``."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

# Official names that are not the pinyin of the Chinese one, or that tell two apart.
ENGLISH = {
    "内蒙古": "Inner Mongolia",
    "陕西": "Shaanxi",
    "香港": "Hong Kong",
    "澳门": "Macao",
    "哈尔滨": "Harbin",
    "呼和浩特": "Hohhot",
    "乌鲁木齐": "Urumqi",
    "拉萨": "Lhasa",
    "齐齐哈尔": "Qiqihar",
    "鄂尔多斯": "Ordos",
    "吐鲁番": "Turpan",
    "喀什": "Kashgar",
}


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


@cache
def english(name: str) -> str:
    """A short name of a place in Latin letters.

    >>> english("平顶山"), english("西安"), english("陕西"), english("吕梁")
    ('Pingdingshan', "Xi'an", 'Shaanxi', 'Lüliang')
    """
    if name in ENGLISH:
        return ENGLISH[name]
    first, *others = pinyin(name)
    # Where a syllable could be read on from the one before, an apostrophe stands between.
    joined = first + "".join(f"'{each}" if each[0] in "aeo" else each for each in others)
    return joined.replace("v", "ü").capitalize()
