"""What part of the region, or what field of its work, a clause names, for the amounts of the clauses behind it."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives, signs_opening
from zhibiao.lexicon import DIVISION, indicators_of

# 县域成为产城融合的主阵地,完成工业投资680亿元; 县域、园区 are a list, 县域的… says more of it.
PART = re.compile(rf"(?:各?[{DIVISION}]|四大)?{alternatives('part_of_region')}(?![、和与及的“]|居民)")
PART_OPENS = frozenset("各市县四") | signs_opening("part_of_region")
PROJECTS = indicators_of("project")
# 城市建设继续推进,重点工程完成投资90亿元; 推进生态文明建设“十大工程”,抓好年度79个重点项目
FIELD = re.compile(
    r"(?:^|[,;。])[^,;。、\d等]{0,16}?(?:城市|城镇|城乡|县城|市政|生态文明)[^,;。、\d]{0,6}?建设[^,;。、\d和与]{0,12},$"
)
FIELD_REACH, BUILDING = 40, "建设"


def opens_with_part(folded: str, start: int, end: int) -> bool:
    """Say whether a sentence opens with a part of the region as its subject: its counties, its outskirts."""
    return folded[start : start + 1] in PART_OPENS and PART.match(folded, start, end) is not None


def is_of_field(folded: str, start: int, sentence_start: int, ids: tuple[str, ...]) -> bool:
    """Say whether projects told from ``start`` are those of the field that the clause before tells of."""
    if not ids or not PROJECTS.issuperset(ids) or folded[start - 1 : start] != ",":
        return False
    opening = max(sentence_start, start - FIELD_REACH)
    return folded.find(BUILDING, opening, start) >= 0 and FIELD.search(folded[opening:start]) is not None
