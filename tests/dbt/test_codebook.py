"""The codebook follows from the lexicon and its notes, and has a section for every variable of the panel."""

from __future__ import annotations

from orchestration.dbt.codebook_page import LEVELS, PAGE, codebook, lexicon, rows
from orchestration.dbt.panel_contract import core_indicators


def test_the_codebook_follows_from_its_lists() -> None:
    assert PAGE.read_text(encoding="utf-8") == codebook(), "run python -m orchestration.dbt.codebook_page"


def test_every_core_indicator_has_a_section() -> None:
    noted = {note["indicator_id"] for note in rows("notes")}
    assert {indicator["indicator_id"] for indicator in core_indicators()} <= noted


def test_every_note_is_of_an_indicator_and_says_what_it_is() -> None:
    known = {indicator["indicator_id"] for indicator in lexicon("indicators")}
    keys = {source["key"] for source in rows("sources")}
    for note in rows("notes"):
        assert note["indicator_id"] in known
        assert note["definition"]
        assert None not in note, note["indicator_id"]
        assert set(note["used_by"].split()) <= keys


def test_coverage_adds_up() -> None:
    for row in rows("coverage"):
        assert row["level"] in LEVELS
        assert int(row["stated"]) + int(row["in_words"]) + int(row["beyond_list"]) <= int(row["reports"])
