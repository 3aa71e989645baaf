"""The whole that a name is told to be in, by the words before it: 固定资产投资⟦中⟧工业投资."""

from __future__ import annotations

from zhibiao.grammar.names import NAMES
from zhibiao.grammar.phrases import EDGE, strip_prefix

WITHIN = "中"


def id_of_whole(words: str) -> str:
    """Return the indicator that words ending in 中 name; nothing where they name none.

    >>> id_of_whole("固定资产投资中"), id_of_whole("建设中")
    ('fixed_asset_investment', '')
    """
    whole = words.strip(EDGE)
    return NAMES.get(strip_prefix(whole.removesuffix(WITHIN)), "") if whole.endswith(WITHIN) else ""
