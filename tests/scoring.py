"""Compares what the reader found in a report with what careful people labelled in it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from tests.label_fields import Fields, Label, ids_in, of_label, of_rows, overlap, same_target, span_of
from zhibiao.model import Extraction, Figure

WHOLE = ("number", "unit", "bound", "measure", "status", "year")
# Indicators that the list gained after the labels were made: labelled as none, read as themselves.
ADDED_SINCE = frozenset(
    [
        "cod_emissions",
        "so2_emissions",
        "nox_emissions",
        "ammonia_nitrogen_emissions",
        "retail_price_index",
        "fiscal_deficit",
        "deficit_ratio",
        "money_supply_m2",
        "industry_agriculture_output",
        "national_income",
        "labour_productivity",
        "water_intensity",
        "services_share",
        "poverty_headcount",
        "poverty_exits",
        "shantytown_starts",
    ]
)
TALLIES = ("found", "whole", "indicator", "headline", "qualitative", "reason")
HEADLINE = ("number", "unit", "bound", "measure", "indicators", "headline")
SURROUNDINGS = 24
# Between the ids of the rules that made a figure.
RULES = re.compile(r"[\s,;|]+")


def read_labels(path: Path) -> list[Label]:
    """Return the labels of one report, in the order of the text."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@dataclass(slots=True)
