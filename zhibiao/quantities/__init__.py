"""Numerals with their units and bounds, and the reason for every numeral that is no quantity.

Which quantity is a figure, and of what, is not decided here but in ``zhibiao.grammar``.
"""

from __future__ import annotations

from zhibiao.quantities.joined import is_ambiguous
from zhibiao.quantities.scanning import Scan, scan
from zhibiao.quantities.units import canonical

__all__ = ["Scan", "canonical", "is_ambiguous", "scan"]
