"""A text as its readers see it: without signs that show nothing, left-over markup, and ends of lines that end nothing.

What stands in the way of reading is left out before a word is read; ``Legible`` knows for each place of the rest
where it stood, so that every span of the results is one of the text as it was written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from zhibiao.folding import fold
from zhibiao.line_wrapping import torn_ends, wrapped_line_ends

# Marks of direction, joiners, soft hyphens and byte order marks show nothing.
_INVISIBLE = "\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ"
_STYLES = "strong|span|font|em|b|i|u"
_OBSTACLE = re.compile(
    rf"(?P<invisible>[{_INVISIBLE}]+)"
    # 生產(chǎn)總值: how a character is read, as mirrors of pages add it
    rf"|(?P<reading>(?<=[\u3400-\u9fff])[(（][a-z]{{0,3}}[{_TONED}][a-z{_TONED}]{{0,4}}[)）])"
    rf"|(?P<style></?(?:{_STYLES})(?:\s[^<>\n]{{0,300}})?>)"
    r"|(?P<paragraph></?(?:p|br|div)(?:\s[^<>\n]{0,300})?/?>)"
    r"|(?P<space>&(?:nbsp|ensp|emsp|#160);)"
    # PM, 2.5 and 浓度 on lines of their own: an index that stood lower on the page
    r"|(?P<index>(?<=PM)\n(?=(?:2\.5|10)\n)|(?<=PM\n2\.5)\n|(?<=PM\n10)\n)"
    r"|(?P<sign>&(?:gt|lt|le|ge|amp|[mn]dash|middot|[lr][ds]quo|hellip|times|plusmn);)"
)
# Few texts have any of the signs by which an obstacle is known; one look for them is a tenth of the search above.
_SUSPECT = re.compile(f"[{_INVISIBLE}{_TONED}&<]")
# What each obstacle begins with: a sign, so that the search leaps from one such sign to the next.
_BEGINNING = re.compile(rf"[{_INVISIBLE}(（&<\n](?:(?<!\n)|(?<=PM\n)|(?<=PM\n2\.5\n)|(?<=PM\n10\n))")
_INDEX = "PM\n"
# 增长 8.5 %, 、 4A级: a blank that a page has put beside a number or a stop. Between two numerals (十五 2016年) it parts them.
_LOOSE_BLANK = re.compile(
    r"[ \u00a0\u3000](?:(?<=[\u3400-\u9fff、，；。：（“”].)(?<![一二三四五六七八九十百千万亿〇零两].)(?=\d)"
    r"|(?<=[\d%％].)(?=[\u3400-\u9fff、，；。：）%％])|(?<=[\u3400-\u9fff].)(?=[、，；。：）]))"
)
_OF_ITEM_NUMBER = " #*\t\u3000.．0123456789"
# Only a line with one of these is prose; the blanks of others part the cells of a table.
_OF_PROSE = re.compile(r"[，。；](?!\d)")


@dataclass(frozen=True)
class Legible:
    """The text to read, in one typographic form too (``folded``), and where it stood.

    ``places`` are the places in ``text`` behind which something was left out, ``shifts`` by how much every place
    from there on stands further back in the source; ``joined`` counts the ends of lines that were left out.
    """

    source: str
    text: str
    folded: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    joined: int = 0

    def start(self, place: int) -> int:
        """Return where the sign at ``place`` of ``text`` stands in the source."""
        found = bisect_right(self.places, place)
        return place + self.shifts[found - 1] if found else place

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that ``text[start:end]`` is; nothing left out at its edges is in it."""
        if not self.places:
            return start, end
        return self.start(start), (self.start(end - 1) + 1 if end > start else self.start(end))


@lru_cache(maxsize=1)
def legible(text: str) -> Legible:
    """Return ``text`` without what stands in the way of reading. Takes time linear in the text.

    The last text is kept: its profile and its extraction ask for it one after the other.

    >>> legible("地区生产(chǎn)总值增长6.5&nbsp;%").text
    '地区生产总值增长6.5%'
    """
    cuts = list(_obstacles(text)) if _INDEX in text or _SUSPECT.search(text) else []
    ends = wrapped_line_ends(text)
    cuts += [(start, end, "") for start, end in torn_ends(text)]
    cuts += [(start, start + 1, "") for start in _loose_blanks(text)]
    if not cuts and not ends:
        return Legible(text, text, fold(text))
    cuts += [(start, end, "") for start, end in ends]
    cuts.sort()
    parts: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    reached = length = shift = 0
    for start, end, instead in cuts:
        if start < reached:
            continue
        parts += [text[reached:start], instead]
        length += start - reached + len(instead)
        shift += end - start - len(instead)
        places.append(length)
        shifts.append(shift)
        reached = end
    parts.append(text[reached:])
    kept = "".join(parts)
    return Legible(text, kept, fold(kept), tuple(places), tuple(shifts), len(ends))


def _loose_blanks(text: str) -> Iterator[int]:
    """Where a blank stands beside a number or a stop in a line of prose."""
    line_start, line_end, is_prose = 0, -1, False
    for found in _LOOSE_BLANK.finditer(text):
        start = found.start()
        if start >= line_end:
            line_start = text.rfind("\n", 0, start) + 1
            line_end = text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
            is_prose = _OF_PROSE.search(text, line_start, line_end) is not None
        # 1 扩大有效需求: the number of an item
        if is_prose and text[line_start:start].strip(_OF_ITEM_NUMBER):
            yield start


def _obstacles(text: str) -> Iterator[tuple[int, int, str]]:
    """What is left out, and the sign that stands for it, if any."""
    reached = 0
    for beginning in _BEGINNING.finditer(text):
        found = _OBSTACLE.match(text, beginning.start()) if beginning.start() >= reached else None
        if found is None:
            continue
        start, end = found.span()
        reached = end
        kind = found.lastgroup
        if kind == "sign":
            yield start, end, unescape(found.group())
        elif kind == "space":
            # Between letters or digits of two words it parts them; elsewhere Chinese needs no space.
            parts = text[start - 1 : start].isascii() and text[end : end + 1].isalnum() and start > 0
            yield start, end, " " if parts and text[end : end + 1].isascii() else ""
        elif kind == "paragraph":
            yield start, end, "" if text[start - 1 : start] in ("\n", "") else " "
        else:
            yield start, end, ""
