"""Numbers of several reports that check each other: for every identity a place where it holds and one where it does not."""

from __future__ import annotations

import sys
from typing import Any

import duckdb
import pytest

from expectations.identities.listed import IDENTITIES
from expectations.run import check_extracted
from tests.expectations import test_identities_of_a_report, test_identities_of_a_sentence
from tests.expectations.told import PROVINCE, Told, asked, growth, level, of, target

MODULES = (sys.modules[__name__], test_identities_of_a_report, test_identities_of_a_sentence)


def test_every_identity_is_under_test() -> None:
    tested = {name.removeprefix("test_") for module in MODULES for name in vars(module)}
    assert {identity.name for identity in IDENTITIES} <= tested


def two_years(connection: duckdb.DuckDBPyConnection, before: str, now: str, rate: str, **more: Any) -> None:
    Told(connection, 2023).say(f"零售额{before}", level(before, "retail_sales")).close()
    Told(connection, 2024).say(
        f"零售额{now}，增长{rate}", level(now, "retail_sales"), growth(rate, "retail_sales", **more)
    ).close()


@pytest.mark.parametrize(
    ("now", "holds"), [("110亿元", True), ("118亿元", None), ("210亿元", False), ("11亿元", False)]
)
def test_growth_between_years(connection: duckdb.DuckDBPyConnection, now: str, holds: bool | None) -> None:
    two_years(connection, "100亿元", now, "10.0%")
    assert asked(connection)["growth_between_years"] == [holds]


def test_a_growth_since_another_year_is_not_asked(connection: duckdb.DuckDBPyConnection) -> None:
    two_years(connection, "100亿元", "110亿元", "60%", is_year_on_year=False)
    assert "growth_between_years" not in asked(connection)


@pytest.mark.parametrize("scope", ["同口径", "地方；可比口径", "剔除留抵退税因素"])
def test_growth_that_is_told_like_for_like_is_not_asked(
    connection: duckdb.DuckDBPyConnection, scope: str
) -> None:
    two_years(connection, "100亿元", "110亿元", "60%", scope_text=scope)
    assert "growth_between_years" not in asked(connection)


@pytest.mark.parametrize(("middle", "holds"), [("110亿元", True), ("210亿元", False)])
def test_level_out_of_line(connection: duckdb.DuckDBPyConnection, middle: str, holds: bool) -> None:
    two_years(connection, "100亿元", middle, "10%")
    Told(connection, 2025).say(
        "零售额121亿元，增长10%", level("121亿元", "retail_sales"), growth("10%", "retail_sales")
    ).close()
    assert asked(connection)["level_out_of_line"] == [holds]
    ((message, quote),) = connection.execute(
        "select message, quote from checked.identities where identity = 'level_out_of_line'"
    ).fetchall()
    if holds:
        assert (message, quote) == (None, None)
    else:
        assert "it would have to be some 110 亿元" in message
        assert middle in quote


PREFECTURES = {"460100": "40亿元", "460200": "30亿元", "460300": "20亿元"}


@pytest.mark.parametrize(
    ("rank", "missing", "holds"),
    [
        ("居全省第3位", None, [True]),
        ("居全省第1位", None, [False]),
        ("居全省第4位", None, [False]),
        # one that is missing may be above or below
        ("居全省第3位", "460300", [None]),
        ("居全省第3位", "460100", [None]),
        # two above are enough to say that it is not the first, whoever is missing
        ("居全省第1位", "460300", [False]),
        # of growth, of others, from below
        ("增速居全省第1位", None, []),
        ("居全省县域第1位", None, []),
        ("居全省倒数第1位", None, []),
    ],
)
def test_rank_among_peers(
    connection: duckdb.DuckDBPyConnection, rank: str, missing: str | None, holds: list[bool | None]
) -> None:
    for code, amount in PREFECTURES.items():
        if code != missing:
            Told(connection, 2024, code).say(
                f"零售额{amount}", level(amount, "retail_sales", unit="元")
            ).close()
    words = rank[rank.index("第") :]
    Told(connection, 2024, "460400").say(
        f"零售额25亿元，{rank}",
        level("25亿元", "retail_sales", unit="元"),
        (
            words,
            "retail_sales",
            {"measure": "rank", "unit": "位", "number": int(words[1]), "value": int(words[1])},
        ),
    ).close()
    assert asked(connection).get("rank_among_peers", []) == holds


