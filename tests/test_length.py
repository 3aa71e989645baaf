"""A text four times as long takes four times the work and the memory, also where it is one sentence of one thing."""

from __future__ import annotations

import cProfile
import pstats
import tracemalloc

import pytest

from zhibiao.extract import extract
from zhibiao.profile import profile

# A sentence of more than a thousand signs is quoted in part: from there on each sign costs the same.
SHORT, LONGER, MOST = 1000, 4, 4.8
ENDLESS = [
    "7%、",  # a list of values without names: nothing of the sentence before each is kept
    "7%，",
    "（7%）",
    "由7%提高到",
    "分别增长7%，",
    "地区生产总值、财政收入均增长7%",
    "贡献7%的、",
    "| 地区生产总值 | 7% |\n",
]


def calls(text: str) -> int:
    """The calls that reading a text takes: unlike seconds, the same on every machine."""
    of = profile(text)
    profiler = cProfile.Profile()
    profiler.enable()
    extract(text, of, "document")
    profiler.disable()
    return int(pstats.Stats(profiler).total_calls)  # type: ignore[attr-defined]


def memory(text: str) -> int:
    """The most bytes that reading a text holds."""
    of = profile(text)
    tracemalloc.start()
    try:
        extract(text, of, "document")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("unit", ENDLESS)
def test_four_times_as_long_is_four_times_the_work(unit: str) -> None:
    calls(unit)  # What is loaded once is loaded.
    short = calls(unit * SHORT)
    assert calls(unit * SHORT * LONGER) <= MOST * short


@pytest.mark.parametrize("unit", ENDLESS)
def test_four_times_as_long_is_four_times_the_memory(unit: str) -> None:
    memory(unit)
    short = memory(unit * SHORT)
    assert memory(unit * SHORT * LONGER) <= MOST * short


def test_a_list_that_is_dealt_out_again_and_again_looks_back_a_clause() -> None:
    unit = "分别增长7%、"
    calls(unit)
    short = calls(unit * 200)
    assert calls(unit * 400) <= 2.5 * short
