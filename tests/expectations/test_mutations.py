"""Corruptions of the project's own reports: whatever is spoiled, landing and the reader do not fail."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.mutations import MUTATIONS
from zhibiao.decoding import Undecodable, decode
from zhibiao.extract import extract
from zhibiao.profile import profile

REPORTS = sorted((Path(__file__).parents[2] / "raw").glob("*.txt"))


@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_spoiled_report_is_read_or_refused_but_never_fails(kind: str) -> None:
    chance = random.Random(kind)
    for path in REPORTS:
        spoiled = MUTATIONS[kind](path.read_bytes(), chance)
        try:
            text = decode(spoiled).text
        except Undecodable:
            continue
        extraction = extract(text, profile(text), "spoiled")
        assert all(text[each.char_start : each.char_end] == each.value_text for each in extraction.figures)


@pytest.mark.parametrize("kind", MUTATIONS)
def test_the_same_chance_spoils_the_same_way(kind: str) -> None:
    data = REPORTS[0].read_bytes()
    assert MUTATIONS[kind](data, random.Random(1)) == MUTATIONS[kind](data, random.Random(1))
