"""The reader, held to the sentences of this folder's YAML files (see ``specification``)."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.grammar.specification import FOLDER, Case, Facts, cases, seen, seen_target
from zhibiao.lexicon import rows
from zhibiao.model import Extraction, Figure


def parameters() -> list[object]:
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(strict=True, reason=case.fault)] if case.fault else [],
        )
        for file in sorted(FOLDER.glob("*.yaml"))
        for case in cases(file)
    ]


def figures(case: Case, found: Extraction) -> list[tuple[str, Facts]]:
    """The spans found, each with what the case says of it (or all ids, where the case has no such span)."""
    spans: dict[tuple[int, int], list[Figure]] = {}
    for figure in found.figures:
        spans.setdefault((figure.char_start, figure.char_end), []).append(figure)
    expected = [facts for _, facts in case.figures]
    expected += [{"indicator": ""}] * (len(spans) - len(expected))
    return [
        (rows[0].value_text, seen(rows, facts)) for rows, facts in zip(spans.values(), expected, strict=False)
    ]


def qualitative(case: Case, found: Extraction) -> list[tuple[str, Facts]]:
    expected = [facts for _, facts in case.qualitative]
    expected += [{"indicator": ""}] * (len(found.qualitative_targets) - len(expected))
    return [
        (row.target_text, seen_target(row, facts))
        for row, facts in zip(found.qualitative_targets, expected, strict=False)
    ]


@pytest.mark.parametrize("case", parameters())
def test_sentence(case: Case) -> None:
    found = case.read()
    assert figures(case, found) == case.figures, case.text
    assert qualitative(case, found) == case.qualitative, case.text
    assert [finding.check_name for finding in found.findings] == case.findings, case.text


def test_a_name_stands_once_in_the_lexicon() -> None:
    names = [row["name"] for row in rows("indicator_names")]
    assert [name for name, times in Counter(names).items() if times > 1] == []
