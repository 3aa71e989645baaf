"""Words of a stock in a text, of which only some count."""

from __future__ import annotations

import pytest

from zhibiao.regions.spans import NameSpans

STOCK = NameSpans(frozenset(("焦作市", "焦作", "作市中", "市中区", "中区县", "新乡")))


@pytest.mark.parametrize(
    ("counting", "found"),
    [
        ({"焦作市", "焦作", "市中区", "新乡"}, ["焦作市", "新乡"]),
        # The longest does not count: the shorter one within it, and one that begins in it and reaches beyond.
        ({"焦作", "市中区", "新乡"}, ["焦作", "市中区", "新乡"]),
        ({"市中区", "中区县"}, ["市中区"]),
        ({"中区县"}, ["中区县"]),
        (set(), []),
    ],
)
def test_the_longest_words_that_count(counting: set[str], found: list[str]) -> None:
    text = "焦作市中区县和新乡"
    assert [text[start:end] for start, end in STOCK.find(text, counting.__contains__)] == found
