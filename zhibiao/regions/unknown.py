"""Place names that no year knows, listed beside real ones: 中社区 between 山阳区 and 马村区 is 中站区
misread.

The rule asks for much, since 区 and 县 end many words (社区, 示范区, 主城区, 各县): the name begins a
clause in a line where at least two real divisions of the same region begin clauses too, it differs by one
character from a third, and that third is missing from the line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

from zhibiao.model import Finding, Severity
from zhibiao.regions.divisions import NATIONAL_CODE, division_table

# The beginning of a clause or of an item of a list, then two to five characters that end like a division
# (增强县域经济 holds none).
CLAUSE_NAME = re.compile(r"(?:^|(?<=[、，,；;。：:（(\s]))([一-鿿]{1,4}[区县市旗州])(?![域级乡城])")
LEAST_SIBLINGS = 2
# Kinds of places; 城 and 郊 are one character away from many districts.
KINDS = re.compile(
    "(?:[老新旧主中市县全各东西南北]城|[近远]郊|[东西南北]部|[新老各]社|[各市全]县|全市|市辖|开发|高新|经开|示范|保护|"
    "试验|工业|商务|文旅|风景|旅游|居民|生活)区|(?:县级|地级|大城|新城|双城|各县|外县)市"
)


def unknown_places(text: str, region_code: str | None, year: int | None) -> list[Finding]:
    """Find names in ``text`` that are no division of any year but stand among those of the region.

    ``region_code`` and ``year`` are the document's; without them nothing can be said. The finding names the
    nearest real name as a hint.
    """
    if region_code is None or year is None:
        return []
    siblings = _siblings(region_code, year)
    if len(siblings) <= LEAST_SIBLINGS:
        return []
    spots = [(start, name) for name in siblings for start in _starts(text, name)]
    # Most texts have no line with two siblings.
    if len({name for _, name in spots}) < LEAST_SIBLINGS:
        return []
    lines = text.splitlines(keepends=True)
    offsets = [0, *accumulate(map(len, lines))]
    named: dict[int, set[str]] = defaultdict(set)
    for start, name in spots:
        named[bisect_right(offsets, start) - 1].add(name)
    return [
        finding
        for line in sorted(line for line, names in named.items() if len(names) >= LEAST_SIBLINGS)
        for finding in _in_line(lines[line], offsets[line], siblings)
    ]


def _starts(text: str, name: str) -> list[int]:
    """Where a name stands in a text."""
    found = []
    start = text.find(name)
    while start >= 0:
        found.append(start)
        start = text.find(name, start + 1)
    return found


def _in_line(line: str, offset: int, siblings: frozenset[str]) -> list[Finding]:
    """The unknown names of a line."""
    names = [(match.start(1), _trimmed(match[1], siblings)) for match in CLAUSE_NAME.finditer(line)]
    if len({name for _, name in names if name in siblings}) < LEAST_SIBLINGS:
        return []
    findings = []
    for start, name in names:
        if len(name) < 3 or name in siblings or KINDS.fullmatch(name) or name in _all_names():
            continue
        hint = next((real for real in sorted(siblings) if _one_away(name, real) and real not in line), None)
        if hint is not None:
            findings.append(_finding(line, offset, start, name, hint))
    return findings


def _finding(line: str, offset: int, start: int, name: str, hint: str) -> Finding:
    return Finding(
        check_name="unknown_place",
        severity=Severity.WARNING,
        message=f"{name} is a division in no year; nearest: {hint}",
        char_start=offset + start,
        char_end=offset + start + len(name),
        quote=line.strip(),
    )


def _trimmed(word: str, siblings: frozenset[str]) -> str:
    """The sibling that the word begins with (中站区要 would not match; 温县城区 would), or the word."""
    return next((name for name in siblings if word.startswith(name)), word)


def _one_away(name: str, real: str) -> bool:
    """Whether one character was misread or lost; one more would be a word between (九寨沟等县, 清徐撤县)."""
    if name[-1] != real[-1]:
        return False
    if len(name) == len(real):
        return sum(one != other for one, other in zip(name, real, strict=True)) == 1
    if len(name) != len(real) - 1:
        return False
    return any(real[:cut] + real[cut + 1 :] == name for cut in range(len(real)))


@cache
def _siblings(region_code: str, year: int) -> frozenset[str]:
    """The names beside which a name is judged: the parts of the region, for a county those of its
    prefecture.
    """
    table = division_table()
    region = table.get(region_code, year)
    if region is None:
        return frozenset()
    above = region.parent_code if region.level == "county" else region.code
    return _names_within(year).get(str(above), frozenset())


@cache
def _names_within(year: int) -> Mapping[str, frozenset[str]]:
    """The names of the parts of each division of a year but the nation, by its code."""
    names: dict[str, set[str]] = defaultdict(set)
    for part in division_table().in_force(year).values():
        if part.parent_code and part.parent_code not in (NATIONAL_CODE, part.code):
            names[part.parent_code].add(part.name)
    return {code: frozenset(within) for code, within in names.items()}


@cache
def _all_names() -> frozenset[str]:
    """The names of every year, in full and short."""
    return frozenset(
        name for version in division_table().versions for name in (version.name, version.short_name)
    )
