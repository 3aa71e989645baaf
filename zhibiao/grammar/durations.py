"""How long something took, told in passing before its number: 5年接待游客3亿人次, 提前两年完成任务."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import is_prefix
from zhibiao.model import Quantity

# 连续7年, 时隔20年
DURATION = re.compile(r"(?:连续|时隔)\s*$")
DURATION_UNITS = frozenset({"年", "届", "次", "个月", "期", "个季度", "季度"})
YEARS = "年"
EARLY = "提前"
# 比上一个5年增长1.5倍
THAN_THE_LAST = re.compile(r".*[比较是为](?:上|前)一?个")
# 5年以上, 15年的免费教育, 3年期贷款: no years that what follows took.
GOES_ON = re.compile(r"(?![左右以的期制内级间前后来多余])[^,;。:、]+")


def is_how_long(folded: str, quantity: Quantity, clause: str, following: int) -> bool:
    """Say whether years tell how long it took to come to the next number, which stands at ``following``.

    ``clause`` are the words before them. The subject before them stays in force.
    """
    if quantity.unit_text != YEARS:
        return False
    if clause.endswith(EARLY):
        return True
    if following >= len(folded) or GOES_ON.fullmatch(folded, quantity.outer_end, following) is None:
        return False
    return is_prefix(clause) or THAN_THE_LAST.fullmatch(clause) is not None
