"""From the name of a row, or of a column, to the indicator that it is, and the words around the indicator's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from zhibiao.grammar.names import COMPOUNDS, INDICATOR_OF_NAME, ids_of_names, names_finder
from zhibiao.lexicon import DIVISION
from zhibiao.tables.words import pattern_of

_BRACKETS = re.compile(r"\([^()]*\)")
_OF_WHOLE = re.compile(rf"^(?:全[国{DIVISION}]|我[国{DIVISION}]|本[{DIVISION}]|年末|全年|当年|期末)+")
_CHANGED = re.compile("(?:增长|增速|增幅|提高|上涨|涨幅|增加|下降|降低|减少|降幅|削减)(?:率|幅度|速度)?$")


class Linked(NamedTuple):
    """The ids of an indicator's name, and the words before and behind it in what a row is called."""

    ids: tuple[str, ...]
    before: str
    behind: str


@lru_cache(maxsize=8192)
def link(name: str) -> Linked:
    """Return the indicators that a whole name is, with words of the whole region before and of a change behind it.

    >>> link("地区生产总值增长"), link("外商投资企业")
    (Linked(ids=('gdp',), before='', behind='增长'), Linked(ids=(), before='', behind=''))
    """
    bare = _BRACKETS.sub("", name)
    for candidate in dict.fromkeys((name, bare, _OF_WHOLE.sub("", bare))):
        if ids := _ids(candidate):
            return Linked(ids, "", "")
    return _with_change(_OF_WHOLE.sub("", bare))


def _ids(name: str) -> tuple[str, ...]:
    found = INDICATOR_OF_NAME.get(name)
    return (found,) if found else COMPOUNDS.get(name, ())


def _with_change(name: str) -> Linked:
    """The name at the beginning, if no more than the words of a change follow it."""
    spans = names_finder().find(name)
    if spans and spans[0][0] == 0:
        named, behind = name[: spans[0][1]], name[spans[0][1] :]
        if (ids := ids_of_names()[named]) and behind and not _changes().sub("", behind):
            return Linked(ids, "", behind)
    changed = _CHANGED.search(name)
    return Linked((), "", changed[0] if changed else "")


def _changes() -> re.Pattern[str]:
    return pattern_of("growth", "amount_change", "fall", "mean", "total", "target", "actual")
