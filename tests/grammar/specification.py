"""Sentences with the figures that they state, as the YAML files of this folder write them.

A case is a sentence of a report (``text``) in its place (``role``: ``review`` or ``plan``, of a report on the
plan year ``year``), or a whole passage with headings of its own (``role: passage``), and what is read from it:

- ``figures``: every one, in order, as ``span: facts``. Named facts are compared, and the indicator always: a
  figure whose facts name no id has none.
- ``qualitative``: every target without a numeral, as ``span: facts``, the same way.
- ``findings``: the names of all findings.
- ``fault``: what the reader still gets wrong; the case is expected to fail until it does not.

Facts are words, apart by a space: ids, measure, bound, direction, status, ``headline``, a year (in which the
period ends) or a period (``2021-01-01/2025-12-31``; ``/2023-11-30`` as of a day), and ``key=value`` for ``name``,
``unit``, ``value``, ``entity``, ``region`` (a code), ``number``, ``high``, ``commitment``, ``benchmark``, ``prices``,
``threshold``, ``scope`` (their spaces as ``_``), ``inferred``, ``yearly`` (``True``, growth on the year before), ``above`` (a code). ``a+b``
are the ids of a shared numeral (``indicator=a+``, where its second name has none), ``names=A+B`` all its names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from zhibiao.extract import extract
from zhibiao.lexicon import rows as lexicon_rows
from zhibiao.model import Bound, Extraction, Figure, Measure, Profile, QualitativeTarget, Status

FOLDER = Path(__file__).parent
HEADINGS = {"review": "一、{review}年工作回顾\n", "plan": "二、{plan}年工作安排\n", "passage": ""}
PERIOD = re.compile(r"\d{4}|(?:\d{4}-\d\d-\d\d)?/\d{4}-\d\d-\d\d|timeless")
NO_INDICATOR = "indicator"
Facts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence of the specification; ``name`` is the file's, with the number of the case."""

    name: str
    text: str
    role: str
    plan_year: int
    region_code: str
    figures: list[tuple[str, Facts]]
    qualitative: list[tuple[str, Facts]]
    findings: list[str]
    fault: str | None
    kind: str | None = None

    def read(self) -> Extraction:
        """What the reader finds in the sentence, at its place in a report."""
        heading = HEADINGS[self.role].format(review=self.plan_year - 1, plan=self.plan_year)
        profile = Profile(
            kind=self.kind,
            region_code=self.region_code,
            plan_year=None if self.kind == "communique" else self.plan_year,
            review_year=self.plan_year - 1,
        )
        return extract(f"{heading}{self.text}\n", profile, self.name)


def cases(file: Path) -> list[Case]:
    """Return the cases of a file. Raises ``KeyError`` for a fact that means nothing."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [_case(f"{file.stem}-{number}", one) for number, one in enumerate(content["cases"], 1)]


def _case(name: str, one: dict[str, Any]) -> Case:
    unknown = set(one) - {
        "text",
        "role",
        "year",
        "region",
        "kind",
        "figures",
        "qualitative",
        "findings",
        "fault",
        "why",
    }
    if unknown:
        raise KeyError(f"{name}: {unknown}")
    return Case(
        name,
        one["text"].rstrip("\n"),
        one.get("role", "review"),
        one.get("year", 2024),
        str(one.get("region", "410400")),
        [_facts(entry) for entry in one.get("figures", [])],
        [_facts(entry) for entry in one.get("qualitative", [])],
        one.get("findings", []),
        one.get("fault"),
        one.get("kind"),
    )


def _facts(entry: dict[str, str | None]) -> tuple[str, Facts]:
    ((span, words),) = entry.items()
    facts = {NO_INDICATOR: ""}
    for word in str(words or "").split():
        facts.update([_fact(word)])
    return str(span), facts


def _fact(word: str) -> tuple[str, str]:
    key, equals, value = word.partition("=")
    if equals:
        return key, value
    if word in set(Measure):
        return "measure", word
    if word in set(Bound):
        return "bound", word
    if word in set(Status):
        return "status", word
    if word in ("up", "down"):
        return "direction", word
    if word == "headline":
        return "headline", "True"
    if PERIOD.fullmatch(word):
        return "period", word
    if all(one in _ids() for one in word.split("+")):
        return NO_INDICATOR, word
    raise KeyError(word)


@cache
def _ids() -> frozenset[str]:
    return frozenset(row["indicator_id"] for row in lexicon_rows("indicators"))


def seen(rows: list[Figure], facts: Facts) -> Facts:
    """Return, of the rows of one span, what the facts speak of."""
    first = rows[0]
    everything = {
        NO_INDICATOR: "+".join(row.indicator_id or "" for row in rows),
        "measure": str(first.measure),
        "bound": str(first.bound),
        "status": str(first.status),
        "direction": first.direction or "",
        "headline": str(first.is_headline),
        "period": _period(first, facts.get("period", "")),
        "name": re.sub(r"[\s*]", "", first.indicator_text or ""),
        "names": "+".join(row.indicator_text or "" for row in rows),
        "unit": first.unit_text or "",
        "entity": first.entity_text or "",
        "region": first.region_code or "",
        "number": str(first.number),
        "high": str(first.number_high or ""),
        "commitment": first.commitment or "",
        "years": first.year_scope or "",
        "quote": re.sub(r"\s", "", first.quote),
        "prices": first.price_basis or "",
        "threshold": (first.threshold_text or "").replace(" ", "_"),
        "scope": first.scope_text or "",
        "inferred": str(first.is_inferred),
        "yearly": str(first.is_year_on_year),
        "above": first.benchmark_code or "",
        "value": f"{first.value.normalize():f}{first.unit or ''}",
    }
    return {key: everything[key] for key in facts}


def seen_target(row: QualitativeTarget, facts: Facts) -> Facts:
    """Return, of a target without a numeral, what the facts speak of."""
    everything = {
        NO_INDICATOR: row.indicator_id or "",
        "benchmark": row.benchmark_text or "",
        "name": row.indicator_text or "",
        "period": _period(row, facts.get("period", "")),
    }
    return {key: everything[key] for key in facts}


def _period(row: Figure | QualitativeTarget, like: str) -> str:
    if row.period_end is None:
        return "timeless"
    if "/" not in like:
        return str(row.period_end.year)
    return f"{row.period_start or ''}/{row.period_end}"
