"""The longest words of a stock: the same as an automaton of whole words finds, whatever it is looked for with."""

from __future__ import annotations

from random import Random

import pytest
from ahocorasick_rs import AhoCorasick, MatchKind

from zhibiao.longest_words import LongestWords


@pytest.mark.parametrize("opening", [2, 3, 4])
def test_it_finds_what_an_automaton_of_whole_words_does(opening: int) -> None:
    chance = Random(opening)
    for _ in range(200):
        words = {"".join(chance.choices("工业企增", k=chance.randint(2, 7))) for _ in range(12)}
        text = "".join(chance.choices("工业企增加", k=60))
        stock = sorted(words)
        whole = AhoCorasick(stock, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text)
        assert LongestWords(stock, opening).find(text) == [(start, end) for _, start, end in whole]


def test_a_word_that_does_not_count_leaves_what_it_covers() -> None:
    stock = LongestWords(("规模以上工业", "工业增加值", "规模"), 4)
    text = "规模以上工业增加值"

    def found(*counting: str) -> list[str]:
        return [text[start:end] for start, end in stock.find(text, counting.__contains__)]

    assert found("规模以上工业", "工业增加值", "规模") == ["规模以上工业"]
    assert found("工业增加值", "规模") == ["规模", "工业增加值"]
    assert found() == []


def test_a_text_may_end_within_a_word() -> None:
    assert LongestWords(("南京", "南京市"), 2).find("在南京") == [(1, 3)]
    assert LongestWords(("南京市",), 2).find("在南京") == []
