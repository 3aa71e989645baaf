"""Many words in one regular expression, as a tree, so that the longest match costs a few comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def longest_of(words: Iterable[str]) -> str:
    """Return a pattern (one group, not capturing) that matches the longest of ``words`` at a place.

    >>> re.fullmatch(longest_of(["人", "人次"]), "人次").end()
    2
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for sign in word:
            node = node.setdefault(sign, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: dict[str, Any]) -> str:
    """The alternatives below ``node``, each with signs of its own to begin with; the empty word last."""
    ends = [sign for sign, below in node.items() if sign and list(below) == [""]]
    alternatives = [
        f"{re.escape(sign)}{_group(below)}" for sign, below in node.items() if sign and list(below) != [""]
    ]
    # First of all the signs of which nothing more is asked: one look for all of them.
    if len(ends) == 1:
        alternatives.insert(0, re.escape(ends[0]))
    elif ends:
        alternatives.insert(0, "[" + "".join(re.escape(sign) for sign in sorted(ends)) + "]")
    return "|".join(alternatives)


def _group(node: dict[str, Any]) -> str:
    inner = _branches({sign: below for sign, below in node.items() if sign})
    if not inner:
        return ""
    return f"(?:{inner})?" if "" in node else f"(?:{inner})"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern to search for any of ``words``: it leaps from one sign that some begin with to the next.

    >>> re.search(any_of(["类", "优良", "优秀"]), "水质优良").span()
    (2, 4)
    """
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(sign)}(?:{'|'.join(rest)})" for sign, rest in behind.items())
