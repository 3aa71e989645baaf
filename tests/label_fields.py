"""The fields in which a label and what the reader found are compared."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from zhibiao.folding import fold
from zhibiao.model import Figure, Measure, QualitativeTarget

Label = dict[str, Any]
Fields = dict[str, object]
# 新建N and 增加N are read as an amount or as a change of one by equally careful people.
AMOUNTS = {Measure.LEVEL: "amount", Measure.CHANGE_AMOUNT: "amount"}
# What was a kind of another indicator when the labels were made.
KIND_OF = {"affordable_housing_starts": "affordable_housing"}
# What shares a numeral may be named in words, where it has no id.
ID = re.compile(r"[a-z0-9_]+")


def span_of(label: Label) -> tuple[int, int]:
    return label["start"], label["end"]


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def ids_in(fields: Fields) -> frozenset[str]:
    ids = fields["indicators"]
    assert isinstance(ids, frozenset)
    return ids


def _plain_unit(unit: str | None) -> str:
    plain = re.sub(r"[*\s]", "", fold(unit or ""))
    return "个百分点" if plain == "百分点" else plain


def of_label(label: Label) -> Fields:
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


def of_rows(rows: list[Figure], later: frozenset[str]) -> Fields:
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


def same_target(label: Label, target: QualitativeTarget, later: frozenset[str]) -> bool:
    same_span = overlap(span_of(label), (target.char_start, target.char_end)) > 0
    known = "" if target.indicator_id in later else target.indicator_id or ""
    return same_span and known == label["indicator"]
