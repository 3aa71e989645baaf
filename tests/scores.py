"""Scores of the reader on everything that is labelled: ``make scores``.

``python -m tests.scores --differences SET`` lists in words where reader and labels part; of the blind measured
reports only totals are told, for a difference once read would make them training ones. ``--floors`` writes what
was reached to ``tests/labels/floors.csv``, below which CI lets nothing fall. ``--corpus FOLDER`` reads the reports
of ``tests/labels/lists`` whole, from a folder that has their texts.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.label_fields import Label
from tests.scoring import ADDED_SINCE, HEADLINE, WHOLE, Judged, Score, read_labels, score
from zhibiao.decoding import decode
from zhibiao.extract import extract
from zhibiao.model import Profile
from zhibiao.profile import profile

LABELS = Path(__file__).parent / "labels"
RAW = Path(__file__).parents[1] / "raw"
FLOORS = LABELS / "floors.csv"
# Only ever measured.
SEALED = ("blind measured", "blind early")
FIELDS = tuple(dict.fromkeys((*WHOLE, *HEADLINE)))
# A figure is right in every field where all of these are.
BINS = ((0.95, 1.01), (0.9, 0.95), (0.8, 0.9), (0.6, 0.8), (0.0, 0.6))


def report_score(text: str, labels: Path) -> Score:
    """Score a whole report, whose year and region are found in its text."""
    return score(text, read_labels(labels), extract(text, profile(text), labels.stem))


def headline_score(labels: Path, later: frozenset[str] = ADDED_SINCE) -> Score:
    """Score a passage with the list of expected targets, of which nothing else is labelled."""
    passage, *targets = read_labels(labels)
    year = passage["plan_year"]
    of = Profile(region_code=passage["region_code"], plan_year=year, review_year=year - 1)
    return _headline(passage["text"], of, targets, later)


def list_score(labels: Path) -> Score:
    """Score such a passage whose labels know every indicator."""
    return headline_score(labels, frozenset())


def whole_list_score(labels: Path, corpus: Path) -> Score:
    """Score the headline targets of a whole report, whose text lies in ``corpus`` under the name in its labels."""
    passage, *targets = read_labels(labels)
    text = (corpus / passage["file"]).read_text(encoding="utf-8")
    for target in targets:
        moved = next(at - start for start, at, length in passage["parts"] if target["start"] < start + length)
        target["start"] += moved
        target["end"] += moved
    return _headline(text, profile(text), targets, frozenset())


def _headline(text: str, of: Profile, targets: list[Label], later: frozenset[str]) -> Score:
    extraction = extract(text, of, "")
    extraction.figures = [figure for figure in extraction.figures if figure.is_headline]
    return score(text, targets, extraction, later)


def _raw(labels: Path) -> Score:
    return report_score(decode((RAW / f"{labels.stem}.txt").read_bytes()).text, labels)


def _blind(labels: Path) -> Score:
    return report_score(labels.with_suffix(".txt").read_text(encoding="utf-8"), labels)


SETS: dict[str, tuple[Path, Callable[[Path], Score]]] = {
    "raw": (LABELS, _raw),
    "headline": (LABELS / "headline", headline_score),
    "lists": (LABELS / "lists", list_score),
    "blind measured": (LABELS / "blind" / "measured", _blind),
    "blind early": (LABELS / "blind" / "early", _blind),
    "blind training": (LABELS / "blind" / "training", _blind),
}


def scores(name: str) -> Iterator[tuple[Path, Score]]:
    """Yield each label file of a set with its score."""
    folder, scored = SETS[name]
    for labels in sorted(folder.glob("*.jsonl")):
        yield labels, scored(labels)


def total(name: str) -> Score:
    """Return the sum of a set's scores."""
    summed = Score()
    for _, one in scores(name):
        summed += one
    return summed


def floors() -> dict[tuple[str, str], float]:
    """Return what each rate of each set must not fall below."""
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return {(row["set"], row["rate"]): float(row["floor"]) for row in csv.DictReader(file)}


def write_floors(by_set: dict[str, Score]) -> None:
    """Write the rates reached, rounded down to a thousandth."""
    with FLOORS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("set", "rate", "floor"))
        for name, summed in by_set.items():
            for rate, value in summed.as_rates().items():
                writer.writerow((name, rate, f"{int(value * 1000 + 1e-9) / 1000:.3f}"))


