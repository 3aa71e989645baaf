"""What explains that two numbers of one indicator do not fit: another scope, or a number beside them that does."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from tests.expectations.told import Told, asked, growth, level, of, target


def two_years(connection: duckdb.DuckDBPyConnection, indicator: str, now: str, **more: Any) -> None:
    """Levels of two years, the later as told, and a growth of a tenth."""
    Told(connection, 2023).say("前年100亿元", level("100亿元", indicator, indicator_text="收入")).close()
    Told(connection, 2024).say(
        f"去年{now}，增长10%",
        level(now, indicator, **{"indicator_text": "收入", **more}),
        growth("10%", indicator),
    ).close()


@pytest.mark.parametrize(
    ("more", "now", "holds"),
    [
        ({}, "150亿元", False),
        ({"scope_text": "新口径"}, "150亿元", None),
        ({"indicator_text": "预算收入"}, "150亿元", None),
        ({"indicator_text": "直接利用外资"}, "150亿元", None),
        ({"indicator_text": "规模以上工业"}, "150亿元", None),
        ({"scope_text": "全社会"}, "150亿元", None),
        ({"indicator_text": "引进省外资金收入"}, "150亿元", None),
        # no scope is ten times another
        ({"scope_text": "新口径"}, "1500亿元", False),
        ({"scope_text": "新口径"}, "110亿元", True),
    ],
)
def test_two_scopes_need_not_agree(
    connection: duckdb.DuckDBPyConnection, more: dict[str, Any], now: str, holds: bool | None
) -> None:
    two_years(connection, "retail_sales", now, **more)
    assert asked(connection)["growth_between_years"] == [holds]


@pytest.mark.parametrize(("other", "holds"), [("136亿元", None), ("120亿元", False)])
def test_growth_may_be_that_of_another_number_of_the_year_before(
    connection: duckdb.DuckDBPyConnection, other: str, holds: bool | None
) -> None:
    Told(connection, 2023).say("零售额100亿元", level("100亿元", "retail_sales")).say(
        f"包含两个分局，零售额{other}", level(other, "retail_sales")
    ).close()
    Told(connection, 2024).say(
        "零售额150亿元，增长10%", level("150亿元", "retail_sales"), growth("10%", "retail_sales")
    ).close()
    assert asked(connection)["growth_between_years"] == [holds]


@pytest.mark.parametrize(("between", "holds"), [("，调整后为180亿元", None), ("", False)])
def test_growth_is_that_of_the_number_before_it(
    connection: duckdb.DuckDBPyConnection, between: str, holds: bool | None
) -> None:
    Told(connection, 2023).say("零售额100亿元", level("100亿元", "retail_sales")).close()
    adjusted = [level("180亿元", "retail_sales")] if between else []
    Told(connection, 2024).say(
        f"零售额150亿元{between}，增长10%",
        level("150亿元", "retail_sales"),
        *adjusted,
        growth("10%", "retail_sales"),
    ).close()
    assert asked(connection)["growth_between_years"] == [holds]


@pytest.mark.parametrize(
    ("scope", "said", "holds"),
    [(None, "320亿元", False), ("全口径", "320亿元", None), ("全口径", "3200亿元", False)],
)
def test_a_scope_in_a_series(
    connection: duckdb.DuckDBPyConnection, scope: str | None, said: str, holds: bool | None
) -> None:
    for year, amount in ((2022, "90亿元"), (2023, "100亿元"), (2025, "120亿元")):
        Told(connection, year).say(f"零售额{amount}", level(amount, "retail_sales", unit="元")).close()
    Told(connection, 2024).say(
        f"零售额{said}", level(said, "retail_sales", unit="元", scope_text=scope)
    ).close()
    found = asked(connection)["level_in_series"]
    assert (False in found) == (holds is False)


@pytest.mark.parametrize(("there", "holds"), [("160亿元", None), ("190亿元", False)])
def test_a_number_that_the_earlier_report_tells_too_is_not_misquoted(
    connection: duckdb.DuckDBPyConnection, there: str, holds: bool | None
) -> None:
    Told(connection, 2020).say(
        f"收入{there}，其中地方收入100亿元",
        level(there, "total_fiscal_revenue", unit="元"),
        level("100亿元", "fiscal_revenue", unit="元"),
    ).close()
    Told(connection, 2024).say(
        "收入由2019年的160亿元", level("160亿元", "fiscal_revenue", unit="元", **of(2019))
    ).close()
    assert asked(connection)["earlier_level"] == [holds]


@pytest.mark.parametrize(("other", "holds"), [("72亿元", None), ("60亿元", False)])
def test_a_target_may_be_set_from_another_number(
    connection: duckdb.DuckDBPyConnection, other: str, holds: bool | None
) -> None:
    Told(connection, 2024).say(
        f"收入40亿元，包含分局{other}",
        level("40亿元", "total_fiscal_revenue", unit="元"),
        level(other, "total_fiscal_revenue", unit="元"),
    ).say(
        "收入84亿元",
        target("84亿元", "total_fiscal_revenue", unit="元", measure="level", **of(2024)),
    ).close()
    assert asked(connection)["target_and_achievement"] == [holds]


def test_projects_are_counted_anew_every_year(connection: duckdb.DuckDBPyConnection) -> None:
    two_years(connection, "key_project_investment", "160亿元")
    assert "growth_between_years" not in asked(connection)


def test_the_ratio_of_what_is_new_is_another(connection: duckdb.DuckDBPyConnection) -> None:
    ratio = {"measure": "share", "indicator_id": None, "indicator_text": "存贷比"}
    Told(connection, 2024).say(
        "存款余额130.6亿元，贷款余额65.5亿元，新增存贷比80%",
        level("130.6亿元", "deposits"),
        level("65.5亿元", "loans"),
        ("80%", "", ratio),
    ).close()
    assert "ratio_and_amounts" not in asked(connection)
