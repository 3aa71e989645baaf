"""What the name of a file says of its text: a place, a year. Weaker than the text, stronger than nothing.

Files are filed wrongly: a name fills in what the text leaves open, and only where the text does not speak against
it. A long report names its place; one that does not is not of the place in its file's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from zhibiao.folding import fold
from zhibiao.profile.mentions import find_names
from zhibiao.profile.only_place import LONGEST_SHORT_TEXT
from zhibiao.regions import Division, resolve

# 2013年政府工作报告, 焦作市_2013; no 20130115, which is a day of saving.
YEAR = re.compile(r"(?<!\d)((?:19[5-9]|20[0-4])\d)(?!\d)")
YEAR_IN_TEXT = re.compile(r"(?<![\d.])((?:19[5-9]|20[0-4])\d)(?=年)")
EXTENSIONS = re.compile(r"(?:\.[A-Za-z0-9]{1,5})+$")


@dataclass(frozen=True, slots=True)
class FileName:
    """The words of a file's name, and the one year in them."""

    words: str
    year: int | None


def read_file_name(name: str) -> FileName:
    """Return what the name of a file says; ``name`` may have folders before it, of which nothing is read."""
    words = fold(EXTENSIONS.sub("", PurePath(name).name))
    years = set(YEAR.findall(words))
    return FileName(words, int(years.pop()) if len(years) == 1 else None)


def year_of_file(named: FileName, folded: str, gives_results: bool = False) -> int | None:
    """Return the year that a file's name gives a text without one, where the text names it, the year before, or none.

    ``gives_results`` says that the text looks back on its year: it may name the next, in which it came out.
    """
    if named.year is None:
        return None
    told = {int(year) for year in YEAR_IN_TEXT.findall(folded)}
    fitting = {named.year, named.year - 1, named.year + gives_results}
    return named.year if not told or fitting & told else None


def is_of_another(named: FileName, region: Division, year: int) -> bool:
    """Whether a file's name gives another place than its text: then nothing of the name counts."""
    place = _place_of(named, year)
    return place is not None and place.code not in (region.code, region.parent_code, region.province_code)


def region_of_file(named: FileName, folded: str, own_word: str, year: int) -> Division | None:
    """Return the division of ``year`` that a file's name gives a text of none; ``own_word`` is that of 全市."""
    found = _place_of(named, year)
    if found is None or found.level == "national":
        return None
    if own_word and not found.name.endswith(own_word):
        return None
    is_named = found.name in folded or found.short_name in folded
    return found if is_named or len(folded) <= LONGEST_SHORT_TEXT else None


def _place_of(named: FileName, year: int) -> Division | None:
    """Return the last division that a file's name names: in 河南省焦作市, or 保定市徐水区, the part."""
    found: Division | None = None
    begin = 0
    for start, end in find_names(named.words, year):
        within = resolve(named.words[begin:end], year, None) if start == begin else None
        found = within or resolve(named.words[start:end], year, None) or found
        begin = begin if within else end
    return found
