"""Units and measure words: which there are, and what an amount is in the canonical unit."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from zhibiao.folding import fold
from zhibiao.lexicon import rows

SCALES: dict[str, Decimal] = {row["scale_word"]: Decimal(row["size"]) for row in rows("scale_words")}
"""Scale words that stand behind a numeral, and their factor; the longest first."""

# A product of more digits has lost some, and is told with an exponent.
EXACT_DIGITS = 28

MARKUP = re.compile(r"[*_\s]|</?\w+>")


class Unit(NamedTuple):
    """A row of ``lexicon/units.csv``: one of ``text`` is ``factor`` of ``canonical``."""

    text: str
    canonical: str
    factor: Decimal
    dimension: str


def _load() -> dict[str, Unit]:
    return {
        row["unit_text"]: Unit(
            row["unit_text"], row["canonical_unit"], Decimal(row["factor"]), row["dimension"]
        )
        for row in rows("units")
    }


UNITS: dict[str, Unit] = _load()
"""Every unit of the lexicon by its text."""


NO_UNITS: frozenset[str] = frozenset(row["text"] for row in rows("no_units"))
"""Words that begin like a unit and are none: 14亿人口, 95万城乡居民."""


def canonical(number: Decimal, unit_text: str | None) -> tuple[Decimal, str | None]:
    """Return ``number`` of ``unit_text`` (scale and measure word as written) in the canonical unit, exactly.

    Where the text gives a scale but no measure word, or none of the two, the unit is ``None``. A unit that
    the lexicon does not know stays as it is written, without its scale.

    >>> canonical(Decimal("93"), "亿斤")
    (Decimal('4650000'), '吨')
    """
    if not unit_text:
        return number, None
    factor, unit = _factor(unit_text)
    return _plain(number * factor), unit


@lru_cache(maxsize=4096)
def _factor(unit_text: str) -> tuple[Decimal, str | None]:
    """How many of which canonical unit one of ``unit_text`` is."""
    text = MARKUP.sub("", unit_text) if "_M_M_" not in unit_text else "%"
    if text not in UNITS:
        text = fold(text)
    if text in UNITS:
        return UNITS[text].factor, UNITS[text].canonical
    for scale, size in SCALES.items():
        if text.startswith(scale):
            factor, unit = _factor(text[len(scale) :]) if len(text) > len(scale) else (Decimal(1), None)
            return size * factor, unit
    numerator, *denominators = text.split("/")
    if not denominators:
        return Decimal(1), text
    factor, unit = _factor(numerator)
    parts = [unit or numerator]
    for denominator in denominators:
        below, below_unit = _factor(denominator)
        share = Fraction(factor) / Fraction(below)
        exact = Decimal(share.numerator) / Decimal(share.denominator)
        if Fraction(exact) == share and below_unit:
            factor = exact
            parts.append(below_unit)
        else:
            parts.append(denominator)
    return factor, "/".join(parts)


def _plain(number: Decimal) -> Decimal:
    """The same number without exponent and without zeros behind the point that say nothing."""
    whole = number.to_integral_value()
    if whole != number:
        return number.normalize()
    return whole if whole.adjusted() < EXACT_DIGITS else Decimal(int(number))
