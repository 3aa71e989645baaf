"""Where a report begins: behind its title, its date, a news lead and the salutation."""

from __future__ import annotations

import re

BEGINNING_OF_REPORT = re.compile(
    r"请?予?(?:以|一并)?审议|提出(?:宝贵)?意见|(?:报告|汇报)(?:政府)?工作|工作报告[,。]"
)
FRONT_MATTER = re.compile(r"[ ]*(?:[a-z_]+:|<!--|https?:)")
SUBMITTED = re.compile(r"审议|代表[^。]{0,12}政府[^。]{0,8}(?:报告|汇报)")
SALUTATION_LINE = re.compile(r"[ \t]*(?:各位(?:代表|委员|领导|同志)|同志们)[^。]{0,12}[:!,]")


def report_start(folded: str) -> int:
    """Return where the report itself begins (its salutation), 0 where none is found near the top."""
    place = 0
    limit = max(4000, len(folded) // 4)
    while place < min(limit, len(folded)):
        if SALUTATION_LINE.match(folded, place):
            return place
        place = folded.find("\n", place) + 1
        if place == 0:
            break
    return 0
