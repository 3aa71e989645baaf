"""Dwellings for those who lived in shantytowns, however the work is called: ``棚户区改造4.5万套``, ``棚改新开工459套``."""

from __future__ import annotations

import re

from zhibiao.model import Quantity

SHANTYTOWN = re.compile(
    r"(?:各类|城市|城镇)?(?:棚户区(?:\(危旧房\))?(?:住房)?(?:改造)?|棚改房?)(?:任务|建设|工程)?"
    r"(?:新开工|新?建|开工|建成|竣工|交付)?(?:住宅|住房|安置房)?"
)
BEGUN, ENDED = re.compile("开工|启动"), re.compile("基本建成|竣工|交付")
UNIT, WITHIN = "套", "其中"


def of_dwellings(clause: str, name: str, quantity: Quantity) -> str | None:
    """Return the indicator of ``name`` where the number counts dwellings; 户, 个 and 平方米 tell of what was there before."""
    if not (quantity.unit_text or "").endswith(UNIT) or not SHANTYTOWN.fullmatch(name) or WITHIN in clause:
        return None
    return "shantytown_starts" if BEGUN.search(clause) and not ENDED.search(clause) else "affordable_housing"
