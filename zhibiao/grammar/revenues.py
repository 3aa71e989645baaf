"""Which revenue a report means by 财政收入: the total, or the budget's, of which the total is more."""

from __future__ import annotations

import re

# 财政一般预算收入1171.7亿元，其中地方财政收入530.9亿元: the central government's part is in the first.
WITH_LOCAL = re.compile(
    r"(一般(?:公共)?预算收入)(?<!地方财政一般预算收入)(?<!地方一般预算收入)(?<!地方一般公共预算收入)[^。;\n]{0,40}?其中[,:]?地方(?:级)?(?:财政|一般|公共)"
)
# 公共财政收入110亿元、地方财政收入72.81亿元: what is told beside the local revenue is more than that.
BESIDE_LOCAL = re.compile(
    r"(财政收入)(?<!地方公共财政收入)(?<!地方财政收入)[\d.\s亿万元]*(?:[、和]|,(?:同比)?增长[\d.\s]+%[;,])地方(?:公共)?财政收入"
)
# What may belong to these names before them; a search leaps from one beginning of theirs to the next without it.
OPENS_WITH_LOCAL, OPENS_BESIDE_LOCAL = "财政", "公共"


# 超预算收入 is what comes in beyond the budget; the nation's revenue has no local part beside it.
BEYOND, NATION = "超", "全国"
# Told by the state council, 财政收入 is the budget's, whatever is said of the local ones.
OF_THE_NATION, TITLE_REACH = re.compile(r"全国人民代表大会[^\n]{0,12}会议上"), 400

REVENUE, BUDGET_REVENUE, LOCAL, ECONOMY = "财政收入", "预算收入", "地方", "地方经济"
TOTAL = ("total_fiscal_revenue",)


def settle_revenue(folded: str, starts: list[int], ends: list[int], ids: list[tuple[str, ...]]) -> None:
    """Make 财政收入 the total where the report also tells the budget revenue by its name, and no other total.

    So is 财政一般预算收入 in a report that tells the local revenue as a part of it. ``starts`` and ``ends`` are those of
    all names in the text, ``ids`` what they name, which is written.
    """
    identifiers = {one for every in ids for one in every}
    if "fiscal_revenue" not in identifiers:
        return
    texts = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
    totals = _totals(folded)
    for index, text in enumerate(texts if totals else ()):
        if text in totals:
            ids[index] = TOTAL
    if not identifiers.isdisjoint(TOTAL) or OF_THE_NATION.search(folded, 0, TITLE_REACH):
        return
    budget = any(
        (BUDGET_REVENUE in text and folded[start - 1 : start] != BEYOND) or text.startswith(LOCAL)
        for text, start in zip(texts, starts, strict=True)
        if not text.startswith(ECONOMY)
    )
    for index, (text, start) in enumerate(zip(texts, starts, strict=True) if budget else ()):
        if text == REVENUE and folded[start - 2 : start] != NATION:
            ids[index] = TOTAL


def _totals(folded: str) -> set[str]:
    """The names of revenues of which the report tells the local part."""
    return {
        (opening if folded.endswith(opening, 0, found.start()) else "") + found[1]
        for found, opening in (
            (WITH_LOCAL.search(folded), OPENS_WITH_LOCAL),
            (BESIDE_LOCAL.search(folded), OPENS_BESIDE_LOCAL),
        )
        if found is not None
    }
