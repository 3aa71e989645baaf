"""A number that something is arranged by: ``具体任务落实上按7%安排`` goes on with the goal before, ``投资按9%组织`` does not."""

from __future__ import annotations

import re

from zhibiao.grammar.status_words import ARRANGED_FOR

ARRANGED = "按"
# 增长6%,争取7%: the stretch of the goal before it, and no work of its own.
STRIVES = re.compile(
    r"[\s*,、]*(?:[并且]?(?:在?(?:实际)?工作中?)?(?:努力|全力|积极)?(?:力争|争取|力求|奋斗目标)(?:是|为|达到?|增长|实现)*"
    r"|(?:各级|各部门|各地区?|政府|我们|全市|全县|全省)*在?(?:(?:实际|具体|各项|年度)?(?:工作|任务|操作|执行|落实|安排|推进|部署|指标|目标)){0,2}(?:过程)?[中上]?按照?)"
)


def arranges_last(clause: str) -> bool:
    """Say whether 按 before a number is of the goal told last, and not of a thing of its own.

    >>> arranges_last("具体任务落实上按"), arranges_last("投资按")
    (True, False)
    """
    words = clause.rstrip()
    return words.endswith(ARRANGED) and STRIVES.fullmatch(words) is not None


def is_arranged_by(folded: str, clause: str, position: int) -> bool:
    """Say whether the number that ends at ``position``, behind ``clause``, is what something is arranged by."""
    if not clause.endswith(ARRANGED):
        return False
    opened = arranges_last(clause) and clause.strip(" *,、") != ARRANGED
    return opened or ARRANGED_FOR.match(folded, position) is not None


def without_arranged(folded: str, clause: str, position: int) -> str:
    """Return ``clause`` without its last 按 where that arranges a thing named in it by the number that ends at ``position``."""
    if arranges_last(clause) or ARRANGED_FOR.match(folded, position) is None:
        return clause
    return clause.removesuffix(ARRANGED)
