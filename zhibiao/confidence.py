"""How sure a reading is: named signs of a figure, each with a weight, added up and told as a probability.

The weights are hundredths of a logarithm of odds, fitted to figures that were labelled or judged before anything was mended
because of them (``make weights``). A sign that none of these showed weighs nothing. What the signs are stands in
``sign_names.py``, and ``signs.py`` observes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from math import exp, floor

from zhibiao.document import Document
from zhibiao.lexicon import rows
from zhibiao.model import Figure
from zhibiao.sign_names import signs_of_rule
from zhibiao.signs import Observer

HUNDREDTH = 100


def mark_confidence(document: Document, figures: list[Figure]) -> None:
    """Set ``confidence`` of each figure, from 0 to 1: how likely it is right in every field."""
    observer = Observer(document, figures)
    for figure in figures:
        figure.confidence = _of_weight(
            _weight_of_rule(figure.rule) + _weight(observer.signs_beside_rule(figure))
        )


def probability(found: Iterable[str]) -> float:
    """Return the probability that the weights of signs add up to, to the hundredth."""
    return _of_weight(_weight(found))


@cache
def weights_of_signs() -> dict[str, int]:
    """Return the weight of each sign, in hundredths of a logarithm of odds."""
    return {row["sign"]: int(row["weight"]) for row in rows("confidence_weights")}


def _weight(found: Iterable[str]) -> int:
    weights, weight = weights_of_signs(), 0
    for sign in found:
        weight += weights.get(sign, 0)
    return weight


# Cut off and not rounded, so that no figure below 0.9 is told as 0.9.
@lru_cache(maxsize=4096)
def _of_weight(weight: int) -> float:
    return floor(HUNDREDTH / (1 + exp(-weight / HUNDREDTH))) / HUNDREDTH


@lru_cache(maxsize=16384)
def _weight_of_rule(rules: str) -> int:
    return _weight(signs_of_rule(rules))
