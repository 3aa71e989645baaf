"""Growth targets that economists collected by hand, against the sentences that state them.

``published_gdp_targets.csv`` holds the published value of a region and plan year, the report's sentence, and
what it states. The values are the city targets of Li et al. 2019 (Economic Journal), the provincial targets
1998–2017 of the same replication package, and a hand-checked list for 2025. The collectors write 12%以上 as
12.05 and a range as its middle. Where the published value is wrong, the last column says why; ``stated`` is
empty if the report sets no target.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from zhibiao.extract import extract
from zhibiao.model import Figure, Measure, Profile

TABLE = Path(__file__).with_name("published_gdp_targets.csv")
CODED = Decimal("0.06")
# The share of published values that a careful reading of the reports confirms.
CONFIRMED = 0.95

with TABLE.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


def growth_targets(row: dict[str, str]) -> list[Figure]:
    """The headline growth targets that the reader finds in the row's sentence, in the plan of its report."""
    year = int(row["plan_year"])
    profile = Profile(region_code=row["region_code"], plan_year=year, review_year=year - 1)
    found = extract(f"二、{year}年工作安排\n{row['sentence']}\n", profile, "report")
    return [
        figure
        for figure in found.figures
        if figure.is_headline and figure.indicator_id == "gdp" and figure.measure is Measure.GROWTH_RATE
    ]


def stated(row: dict[str, str]) -> list[tuple[Decimal, Decimal | None, str]]:
    if not row["stated"]:
        return []
    high = Decimal(row["stated_high"]) if row["stated_high"] else None
    return [(Decimal(row["stated"]), high, row["bound"])]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['region_code']}-{row['plan_year']}")
def test_the_target_is_read_as_the_report_states_it(row: dict[str, str]) -> None:
    found = [(one.number, one.number_high, str(one.bound)) for one in growth_targets(row)]
    assert found == stated(row), row["sentence"]


def confirmed(row: dict[str, str]) -> bool:
    published = Decimal(row["published"])
    return any(
        abs(value - published) < CODED
        for low, high, _ in stated(row)
        for value in (low, high or low, (low + (high or low)) / 2)
    )


def test_a_published_value_is_called_wrong_where_and_only_where_the_report_says_another() -> None:
    for row in ROWS:
        assert confirmed(row) == (not row["why_published_is_wrong"]), row


def test_hand_collected_values_are_mostly_right() -> None:
    assert sum(map(confirmed, ROWS)) / len(ROWS) >= CONFIRMED
