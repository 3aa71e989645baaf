"""Names that the subject before begins: ``森林面积1800万亩，覆盖率达到27%`` is 森林覆盖率, ``养老机构6家、床位600张`` 养老床位."""

from __future__ import annotations

import re

from zhibiao.grammar.adding import STOCK_ENDS, is_behind_level
from zhibiao.grammar.names import INDICATOR_OF_NAME, fits
from zhibiao.grammar.sentence import ADDING, Sentence
from zhibiao.grammar.subject import Subject
from zhibiao.model import Quantity

SHORTEST = 2
# A rate, or what each of them has, needs no indicator before it to be of the same thing.
OF_SAME, OF_SAME_END = ("率", "比例", "床位"), re.compile(r"^[一-鿿]{2}率$|^床位$")


def with_beginning(last: str, name: str) -> str:
    """单位生产总值能耗 and 二氧化碳排放 give 单位生产总值二氧化碳排放; nothing where no name comes of it.

    A rate takes even two signs: 森林面积 and 覆盖率 give 森林覆盖率, 养老机构 and 床位 give 养老床位. Of 新能源电力装机容量, 电力装机容量 is the
    wider thing, told by itself.
    """
    if last.endswith(name):
        return ""
    shortest = SHORTEST - 1 if name.endswith(OF_SAME) else SHORTEST
    for cut in range(len(last) - 1, shortest, -1):
        if last[:cut] + name in INDICATOR_OF_NAME:
            return last[:cut] + name
    return ""


def begun_by_last(
    sentence: Sentence, start: int, clause: str, name: str, quantity: Quantity, own: str, carried: str
) -> Subject | None:
    """The subject of a name that the last subject begins: 森林面积1800万亩,覆盖率达到27%; None where it does not.

    ``own`` is the verb of adding before the name in its ``clause`` from ``start``, ``carried`` that which a list carries on.
    """
    of_same = OF_SAME_END.search(name) is not None
    if not sentence.last or not (sentence.last[-1].ids or of_same) or not sentence.goes_on_with_list(start):
        return None
    item = clause.lstrip(" *、,和及“")
    # 新建养老机构6家,新增床位600张
    if not (
        item.startswith(name)
        or is_behind_level(item, name)
        or (of_same and own and item.startswith(own + name))
    ):
        return None
    last = sentence.last[-1].text
    whole = "" if name.endswith(STOCK_ENDS) and ADDING.match(last) else with_beginning(last, name)
    identifier = INDICATOR_OF_NAME.get(whole)
    if not identifier or not fits(identifier, quantity.unit_text, quantity.rank):
        return None
    behind = clause[clause.rfind(name) + len(name) :]
    return Subject(
        (identifier,), whole, own or (carried if of_same else ""), behind, rule="beginning_carried"
    )
