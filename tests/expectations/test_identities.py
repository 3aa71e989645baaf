"""Numbers that check each other: for every identity a place where it holds and one where it does not."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import duckdb
import pytest

from expectations.corrections import apply_corrections
from expectations.frames import prepare
from expectations.identities import IDENTITIES, make_identities
from expectations.kept import find_documents_to_check
from expectations.run import check_extracted
from expectations.storage import create_tables
from tests.expectations.tables import Report

CITY, PROVINCE = "410800", "410000"
STATE_BEFORE = "name level begun state_before"


class Told:
    """A report that says what it is told to say, each sentence with its figures."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, year: int, region: str = CITY, kind: str = "work_report"
    ) -> None:
        self.connection, self.year, self.region, self.kind = connection, year, region, kind
        self.said: list[tuple[str, list[tuple[str, dict[str, Any]]]]] = []

    def say(self, sentence: str, *figures: tuple[str, str, dict[str, Any]]) -> Told:
        """Add a sentence; a figure is its words, its indicator and what else is said of it."""
        self.said.append((sentence, [(words, {"indicator_id": one, **more}) for words, one, more in figures]))
        return self

    def close(self) -> Report:
        """Write the report, achievements of the year before its own unless told otherwise."""
        text = "。".join(sentence for sentence, _ in self.said) + "。"
        report = Report(
            self.connection, text, file_name=f"{self.region}-{self.year}-{self.kind}.txt",
            region_code=self.region, plan_year=self.year, kind=self.kind,
        )  # fmt: skip
        year = self.year - 1
        for sentence, figures in self.said:
            for words, more in figures:
                stated = {
                    "status": "actual",
                    "period_start": date(year, 1, 1),
                    "period_end": date(year, 12, 31),
                    **more,
                }
                stated.setdefault("indicator_text", str(stated["indicator_id"]))
                report.figure(words, after=sentence[: sentence.index(words)], **stated)
        report.close()
        return report


def level(words: str, indicator: str, **more: Any) -> tuple[str, str, dict[str, Any]]:
    return words, indicator, {"measure": "level", **more}


def growth(words: str, indicator: str, **more: Any) -> tuple[str, str, dict[str, Any]]:
    return words, indicator, {"measure": "growth_rate", **more}


def of(year: int) -> dict[str, date]:
    return {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def asked(connection: duckdb.DuckDBPyConnection) -> dict[str, list[bool | None]]:
    """Which identities were asked, and whether they held."""
    create_tables(connection)
    find_documents_to_check(connection, "extracted", only_changed=False)
    apply_corrections(connection)
    prepare(connection)
    make_identities(connection)
    answers: dict[str, list[bool | None]] = {}
    for identity, holds in connection.execute("select identity, holds from checked.identities").fetchall():
        answers.setdefault(identity, []).append(holds)
    return answers


def test_every_identity_is_under_test() -> None:
    tested = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert {identity.name for identity in IDENTITIES} <= tested


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
    (message,) = connection.execute(
        "select message from checked.identities where identity = 'level_out_of_line'"
    ).fetchall()
    assert "it would have to be some 110 亿元" in message[0]


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


@pytest.mark.parametrize(("part", "holds"), [("60亿元", True), ("600亿元", False)])
def test_part_within_whole(connection: duckdb.DuckDBPyConnection, part: str, holds: bool) -> None:
    Told(connection, 2024).say(
        f"进出口100亿元，其中出口{part}", level("100亿元", "trade_total"), level(part, "exports")
    ).close()
    assert asked(connection)["part_within_whole"] == [holds]


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


def target(words: str, indicator: str, **more: Any) -> tuple[str, str, dict[str, Any]]:
    said = {"status": "target", "is_headline": True, "measure": "growth_rate", **of(2023)}
    return words, indicator, {**said, **more}


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
