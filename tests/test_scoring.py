"""The scorer itself: a reading that differs from the labels is found out, field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.label_fields import Label
from tests.scoring import score
from zhibiao.extract import extract
from zhibiao.model import Bound, Figure, Measure, Profile, Reason, Status

TEXT = "二、2024年工作安排\n主要预期目标是：地区生产总值增长6%左右。\n"
START = TEXT.index("6%")
FIGURE: Label = {
    "kind": "figure",
    "start": START,
    "end": START + 2,
    "number": "6",
    "number_high": "",
    "unit": "%",
    "bound": "about",
    "measure": "growth_rate",
    "indicator": "gdp",
    "period": "2024",
    "status": "target",
    "headline": True,
    "optional": False,
}
DATE: Label = {"kind": "excluded", "start": 2, "end": 7, "text": "2024年", "reason": "date"}
PROFILE = Profile(region_code="410400", plan_year=2024, review_year=2023)


def test_a_reading_as_labelled_has_full_marks() -> None:
    scored = score(TEXT, [DATE, FIGURE], extract(TEXT, PROFILE, "document"))
    assert set(scored.as_rates().values()) == {1.0}
    assert scored.differences == []


@pytest.mark.parametrize(
    ("change", "lowered"),
    [
        (lambda one: replace(one, number=Decimal(7)), {"whole", "headline"}),
        (lambda one: replace(one, unit_text="‰"), {"whole", "headline"}),
        (lambda one: replace(one, bound=Bound.EXACT), {"whole", "headline"}),
        (lambda one: replace(one, measure=Measure.SHARE), {"whole", "headline"}),
        (lambda one: replace(one, status=Status.ACTUAL), {"whole"}),
        (lambda one: replace(one, period_end=None), {"whole"}),
        (lambda one: replace(one, indicator_id="cpi"), {"indicator", "headline"}),
        (lambda one: replace(one, is_headline=False), {"headline"}),
        (
            lambda one: replace(one, char_start=0, char_end=1),
            {"found", "precise", "whole", "indicator", "headline"},
        ),
    ],
)
def test_a_difference_lowers_what_it_concerns(change: Callable[[Figure], Figure], lowered: set[str]) -> None:
    extraction = extract(TEXT, PROFILE, "document")
    extraction.figures = [change(figure) for figure in extraction.figures]
    scored = score(TEXT, [DATE, FIGURE], extraction)
    assert {name for name, rate in scored.as_rates().items() if rate < 1} == lowered
    assert scored.differences


def test_the_ledger_is_compared_too() -> None:
    extraction = extract(TEXT, PROFILE, "document")
    extraction.numerals = [
        replace(numeral, reason=Reason.OTHER if numeral.char_start == 2 else numeral.reason)
        for numeral in extraction.numerals
    ]
    scored = score(TEXT, [DATE, FIGURE], extraction)
    assert scored.as_rates()["reason"] == 0
    taken: Label = {**DATE, "start": START, "end": START + 1}
    assert score(TEXT, [taken], extraction).taken == 1


def test_what_is_optional_counts_neither_way() -> None:
    extraction = extract(TEXT, PROFILE, "document")
    scored = score(TEXT, [{**FIGURE, "optional": True}], extraction)
    assert (scored.found.labelled, scored.found.claimed) == (0, 0)