def of_set(name: str, summed: Score) -> str:
    """Return the line of a set: how many figures, and each rate."""
    rates = "  ".join(f"{rate} {value:.3f}" for rate, value in summed.as_rates().items())
    counts = f"{summed.found.labelled:5} figures, {summed.headline.labelled:3} headline"
    return f"{name:15}{counts}  {rates}  unexplained {summed.unexplained}  taken {summed.taken}"


def by_field(judged: list[Judged], labelled: int) -> Iterator[str]:
    """Yield a line for each field: of the figures claimed and of those labelled, how many have it right."""
    yield f"{'field':14}{'precision':>10}{'recall':>10}"
    for name in FIELDS:
        right = sum(one.has((name,)) for one in judged)
        yield f"{name:14}{right / max(1, len(judged)):10.4f}{right / max(1, labelled):10.4f}"


def by_rule(judged: list[Judged], labelled: int) -> Iterator[str]:
    """Yield a line for each rule, the most used first.

    Precision is the share of its figures that are right in number, unit, bound, measure, status and year
    (whole), in the indicator, and in every field; recall the share of all labelled figures that are right in
    every field and have it behind them.
    """
    yield f"{'rule':34}{'figures':>8}{'whole':>8}{'indicator':>11}{'every':>8}{'recall':>8}"
    used = Counter(rule for one in judged for rule in set(one.rules))
    for rule, count in sorted(used.items(), key=lambda item: (-item[1], item[0])):
        of = [one for one in judged if rule in one.rules]
        whole, indicator, every = (
            sum(one.has(names) for one in of) for names in (WHOLE, ("indicators",), FIELDS)
        )
        shares = f"{whole / count:8.3f}{indicator / count:11.3f}{every / count:8.3f}"
        yield f"{rule:34}{count:8}{shares}{every / max(1, labelled):8.3f}"


def calibration(judged: list[Judged]) -> Iterator[str]:
    """Yield a line for each range of confidence: how many figures, how many of them right in every field."""
    sure = [(one.confidence, one) for one in judged if one.confidence is not None]
    if not sure:
        return
    yield f"{'confidence':14}{'figures':>8}{'share':>8}{'right':>8}"
    for low, high in BINS:
        of = [one for confidence, one in sure if low <= confidence < high]
        right = sum(one.has(FIELDS) for one in of)
        share = len(of) / len(sure)
        yield f"{low:.2f} to {min(high, 1):.2f}  {len(of):8}{share:8.3f}{right / max(1, len(of)):8.3f}"


def printed(by_set: dict[str, Score]) -> Iterator[str]:
    """Yield all that ``make scores`` prints; the rules' table leaves the sealed sets out."""
    yield from (of_set(name, summed) for name, summed in by_set.items())
    for name, summed in by_set.items():
        for title, table in (("fields", by_field), ("rules", by_rule)):
            if title == "fields" or name not in SEALED:
                yield from ("", f"{title} of {name}", *table(summed.judged, summed.found.labelled))
        sure = list(calibration(summed.judged))
        yield from ("", f"confidence of {name}", *sure) if sure else ()


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.scores", description=__doc__)
    allowed = [name for name in SETS if name not in SEALED]
    parser.add_argument("--differences", choices=allowed, metavar="SET", help=f"one of: {', '.join(allowed)}")
    parser.add_argument("--floors", action="store_true", help="keep what was reached")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="the reports of lists, read whole")
    options = parser.parse_args(arguments)
    if options.corpus:
        summed = Score()
        for labels in sorted((LABELS / "lists").glob("*.jsonl")):
            summed += whole_list_score(labels, options.corpus)
        print("\n".join([of_set("lists, whole", summed), *summed.differences]))
        return
    if options.differences:
        for labels, scored in scores(options.differences):
            print("\n".join([labels.stem, *(f"  {line}" for line in scored.differences)]))
        return
    by_set = {name: total(name) for name in SETS if any(SETS[name][0].glob("*.jsonl"))}
    if options.floors:
        write_floors(by_set)
    print("\n".join(printed(by_set)))


if __name__ == "__main__":
    main(sys.argv[1:])