class Tally:
    """How many are labelled, how many the reader claims, and how many of these are right."""

    labelled: int = 0
    claimed: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def f1(self) -> float:
        total = self.labelled + self.claimed
        return 2 * self.right / total if total else 1.0

    def __iadd__(self, other: Tally) -> Tally:
        self.labelled += other.labelled
        self.claimed += other.claimed
        self.right += other.right
        return self


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure that the reader claims: the rules behind it, which fields are right, how sure it was.

    ``right`` is empty for a figure that nobody labelled; of a figure with several rows the first speaks.
    """

    rules: tuple[str, ...]
    right: dict[str, bool]
    confidence: float | None

    def has(self, names: tuple[str, ...]) -> bool:
        """Whether all of these fields are right."""
        return bool(self.right) and all(self.right[name] for name in names)


@dataclass(slots=True)
class Score:
    """Tallies of figures by span and by field, of targets and of the ledger; each difference in words."""

    found: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)
    indicator: Tally = field(default_factory=Tally)
    headline: Tally = field(default_factory=Tally)
    qualitative: Tally = field(default_factory=Tally)
    reason: Tally = field(default_factory=Tally)
    unexplained: int = 0
    taken: int = 0
    differences: list[str] = field(default_factory=list, repr=False)
    judged: list[Judged] = field(default_factory=list, repr=False)

    def __iadd__(self, other: Score) -> Score:
        for name in TALLIES:
            tally = getattr(self, name)
            tally += getattr(other, name)
        self.unexplained += other.unexplained
        self.taken += other.taken
        self.differences += other.differences
        self.judged += other.judged
        return self

    def as_rates(self) -> dict[str, float]:
        """The rates that a bar is set for, from 0 to 1, by name."""
        return {
            "found": self.found.recall,
            "precise": self.found.precision,
            "whole": self.whole.f1,
            "indicator": self.indicator.f1,
            "headline": self.headline.f1,
            "qualitative": self.qualitative.f1,
            "reason": self.reason.recall,
        }


def score(
    text: str, labels: list[Label], extraction: Extraction, later: frozenset[str] = ADDED_SINCE
) -> Score:
    """Compare the labels of a report with its extraction; ``text`` gives the surroundings of a difference.

    ``later`` are the indicators that the labels do not know yet.
    """
    return _Comparison(text, labels, extraction, later).made()


def rightly_read(labels: list[Label], extraction: Extraction) -> dict[tuple[int, int], bool]:
    """Return whether each figure that was read is right in every field, by its span; optional ones are left out."""
    rows: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for figure in extraction.figures:
        rows[figure.char_start, figure.char_end].append(figure)
    right = dict.fromkeys(rows, False)
    for label in labels:
        if label["kind"] != "figure":
            continue
        span = max(rows, key=lambda one: overlap(one, span_of(label)), default=(0, 0))
        if overlap(span, span_of(label)) <= 0:
            continue
        if label["optional"]:
            right.pop(span, None)
        elif span in right:
            right[span] = of_label(label) == of_rows(rows[span], ADDED_SINCE)
    return right


class _Comparison:
    def __init__(self, text: str, labels: list[Label], extraction: Extraction, later: frozenset[str]) -> None:
        self.text = text
        self.labels = labels
        self.later = later
        self.extraction = extraction
        self.score = Score()
        self.rows: dict[tuple[int, int], list[Figure]] = defaultdict(list)
        for figure in extraction.figures:
            self.rows[figure.char_start, figure.char_end].append(figure)

    def made(self) -> Score:
        left = set(self.rows)
        for label in self.labels:
            if label["kind"] == "figure":
                span = max(left, key=lambda one: overlap(one, span_of(label)), default=(0, 0))
                if overlap(span, span_of(label)) > 0:
                    left.discard(span)
                    self._figure(label, self.rows[span])
                else:
                    self._figure(label, [])
        for span in sorted(left):
            self._claim(of_rows(self.rows[span], self.later))
            self._judge(self.rows[span], {})
            self._differ("not labelled", span, "")
        self._qualitative()
        self._ledger()
        return self.score

    def _differ(self, what: str, span: tuple[int, int], detail: str) -> None:
        start, end = span
        around = f"{self.text[max(0, start - SURROUNDINGS) : start]}⟦{self.text[start:end]}⟧"
        around += self.text[end : end + SURROUNDINGS]
        self.score.differences.append(f"{what}: {around!r} {detail}".rstrip())

    def _claim(self, fields: Fields) -> None:
        self.score.found.claimed += 1
        self.score.whole.claimed += 1
        self.score.indicator.claimed += len(ids_in(fields))
        self.score.headline.claimed += bool(fields["headline"])

    def _judge(self, rows: list[Figure], right: dict[str, bool]) -> None:
        first = rows[0]
        rules = tuple(part for part in RULES.split(first.rule) if part)
        self.score.judged.append(Judged(rules, right, getattr(first, "confidence", None)))

    def _figure(self, label: Label, rows: list[Figure]) -> None:
        if label["optional"]:
            return
        expected = of_label(label)
        self.score.found.labelled += 1
        self.score.whole.labelled += 1
        self.score.indicator.labelled += len(ids_in(expected))
        self.score.headline.labelled += bool(expected["headline"])
        if not rows:
            self._differ("missed", span_of(label), "")
            return
        actual = of_rows(rows, self.later)
        self._claim(actual)
        self.score.found.right += 1
        self.score.whole.right += all(expected[name] == actual[name] for name in WHOLE)
        self.score.indicator.right += len(ids_in(expected) & ids_in(actual))
        alike = all(expected[name] == actual[name] for name in HEADLINE)
        self.score.headline.right += bool(expected["headline"]) and alike
        self._judge(rows, {name: value == actual[name] for name, value in expected.items()})
        for name, value in expected.items():
            if value != actual[name]:
                self._differ(name, span_of(label), f"labelled {value}, read {actual[name]}")

    def _qualitative(self) -> None:
        optional = [
            label for label in self.labels if label["kind"] == "qualitative" and label.get("optional")
        ]
        left = [
            target
            for target in self.extraction.qualitative_targets
            if not any(same_target(label, target, self.later) for label in optional)
        ]
        self.score.qualitative.claimed = len(left)
        for label in self.labels:
            if label["kind"] != "qualitative" or label.get("optional"):
                continue
            self.score.qualitative.labelled += 1
            found = next((one for one in left if same_target(label, one, self.later)), None)
            if found is None:
                self._differ("qualitative target missed", span_of(label), label["indicator"])
                continue
            left.remove(found)
            self.score.qualitative.right += 1
        for target in left:
            self._differ("qualitative target not labelled", (target.char_start, target.char_end), "")

    def _ledger(self) -> None:
        numerals = self.extraction.numerals
        self.score.unexplained = sum(one.reason == "unexplained" for one in numerals)
        for label in self.labels:
            if label["kind"] != "excluded":
                continue
            self.score.reason.labelled += 1
            if any(overlap(span, span_of(label)) > 0 for span in self.rows):
                self.score.taken += 1
                self._differ("taken for a figure", span_of(label), label["reason"])
            reasons = {
                str(one.reason)
                for one in numerals
                if overlap((one.char_start, one.char_end), span_of(label)) > 0
            }
            self.score.reason.right += label["reason"] in reasons
            if label["reason"] not in reasons:
                self._differ("reason", span_of(label), f"labelled {label['reason']}, read {sorted(reasons)}")
