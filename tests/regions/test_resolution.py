"""A name in the context of its document → the division a person would take it for, or none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from zhibiao.regions import division_table, resolve
from zhibiao.regions.resolution import nicknames

with (Path(__file__).parent / "names_in_context.csv").open(encoding="utf-8", newline="") as lines:
    CASES = [tuple(row.values()) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("name", "year", "within", "code", "meant"), CASES)
def test_name_in_context(name: str, year: str, within: str, code: str, meant: str) -> None:
    division = resolve(name, int(year), within or None)
    assert (division.code if division else "") == code
    assert division is None or division.name == meant


def test_enough_cases() -> None:
    assert len(CASES) >= 200


def test_every_official_name_means_itself_in_its_own_report() -> None:
    for division in division_table().in_force(2024).values():
        assert resolve(division.name, 2024, division.code) == division


def test_every_nickname_belongs_to_a_division_of_today() -> None:
    current = division_table().in_force(2024)
    assert [nickname for code, nickname, _ in nicknames() if code not in current] == []
    assert {kind for _, _, kind in nicknames()} == {"abbreviation", "nickname", "short_name"}