@pytest.mark.parametrize(("said", "holds"), [("100亿元", True), ("108亿元", None), ("160亿元", False)])
def test_earlier_level(connection: duckdb.DuckDBPyConnection, said: str, holds: bool | None) -> None:
    Told(connection, 2020).say("出口100亿元", level("100亿元", "exports")).close()
    Told(connection, 2024).say(f"出口由2019年的{said}", level(said, "exports", **of(2019))).close()
    assert asked(connection)["earlier_level"] == [holds]


@pytest.mark.parametrize(("said", "holds"), [("100亿元", True), ("108亿元", False), ("160亿元", True)])
def test_revised_level(connection: duckdb.DuckDBPyConnection, said: str, holds: bool) -> None:
    Told(connection, 2020).say("出口100亿元", level("100亿元", "exports")).close()
    Told(connection, 2024).say(f"出口由2019年的{said}", level(said, "exports", **of(2019))).close()
    assert asked(connection)["revised_level"] == [holds]


@pytest.mark.parametrize(("said", "holds"), [("6%", True), ("9%", False)])
def test_copies(connection: duckdb.DuckDBPyConnection, said: str, holds: bool) -> None:
    target = {"status": "target", "is_headline": True, **of(2024)}
    Told(connection, 2024).say("生产总值增长6%", growth("6%", "gdp", **target)).close()
    Told(connection, 2024, kind="report_digest").say(
        f"生产总值增长{said}左右", growth(said, "gdp", **target)
    ).close()
    assert asked(connection)["copies"] == [holds, holds]


@pytest.mark.parametrize(("said", "holds"), [("5.0%", True), ("6.1%", None), ("9.0%", False)])
def test_communique(connection: duckdb.DuckDBPyConnection, said: str, holds: bool | None) -> None:
    Told(connection, 2024).say(f"预计生产总值增长{said}", growth(said, "gdp")).close()
    Told(connection, 2024, kind="communique").say("全年生产总值增长5.0%", growth("5.0%", "gdp")).close()
    assert asked(connection)["communique"] == [holds]


@pytest.mark.parametrize(("city", "holds"), [("2000亿元", True), ("90000亿元", False)])
def test_child_within_parent(connection: duckdb.DuckDBPyConnection, city: str, holds: bool) -> None:
    Told(connection, 2024).say(f"生产总值{city}", level(city, "gdp")).close()
    Told(connection, 2024, PROVINCE).say("生产总值60000亿元", level("60000亿元", "gdp")).close()
    assert asked(connection)["child_within_parent"] == [holds]


@pytest.mark.parametrize(("whole", "holds"), [("50亿元", True), ("90亿元", False)])
def test_children_and_parent(connection: duckdb.DuckDBPyConnection, whole: str, holds: bool) -> None:
    # 海南 had two prefectures until 2011.
    for city, said in (("460100", "30亿元"), ("460200", "21亿元")):
        Told(connection, 2006, city).say(f"生产总值{said}", level(said, "gdp")).close()
    Told(connection, 2006, "460000").say(f"生产总值{whole}", level(whole, "gdp")).close()
    assert asked(connection)["children_and_parent"] == [holds]


@pytest.mark.parametrize(("share", "holds"), [("116%", True), ("112%", None), ("161%", False)])
def test_target_completed(connection: duckdb.DuckDBPyConnection, share: str, holds: bool | None) -> None:
    Told(connection, 2023).say(
        "城镇新增就业5万人以上",
        target("5万人", "new_urban_jobs", measure="level", bound="at_least", unit="人"),
    ).close()
    claim = {"measure": "share", "rule": "carried of_target section review"}
    Told(connection, 2024).say(
        f"城镇新增就业5.8万人，完成年度目标的{share}",
        level("5.8万人", "new_urban_jobs", unit="人"),
        (share, "new_urban_jobs", claim),
    ).close()
    assert asked(connection)["target_completed"] == [holds]


