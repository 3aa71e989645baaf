"""The five reports of ``raw/``, held to what careful people labelled in them.

The bars are those that unseen reports are measured by, a little above what two careful readers of the same
report agree on. A report that falls below one fails with every difference in its words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scores import headline_score, report_score
from tests.scoring import Score, read_labels
from zhibiao.decoding import decode

RAW = Path(__file__).parents[1] / "raw"
LABELS = sorted((Path(__file__).parent / "labels").glob("*.jsonl"))
BARS = {
    "found": 0.995,
    "precise": 0.99,
    "whole": 0.98,
    "indicator": 0.98,
    "headline": 1.0,
    "qualitative": 1.0,
    "reason": 0.95,
}


def report(labels: Path) -> str:
    return decode((RAW / f"{labels.stem}.txt").read_bytes()).text


@pytest.fixture(scope="module", params=LABELS, ids=lambda path: path.stem.split("_")[0])
def scored(request: pytest.FixtureRequest) -> Score:
    return report_score(report(request.param), request.param)


def explained(scored: Score) -> str:
    return "\n".join(["", *scored.differences])


@pytest.mark.parametrize(("rate", "bar"), BARS.items(), ids=BARS)
def test_the_reader_reads_as_careful_people_do(scored: Score, rate: str, bar: float) -> None:
    assert scored.as_rates()[rate] >= bar, explained(scored)


def test_every_numeral_is_accounted_for(scored: Score) -> None:
    assert (scored.unexplained, scored.taken) == (0, 0), explained(scored)


def test_five_reports_are_labelled() -> None:
    assert len(LABELS) == 5


@pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.stem.split("_")[0])
def test_the_labels_are_of_the_texts(labels: Path) -> None:
    text = report(labels)
    for label in read_labels(labels):
        assert text[label["start"] : label["end"]] == label.get("text")


HEADLINES = sorted((Path(__file__).parent / "labels" / "headline").glob("*.jsonl"))


@pytest.mark.parametrize("labels", HEADLINES, ids=lambda path: path.stem)
def test_lists_of_expected_targets(labels: Path) -> None:
    scored = headline_score(labels)
    rates = scored.as_rates()
    assert (rates["headline"], rates["whole"], rates["qualitative"]) == (1, 1, 1), explained(scored)
