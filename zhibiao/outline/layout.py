"""The shape of one line: indentation, markup, markers, and how much of it is a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhibiao.lexicon import rows
from zhibiao.periods.numbers import read_count

CHINESE_NUMBER = "[一二三四五六七八九十]{1,3}"
# Most lines begin with a word: no dress, and no marker but where it begins with one of these.
IDEOGRAPHS, OPEN_MARKERS = ("\u4e00", "\u9fff"), frozenset("第一二三四五六七八九十关看亮数")
# Markup and bullets, then a marker of a level. 1、 and （1） are Arabic; 一、 and （一） Chinese.
DRESS = re.compile(
    r"[ \t]*(?P<hashes>#{1,6})?[ \t>]*(?P<bold>\*\*|__)?"
    r"(?P<bullet>(?:[●○◇►▶★◎➢√-](?![-\d])|·|\*(?=[ ])|—{1,2}|--)[ \t]*)?(?P<bold_within>\*\*)?[ \t]*"
)
# 二、三季度生产总值分别增长5%、6% is no second part
PARALLEL_QUARTER = r"[二三四]季度[^。\n]{0,40}分别"
MARKERS = re.compile(
    rf"""(?P<part>第{CHINESE_NUMBER}(?:部分|章)[ :、]*)
    |(?P<first>{CHINESE_NUMBER}(?:、|[.](?!\d)|[ ]+(?=\w))(?!{CHINESE_NUMBER}、|{PARALLEL_QUARTER}))
    |(?P<second>\([ ]?{CHINESE_NUMBER}[ ]?\)[、.]?)
    |(?P<keyword>(?:关键词|关键字|看点|亮点|数字)[ ]?{CHINESE_NUMBER}[ ]*[:、])
    |(?P<arabic>(?:关键词|关键字|看点|亮点|数字)[ ]?\d{{1,2}}[ ]*[:、]|\([ ]?\d{{1,2}}[ ]?\)[、.]?|\d{{1,2}}(?:[ ]?[、)]|[ ]?[.](?!\d)
        |[ ]+(?=[\u4e00-\u9fff“])(?![年月日条个家项亿万元人户所件名座公千平])))
    |(?P<circled>[①-⑳])
    |(?P<ordinal>{CHINESE_NUMBER}(?:是|要)(?=[\u4e00-\u9fff]))""",
    re.VERBOSE,
)
NUMBERED = re.compile(rf"({CHINESE_NUMBER})[、. ]")
# No year (2008年, 二00八年), date or marker. It begins with the digit, so that the search leaps from one digit to the next.
QUANTITY = re.compile(r"\d(?<!\d\d|二0)(?!(?:(?<=1)9|(?<=2)0)\d\d(?!\d))\d*+(?![年月日、)a-zA-Z])")
INNER_STOPS = frozenset("。;!?")
LEAD = re.compile(r"[^。:;!?\n]{2,60}+[。:!](?:\*\*)?")
BOLD_LEAD = re.compile(r"[^*\n]{2,60}(?:\*\*|__)")
# Where a heading stands among the others; those of markdown have their own number of signs, from 1 to 6.
LEVELS = {"part": 8, "first": 10, "second": 20, "keyword": 30, "arabic": 30, "circled": 40}
BOLD, BARE = 50, 60
MAJOR_LEVEL = 10
# 注释: alone in its line it is a heading, however short. What follows 附件 has a title of its own.
NOTES = frozenset(
    row["word"]
    for row in rows("heading_words")
    if row["sense"] == "notes" and not row["word"].startswith(("附件", "附录"))
)


@dataclass(slots=True)
class Layout:
    """What the form of a line says; ``level`` is 0 for what is no heading, smaller for higher ones."""

    body_start: int
    kind: str
    marker: tuple[int, int] | None
    lead_end: int
    level: int
    title: str


def layout(folded: str, start: int, end: int) -> Layout:
    """Return the shape of the line (or part of a line) at ``start``–``end``."""
    opening = folded[start : min(start + 1, end)]
    is_word = IDEOGRAPHS[0] <= opening <= IDEOGRAPHS[1]
    body, hashes, bold, bullet = (start, None, False, False) if is_word else _undressed(folded, start, end)
    if body >= end:
        return Layout(end, "blank", None, end, 0, "")
    if folded[body] == "|":
        return Layout(body, "table", None, body, 0, "")
    found = None if is_word and opening not in OPEN_MARKERS else MARKERS.match(folded, body, end)
    name = found.lastgroup or "" if found else ""
    marker = found.span() if found and name == "arabic" else None
    text_start = body
    if found and name != "ordinal":
        text_start = found.end()
    level = _level(hashes, name, bold)
    text = folded[text_start:end].strip(" \t*_#")
    if _is_heading(text, level, bool(hashes), name, bullet):
        title = folded[body:end].strip(" \t*_#")
        return Layout(text_start, "heading", marker, end, level or BARE, title)
    lead_end = _lead_end(folded, text_start, end, name, bold)
    kind = "bullet" if bullet or name in ("arabic", "circled", "ordinal") else "paragraph"
    title = folded[body:lead_end].strip(" \t*_#。:!") if lead_end > text_start else ""
    return Layout(text_start, kind, marker, lead_end, level if title else 0, title)


def _undressed(folded: str, start: int, end: int) -> tuple[int, str | None, bool, bool]:
    """Return where a line's words begin, its signs of markdown, and whether it is bold and has a bullet."""
    dress = DRESS.match(folded, start, end)
    assert dress is not None  # every part of the pattern is optional
    hashes, bold_before, bullet, bold_within = dress.groups()
    return dress.end(), hashes, bool(bold_before or bold_within), bool(bullet)


def _level(hashes: str | None, name: str, bold: bool) -> int:
    if hashes:
        return len(hashes)
    return LEVELS.get(name, BOLD if bold else 0)


def _is_heading(text: str, level: int, hashed: bool, name: str, bulleted: bool) -> bool:
    """Say whether a whole line is a heading: short, without the end of a sentence inside it."""
    if not text or len(text) > 60 or (bulleted and not hashed):
        return False
    if hashed:
        return True
    plain = text.rstrip("。:!")
    if not INNER_STOPS.isdisjoint(plain):
        return False
    if name in ("part", "first", "second"):
        return not QUANTITY.search(plain) or not text.endswith(("。", ";", ","))
    if plain in NOTES:
        return True
    if QUANTITY.search(plain) or text[-1] in ",;、":
        return False
    if level:
        return text[-1] not in "。" or level == BOLD
    return (
        3 <= len(text) <= 30
        and text[-1] not in "。:!?.…)"
        and (":" not in text or text.startswith("附"))
        and not text.startswith("各位")
    )


def _lead_end(folded: str, start: int, end: int, name: str, bold: bool) -> int:
    """Return where a run-in heading ends, ``start`` where the line has none."""
    if bold and (match := BOLD_LEAD.match(folded, start, end)):
        return match.end()
    if name in ("part", "first", "second", "arabic", "ordinal", ""):
        match = LEAD.match(folded, start, end)
        limit = {"": 20, "ordinal": 30}.get(name, 50)
        if match and len(match[0]) <= limit and not QUANTITY.search(match[0]):
            if name == "" and ("," in match[0] or ":" in match[0]):
                return start
            return match.end()
    return start


def number_of(title: str) -> int:
    """Return the number of a heading of the first level (一、2013年工作回顾 → 1), 0 where it has none."""
    numbered = NUMBERED.match(title)
    return read_count(numbered[1]) if numbered else 0
