"""``make weights``: fit the weights of ``zhibiao/lexicon/confidence_weights.csv`` to labelled reports.

A figure is right where number, unit, bound, measure, status, year, indicators and headline are those of its label. The
weights are those of a logistic regression that is drawn towards nothing, in whole hundredths; equal labels give equal
weights.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from math import ceil, exp, log
from pathlib import Path

from tests.scoring import read_labels, rightly_read
from zhibiao.confidence import HUNDREDTH
from zhibiao.decoding import decode
from zhibiao.document import Document
from zhibiao.extract import extract, read
from zhibiao.legible import legible
from zhibiao.model import Figure
from zhibiao.profile import profile
from zhibiao.sign_names import BIAS
from zhibiao.signs import Observer

LABELS = Path(__file__).parents[1] / "tests" / "labels"
# The training reports are in the audited figures, as they were first read.
BLIND = ("early",)
AUDITED = LABELS / "audited.csv"
# Drawn by how sure they were, or for a sign that they have: they say nothing of how many are sure.
PICKED = frozenset({"sure", "band", "signs", "later"})
# Figures of some 600 reports as two earlier readers read them, by whether the reader of today reads them alike.
MENDED = LABELS / "mended.csv"
# What counts otherwise than once: the first look at labels was by the guide that all are measured by; of what was mended
# most is of a few kinds, half of it was drawn, and of what is read alike a hundredth.
WEIGHTS = {"first look": 2.0, "mended": 0.04, "alike": 2.0}
# Judged in the same way, and never fitted to.
HELD_OUT = LABELS / "audited_held_out.csv"
# A sign of fewer figures says nothing.
FEWEST = 8
PULL, STEPS = 2.0, 1500
# A figure has some ten signs, and a step that suits each by itself would be too long for all together.
STIFFNESS = 2.5
# The mark of confidence, and the share of figures that is to reach it: of the sample four fifths and a little more, so that of the
# figures of 602 reports four fifths do.
MARK, SUREST = 0.9, 0.816

Sample = tuple[tuple[str, ...], bool]
Weighed = dict[Sample, float]


def samples_of(labels: Path) -> Iterator[Sample]:
    """Give the signs of each figure of a labelled report that counts, and whether the figure is right."""
    text = decode(labels.with_suffix(".txt").read_bytes()).text
    about = profile(text)
    right = rightly_read(read_labels(labels), extract(text, about, labels.stem))
    # The same once more without what is left out of a text, so that the offsets are those that signs want.
    document = Document(legible(legible(text).text), about)
    spans = list(document_spans(text, read(document, labels.stem).figures))
    observer = Observer(document, [figure for figure, _ in spans])
    for figure, span in spans:
        if span in right:
            yield tuple(observer.signs(figure)), right[span]


def audited(judged: Path = AUDITED, leave_out: frozenset[str] = frozenset()) -> Iterator[Sample]:
    """Give the figures of unseen reports that were judged at first look, with the signs of that reading.

    Those of the sources ``leave_out`` are left out.
    """
    for source, sample, count in _judged(judged):
        if source not in leave_out:
            yield from [sample] * count


def weighed(labelled: Iterable[Sample]) -> Weighed:
    """Return samples of labelled reports, and all that was judged or mended, each with what it counts."""
    counts: Weighed = defaultdict(float)
    for sample in labelled:
        counts[sample] += 1
    for judged in (AUDITED, MENDED):
        for source, sample, count in _judged(judged):
            counts[sample] += WEIGHTS.get(source, 1.0) * count
    return counts


def _judged(judged: Path) -> Iterator[tuple[str, Sample, int]]:
    """Give each row's samples of a file of judged figures: their source, signs and verdict, and how many they are."""
    with judged.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found = tuple(row["signs"].split("; "))
            for is_right, count in ((True, int(row["right"])), (False, int(row["wrong"]))):
                if count:
                    yield row["source"], (found, is_right), count


