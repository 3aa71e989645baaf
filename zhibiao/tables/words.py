"""The words of tables (``lexicon/table_words.csv``) by sense, and the units that a head or a cell may name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from zhibiao.lexicon import rows
from zhibiao.quantities.units import SCALES, UNITS

# 台(套), 亿册(张): one unit and another way to say it
_ALTERNATIVE = re.compile(r"\([\u4e00-\u9fff]{1,3}\)$")
_LIST = re.compile(r"[、,;/和及]")


@cache
def words_of(sense: str) -> frozenset[str]:
    """Return the words of a sense of the lexicon."""
    return frozenset(row["word"] for row in rows("table_words") if row["sense"] == sense)


@cache
def pattern_of(*senses: str) -> re.Pattern[str]:
    """Return a pattern of all words of some senses, the longer first."""
    words = {word for sense in senses for word in words_of(sense)}
    return re.compile("|".join(map(re.escape, sorted(sorted(words), key=len, reverse=True))))


@lru_cache(maxsize=16384)
def is_unit(text: str) -> bool:
    """Say whether a whole text (folded, without spaces) is a unit: 万吨, 亿吨公里, 台(套), 元/人, %."""
    if any(text in words_of(sense) for sense in ("name", "unit", "category")):
        return False  # the head of a column, though one may count them: 3个指标
    if text in UNITS:
        return True
    if (bare := _ALTERNATIVE.sub("", text)) and bare != text:
        return is_unit(bare)
    for scale in SCALES:
        if text.startswith(scale):
            rest = text[len(scale) :]
            return not rest or is_unit(rest)
    parts = text.split("/")
    return 1 < len(parts) <= 3 and all(part and is_unit(part) for part in parts)


def counted(unit_text: str | None) -> str | None:
    """Return a unit as it is counted with: 万台 of 万台(套)."""
    return _ALTERNATIVE.sub("", unit_text) if unit_text else unit_text


def units_in(text: str) -> list[str]:
    """Return the units that a text is a list of (万吨; 亿元、%), none where it is anything else.

    >>> units_in("亿元、%"), units_in("含农户")
    (['亿元', '%'], [])
    """
    if is_unit(text):
        return [text]
    parts = [part for part in _LIST.split(text) if part]
    return parts if len(parts) > 1 and all(map(is_unit, parts)) else []
