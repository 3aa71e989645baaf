"""Cut a line of a report before and behind the headings that stand inside it."""

from __future__ import annotations

import re
from itertools import pairwise

from zhibiao.outline.layout import CHINESE_NUMBER
from zhibiao.outline.roles import Years, read_heading

LONG_LINE = 1000
SHORT_LINE = 60
# Headings that stand inside a line, where a report came without its line breaks.
INLINE_HEADING = re.compile(
    r"(?:[一二三四五六]、(?<=[。!?\s*”][一二三四五六]、)|第[一二三四五]部分(?<=[。!?\s*”]第[一二三四五]部分))[^。,;:!\n*]{0,26}?"
    r"(?:回顾|安排|任务|目标|工作|部署|重点|要求|思路|建议|打算|成就)"
    r"(?=[ *\n]|(?:19|20)\d\d年|今年|过去|一年|各位)"
)
# What each of them begins with; numerals are rarer than 、.
INLINE_MARK = re.compile(r"[一二三四五六第](?<=[。!?\s*”].)(?:、|[一二三四五]部分)")
INLINE_ITEM = re.compile(
    rf"(?<=[。!?;\s*”])(?:\*\*)?\({CHINESE_NUMBER}\)(?=[\u4e00-\u9fff“])|(?<=[。!\s])\*\*(?=[^*\n]{{4,40}}[。:]?\*\*)"
)
# 【今年目标】生产总值增长6%: what a digest sets above its parts, on the line of the first.
LABELLED = "】"
LABEL = re.compile(r"[ \t]*【[^】\n\d]{2,12}】(?=[ \t]*[^\s])")


def pieces(folded: str, start: int, end: int, years: Years) -> list[tuple[int, int]]:
    """Return the spans into which the headings inside a line cut it, in order; the line itself without any."""
    label = LABEL.match(folded, start, end) if folded.find(LABELLED, start, end) >= 0 else None
    if end - start < SHORT_LINE:
        return [(start, label.end()), (label.end(), end)] if label else [(start, end)]
    cuts = {start, label.end(), end} if label else {start, end}
    if INLINE_MARK.search(folded, start, end):
        for match in INLINE_HEADING.finditer(folded, start, end):
            inside = match.start() > start + 4 or match.end() < end - 4
            if inside and read_heading(match[0], years, major=True):
                cuts.update((match.start(), match.end()))
    if end - start > LONG_LINE:
        cuts.update(match.start() for match in INLINE_ITEM.finditer(folded, start, end))
    places = sorted(cuts)
    return list(pairwise(places)) or [(start, end)]
