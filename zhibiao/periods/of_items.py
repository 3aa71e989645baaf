"""Which times are of their own item alone: what stands behind the next ``;`` has not happened then."""

from __future__ import annotations

import re

from zhibiao.periods.expressions import TimeExpression
from zhibiao.text_search import behind_last

ITEM = ("。", "\n", ";", "!", "?")
COUNTED = re.compile(r"[\d%‰万亿]|百分之|[一二三四五六七八九十百千]{2}")
# 竣工1000公里,为2012年突破5000公里奠定基础;新建公路2500公里
MADE_FOR, LAID_FOR = "为", re.compile("奠定|打下|打好|创造")
ADDED = ("新增", "净增", "增加", "新建", "新设", "培育", "引进")


def of_item_alone(folded: str, expression: TimeExpression, start: int) -> bool:
    """Say whether an expression before a figure at ``start`` is of an item before that of the figure.

    A part of the year within an item that counts nothing tells when it was done: 城镇住房重建于5月底基本完成;…
    What was added over some years is told beside the year's: 新增企业1800家,两年新增3000家;新增平台20个.
    """
    end = folded.find(";", expression.end, start)
    if end < 0:
        return False
    opening = behind_last(folded, ITEM, 0, expression.start)
    before = folded[opening : expression.start].strip()
    if not before:
        return False
    if before.endswith(MADE_FOR):
        return LAID_FOR.search(folded, expression.end, end) is not None
    if expression.kind in ("months", "day"):
        return COUNTED.search(folded, expression.end, end) is None
    if expression.kind != "total_years" or not before.endswith(","):
        return False
    verb = folded[expression.end : expression.end + 2]
    return verb in ADDED and verb in before
