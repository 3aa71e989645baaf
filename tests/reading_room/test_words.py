"""The words of the pages: both languages complete, nothing left over, nothing missing."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

from reading_room.wording import words

ROOM = files("reading_room")
TABLE = list(csv.DictReader(ROOM.joinpath("words.csv").read_text("utf-8").splitlines()))
# Chosen by what a row says: bound_…, fall_…, severity_….
CHOSEN = (
    "bound_",
    "fall_",
    "severity_",
    "numeral_",
    "change_",
    "effect_",
    "class_",
    "name_",
    "status_",
    "js_",
)


def code() -> str:
    """Everything that may ask for a word."""
    folders = [ROOM, ROOM.joinpath("pages"), ROOM.joinpath("templates")]
    return "\n".join(
        path.read_text("utf-8")
        for folder in folders
        for path in folder.iterdir()
        if path.name.endswith((".py", ".jinja"))
    )


def test_every_line_has_both_languages_and_the_same_blanks() -> None:
    for row in TABLE:
        if row["key"] not in ("after_it", "blank"):
            assert row["zh"], row
        assert row["en"] or row["key"] == "after_it", row
        assert set(re.findall(r"\{(\w+)\}", row["zh"])) == set(re.findall(r"\{(\w+)\}", row["en"])), row


def test_no_line_is_twice_or_unused() -> None:
    keys = [row["key"] for row in TABLE]
    assert len(keys) == len(set(keys))
    source = code()
    unused = [key for key in keys if not key.startswith(CHOSEN) and not re.search(rf"\b{key}\b", source)]
    assert unused == []


def test_every_word_of_a_script_is_there() -> None:
    scripts = "\n".join(
        path.read_text("utf-8") for path in ROOM.joinpath("assets").iterdir() if path.name.endswith(".js")
    )
    asked = set(re.findall(r"\bwords\.(\w+)", scripts))
    assert asked == {key.removeprefix("js_") for key in words("zh").table if key.startswith("js_")}


def test_no_chinese_word_has_stayed_in_english() -> None:
    for row in TABLE:
        if not re.search("[\u4e00-\u9fff]", row["zh"]):
            assert row["key"] in (
                "other_language",
                "bound_exact",
                "bound_range",
                "peers_span",
                "after_it",
                "blank",
                "js_shown_of",
                "js_and",
            ), row
