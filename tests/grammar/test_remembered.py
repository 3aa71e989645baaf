"""A pattern that remembers answers as the pattern itself does, the first time and every other."""

from __future__ import annotations

import re

import pytest

from zhibiao.grammar.remembered import Remembered

PATTERN = "(?:高于|低于)全省"
WORDS = ["高于全省", "增速高于全省", "高于全省平均", "高于", ""]


@pytest.mark.parametrize("way", ["search", "match", "fullmatch"])
@pytest.mark.parametrize("words", WORDS)
def test_it_answers_as_the_pattern_does(way: str, words: str) -> None:
    remembered = Remembered(PATTERN)
    expected = getattr(re.compile(PATTERN), way)(words)
    for _ in range(2):
        found = getattr(remembered, way)(words)
        assert (found and found.span()) == (expected and expected.span())


def test_it_keeps_no_more_answers_than_it_is_told_to() -> None:
    remembered = Remembered(PATTERN, size=2)
    for words in WORDS:
        remembered.search(words)
    assert remembered.search.cache_info().currsize == 2  # type: ignore[attr-defined]
