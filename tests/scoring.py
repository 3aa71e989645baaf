"""Compares what the reader found in a report with what careful people labelled in it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from zhibiao.folding import fold
from zhibiao.model import Extraction, Figure, Measure, QualitativeTarget

Label = dict[str, Any]
Fields = dict[str, object]
# 新建N and 增加N are read as an amount or as a change of one by equally careful people.
AMOUNTS = {Measure.LEVEL: "amount", Measure.CHANGE_AMOUNT: "amount"}
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
# What was a kind of another indicator when the labels were made.
KIND_OF = {"affordable_housing_starts": "affordable_housing"}
TALLIES = ("found", "whole", "indicator", "headline", "qualitative", "reason")
HEADLINE = ("number", "unit", "bound", "measure", "indicators", "headline")
SURROUNDINGS = 24
# What shares a numeral may be named in words, where it has no id.
ID = re.compile(r"[a-z0-9_]+")
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
        span = max(rows, key=lambda one: _overlap(one, _span(label)), default=(0, 0))
        if _overlap(span, _span(label)) <= 0:
            continue
        if label["optional"]:
            right.pop(span, None)
        elif span in right:
            right[span] = _of_label(label) == _of_rows(rows[span], ADDED_SINCE)
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
                span = max(left, key=lambda one: _overlap(one, _span(label)), default=(0, 0))
                if _overlap(span, _span(label)) > 0:
                    left.discard(span)
                    self._figure(label, self.rows[span])
                else:
                    self._figure(label, [])
        for span in sorted(left):
            self._claim(_of_rows(self.rows[span], self.later))
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
        self.score.indicator.claimed += len(_ids(fields))
        self.score.headline.claimed += bool(fields["headline"])

    def _judge(self, rows: list[Figure], right: dict[str, bool]) -> None:
        first = rows[0]
        rules = tuple(part for part in RULES.split(first.rule) if part)
        self.score.judged.append(Judged(rules, right, getattr(first, "confidence", None)))

    def _figure(self, label: Label, rows: list[Figure]) -> None:
        if label["optional"]:
            return
        expected = _of_label(label)
        self.score.found.labelled += 1
        self.score.whole.labelled += 1
        self.score.indicator.labelled += len(_ids(expected))
        self.score.headline.labelled += bool(expected["headline"])
        if not rows:
            self._differ("missed", _span(label), "")
            return
        actual = _of_rows(rows, self.later)
        self._claim(actual)
        self.score.found.right += 1
        self.score.whole.right += all(expected[name] == actual[name] for name in WHOLE)
        self.score.indicator.right += len(_ids(expected) & _ids(actual))
        alike = all(expected[name] == actual[name] for name in HEADLINE)
        self.score.headline.right += bool(expected["headline"]) and alike
        self._judge(rows, {name: value == actual[name] for name, value in expected.items()})
        for name, value in expected.items():
            if value != actual[name]:
                self._differ(name, _span(label), f"labelled {value}, read {actual[name]}")

    def _qualitative(self) -> None:
        optional = [
            label for label in self.labels if label["kind"] == "qualitative" and label.get("optional")
        ]
        left = [
            target
            for target in self.extraction.qualitative_targets
            if not any(_same_target(label, target, self.later) for label in optional)
        ]
        self.score.qualitative.claimed = len(left)
        for label in self.labels:
            if label["kind"] != "qualitative" or label.get("optional"):
                continue
            self.score.qualitative.labelled += 1
            found = next((one for one in left if _same_target(label, one, self.later)), None)
            if found is None:
                self._differ("qualitative target missed", _span(label), label["indicator"])
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
            if any(_overlap(span, _span(label)) > 0 for span in self.rows):
                self.score.taken += 1
                self._differ("taken for a figure", _span(label), label["reason"])
            reasons = {
                str(one.reason)
                for one in numerals
                if _overlap((one.char_start, one.char_end), _span(label)) > 0
            }
            self.score.reason.right += label["reason"] in reasons
            if label["reason"] not in reasons:
                self._differ("reason", _span(label), f"labelled {label['reason']}, read {sorted(reasons)}")


def _span(label: Label) -> tuple[int, int]:
    return label["start"], label["end"]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _ids(fields: Fields) -> frozenset[str]:
    ids = fields["indicators"]
    assert isinstance(ids, frozenset)
    return ids


def _plain_unit(unit: str | None) -> str:
    plain = re.sub(r"[*\s]", "", fold(unit or ""))
    return "个百分点" if plain == "百分点" else plain


def _of_label(label: Label) -> Fields:
    years = re.findall(r"\d{4}", label["period"])
    high = label["number_high"]
    return {
        "number": (Decimal(label["number"]), Decimal(high) if high else None),
        "unit": _plain_unit(label["unit"]),
        "bound": label["bound"],
        "measure": AMOUNTS.get(label["measure"], label["measure"]),
        "status": label["status"],
        "year": int(years[-1]) if years else None,
        "indicators": frozenset(
            one for one in (label["indicator"], *label.get("also", [])) if ID.fullmatch(one)
        ),
        "headline": label["headline"],
    }


def _of_rows(rows: list[Figure], later: frozenset[str]) -> Fields:
    """The fields of a span; its rows differ in their indicator alone."""
    first = rows[0]
    return {
        "number": (first.number, first.number_high),
        "unit": _plain_unit(first.unit_text),
        "bound": str(first.bound),
        "measure": AMOUNTS.get(first.measure, str(first.measure)),
        "status": str(first.status),
        "year": first.period_end.year if first.period_end else None,
        "indicators": frozenset(
            KIND_OF.get(row.indicator_id, row.indicator_id) for row in rows if row.indicator_id
        )
        - later,
        "headline": first.is_headline,
    }


def _same_target(label: Label, target: QualitativeTarget, later: frozenset[str]) -> bool:
    same_span = _overlap(_span(label), (target.char_start, target.char_end)) > 0
    known = "" if target.indicator_id in later else target.indicator_id or ""
    return same_span and known == label["indicator"]
