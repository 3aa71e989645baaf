"""The nation's targets for growth, prices and new jobs, 1990 to 2026, and its growth goals of five years.

``national_series.csv`` holds for each year what a careful reading of the report found: value and bound of the year's
target (of prices with the index, which was that of retail prices to 1998), the yearly mean that the report sets for a
five-year plan, the sentences that state them, and where a number is missing, why. Ranges are ``6.5-7``. Of years whose
report is not in the collection nothing is claimed.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from zhibiao.extract import extract
from zhibiao.lexicon import rows
from zhibiao.model import Figure, Measure, Profile, Status, YearScope

TABLE = Path(__file__).with_name("national_series.csv")
PRICES = ("cpi", "retail_price_index")
SERIES = ("gdp", "prices", "jobs")

with TABLE.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


def targets(row: dict[str, str]) -> list[Figure]:
    """The targets that the reader finds in the sentences of a year's report."""
    year = int(row["year"])
    profile = Profile(region_code="000000", plan_year=year, review_year=year - 1)
    found = extract(f"二、{year}年工作安排\n{row['sentences']}\n", profile, "report")
    return [figure for figure in found.figures if figure.status is Status.TARGET]


def told(figure: Figure, *more: str) -> str:
    """A figure as the table writes it: 6.5-7 range."""
    high = "" if figure.value_high is None else f"-{figure.value_high.normalize():f}"
    return " ".join([f"{figure.value.normalize():f}{high}", str(figure.bound), *more])


def of_year(row: dict[str, str], figures: list[Figure]) -> list[Figure]:
    year = int(row["year"])
    whole = (date(year, 1, 1), date(year, 12, 31))
    return [one for one in figures if (one.period_start, one.period_end) == whole]


@pytest.mark.parametrize("row", [row for row in ROWS if row["sentences"]], ids=lambda row: row["year"])
def test_a_year_s_targets_are_those_of_its_report(row: dict[str, str]) -> None:
    found = of_year(row, targets(row))
    growth = [one for one in found if one.indicator_id == "gdp" and one.measure is Measure.GROWTH_RATE]
    prices = [one for one in found if one.indicator_id in PRICES]
    jobs = [one for one in found if one.indicator_id == "new_urban_jobs"]
    assert "; ".join(map(told, growth)) == row["gdp"]
    assert "; ".join(told(one, str(one.indicator_id)) for one in prices) == row["prices"]
    assert "; ".join(map(told, jobs)) == row["jobs"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["yearly_mean"]], ids=lambda row: row["plan"])
def test_a_plan_s_goal_is_that_of_the_report_that_states_it(row: dict[str, str]) -> None:
    ((first, last),) = [
        (int(plan["first_year"]), int(plan["last_year"]))
        for plan in rows("five_year_plans")
        if plan["name"] == row["plan"]
    ]
    means = [
        one
        for one in targets(row)
        if one.indicator_id == "gdp"
        and one.year_scope is YearScope.YEARLY_MEAN
        and (one.period_start, one.period_end) == (date(first, 1, 1), date(last, 12, 31))
    ]
    assert "; ".join(map(told, means)) == row["yearly_mean"]


def test_every_year_and_plan_is_there_or_says_why_not() -> None:
    assert [int(row["year"]) for row in ROWS] == list(range(1990, 2027))
    for row in ROWS:
        assert all(row[series] for series in SERIES) or row["why_not"], row["year"]
    plans = {row["plan"]: row["yearly_mean"] or row["why_not"] for row in ROWS if row["plan"]}
    assert list(plans) == ["八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五"]
    assert all(plans.values())