@pytest.mark.parametrize(("gap", "holds"), [("0.1个百分点", True), ("1个百分点", False)])
def test_target_missed_by(connection: duckdb.DuckDBPyConnection, gap: str, holds: bool) -> None:
    Told(connection, 2023).say("生产总值增长8.5%左右", target("8.5%", "gdp", bound="about")).close()
    claim = {"measure": "gap", "rule": "carried points_from_target section review"}
    Told(connection, 2024).say(
        f"生产总值增长8.6%，高于年初计划{gap}", growth("8.6%", "gdp"), (gap, "gdp", claim)
    ).close()
    assert asked(connection)["target_missed_by"] == [holds]


@pytest.mark.parametrize(("said", "holds"), [("6.5%", True), ("5.6%", False)])
def test_target_told(connection: duckdb.DuckDBPyConnection, said: str, holds: bool) -> None:
    Told(connection, 2023).say("生产总值增长6.5%左右", target("6.5%", "gdp", bound="about")).close()
    Told(connection, 2024).say(
        f"生产总值预期增速{said}左右，完成5%",
        target(said, "gdp", bound="about", is_headline=False),
        growth("5%", "gdp"),
    ).close()
    assert asked(connection)["target_told"] == [holds]


@pytest.mark.parametrize(
    ("gap", "holds"), [("1.2个百分点", True), ("2个百分点", None), ("12个百分点", False)]
)
def test_gap_to_region(connection: duckdb.DuckDBPyConnection, gap: str, holds: bool | None) -> None:
    Told(connection, 2024, PROVINCE).say("生产总值增长5.4%", growth("5.4%", "gdp")).close()
    Told(connection, 2024).say(
        f"生产总值增长6.6%，高于全省{gap}",
        growth("6.6%", "gdp"),
        (gap, "gdp", {"measure": "gap", "benchmark_code": PROVINCE}),
    ).close()
    assert asked(connection)["gap_to_region"] == [holds]


@pytest.mark.parametrize(("said", "holds"), [("118亿元", True), ("1118亿元", False), ("11.8亿元", False)])
def test_level_in_series(connection: duckdb.DuckDBPyConnection, said: str, holds: bool) -> None:
    for year, words in ((2019, "100亿元"), (2021, said), (2022, "125亿元")):
        Told(connection, year).say(f"零售额{words}", level(words, "retail_sales", bound="at_least")).close()
    assert asked(connection)["level_in_series"].count(False) == (0 if holds else 1)
    if not holds:
        ((message, quote),) = connection.execute(
            "select message, quote from checked.identities where identity = 'level_in_series' and holds = false"
        ).fetchall()
        assert quote == f"零售额{said}。"
        assert (
            "where some 116 亿元 would lie with 100亿元 of 2018: 「零售额100亿元。」 and 125亿元 of 2021"
            in message
        )


def test_of_two_years_that_do_not_fit_the_later_is_told(connection: duckdb.DuckDBPyConnection) -> None:
    for year, words in ((2019, "100亿元"), (2021, "900亿元")):
        Told(connection, year).say(f"零售额{words}", level(words, "retail_sales")).close()
    assert sorted(asked(connection)["level_in_series"], key=str) == [False, None]


@pytest.mark.parametrize("indicator", ["high_tech_enterprises", "fiscal_revenue"])
def test_a_level_of_another_scope_that_lasts_is_no_slip(
    connection: duckdb.DuckDBPyConnection, indicator: str
) -> None:
    for year, words in ((2018, "100亿元"), (2019, "105亿元"), (2020, "220亿元"), (2021, "230亿元")):
        Told(connection, year).say(f"收入{words}", level(words, indicator)).close()
    assert False not in asked(connection).get("level_in_series", [])


def test_a_finding_names_all_numbers_and_where_the_judged_one_stands(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    two_years(connection, "100亿元", "210亿元", "10%")
    check_extracted(connection)
    ((message, quote),) = connection.execute(
        "select message, quote from checked.findings where check_name = 'growth_between_years'"
    ).fetchall()
    assert "210亿元 after 100亿元 the year before is +110.0 %, told is 10%" in message
    assert quote == "零售额210亿元，增长10%。"


def test_an_identity_that_holds_confirms_every_figure_in_it(connection: duckdb.DuckDBPyConnection) -> None:
    two_years(connection, "100亿元", "110亿元", "10%")
    asked(connection)
    ((confirmed,),) = connection.execute(
        "select count(distinct figure) from (select unnest(figure_ids) as figure from checked.identities where holds)"
    ).fetchall()
    assert confirmed == 3
