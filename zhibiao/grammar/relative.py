"""Which division a distance is to: 高于全省0.5个百分点 is to the province of the report's region.

The words are those of ``lexicon/benchmark_wholes.csv``, with the level that they name. A whole that is the region
itself (全市 in a city's report) is no benchmark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from zhibiao.grammar.phrases import alternatives
from zhibiao.lexicon import rows
from zhibiao.model import Figure, Measure
from zhibiao.text_search import behind_last

REACH = 40
NATION = "000000"
BELOW = re.compile("[低慢]于")
CLAUSE_ENDS = (",", ";", ":", "。", "\n")


def mark_benchmarks(folded: str, figures: Iterable[Figure]) -> None:
    """Set ``benchmark_code`` of distances to a division above the figure's own, and on which side of it they lie.

    ``folded`` is the document's text in its typographic form.
    """
    for figure in figures:
        if figure.measure is Measure.GAP and figure.region_code:
            start = figure.char_start
            before = folded[max(start - REACH, 0) : start]
            clause = before[behind_last(before, CLAUSE_ENDS, 0, len(before)) :]
            found = _pattern().search(clause)
            if found is None:
                continue
            figure.benchmark_code = _code(_levels()[found[1]], figure.region_code)
            if figure.benchmark_code and figure.direction is None:
                figure.direction = "down" if BELOW.match(found[0]) else "up"


def _code(level: str, region_code: str) -> str | None:
    """Return the code of the division of a level that a region lies in; None where that is none above it."""
    wholes = {"national": NATION, "province": f"{region_code[:2]}0000", "prefecture": f"{region_code[:4]}00"}
    code = wholes[level]
    if code == region_code or region_code == NATION or (level == "prefecture" and region_code[2:4] == "00"):
        return None
    return code


@cache
def _levels() -> dict[str, str]:
    return {row["word"]: row["level"] for row in rows("benchmark_wholes")}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(_levels())
    return re.compile(
        rf"(?:{alternatives('comparative', 'outdoing', 'outdoing_another')}|低出|超过?|[比较])(?:于|到|了)?({words})[^,;:。]{{0,12}}$"
    )
