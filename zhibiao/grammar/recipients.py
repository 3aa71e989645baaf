"""People and firms that are counted because something was done with them, and are not all of the region's.

``易地搬迁8000人，其中贫困人口5000人`` are the poor who moved, ``引进上市公司6家`` firms that are listed elsewhere.
"""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import clause_opening
from zhibiao.grammar.sentence import Sentence
from zhibiao.lexicon import lists_of_indicators

WITHIN = "其中"
(POOR,) = lists_of_indicators("poor")
# What is done with people. 农村人口45万人,其中贫困人口3万人 are all of the poor.
DONE_WITH = re.compile("搬迁|参保|培训|就业|救助|资助|受益|惠及|覆盖|安置|转移|帮扶|签约")
LISTED = frozenset({"listed_companies"})
BROUGHT_IN = re.compile("引进|引入|招引|招商|签约|落户|入驻")
SIGNED = "签约"


def is_of_recipients(sentence: Sentence, start: int, before: str, ids: tuple[str, ...]) -> bool:
    """Say whether a name behind ``before``, the words of its clause from ``start``, is of those with whom something was done."""
    if ids == POOR:
        return WITHIN in before and _is_within_those(sentence)
    if not ids:
        return False
    listed = LISTED.issuperset(ids)
    if not listed and SIGNED not in before and SIGNED not in sentence.verb:
        return False
    end = start + len(before)
    opening = clause_opening(sentence.folded, sentence.start, end)
    return BROUGHT_IN.search(sentence.folded, opening, end) is not None


def _is_within_those(sentence: Sentence) -> bool:
    """Say whether the last number counts those with whom something was done, before it or behind."""
    if not sentence.readings:
        return False
    told = sentence.readings[-1].quantity
    first = clause_opening(sentence.folded, sentence.start, told.start)
    behind = sentence.folded.find(",", told.outer_end)
    return DONE_WITH.search(sentence.folded, first, max(behind, told.outer_end)) is not None
