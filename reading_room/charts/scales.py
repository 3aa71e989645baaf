"""From numbers to places on a picture, and the ticks beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from the numbers ``low`` … ``high`` to the places ``start`` … ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        share = (number - self.low) / (self.high - self.low) if self.high != self.low else 0.5
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, most: int = 4) -> tuple[float, ...]:
    """Round numbers from below ``low`` to above ``high``, a few of them; what is not negative begins at or above 0."""
    room = (high - low) * 0.06
    low, high = (low - room if low < 0 or low - room > 0 else low), high + room
    if high - low < 1e-9:
        low, high = low - max(1.0, abs(low) * 0.1), high + max(1.0, abs(high) * 0.1)
    rough = (high - low) / most
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return tuple(round(index * step, 10) for index in range(first, last + 1))


def year_ticks(first: int, last: int, most: int) -> list[int]:
    """Years to write below an axis: all of them, or every second, fifth or tenth."""
    for step in (1, 2, 5, 10, 20):
        years = [year for year in range(first, last + 1) if year % step == 0 or step == 1]
        if len(years) <= most:
            return years or [first]
    return [first, last]


def short(number: float, language: str) -> str:
    """A tick's number in few signs: ``5``, ``2.5``, ``12万``, ``1.2m``."""
    scales = ((1e8, "亿"), (1e4, "万")) if language == "zh" else ((1e9, "bn"), (1e6, "m"), (1e3, "k"))
    for size, word in scales:
        if abs(number) >= size:
            return f"{number / size:g}{word}".replace("-", "−")
    return f"{number:g}".replace("-", "−")


def spread(numbers: Iterable[float]) -> tuple[float, float]:
    """The smallest and the largest of some numbers."""
    known = list(numbers)
    return min(known), max(known)
