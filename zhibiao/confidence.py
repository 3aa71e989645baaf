"""How sure a reading is: named signs of a figure, each with a weight, added up and told as a probability.

The weights are tenths of a logarithm of odds, fitted to figures that were labelled or judged before anything was mended
because of them (``make weights``). A sign that none of these showed weighs nothing. What the signs are stands in
``signs.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from math import exp

from zhibiao.document import Document
from zhibiao.lexicon import rows
from zhibiao.model import Figure
from zhibiao.signs import Observed, Observer, signs_of

TENTH = 10


def mark_confidence(document: Document, figures: list[Figure]) -> None:
    """Set ``confidence`` of each figure, from 0 to 1: how likely it is right in every field."""
    observer = Observer(document, figures)
    for figure in figures:
        figure.confidence = _probability(observer.observed(figure))


def probability(found: Iterable[str]) -> float:
    """Return the probability that the weights of signs add up to, to the hundredth."""
    weights = weights_of_signs()
    odds = sum(weights.get(sign, 0) for sign in found) / TENTH
    return round(1 / (1 + exp(-odds)), 2)


@cache
def weights_of_signs() -> dict[str, int]:
    """Return the weight of each sign, in tenths of a logarithm of odds."""
    return {row["sign"]: int(row["weight"]) for row in rows("confidence_weights")}


@lru_cache(maxsize=16384)
def _probability(observed: Observed) -> float:
    return probability(signs_of(observed))
