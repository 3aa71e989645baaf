"""What the things counted before bring in or cost: ``接待游客750万人次，实现总收入95亿元``."""

from __future__ import annotations

import re

from zhibiao.grammar.names import INDICATOR_OF_NAME, dimension, fitting
from zhibiao.grammar.phrases import alternatives, bare_name, is_bridge, words_at
from zhibiao.grammar.subject import Subject
from zhibiao.lexicon import rows
from zhibiao.model import Quantity

# 接待游客750万人次,实现总收入95亿元; 重点项目24个,当年投资25亿元
BROUGHT = {(row["counted_id"], row["word"]): row["amount_id"] for row in rows("amounts_of_counted")}
VISITS = ("tourist_visits",)
# 输出技术合同229项,交易额2.5亿元
WORTH_OF_THEM = re.compile(rf"(?:合同)?(?:{alternatives('deal')})?总?金?额")
CONTRACTS, DEALS = tuple(words_at("contract")), "成交额"


def brought_by(last: Subject, clause: str, own: str, quantity: Quantity) -> Subject | None:
    """What visits and contracts, the subject before, have brought: ``旅游人次…，收入…``, ``技术合同…，成交额…``."""
    name = bare_name(clause)
    # 387个市级重点项目投资突破900亿元: right behind what is counted, and no 总投资
    counted = last.rule == "counted_name" and dimension(quantity.unit_text) == "money"
    adjoins = last.ids == VISITS or (counted and clause.startswith(name))
    known = BROUGHT.get((last.ids[0], name)) if adjoins and len(last.ids) == 1 else None
    if known is not None:
        ids = fitting((known,), quantity.unit_text, quantity.rank)
        return Subject(ids, name, "", clause, last.entity, last.place, "carried")
    worth = WORTH_OF_THEM.match(own) if last.text.endswith(CONTRACTS) else None
    known = INDICATOR_OF_NAME.get(last.text + DEALS) if worth else None
    if worth and known and is_bridge(own[worth.end() :]):
        ids = fitting((known,), quantity.unit_text, quantity.rank)
        return Subject(ids, last.text + worth.group(), "", own[worth.end() :], rule="carried")
    return None
