"""The head noun that the last name of a list has for all of them: ``养老、失业保险覆盖面分别达94%和95%``."""

from __future__ import annotations

import re

from zhibiao.grammar.counted import words_of
from zhibiao.grammar.phrases import alternatives

# What is measured of each, behind what tells them apart: 教育、医疗支出.
HEAD = re.compile(rf"(?:[一-鿿]{{2}}率|[一-鿿]{{2}}人数|{alternatives('head_noun')})$")
# What is a whole name by itself: 游客、旅游收入, 经济总量、人均水平.
WHOLE = re.compile(rf"[数量额值率比人员客户家口者费款金资]$|{alternatives('head_of_number')}")
LONGEST_MODIFIER, LONGEST_END = 5, 8
# 瓜菜、水果等总产量, 食品、医药六大行业收入: what they all are is no part of the name of each.
JOINT, CLASS = re.compile("^(?:等|的)"), re.compile("[两二三四五六七八九十\\d][大个种项类]")


def with_shared_head(texts: tuple[str, ...], known: tuple[bool, ...]) -> tuple[str, ...]:
    """Return the names of a list with the head noun of the last, where they are not whole or ``known`` as they are.

    >>> with_shared_head(("养老", "失业保险覆盖面"), (False, False))
    ('养老保险覆盖面', '失业保险覆盖面')
    >>> with_shared_head(("游客", "旅游收入"), (False, True))
    ('游客', '旅游收入')
    """
    if all(known[:-1]):
        return texts
    return tuple(
        text if known[position] else _completed(text, texts[position + 1 :])
        for position, text in enumerate(texts)
    )


def _completed(text: str, later: tuple[str, ...]) -> str:
    """A name with the head noun of the next that has one, and with what stands before that if the two are alike.

    They are where the modifier of the other is one word as long as the name: 养老 and 失业 of 失业保险覆盖面.
    """
    if len(text) > LONGEST_MODIFIER or WHOLE.search(text) or not text.isalpha():
        return text
    found = next(((name, head) for name in later if (head := HEAD.search(name)) and head.start()), None)
    if found is None:
        return text
    other, head = found
    behind = JOINT.sub("", other[len(text) :])
    alike = len(next(iter(words_of(other)), "")) == len(text)
    fits = alike and behind.endswith(head[0]) and len(behind) <= LONGEST_END and not CLASS.search(behind)
    return text + (behind if fits else head[0])
