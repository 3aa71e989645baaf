"""A document's sentences: the last of a line is found without those before it."""

from __future__ import annotations

import pytest

from zhibiao.document import Document
from zhibiao.legible import legible
from zhibiao.model import Profile

LINES = [
    "经营主体稳中培优。总量稳步增长",
    "经营主体稳中培优。",
    "他说:“很好!”大家都说好。",
    "他说:“很好!”。",
    "很好!。”。",
    "真的吗?!”真的。。",
    "没有句号",
    "。",
    "1、强化监管。依法查处。坚决整改",
    "**强化监管。** 依法查处!坚决整改?",
]


@pytest.mark.parametrize("line", LINES)
def test_the_last_sentence_of_a_line_is_the_last_of_all(line: str) -> None:
    document = Document(legible(f"{line}\n完成投资5亿元。"), Profile(plan_year=2024, review_year=2023))
    first = document.lines[0]
    last = document._last_sentence_of(first)
    assert last.line is first
    assert (last.start, last.end) == list(document._sentences_of(first))[-1]
