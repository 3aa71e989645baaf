"""Times in parallel: ``2022年、2023年分别增长3.2%、5.5%`` and ``一、二季度``, each of which dates one number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.periods.expressions import Base, TimeExpression

JOINT = re.compile(r"[ ]?(?:、|和|与|及|以及)[ ]?")
# A number, or a place: 3.2, 第5, 第二
NUMBER = r"(?:第?\d[\d.]*|第[一二三四五六七八九十]+)"
# 分别增长3.2%、5.5%: a list of as many numbers as there are times
DEALT = re.compile(
    rf"(?:分别|依次)[^\d第,。;、]{{0,16}}(?P<list>{NUMBER}[^\d第,。;、]{{0,8}}(?:[、,]|和|与|及)?"
    rf"(?:(?<=[、,和与及]){NUMBER}[^\d第,。;、]{{0,8}}(?:[、,]|和|与|及)?){{1,12}})"
)
NUMERAL = re.compile(NUMBER)
KINDS = ("year", "months")
REACH = 60


def take_year_of_list(expression: TimeExpression, folded: str, last: TimeExpression) -> None:
    """Give the second of ``2023年一、二季度`` the year of the first; ``last`` is the expression before."""
    if (
        expression.kind == last.kind == "months"
        and expression.base is Base.LINE
        and JOINT.fullmatch(folded, last.end, expression.start)
    ):
        expression.base, expression.offset = last.base, last.offset


def own_of_parallel(folded: str, expressions: Sequence[TimeExpression], start: int) -> TimeExpression | None:
    """Return which of several times in parallel dates the number at ``start``.

    None where the times before it are not dealt out one by one, or are not as many as the numbers.
    """
    last = len(expressions) - 1
    while last > 0 and expressions[last].end > start:
        last -= 1
    if last <= 0:
        return None
    first = last
    while first > 0 and _are_parallel(folded, expressions[first - 1], expressions[first]):
        first -= 1
    if first == last:
        return None
    behind = expressions[last].end
    dealt = DEALT.search(folded, behind, start + REACH) if start - behind <= REACH else None
    if dealt is None or any(sign in folded[behind : dealt.start()] for sign in "。;\n"):
        return None
    numbers = [one.start() for one in NUMERAL.finditer(folded, *dealt.span("list"))]
    if len(numbers) != last - first + 1 or start not in numbers:
        return None
    return expressions[first + numbers.index(start)]


def _are_parallel(folded: str, one: TimeExpression, other: TimeExpression) -> bool:
    return (
        (one.kind == other.kind or other.whole_year)
        and one.kind in KINDS
        and not (one.is_comparison or other.is_comparison)
        and JOINT.fullmatch(folded, one.end, other.start) is not None
    )
