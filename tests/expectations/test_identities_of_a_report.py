"""Numbers of one report that check each other: for every identity a place where it holds and one where it does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import pytest

from tests.expectations.told import Told, asked, growth, level, of


@pytest.mark.parametrize(("part", "holds"), [("60亿元", True), ("600亿元", False)])
def test_part_within_whole(connection: duckdb.DuckDBPyConnection, part: str, holds: bool) -> None:
    Told(connection, 2024).say(
        f"进出口100亿元，其中出口{part}", level("100亿元", "trade_total"), level(part, "exports")
    ).close()
    assert asked(connection)["part_within_whole"] == [holds]


@pytest.mark.parametrize(("last", "holds"), [("38.0", True), ("44.7", False)])
def test_ratio_of_three(connection: duckdb.DuckDBPyConnection, last: str, holds: bool) -> None:
    shared: dict[str, Any] = {"measure": "share", "unit": None, "rule": "ratio term_of_ratio section review"}
    Told(connection, 2024).say(
        f"三次产业结构调整为18.8:43.2:{last}",
        *(
            (words, "", {**shared, "indicator_id": None, "indicator_text": "产业"})
            for words in ("18.8", "43.2", last)
        ),
    ).close()
    assert asked(connection)["ratio_of_three"] == [holds]


@pytest.mark.parametrize(("share", "holds"), [("72.0%", True), ("27.0%", False)])
def test_ratio_and_amounts(connection: duckdb.DuckDBPyConnection, share: str, holds: bool) -> None:
    Told(connection, 2024).say(
        f"一般公共预算收入50亿元，其中税收36亿元，占比{share}",
        level("50亿元", "fiscal_revenue"),
        level("36亿元", "tax_revenue"),
        (share, "tax_share", {"measure": "share"}),
    ).close()
    assert asked(connection)["ratio_and_amounts"] == [holds]


@pytest.mark.parametrize(("said", "holds"), [("50.1%", True), ("510%", False)])
def test_a_ratio_that_goes_by_its_name(connection: duckdb.DuckDBPyConnection, said: str, holds: bool) -> None:
    ratio = {"measure": "share", "indicator_id": None, "indicator_text": "存贷比"}
    Told(connection, 2024).say(
        f"存款余额130.6亿元，贷款余额65.5亿元，存贷比{said}",
        level("130.6亿元", "deposits"),
        level("65.5亿元", "loans"),
        (said, "", ratio),
    ).close()
    assert asked(connection)["ratio_and_amounts"] == [holds]


@pytest.mark.parametrize(("last", "holds"), [("50亿元", True), ("52.6亿元", None), ("55亿元", False)])
def test_parts_add_up(connection: duckdb.DuckDBPyConnection, last: str, holds: bool | None) -> None:
    Told(connection, 2024).say(
        f"生产总值100亿元，三次产业增加值分别为10亿元、40亿元、{last}",
        level("100亿元", "gdp"),
        level("10亿元", "primary_industry_value_added"),
        level("40亿元", "secondary_industry_value_added"),
        level(last, "tertiary_industry_value_added"),
    ).close()
    assert asked(connection)["parts_add_up"] == [holds]


@pytest.mark.parametrize(("said", "holds"), [("30000元", True), ("50000元", False)])
def test_income_between(connection: duckdb.DuckDBPyConnection, said: str, holds: bool) -> None:
    Told(connection, 2024).say(
        f"居民收入{said}，城镇40000元，农村20000元",
        level(said, "resident_income"),
        level("40000元", "urban_resident_income"),
        level("20000元", "rural_resident_income"),
    ).close()
    assert asked(connection)["income_between"] == [holds]


@pytest.mark.parametrize(("floor", "holds"), [("6%", True), ("9%", False)])
def test_bounds_meet(connection: duckdb.DuckDBPyConnection, floor: str, holds: bool) -> None:
    target = {"status": "target", "is_headline": True, **of(2024)}
    Told(connection, 2024).say(
        f"物价涨幅{floor}以上，控制在8%以内",
        growth(floor, "cpi", bound="at_least", **target),
        growth("8%", "cpi", bound="at_most", **target),
    ).close()
    assert asked(connection)["bounds_meet"] == [holds]


@pytest.mark.parametrize(("said", "holds"), [("6万人", True), ("5.5万人", True), ("60万人", False)])
def test_target_and_achievement(connection: duckdb.DuckDBPyConnection, said: str, holds: bool) -> None:
    target = {"status": "target", "bound": "at_least", **of(2024)}
    Told(connection, 2024).say(
        "城镇新增就业6.2万人", level("6.2万人", "new_urban_jobs", value=62_000, unit="人")
    ).say(
        f"今年城镇新增就业{said}以上",
        level(said, "new_urban_jobs", value=float(said.removesuffix("万人")) * 10_000, unit="人", **target),
    ).close()
    assert asked(connection)["target_and_achievement"] == [holds]


def in_yuan(words: str, indicator: str) -> tuple[str, str, dict[str, Any]]:
    return level(words, indicator, value=float(words.removesuffix("亿元")) * 10**8, unit="元")


@pytest.mark.parametrize(
    ("revenue", "sales", "wrong"),
    [("80亿元", "400亿元", None), ("800亿元", "400亿元", "800亿元"), ("80亿元", "4000亿元", "4000亿元")],
)
def test_usual_ratio(
    connection: duckdb.DuckDBPyConnection, revenue: str, sales: str, wrong: str | None
) -> None:
    Told(connection, 2024).say("生产总值1000亿元", in_yuan("1000亿元", "gdp")).say(
        f"财政收入{revenue}", in_yuan(revenue, "fiscal_revenue")
    ).say(f"零售额{sales}", in_yuan(sales, "retail_sales")).close()
    assert asked(connection)["usual_ratio"].count(False) == (wrong is not None)
    if wrong:
        ((message, quote),) = connection.execute(
            "select message, quote from checked.identities where identity = 'usual_ratio' and holds = false"
        ).fetchall()
        assert wrong in quote
        assert "1000亿元" in message


@pytest.mark.parametrize(
    ("sales", "revenue", "wrong"),
    [("9%", "6%", None), ("0.9%", "6%", "0.9%"), ("9%", "60%", "60%")],
)
def test_headline_targets_stand_in_a_usual_relation(
    connection: duckdb.DuckDBPyConnection, sales: str, revenue: str, wrong: str | None
) -> None:
    more = {"status": "target", "is_headline": True, **of(2024)}
    Told(connection, 2024).say("生产总值增长8%左右", growth("8%", "gdp", bound="about", **more)).say(
        f"零售总额增长{sales}", growth(sales, "retail_sales", **more)
    ).say(f"财政收入增长{revenue}", growth(revenue, "fiscal_revenue", **more)).close()
    assert asked(connection)["usual_ratio"].count(False) == (wrong is not None)
    if wrong:
        ((quote,),) = connection.execute(
            "select quote from checked.identities where identity = 'usual_ratio' and holds = false"
        ).fetchall()
        assert wrong in quote


@pytest.mark.parametrize(("total", "holds"), [("27万人", True), ("270万人", False), ("2.7万人", False)])
def test_total_of_years(connection: duckdb.DuckDBPyConnection, total: str, holds: bool) -> None:
    jobs = {"unit": "人"}
    Told(connection, 2021).say(
        "全年城镇新增就业5万人", level("5万人", "new_urban_jobs", value=50_000, **jobs)
    ).say(
        f"五年累计新增就业{total}",
        level(
            total,
            "new_urban_jobs",
            value=float(total.removesuffix("万人")) * 10_000,
            period_start=date(2016, 1, 1),
            year_scope="several_years",
            **jobs,
        ),
    ).close()
    assert asked(connection)["total_of_years"] == [holds]
