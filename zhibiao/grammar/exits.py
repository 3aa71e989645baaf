"""People who are poor no more, told behind their number: ``5万人实现脱贫``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import dimension, fits
from zhibiao.grammar.phrases import leaves_whole
from zhibiao.grammar.sentence import Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.lexicon import lists_of_indicators
from zhibiao.model import Quantity

(POOR,) = lists_of_indicators("poor")
# 5万人实现脱贫, 3万农村贫困人口动态稳定脱贫
(EXITS,) = lists_of_indicators("poor_no_more")
POOR_NO_MORE = re.compile(
    r"(?P<poor>(?:农村|农牧区|建档立卡|低收入|绝对|相对|剩余|特困|未脱贫)*(?:贫困|扶贫)?(?:人口|群众|对象|农民|农牧民|牧民|职工)(?:[和及、与]返贫(?:人口|群众))?)?(?:[于在][12]\d{3}年底?)?"
    r"(?:在现行标准下|全部|全面|如期|提前一年|早日|动态|稳定|增收|精准|高质量|成功|整体|顺利|实现了?|标注)*"
    r"的?(?:脱贫|摆脱贫困)(?:出列|致富|解困|退出|销号|奔小康)?(?=[,;。:!?、\n]|任务|工作|目标|问题|$)"
)
LED_OUT = re.compile("解决了?|帮助|帮扶|扶助|剩余|余下|最后的?|其余|[有可]望|又|使|让|[有共]")
LIST_EDGE, WITHIN = " *、,和及", "其中"


def exits_behind(
    sentence: Sentence, quantity: Quantity, start: int, before: Subject | None
) -> re.Match[str] | None:
    """Find what tells that people are poor no more: all of the region's, by the words before them."""
    may_be = fits(EXITS[0], quantity.unit_text, quantity.rank)
    found = POOR_NO_MORE.match(sentence.folded, quantity.outer_end) if may_be else None
    if found is None:
        return None
    if dimension(quantity.unit_text) != "people" and not found["poor"]:
        return None
    if before is not None and before.ids == POOR:
        return found
    words = LED_OUT.sub("", sentence.without_places(start, quantity.outer_start)[1].strip(LIST_EDGE))
    return found if WITHIN not in words and leaves_whole(words, EXITS) else None
