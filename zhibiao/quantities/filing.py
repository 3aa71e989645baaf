"""Amounts filed as quantities, with the bound words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from zhibiao.model import Bound, Quantity, Reason
from zhibiao.quantities import bounds, unitless
from zhibiao.quantities.patterns import JOINED_OR, PER_PARTS, Amount
from zhibiao.quantities.signs import sign_before

# 保持20%以上的快速增长, and not 20%的增长空间
GROWS = re.compile(
    r"[的之]?(?:高速|较快|快速|平稳|中高速|稳定|持续|年均)?(?:增长|增速|增幅)(?:速度|水平|态势|势头|率|幅度)?(?=[,。、;\n]|$)"
)
Excluded = tuple[int, int, Reason]


@dataclass(slots=True)
class Filing:
    """What was found in one text so far; ``claims`` are the spans that are settled beforehand."""

    text: str
    claims: Sequence[Excluded]
    quantities: list[Quantity] = field(default_factory=list)
    excluded: list[Excluded] = field(default_factory=list)
    floor: int = 0
    """Up to here the words belong to the quantity filed last."""
    shared: str | None = None
    """The bound word that a list has before its first member."""

    def file(self, amount: Amount, high: Decimal | None = None) -> None:
        """Turn an amount into a quantity, with the bound words around it."""
        text, unit = self.text, amount.unit
        start = amount.start
        if text[start - 1 : start] == "之" and unit is None and PER_PARTS.search(text, start - 3, start):
            start -= 3
            unit = {"百": "%", "千": "‰", "万": "‱"}[text[start]]
        mark = unitless.before(text, start)
        if mark == "第" and unit not in (None, "位", "名"):
            self.excluded.append((start, amount.number_end, Reason.ORDINAL))
            return
        rank = self._is_rank(mark, start, amount.end, unit)
        if rank and mark in ("第", "前"):
            start = text.rindex(mark, 0, start)
        if rank and (mark != "前" or unit is None):
            unit = "位"
        sign = sign_before(text, start, unit) if high is None else 0
        opening = start - abs(sign)
        before = bounds.word_before(text, opening, self.floor, unit)
        behind = bounds.word_behind(text, amount.end, unit)
        far = None if before else self._shared_bound(start) or bounds.far_before(text, start, unit)
        limiting = before[1] if before else far
        bound = bounds.bound_of(limiting, behind and behind[1], amount.more, high is not None)
        if mark == "前" and rank:
            bound = Bound.AT_MOST
        bound_words = "…".join(filter(None, (limiting, amount.more, behind and behind[1])))
        if before:
            self.shared = before[1] if bounds.governs_list(text, *before) else None
        elif far is not None and bounds.deals_out(text, start, far):
            self.shared = far
        self.quantities.append(
            Quantity(
                start,
                amount.end,
                amount.number,
                high,
                (amount.scale + (unit or "")) or None,
                bound,
                bound_words or None,
                before[0] if before else opening,
                behind[0] if behind else amount.end,
                False,
                rank,
                sign,
                amount.to_one,
                unit == "%" and GROWS.match(text, behind[0] if behind else amount.end) is not None,
            )
        )
        self.floor = amount.end

    def _is_rank(self, mark: str, start: int, end: int, unit: str | None) -> bool:
        """Whether a number with this mark before it (第, 前) and this unit is a place among others."""
        if mark == "第":
            return True
        if mark == "前" and unit in (None, "位", "名", "强"):
            return True
        if unit == "名":
            return unitless.is_listed(self.text, start)
        return unit == "位" and unitless.is_place(self.text, start, end, self.quantities)

    def _shared_bound(self, start: int) -> str | None:
        """The bound word that a list has before its first member, for the member at ``start``."""
        if self.shared is None:
            return None
        joined = JOINED_OR.match(self.text, self.floor)
        if joined is None or joined.end() != start:
            self.shared = None
        return self.shared
