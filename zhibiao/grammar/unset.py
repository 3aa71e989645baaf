"""What a plan says it sets no target for: 没有提出全年经济增速具体目标, 不再设置全部财政收入指标.

It is no target, and more than a silence: a panel tells an indicator that a report leaves out from one that it
declines to set.
"""

from __future__ import annotations

import re

from zhibiao.grammar.names import Names
from zhibiao.grammar.phrases import is_prefix
from zhibiao.grammar.qualitative import Phrase
from zhibiao.lexicon import DIVISION
from zhibiao.outline import Line, Role
from zhibiao.text_search import behind_last, has_any

SETTING = (
    r"(?:没有|不再|暂不|并未|未|没|不)(?:再|单独)?(?:提出?|设定|设立|设置|设|确定|安排|明确|制定)(?:了|过)?"
)
TARGETS = ("目标", "指标")
UNSET = re.compile(
    rf"{SETTING}(?P<what>[^,;。:!?\n]{{0,32}}?)(?:{'|'.join(TARGETS)})(?:值|任务)?(?=[,;。:!?\n)]|$)"
)
# 考核 and 约束 are left out: an indicator by which no county is judged may have a target all the same.
BETWEEN = re.compile(
    r"(?:的|具体|硬性|量化|明确|年度|预期性?|增长|增速|增幅|发展|总量|数量|数值|速度|指标|目标|今年|明年|全年|也|都|暂时|均)*"
)
# Whose plan it is, or nobody: of the counties for which a province sets none nothing is said here.
SPEAKER = re.compile(
    rf"(?:需要说明的是|我们|今年|明年|(?:19|20)\d\d年|(?:政府工作)?报告|(?:[{DIVISION}]|自治区)?政府|[全我][国{DIVISION}]"
    r"|(?:这是)?因此|所以|也|都|就|仍|暂时|对|在|[ *#●—]|\d+[.、])*"
)
CLAUSE_STARTS = (",", ";", "。", ":", "!", "?", "\n")
PLANNING = (Role.PLAN, Role.REQUIREMENT, Role.LEAD, Role.OTHER, Role.FRONT)


def find_unset(folded: str, lines: list[Line], names: Names) -> list[Phrase]:
    """Return the indicators that a plan says it sets no target for, with the words that say so, in order."""
    found: list[Phrase] = []
    for line in lines:
        if line.role in PLANNING and has_any(folded, TARGETS, line.start, line.end):
            for match in UNSET.finditer(folded, line.start, line.end):
                found += _phrases(folded, names, line, match)
    return found


def _phrases(folded: str, names: Names, line: Line, match: re.Match[str]) -> list[Phrase]:
    start = behind_last(folded, CLAUSE_STARTS, line.start, match.start())
    if not BETWEEN.fullmatch(match["what"]):
        named = _named(names, folded, match.start("what"), match.end("what"))
        speaks = SPEAKER.fullmatch(folded, start, match.start()) is not None
    else:
        named = names.last_in(start, match.start())
        speaks = (
            named is not None
            and SPEAKER.fullmatch(folded, start, names.starts[named]) is not None
            and BETWEEN.fullmatch(folded, names.ends[named], match.start()) is not None
        )
    if named is None or not speaks:
        return []
    text = folded[names.starts[named] : names.ends[named]]
    return [Phrase(start, match.end(), identifier, text, None) for identifier in names.ids[named]]


def _named(names: Names, folded: str, start: int, end: int) -> int | None:
    """The name that all the words between are, but for the year and the region's own."""
    found = names.last_in(start, end)
    if found is None or not is_prefix(folded[start : names.starts[found]]):
        return None
    return found if BETWEEN.fullmatch(folded, names.ends[found], end) else None
