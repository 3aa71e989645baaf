"""The five reports of ``raw/``, held to what careful people labelled in them.

The bars are those that unseen reports are measured by, a little above what two careful readers of the same
report agree on. A report that falls below one fails with every difference in its words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scoring import Score, read_labels, score
from zhibiao.decoding import decode
from zhibiao.extract import extract
from zhibiao.model import Profile
from zhibiao.profile import profile

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
    text = report(request.param)
    extraction = extract(text, profile(text), request.param.stem)
    return score(text, read_labels(request.param), extraction)


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
    passage, *targets = read_labels(labels)
    year = passage["plan_year"]
    of = Profile(region_code=passage["region_code"], plan_year=year, review_year=year - 1)
    extraction = extract(passage["text"], of, labels.stem)
    extraction.figures = [figure for figure in extraction.figures if figure.is_headline]
    scored = score(passage["text"], targets, extraction)
    rates = scored.as_rates()
    assert (rates["headline"], rates["whole"], rates["qualitative"]) == (1, 1, 1), explained(scored)
