"""The cues of a text's role: what their rows say of themselves."""

from __future__ import annotations

import re

import pytest

from orchestration.storage.settings import PROJECT
from zhibiao.folding import fold
from zhibiao.lexicon import rows
from zhibiao.outline.cues import cue_reader
from zhibiao.outline.lines import Role
from zhibiao.outline.roles import Years

NEEDING = [row for row in rows("role_cues") if row["needs"]]
SENTENCES = [
    sentence
    for path in sorted((PROJECT / "raw").glob("*.txt"))
    for sentence in re.split(r"(?<=[。!\n])", fold(path.read_text("utf-8")))
]


@pytest.mark.parametrize("row", NEEDING, ids=lambda row: row["pattern"][:40])
def test_the_words_that_a_row_needs_are_in_whatever_it_takes(row: dict[str, str]) -> None:
    needs = row["needs"].split("|")
    assert all(word in row["pattern"] for word in needs)
    pattern = re.compile(
        re.sub("ANYPLAN|[A-Z]+YEAR", "(?:今年|20[0-9]{2}年|“?十[一二三四]五”?)", row["pattern"])
    )
    taken = [found[0] for sentence in SENTENCES if (found := pattern.match(sentence))]
    assert all(any(word in one for word in needs) for one in taken)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("我们也清醒地认识到,发展不足仍是最大的实际。", Role.PROBLEMS),
        ("在看到成绩的同时,发展还不平衡。", Role.PROBLEMS),
        ("发展中还存在不少困难和问题:项目不多。", Role.PROBLEMS),
        ("今年是“十四五”开局之年。", Role.PLAN),
        ("主要预期目标是:生产总值增长6%。", Role.PLAN),
        ("我们认识到,发展仍是最大的实际。", None),
        ("主要预期目标完成情况良好。", None),
        ("生产总值增长6%。", None),
    ],
)
def test_a_sentence_says_what_it_opens(sentence: str, role: Role | None) -> None:
    found = cue_reader(Years(2024, 2023, 2024)).at(sentence, 0, len(sentence), opening=False)
    assert (found[0].role if found else None) is role
