"""Names that reports put together anew each time: 地表水Ⅰ-Ⅲ类水体比例, 省级以上创新研发平台.

The words that such a name of an indicator may be made of, those that it needs, and how it ends are rows of
``lexicon/indicator_shapes.csv``. A name that holds any other word is that of another thing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from zhibiao.grammar.names import INDICATOR_OF_NAME
from zhibiao.lexicon import rows
from zhibiao.quantities.tries import any_of, longest_of
from zhibiao.text_search import has_any

FEWEST, MOST = 2, 12
# Names only where they are all that stands before the number: 脱贫10万人, but not 脱贫攻坚.
WHOLE = {row["name"]: row["indicator_id"] for row in rows("names_alone")}


@cache
def _needed() -> re.Pattern[str]:
    """What any shape needs: few names hold it."""
    return re.compile(any_of(word for row in rows("indicator_shapes") for word in row["needs"].split("|")))


@cache
def _shapes() -> list[tuple[str, list[str], str, str]]:
    """The id of each shape, what it needs, what it is made of and how it ends."""
    return [
        (row["indicator_id"], row["needs"].split("|"), row["of"], row["ends"])
        for row in rows("indicator_shapes")
    ]


@cache
def _whole(of: str, ends: str) -> re.Pattern[str]:
    """The whole of a shape; of some of them no report has what they need."""
    return re.compile(f"(?:{longest_of(of.split('|'))}){{{FEWEST},{MOST}}}(?:{longest_of(ends.split('|'))})")


def make_all_patterns() -> None:
    """Make the patterns of all shapes, which are else made when a name asks for them (``prepared_patterns.py``)."""
    for _, _, of, ends in _shapes():
        _whole(of, ends)


@lru_cache(maxsize=65536)
def id_of_shape(name: str) -> str | None:
    """Return the indicator whose shape ``name`` has, if any.

    >>> id_of_shape("地表水Ⅰ-Ⅲ类水体比例"), id_of_shape("生活污水处理达标率")
    ('water_quality_ratio', None)
    """
    if name in WHOLE:
        return WHOLE[name]
    for identifier, needs, of, ends in _shapes() if _needed().search(name) else ():
        if has_any(name, needs, 0, len(name)) and _whole(of, ends).fullmatch(name):
            return identifier
    return None


def id_of_name(name: str) -> str | None:
    """Return the indicator that ``name`` is a name of, or has the shape of, if any."""
    return INDICATOR_OF_NAME.get(name) or id_of_shape(name)
