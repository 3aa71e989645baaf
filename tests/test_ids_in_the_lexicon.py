"""Whatever table of the lexicon names an indicator names one that there is."""

from __future__ import annotations

import csv

import pytest

from tests.test_data_files import FILES, ROOT

LEXICON = [name for name in FILES if name.startswith("zhibiao/lexicon/")]
COLUMNS = (
    "indicator_id",
    "indicator_ids",
    "part_id",
    "whole_id",
    "share_id",
    "counted_id",
    "amount_id",
    "other_id",
)


def ids_in(name: str) -> set[str]:
    with (ROOT / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {one for row in rows for column in COLUMNS for one in (row.get(column) or "").split()}


@pytest.mark.parametrize("name", LEXICON)
def test_its_indicators_are_known(name: str) -> None:
    unknown = ids_in(name) - ids_in("zhibiao/lexicon/indicators.csv")
    assert not unknown, f"{name}: {sorted(unknown)}"


def test_no_class_of_words_is_a_place_of_the_grammar_too() -> None:
    places, classes = (
        {row.split(",")[0] for row in (ROOT / name).read_text(encoding="utf-8").splitlines()[1:]}
        for name in ("zhibiao/lexicon/grammar_words.csv", "zhibiao/lexicon/word_classes.csv")
    )
    assert not places & classes


def test_every_class_of_words_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "zhibiao").rglob("*.py"))
    with (ROOT / "zhibiao/lexicon/word_classes.csv").open(encoding="utf-8", newline="") as lines:
        classes = {row["word_class"] for row in csv.DictReader(lines)}
    assert not {one for one in classes if f"'{one}'" not in code and f'"{one}"' not in code}
