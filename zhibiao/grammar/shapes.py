"""Names that reports put together anew each time: 地表水Ⅰ-Ⅲ类水体比例, 省级以上创新研发平台.

The words that such a name of an indicator may be made of, those that it needs, and how it ends are rows of
``lexicon/indicator_shapes.csv``. A name that holds any other word is that of another thing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from zhibiao.lexicon import rows
from zhibiao.quantities.tries import longest_of

FEWEST, MOST = 2, 12
# Names only where they are all that stands before the number: 脱贫10万人, but not 脱贫攻坚.
WHOLE = {"脱贫": "poverty_exits", "稳定脱贫": "poverty_exits", "减贫": "poverty_headcount"}


@cache
def _needed() -> re.Pattern[str]:
    """What any shape needs: few names hold it."""
    return re.compile(
        longest_of(word for row in rows("indicator_shapes") for word in row["needs"].split("|"))
    )


@cache
def _shapes() -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """The id of each shape, what it needs, and the whole of it."""
    shapes: list[tuple[str, re.Pattern[str], re.Pattern[str]]] = []
    for row in rows("indicator_shapes"):
        needs, of, ends = (longest_of(row[column].split("|")) for column in ("needs", "of", "ends"))
        whole = re.compile(f"(?:{of}){{{FEWEST},{MOST}}}(?:{ends})")
        shapes.append((row["indicator_id"], re.compile(needs), whole))
    return shapes


@lru_cache(maxsize=65536)
def id_of_shape(name: str) -> str | None:
    """Return the indicator whose shape ``name`` has, if any.

    >>> id_of_shape("地表水Ⅰ-Ⅲ类水体比例"), id_of_shape("生活污水处理达标率")
    ('water_quality_ratio', None)
    """
    if name in WHOLE:
        return WHOLE[name]
    for identifier, needs, whole in _shapes() if _needed().search(name) else ():
        if needs.search(name) and whole.fullmatch(name):
            return identifier
    return None
