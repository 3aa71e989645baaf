"""People who are poor no more, told behind their number: ``5万人实现脱贫``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import dimension, fits
from zhibiao.grammar.phrases import alternatives, leaves_whole
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.lexicon import DIVISION, lists_of_indicators
from zhibiao.model import Quantity

(POOR,) = lists_of_indicators("poor")
# 5万人实现脱贫, 3万农村贫困人口动态稳定脱贫
(EXITS,) = lists_of_indicators("poor_no_more")
POOR_NO_MORE = re.compile(
    rf"(?P<poor>(?:{alternatives('poor_household')})*(?:贫困|扶贫)?{alternatives('poor_person')}(?:[和及、与](?:返贫(?:人口|群众)|(?:剩余)?\d+个(?:省定)?贫困[村县镇]))?)?(?:[于在][12]\d{{3}}年底?)?"
    rf"(?:{alternatives('way_out_of_poverty')}|实现了?)*"
    rf"的?(?:脱贫|摆脱贫困)(?:{alternatives('out_of_poverty')})?(?=[,;。:!?、\n]|{alternatives('work_noun')}|$)"
)
LED_OUT = re.compile(
    f"(?:[国{DIVISION}]定|现行)标准下?|解决了?|帮助|帮扶|扶助|{alternatives('those_left')}|最后的?|[有可]望|又|使|让|[有共]"
)
LIST_EDGE, WITHIN, POVERTY = " *、,和及", "其中", "贫"


def exits_behind(
    sentence: Sentence, quantity: Quantity, start: int, before: Subject | None
) -> re.Match[str] | None:
    """Find what tells that people are poor no more: all of the region's, by the words before them."""
    may_be = fits(EXITS[0], quantity.unit_text, quantity.rank) and (
        sentence.folded.find(POVERTY, quantity.outer_end, sentence.end) >= 0
    )
    found = POOR_NO_MORE.match(sentence.folded, quantity.outer_end) if may_be else None
    if found is None:
        return None
    if dimension(quantity.unit_text) != "people" and not found["poor"]:
        return None
    if before is not None and before.ids == POOR:
        return found
    words = LED_OUT.sub("", sentence.without_places(start, quantity.outer_start)[1].strip(LIST_EDGE))
    return found if WITHIN not in words and leaves_whole(words, EXITS) else None
