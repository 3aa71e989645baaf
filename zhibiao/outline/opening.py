"""Where a report begins: behind its title, its date, a news lead and the salutation."""

from __future__ import annotations

import re

BEGINNING_OF_REPORT = re.compile(
    r"请?予?(?:以|一并)?审议|提出(?:宝贵)?意见|(?:报告|汇报)(?:政府)?工作|工作报告[,。]"
)
FRONT_MATTER = re.compile(r"[ ]*(?:[a-z_]+:|<!--|https?:)")
SUBMITTED = re.compile(r"审议|代表[^。]{0,12}政府[^。]{0,8}(?:报告|汇报)")
SALUTATION = re.compile(r"(?:各位(?:代表|委员|领导|同志)|同志们)[^。]{0,12}[:!,]")
ADDRESSED = ("各位", "同志们")
DEEPEST_INDENTATION = 80


def report_start(folded: str) -> int:
    """Return where the report itself begins (its salutation), 0 where none is found near the top."""
    limit = max(4000, len(folded) // 4)
    starts = [start for word in ADDRESSED if (start := _line_opened_by(word, folded, limit)) is not None]
    return min(starts, default=0)


def _line_opened_by(word: str, folded: str, limit: int) -> int | None:
    """Return the start of the first line before ``limit`` that a salutation with this word opens."""
    place = folded.find(word, 0, limit)
    while place >= 0:
        opening = max(0, place - DEEPEST_INDENTATION)
        start = folded.rfind("\n", opening, place) + 1 or opening
        if not folded[start:place].strip(" \t") and SALUTATION.match(folded, place):
            return start
        place = folded.find(word, place + 1, limit)
    return None
