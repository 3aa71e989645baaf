"""All numerals of a text: the quantities, and every other with the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhibiao.model import Quantity, Reason
from zhibiao.quantities import chinese, names
from zhibiao.quantities.arabic import ArabicScan

_DIGIT = re.compile(r"[0-9]")
_DURATION = re.compile(r"[0-9]{1,2}年")


@dataclass(slots=True)
class Scan:
    """What a text holds in numerals: every run of Arabic digits is in exactly one of the two."""

    quantities: list[Quantity]
    excluded: list[tuple[int, int, Reason]]


def scan(folded: str, dates: Sequence[tuple[int, int]] = (), markers: Sequence[tuple[int, int]] = ()) -> Scan:
    """Read all numerals of a text that ``zhibiao.folding.fold`` has folded.

    ``dates`` are spans that the scanner of periods claims, ``markers`` those of list markers at the
    beginnings of lines; no quantity reaches into them. Offsets are those of the text.
    """
    claims = _claims(folded, dates, markers)
    walk = ArabicScan(folded, claims)
    walk.run()
    # 0+十元: what is set aside as a whole has no quantity in it.
    aside = [one[:2] for one in (*claims, *walk.excluded)]
    taken = sorted([(quantity.start, quantity.end) for quantity in walk.quantities] + aside)
    quantities = walk.quantities + _outside(chinese.quantities(folded), taken)
    quantities.sort(key=lambda quantity: quantity.start)
    excluded = [claim for claim in claims if _DIGIT.search(folded, claim[0], claim[1])] + walk.excluded
    excluded.sort()
    return Scan(quantities, excluded)


def _claims(
    folded: str, dates: Sequence[tuple[int, int]], markers: Sequence[tuple[int, int]]
) -> list[tuple[int, int, Reason]]:
    """Spans that are settled beforehand, in order and apart; names before markers and dates."""
    wanted = names.passages(folded)
    wanted += [(start, end, Reason.LIST_MARKER) for start, end in markers]
    wanted += [
        (start, end, Reason.DATE)
        for start, end in dates
        if not (_DURATION.fullmatch(folded, start, end) and int(folded[start : end - 1]) < 78)
    ]
    ranks = {Reason.LIST_MARKER: 0, Reason.NAME: 1, Reason.DATE: 2}
    wanted.sort(key=lambda claim: (claim[0], ranks.get(claim[2], 3), -claim[1]))
    claims: list[tuple[int, int, Reason]] = []
    reached = 0
    for start, end, reason in wanted:
        start, end = _whole_runs(folded, start, end)
        if start >= reached and start < end:
            claims.append((start, end, reason))
            reached = end
        elif end > reached and start < end and _DIGIT.search(folded, reached, end):
            claims.append((reached, end, reason))
            reached = end
    return claims


def _whole_runs(folded: str, start: int, end: int) -> tuple[int, int]:
    """A claim that cuts a run of digits takes all of it: of ``$1.$29亿元`` no 9亿元 is left over."""
    while 0 < start < end and _is_digit(folded[start]) and _is_digit(folded[start - 1]):
        start -= 1
    while start < end < len(folded) and _is_digit(folded[end - 1]) and _is_digit(folded[end]):
        end += 1
    return start, end


def _is_digit(sign: str) -> bool:
    return "0" <= sign <= "9"


def _outside(found: list[Quantity], taken: list[tuple[int, int]]) -> list[Quantity]:
    """Those of ``found`` that overlap nothing of ``taken`` nor each other, in order."""
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    kept: list[Quantity] = []
    place = reached = 0
    for quantity in found:
        while place < len(taken) and taken[place][1] <= quantity.start:
            place += 1
        if quantity.start < reached or (place < len(taken) and taken[place][0] < quantity.end):
            continue
        kept.append(quantity)
        reached = quantity.end
    return kept
