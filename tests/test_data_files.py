"""Words and facts lie in CSV files that people edit: a comma without its quotes must not cut a cell in silence."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("zhibiao", "expectations", "reading_room", "orchestration", "dbt_project/seeds", "tests")
FILES = sorted(
    path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*.csv")
)


def test_the_files_are_found() -> None:
    assert "expectations/words.csv" in FILES
    assert "zhibiao/lexicon/indicators.csv" in FILES


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_as_many_cells_as_the_head(name: str) -> None:
    with (ROOT / name).open(encoding="utf-8", newline="") as lines:
        head, *rows = csv.reader(lines)
    odd = [row for row in rows if len(row) != len(head)]
    assert not odd, f"{name}: cells beyond the head, or too few; is a comma without quotes? {odd[:3]}"


@pytest.mark.parametrize("name", [one for one in FILES if one.startswith(("zhibiao/", "expectations/"))])
def test_no_row_stands_twice(name: str) -> None:
    rows = (ROOT / name).read_text(encoding="utf-8").splitlines()
    twice = [row for row, times in Counter(rows).items() if times > 1]
    assert not twice, f"{name}: {twice[:3]}"
