"""Money that goes to the people's livelihood: 一般公共预算支出七成以上投入民生领域, 把全部财力的80%用于改善民生."""

from __future__ import annotations

import re

from zhibiao.grammar.phrases import alternatives

# 民生支出达到74.2%: no growth, but how much of all that is spent.
SO_MUCH = re.compile(r"[\s*]*(?:达到?|占比达?到?|保持在|稳定在)[\s*约近]*")
SHARE = "livelihood_expenditure_share"
SPENT_ON_PEOPLE = re.compile(
    rf"(?:的[一-鿿]{{0,4}})?(?:和[一-鿿]{{0,6}})?(?:都|全部|均|直接)*(?:{alternatives('spending_verb')}|投入)了?(?:保障|改善|和)*民生"
)
# All that the government has to spend; 新增财力 and 市级财力 are parts of it.
PURSE = re.compile(r"(?:全部|一般|公共|的)*(?:财政|预算)*(?:财力|财政资金|预算资金)的?")
WHOLE_PURSE = re.compile(rf"(?:^|[把将持终年仍])[\s*]*{PURSE.pattern}$")


def is_share_of_purse(clause: str, text: str, position: int) -> bool:
    """Say whether the share of which ``clause`` tells goes to the people, as ``text`` tells from ``position`` on.

    >>> is_share_of_purse("把全部财力的", "用于改善民生", 0), is_share_of_purse("把新增财力的", "用于改善民生", 0)
    (True, False)
    """
    return WHOLE_PURSE.search(clause) is not None and SPENT_ON_PEOPLE.match(text, position) is not None