def document_spans(text: str, figures: list[Figure]) -> Iterator[tuple[Figure, tuple[int, int]]]:
    """Give figures of a legible text with their spans in the text that it was made of."""
    made = legible(text)
    for figure in figures:
        yield figure, made.span(figure.char_start, figure.char_end)


def fit(samples: Weighed) -> dict[str, float]:
    """Return the weights of signs by gradient descent with momentum; the bias alone is not pulled towards nothing."""
    counts: dict[str, float] = defaultdict(float)
    shown: Counter[str] = Counter()
    for (found, _), count in samples.items():
        for sign in found:
            counts[sign] += count
            shown[sign] += 1
    weights = {sign: 0.0 for sign, count in sorted(shown.items()) if count >= FEWEST}
    known = [
        ([sign for sign in found if sign in weights], right, count)
        for (found, right), count in samples.items()
    ]
    ahead = dict(weights)
    for step in range(STEPS):
        slopes = dict.fromkeys(weights, 0.0)
        for signs, is_right, count in known:
            error = count * (1 / (1 + exp(-sum([ahead[sign] for sign in signs]))) - is_right)
            for sign in signs:
                slopes[sign] += error
        momentum = step / (step + 3)
        for sign, last in weights.items():
            pull = 0.0 if sign == BIAS else PULL * ahead[sign]
            weights[sign] = ahead[sign] - (slopes[sign] + pull) / (STIFFNESS * counts[sign] + PULL)
            ahead[sign] = weights[sign] + momentum * (weights[sign] - last)
    return weights


def prudent(weights: dict[str, float], samples: Sequence[Sample]) -> dict[str, int]:
    """Return the weights in whole hundredths, the bias lowered until 0.9 is reached by the surest share of samples.

    0.9 is the mark above which a reader takes a figure unseen: it promises more than nine right of ten.
    """
    whole = {sign: round(weight * HUNDREDTH) for sign, weight in weights.items()}
    odds = sorted((sum(whole.get(sign, 0) for sign in found) for found, _ in samples), reverse=True)
    least = odds[int(len(odds) * SUREST) - 1]
    whole[BIAS] += min(0, ceil(log(MARK / (1 - MARK)) * HUNDREDTH) - least)
    return whole


def at_the_mark(weights: dict[str, int], samples: Iterable[Sample]) -> tuple[int, int]:
    """Return how many samples the weights put at 0.9 and above, and how many of these are right."""
    least = log(MARK / (1 - MARK)) * HUNDREDTH
    sure = [is_right for found, is_right in samples if sum(weights.get(sign, 0) for sign in found) >= least]
    return len(sure), sum(sure)


def write(weights: dict[str, int]) -> None:
    """Write the weights that are not nothing, the heaviest first."""
    target = Path(str(files("zhibiao.lexicon").joinpath("confidence_weights.csv")))
    heaviest = sorted((-abs(weight), sign, weight) for sign, weight in weights.items() if weight)
    with target.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["sign", "weight"])
        writer.writerows((sign, weight) for _, sign, weight in heaviest)


def main() -> None:
    """Fit the weights to all labelled reports and audited figures, and say how many they rest on."""
    labelled = sorted(path for folder in BLIND for path in (LABELS / "blind" / folder).glob("*.jsonl"))
    samples = [sample for labels in labelled for sample in samples_of(labels)]
    if not samples:
        sys.exit(f"no labelled report lies in {LABELS}")
    weights = prudent(fit(weighed(samples)), list(audited(leave_out=PICKED)))
    write(weights)
    samples += audited()
    wrong = sum(not is_right for _, is_right in samples)
    print(f"weights of {len(samples)} figures, {wrong} of them read wrongly, and of what was mended")
    sure, right = at_the_mark(weights, audited(HELD_OUT))
    print(f"of the figures held out, {sure} are at {MARK} and above, {right} of them right")


if __name__ == "__main__":
    main()
