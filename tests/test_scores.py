"""What the reader reaches on everything labelled, and that none of it falls; the tables of ``make scores``."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.scores import (
    LABELS,
    SEALED,
    SETS,
    by_field,
    by_rule,
    calibration,
    floors,
    main,
    total,
    whole_list_score,
)
from tests.scoring import HEADLINE, WHOLE, Judged, Score, read_labels

summed: Callable[[str], Score] = cache(total)
BLIND = sorted((LABELS / "blind").glob("*/*.jsonl"))
LISTS = sorted((LABELS / "lists").glob("*.jsonl"))
FIELDS = dict.fromkeys((*WHOLE, *HEADLINE), True)


@pytest.mark.parametrize(("of", "rate"), floors(), ids=lambda value: value)
def test_no_rate_falls(of: str, rate: str) -> None:
    assert summed(of).as_rates()[rate] >= floors()[of, rate]


def test_every_set_has_its_floors() -> None:
    assert {of for of, _ in floors()} == {of for of in SETS if any(SETS[of][0].glob("*.jsonl"))}


@pytest.mark.parametrize("labels", BLIND, ids=lambda path: path.stem)
def test_the_blind_labels_are_of_their_texts(labels: Path) -> None:
    text = labels.with_suffix(".txt").read_text(encoding="utf-8")
    spans = [label for label in read_labels(labels) if label["kind"] != "qualitative"]
    assert all(text[label["start"] : label["end"]] == label["text"] for label in read_labels(labels))
    assert all(one["end"] <= other["start"] for one, other in pairwise(spans))


def test_every_arabic_numeral_of_the_blind_reports_is_labelled() -> None:
    for labels in BLIND:
        text = labels.with_suffix(".txt").read_text(encoding="utf-8")
        covered = {place for label in read_labels(labels) for place in range(label["start"], label["end"])}
        bare = [place for place, sign in enumerate(text) if sign.isdecimal() and place not in covered]
        assert not bare, f"{labels.stem}: {text[bare[0] - 10 : bare[0] + 10]!r}"


def test_the_blind_texts_are_the_ones_labelled() -> None:
    lines = (LABELS / "blind" / "sources.tsv").read_text(encoding="utf-8").splitlines()[1:]
    named = {(fields[1], fields[0]): fields[3] for fields in (line.split("\t") for line in lines)}
    texts = [path.with_suffix(".txt") for path in BLIND]
    assert named == {(p.parent.name, p.name): hashlib.sha256(p.read_bytes()).hexdigest() for p in texts}


@pytest.mark.parametrize("labels", LISTS, ids=lambda path: path.stem)
def test_a_list_s_labels_lie_in_its_passages(labels: Path) -> None:
    passage, *targets = read_labels(labels)
    parts = [(start, start + length) for start, _, length in passage["parts"]]
    assert passage["text"] == "".join(passage["text"][start:end] + "\n" for start, end in parts)
    assert all(any(a <= one["start"] < one["end"] <= z for a, z in parts) for one in targets)


def test_a_list_is_found_again_in_its_report(tmp_path: Path) -> None:
    labels = LABELS / "lists" / "county_徐水区_2018.jsonl"
    passage = read_labels(labels)[0]
    whole = ["　"] * max(at + length for _, at, length in passage["parts"])
    for start, at, length in passage["parts"]:
        whole[at : at + length] = passage["text"][start : start + length]
    (tmp_path / passage["file"]).write_text("".join(whole), encoding="utf-8")
    scored = whole_list_score(labels, tmp_path)
    assert (scored.found.labelled, scored.found.right) == (7, 7)


@pytest.mark.parametrize("sealed", SEALED)
def test_differences_of_the_measured_reports_are_not_told(
    sealed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--differences", sealed])
    assert "invalid choice" in capsys.readouterr().err


def judged(*wrong: str, rule: str = "name", confidence: float | None = None) -> Judged:
    return Judged((rule,), FIELDS | dict.fromkeys(wrong, False), confidence)


def test_a_rule_is_counted_with_what_it_gets_wrong() -> None:
    table = list(by_rule([judged(), judged("year"), judged("indicators", rule="list")], labelled=4))
    assert [line.split() for line in table[1:]] == [
        ["name", "2", "0.500", "1.000", "0.500", "0.250"],
        ["list", "1", "1.000", "0.000", "0.000", "0.000"],
    ]


def test_an_unlabelled_figure_lowers_precision_and_not_recall() -> None:
    claimed = [judged(), Judged(("name",), {}, None)]
    year = next(line.split() for line in by_field(claimed, labelled=1) if line.startswith("year"))
    assert year == ["year", "0.5000", "1.0000"]


def test_calibration_counts_what_is_right_in_every_field() -> None:
    sure = [judged(confidence=0.97), judged("headline", confidence=0.97), judged("unit", confidence=0.3)]
    rows = [line.split()[-3:] for line in calibration(sure)]
    assert (rows[1], rows[-1]) == (["2", "0.667", "0.500"], ["1", "0.333", "0.000"])
    assert list(calibration([judged()])) == []
