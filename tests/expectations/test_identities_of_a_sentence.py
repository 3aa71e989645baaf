"""Numbers of one sentence that check each other: for every identity a place where it holds and one where it does not."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import duckdb
import pytest

from tests.expectations.told import STATE_BEFORE, Told, asked, growth, level, of


@pytest.mark.parametrize(("change", "holds"), [("6.2个百分点", True), ("2.6个百分点", False)])
def test_change_and_ends(connection: duckdb.DuckDBPyConnection, change: str, holds: bool) -> None:
    Told(connection, 2024).say(
        f"城镇化率由40.1%提高到46.3%，提高{change}",
        ("40.1%", "urbanization_rate", {"measure": "share", "rule": STATE_BEFORE, **of(2022)}),
        ("46.3%", "urbanization_rate", {"measure": "share"}),
        (change, "urbanization_rate", {"measure": "change_points"}),
    ).close()
    assert asked(connection)["change_and_ends"] == [holds]


@pytest.mark.parametrize(
    ("added", "holds"),
    [("89.7亿元", [True]), ("897亿元", [False]), ("新增897亿元", []), ("其中去年增加897亿元", [])],
)
def test_increase_within_level(connection: duckdb.DuckDBPyConnection, added: str, holds: list[bool]) -> None:
    amount = added.lstrip("新增其中去年加")
    Told(connection, 2024).say(
        f"财政收入达到201亿元，{added if added != amount else f'增加{added}'}",
        level("201亿元", "fiscal_revenue", unit="元", value=20_100_000_000),
        (amount, "fiscal_revenue", {"measure": "change_amount", "direction": "up", "unit": "元",
                                    "value": float(amount.removesuffix("亿元")) * 1e8}),
    ).close()  # fmt: skip
    assert asked(connection).get("increase_within_level", []) == holds


@pytest.mark.parametrize(("mean", "holds"), [("10.0%", True), ("12.5%", None), ("2.0%", False)])
def test_a_yearly_mean_is_over_the_years_between(
    connection: duckdb.DuckDBPyConnection, mean: str, holds: bool | None
) -> None:
    Told(connection, 2024).say(
        f"五年来财政收入由100亿元增加到161.05亿元，年均增长{mean}",
        level("100亿元", "fiscal_revenue", rule=STATE_BEFORE, **of(2018)),
        level("161.05亿元", "fiscal_revenue"),
        growth(mean, "fiscal_revenue", year_scope="yearly_mean", period_start=date(2019, 1, 1)),
    ).close()
    found = asked(connection)["change_and_ends"]
    assert found == [holds]


def test_growth_in_prices_of_a_base_year_is_not_asked(connection: duckdb.DuckDBPyConnection) -> None:
    Told(connection, 2024).say(
        "生产总值由100亿元增加到150亿元，增长30%",
        level("100亿元", "gdp", rule=STATE_BEFORE, **of(2022)),
        level("150亿元", "gdp"),
        growth("30%", "gdp"),
    ).say(
        "零售额由10亿元增加到15亿元，扣除价格因素增长31%",
        level("10亿元", "retail_sales", rule=STATE_BEFORE, **of(2022)),
        level("15亿元", "retail_sales"),
        growth("31%", "retail_sales", price_basis="real"),
    ).close()
    assert "change_and_ends" not in asked(connection)


def amounts_of(sentence: str, *amounts: str, **more: Any) -> list[tuple[str, str, dict[str, Any]]]:
    """The amounts of a sentence that are of no indicator, each named by the words before it."""
    found = []
    for words in amounts:
        before = re.split(r"[，、；：]|其中|亿元|所|[0-9]", sentence[: sentence.index(words)])
        said = {
            "indicator_id": None,
            "indicator_text": before[-1],
            "unit": words.lstrip("0123456789."),
            **more,
        }
        found.append((words, "", {"measure": "level", **said}))
    return found


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("完成投资100亿元，其中工业投资60亿元、农业投资10亿元", [True, True]),
        ("完成投资100亿元，其中工业投资600亿元、农业投资10亿元", [False, True]),
        ("完成投资100亿元，其中工业投资60亿元、农业投资110亿元", [True, False]),
        ("完成投资100亿元；其中，工业投资600亿元", [False]),
        # it is another thing's, a mean's, or a mark's
        ("完成投资100亿元，其中工业投资60亿元，储备资金110亿元", [True]),
        ("平均每天完成投资100亿元，其中工业投资600亿元", []),
        ("完成投资100亿元，其中200亿元以上项目3亿元", []),
        ("完成投资100亿元，工业投资600亿元", []),
        ("完成投资100亿元，其中学校600所", []),
    ],
)
def test_part_in_sentence(connection: duckdb.DuckDBPyConnection, sentence: str, holds: list[bool]) -> None:
    Told(connection, 2024).say(
        sentence, *amounts_of(sentence, *re.findall("[0-9]+(?:亿元|所)", sentence))
    ).close()
    assert asked(connection).get("part_in_sentence", []) == holds


def test_a_floor_has_parts_above_it(connection: duckdb.DuckDBPyConnection) -> None:
    sentence = "各县收入均超过20亿元，其中最高的县30亿元"
    floor, part = amounts_of(sentence, "20亿元", "30亿元")
    Told(connection, 2024).say(sentence, (*floor[:2], {**floor[2], "bound": "at_least"}), part).close()
    assert "part_in_sentence" not in asked(connection)


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("建成幼儿园1575所，其中城市幼儿园201所、农村幼儿园1374所", [True]),
        ("建成幼儿园1575所，其中城市幼儿园201所、农村幼儿园374所", [False]),
        ("建成幼儿园1575所，其中城市幼儿园201所、农村幼儿园1375所", [False]),
        ("建成幼儿园1575所，其中城市幼儿园201所、新区幼儿园374所", []),
        ("完成投资193亿元，其中公路投资160亿元，铁路投资25亿元，机场投资8亿元", [True]),
        ("完成投资193亿元，其中公路投资160亿元，铁路投资25亿元，机场投资12亿元", [False]),
        ("完成投资193亿元，其中公路投资160亿元；铁路投资33亿元", []),
        ("新建厂房20所、仓库30所，合计50所", [True]),
        ("新建厂房20所、仓库30所，合计55所", [False]),
        ("改建学校90所，新建厂房20所、仓库30所，共50所", [True]),
        ("新建厂房20所、仓库30所，公共用房60所", []),
        ("人均收入24412亿元，其中城镇人均34328亿元、农村人均12858亿元", []),
    ],
)
def test_sum_in_sentence(connection: duckdb.DuckDBPyConnection, sentence: str, holds: list[bool]) -> None:
    Told(connection, 2024).say(
        sentence, *amounts_of(sentence, *re.findall("[0-9]+(?:亿元|所)", sentence))
    ).close()
    assert asked(connection).get("sum_in_sentence", []) == holds


def test_a_sum_that_is_wrong_says_what_its_parts_come_to(connection: duckdb.DuckDBPyConnection) -> None:
    sentence = "新建厂房20所、仓库30所，合计55所"
    Told(connection, 2024).say(
        sentence, *amounts_of(sentence, "20所", "30所", "55所", unit_text="所")
    ).close()
    asked(connection)
    assert connection.execute(
        "select message from checked.identities where identity = 'sum_in_sentence'"
    ).fetchone() == ("合计 55所: 20所、30所 come to 50 所",)


@pytest.mark.parametrize(
    ("whole", "share", "holds"),
    [
        ("财政收入", "56.4%", [True]),
        ("全市财政收入", "56.4%", [True]),
        ("全市财政收入总量", "56.4%", [True]),
        ("财政收入", "65.4%", [False]),
        ("财政收入", "5.64%", [False]),
        ("财政收入", "60.0%", [None]),
        # something narrower, of another region, of several wholes, or not told
        ("规模以上财政收入", "65.4%", []),
        ("全省财政收入", "65.4%", []),
        ("财政收入、税收收入", "65.4%", []),
        ("利润总额", "65.4%", []),
    ],
)
def test_share_of_whole(
    connection: duckdb.DuckDBPyConnection, whole: str, share: str, holds: list[bool | None]
) -> None:
    named = {"indicator_id": None, "unit": "元"}
    Told(connection, 2024).say(
        "财政收入10.1亿元", level("10.1亿元", "", **{**named, "indicator_text": "财政收入", "value": 1.01e9})
    ).say(
        f"工业纳税5.7亿元，占{whole}的{share}",
        level("5.7亿元", "", **{**named, "indicator_text": "工业纳税", "value": 5.7e8}),
        (share, "", {"measure": "share", "indicator_id": None, "indicator_text": f"工业纳税占{whole}的"}),
    ).close()
    assert asked(connection).get("share_of_whole", []) == holds
