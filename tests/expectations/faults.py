"""One fault for every check: a sentence or a row that has exactly that fault, planted into a sound report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.expectations.planting import (
    Fault,
    after_closing,
    figure,
    one_without_unit,
    phrase,
    told,
    two_headline_values,
    update,
)
from tests.expectations.sound import BEFORE
from tests.expectations.tables import Report
from zhibiao.model import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


SIZES = (
    Fault("share_is_within_100", WARNING, "绿化覆盖率达到107%。",
          figure("107%", "覆盖率达到", indicator_id="green_coverage", measure="share"), True),
    Fault("ratio_is_plausible", WARNING,
          "完成年度计划的9140%。", figure("9140%", "完成年度计划的", measure="share")),
    Fault("fall_is_within_100", WARNING, "信访总量下降121%。",
          figure("121%", "信访总量下降", direction="down", **BEFORE), True),
    Fault("growth_is_plausible", WARNING, "跨境电商增长15600%。", figure("15600%", "跨境电商增长", **BEFORE)),
    Fault("rate_is_usual", WARNING, "全年生产总值增长66%。",
          figure("66%", "全年生产总值增长", indicator_id="gdp", direction="up", **BEFORE)),
    Fault("rate_is_usual", WARNING, "全年生产总值增长66%。",
          figure("66%", "全年生产总值增长", indicator_id="gdp", period_text="2023年", **BEFORE)),
    Fault("rate_is_usual", WARNING, "一季度生产总值增长67%。",
          figure("67%", "一季度生产总值增长", indicator_id="gdp", status="actual", period_text="一季度",
                 period_start=date(2023, 1, 1), period_end=date(2023, 3, 31))),
    Fault("rate_is_usual", WARNING, "出口增长2.5倍。旅游人次增加，全年生产总值增长66%。",
          figure("66%", "全年生产总值增长", indicator_id="gdp", **BEFORE)),
    Fault("rate_is_usual", WARNING, "零售总额增长89%。",
          figure("89%", "零售总额增长", indicator_id="retail_sales", **BEFORE)),
    Fault("direction_is_usual", WARNING, "单位生产总值能耗增长3%。",
          figure("3%", "单位生产总值能耗增长", indicator_id="energy_intensity", direction="up")),
    Fault("direction_is_usual", WARNING, "农村居民收入下降8%。",
          figure("8%", "农村居民收入下降", indicator_id="rural_resident_income", direction="down")),
    Fault("direction_is_usual", WARNING, "刑事案件立案数增长25.7%。",
          figure("25.7%", "立案数增长", indicator_text="刑事案件立案数", direction="up", **BEFORE)),
    Fault("rate_is_usual", WARNING, "五年来生产总值年均增长66%。",
          figure("66%", "生产总值年均增长", indicator_id="gdp", year_scope="yearly_mean", status="actual",
                 period_text="五年", period_start=date(2019, 1, 1), period_end=date(2023, 12, 31))),
    Fault("scale_fits_the_words", INFO, "全年到位资金304万元。",
          figure("304万元", "到位资金", indicator_text="到位资金", unit="元", unit_text="万元", number=304, value=3_040_000,
                 measure="level", **BEFORE)),
    Fault("scale_fits_the_words", INFO, "农村危房改造2.04亿户。",
          figure("2.04亿户", "危房改造", indicator_text="农村危房改造", unit="户", unit_text="亿户", number=2.04, value=204_000_000,
                 measure="level", **BEFORE), brings=frozenset({("amount_is_usual", "warning")})),
    Fault("point_fits_the_words", INFO, "群众满意率达到8.79%。",
          figure("8.79%", "满意率达到", indicator_text="群众满意率", unit="%", unit_text="%", measure="share", **BEFORE)),
    Fault("mark_of_size_is_usual", WARNING, "新开工10万元以上项目51个。",
          figure("10万元", "新开工", unit="元", unit_text="万元", number=10, value=100_000, bound="at_least", measure="level")),
    Fault("amount_is_usual", WARNING, "引进人才1.93亿名。",
          figure("1.93亿名", "引进人才", number=1.93, value=193_000_000, unit_text="亿名", unit="名", measure="level"),
          brings=frozenset({("scale_fits_the_words", "info")})),
    Fault("number_has_no_leading_zero", WARNING, "机器人产量增长01%。", figure("01%", "机器人产量增长", **BEFORE)),
    Fault("change_in_points_is_within_100", WARNING, "占比提高150个百分点。",
          figure("150个百分点", "占比提高", measure="change_points", unit="个百分点")),
    Fault("rank_is_a_whole_number", WARNING, "增速居全省第0位。",
          figure("第0位", "增速居全省", number=0, value=0, unit_text="位", unit="位", measure="rank"), True),
    Fault("rank_is_plausible", WARNING, "居全国第3999位。",
          figure("第3999位", "居全国", number=3999, value=3999, unit_text="位", unit="位", measure="rank")),
    Fault("per_mille_is_within_1000", WARNING,
          "新生儿死亡率4200‰。", figure("4200‰", "死亡率", measure="share"), True),
    Fault("natural_growth_is_plausible", WARNING, "人口自然增长率控制在6.5%以内。",
          figure("6.5%", "人口自然增长率控制在", indicator_id="natural_growth_rate", measure="share"), True),
    Fault("price_growth_is_plausible", WARNING, "消费价格上涨35%。",
          figure("35%", "消费价格上涨", indicator_id="cpi", **BEFORE), True),
    Fault("price_index_is_plausible", WARNING, "价格总指数为23左右。",
          figure("23", "价格总指数为", indicator_id="cpi", measure="index", unit=None, unit_text=None)),
    Fault("unemployment_is_plausible", WARNING, "城镇登记失业率为45%。",
          figure("45%", "失业率为", indicator_id="registered_unemployment_rate", measure="share"), True),
    Fault("rate_is_usual", WARNING, "研发投入强度为25%。",
          figure("25%", "研发投入强度为", indicator_id="rd_intensity", measure="share")),
    Fault("good_air_days_fit_a_year", WARNING, "优良天数达到390天。",
          figure("390天", "优良天数达到", indicator_id="good_air_days"), True),
    Fault("particulates_are_plausible", WARNING, "PM2.5平均浓度450微克/立方米。",
          figure("450微克/立方米", "平均浓度", indicator_id="pm25")),
    Fault("life_expectancy_is_plausible", WARNING, "人均预期寿命达到7.8岁。",
          figure("7.8岁", "预期寿命达到", indicator_id="life_expectancy")),
)  # fmt: skip

UNITS = (
    Fault("amount_is_usual", WARNING, "全部存款余额达到1234亿亿元。",
          figure("1234亿亿元", "存款余额达到", indicator_id="deposits", unit="元", value=10**15, unit_text="亿亿元")),
    Fault("amount_is_usual", WARNING, "税收收入1万元。",
          figure("1万元", "税收收入", indicator_id="fiscal_revenue", unit="元", value=10_000, unit_text="万元")),
    Fault("unit_fits_the_indicator", WARNING, "经济总量达到3000亩。",
          figure("3000亩", "经济总量达到", indicator_id="gdp"), True),
    Fault("unit_fits_the_measure", WARNING, "投资增长5亿元。",
          figure("5亿元", "投资增长", measure="growth_rate", unit="元", value=500_000_000)),
    Fault("unit_fits_the_measure", WARNING, "工业投资增长8‰。",
          figure("8‰", "工业投资增长", indicator_id="industrial_investment", measure="growth_rate")),
    Fault("amount_has_a_unit", WARNING, "零售总额达到480左右。",
          figure("480", "零售总额达到", indicator_id="retail_sales", unit=None, unit_text=None)),
    Fault("unit_fits_the_measure", WARNING, "高考录取率76.2‰。", figure("76.2‰", "高考录取率", measure="share")),
    Fault("number_has_a_unit", WARNING, "累计投入1434。", figure("1434", "累计投入", unit=None, unit_text=None)),
    Fault("number_has_a_unit", WARNING, "事故、损失和人数分别下降15.8%、6.2和17.3%。", one_without_unit),
    Fault("rate_has_a_sign", WARNING, "工业投资增长8.5左右。",
          figure("8.5", "工业投资增长", measure="growth_rate", unit=None, unit_text=None)),
    Fault("rate_has_a_sign", WARNING, "零售总额增长7.2；投资增长6%。",
          figure("7.2", "零售总额增长", measure="change_amount", unit=None, unit_text=None)),
)  # fmt: skip

TIMES = (
    Fault("headline_target_lies_ahead", WARNING, "外贸增长9%。",
          figure("9%", "外贸增长", indicator_id="trade_total", is_headline=True,
                 period_start=date(2023, 1, 1), period_end=date(2023, 12, 31))),
    Fault("target_lies_ahead", WARNING, "建成公园12个。",
          figure("12个", "建成公园", period_start=date(2021, 1, 1), period_end=date(2021, 12, 31))),
    Fault("achievement_lies_behind", WARNING, "出口增长9.9%。", figure("9.9%", "出口增长", status="actual")),
    Fault("review_lies_behind", WARNING, "建成湿地6个。",
          figure("6个", "建成湿地", section="一、2023年工作回顾", period_text="2034年", measure="level",
                 period_start=date(2034, 1, 1), period_end=date(2034, 12, 31))),
    Fault("period_is_of_the_modern_age", WARNING, "建成水库3座。",
          figure("3座", "建成水库", period_start=date(2124, 1, 1), period_end=date(2124, 12, 31))),
    Fault("phrase_lies_ahead", WARNING, "进出口平稳增长。",
          phrase("进出口平稳增长", period_start=date(2022, 1, 1), period_end=date(2022, 12, 31))),
)  # fmt: skip

HEADLINES = (
    Fault("one_headline_value", WARNING, "零售总额增长8%。零售总额增长9%。", two_headline_values),
)  # fmt: skip

TWIN = (
    "insert into extracted.figures select * {change} from extracted.figures "
    "where document_id = ? and value_text = '60%'"
)


def twin(change: str = "") -> Callable[[Report], str | None]:
    """A second row of one figure, with a change."""

    def plant(report: Report) -> None:
        report.connection.execute(TWIN.format(change=change), [report.document_id])

    return plant


def spoiled(assignment: str, value_text: str = "60%") -> Callable[[Report], str | None]:
    """One figure of the report itself, spoiled."""

    def plant(report: Report) -> str | None:
        update("extracted.figures", assignment, f"value_text = '{value_text}'")(report)
        found = report.connection.execute(
            "select figure_id from extracted.figures where document_id = ? and value_text = ?",
            [report.document_id, value_text],
        ).fetchone()
        return str(found[0]) if found else None

    return plant


RECORDS = (
    Fault("figure_id_is_unique", ERROR, plant=twin()),
    Fault("figure_id_is_there", ERROR, plant=twin("replace (null as figure_id)")),
    Fault("span_holds", ERROR, plant=spoiled("char_start = char_start + 1, char_end = char_end + 1")),
    Fault("quote_holds_the_value", ERROR, plant=spoiled("quote = '另一句话。'")),
    Fault("quote_holds_the_value", ERROR, plant=spoiled("quote = null")),
    Fault("number_is_there", ERROR, plant=spoiled("number = null, value = null"), quarantines=True),
    Fault("record_is_complete", ERROR, plant=spoiled("bound = null"), quarantines=True),
    Fault("figure_region_is_known", ERROR, plant=spoiled("region_code = '999999'"), quarantines=True),
    Fault("indicator_is_known", ERROR, plant=spoiled("indicator_id = 'happiness'"), quarantines=True),
    Fault("range_is_complete", WARNING, plant=spoiled("bound = 'range'"), quarantines=True),
    Fault("range_ascends", WARNING, "绿化率提高到8-6%。",
          figure("8-6%", "绿化率提高到", number=8, number_high=6, bound="range", unit="%", measure="share"), True),
    Fault("range_is_narrow", WARNING, "建设农田5万~10亿亩。",
          figure("5万~10亿亩", "建设农田", number=5, number_high=10, value=50_000, value_high=10**9, bound="range",
                 unit="亩", unit_text="亿亩", measure="level")),
    Fault("period_ascends", WARNING, "新建学校2所。",
          figure("2所", "新建学校", period_start=date(2025, 1, 1), period_end=date(2024, 6, 30)), True),
    Fault("headline_is_a_target", WARNING, plant=spoiled("is_headline = true", "36.8%")),
    Fault("entity_has_no_indicator", WARNING, "高新区投资增长12%。",
          figure("12%", "高新区投资增长", indicator_id="fixed_asset_investment", entity_text="高新区"), True),
    Fault("unit_converts_the_same_way", ERROR, plant=spoiled("value = value * 10", "5.5万人"),
          quarantines=True),
    Fault("bound_is_a_word_of_the_contract", ERROR, plant=spoiled("bound = 'circa'"), quarantines=True),
    Fault("measure_is_a_word_of_the_contract", ERROR, plant=spoiled("measure = 'ratio'"), quarantines=True),
    Fault("status_is_a_word_of_the_contract", ERROR, plant=spoiled("status = 'goal'"), quarantines=True),
    Fault("direction_is_a_word_of_the_contract", ERROR, plant=spoiled("direction = 'sideways'"), quarantines=True),
)  # fmt: skip


def ledger(assignment: str, condition: str = "numeral_text = '60'") -> Callable[[Report], str | None]:
    """Rows of the ledger, spoiled after it was written."""
    return after_closing(f"update extracted.numerals set {assignment} where document_id = ? and {condition}")


def second_phrase(report: Report) -> None:
    """A phrase under the id of the report's own."""
    (first,) = report.connection.execute(
        "select target_id from extracted.qualitative_targets where document_id = ?", [report.document_id]
    ).fetchone() or ("",)
    report.phrase("居民消费稳步提升", indicator_id="retail_sales", target_id=first)


LEDGER = (
    Fault("every_numeral_is_in_the_ledger", ERROR, "实施862工程。", after_closing(
          "delete from extracted.numerals where document_id = ? and numeral_text = '862'")),
    Fault("numeral_span_holds", ERROR, plant=ledger("numeral_text = '9'")),
    Fault("numeral_is_accounted_for_once", ERROR, plant=ledger("reason = 'name'")),
    Fault("numeral_is_there_once", ERROR, plant=after_closing(
          "insert into extracted.numerals select * from extracted.numerals where document_id = ? and "
          "numeral_text = '60'")),
    Fault("numeral_s_figure_exists", ERROR, plant=ledger("figure_id = 'gone'")),
    Fault("reason_is_a_word_of_the_contract", ERROR,
          "实施862工程。", ledger("reason = 'because'", "reason = 'name'")),
    Fault("numeral_is_explained", INFO, "新增省级创新平台8。", ledger("reason = 'unexplained'", "numeral_text = '8'")),
    Fault("numeral_is_explained", INFO, "旅游收入增长17以上的企业。",
          ledger("reason = 'unexplained'", "numeral_text = '17'")),
    # two of some twenty are more than 2 %, but only two
    Fault("numeral_is_explained", INFO, "新增省级创新平台8、市级18。",
          ledger("reason = 'unexplained'", "numeral_text in ('8', '18')")),
    Fault("numerals_are_explained", WARNING, "实施862工程、863工程、864工程、865工程。",
          ledger("reason = 'unexplained'", "numeral_text like '86_'")),
    Fault("other_is_no_rubbish_bin", INFO, "".join(f"实施{number}工程。" for number in range(500, 540)),
          ledger("reason = 'other'", "reason = 'name'")),
    Fault("phrase_span_holds", ERROR, plant=update("extracted.qualitative_targets",
          "char_start = 0, char_end = 13", "true")),
    Fault("phrase_indicator_is_known", ERROR, plant=update("extracted.qualitative_targets",
          "indicator_id = 'happiness'", "true")),
    Fault("phrase_id_is_unique", ERROR, "居民消费稳步提升。", second_phrase),
)  # fmt: skip


def year_without_periods(report: Report) -> None:
    """A plan year before all reports; without periods, which would lie far from it."""
    update("extracted.document_profiles", "plan_year = 1924, review_year = 1923", "true")(report)
    update("extracted.figures", "period_start = null, period_end = null", "true")(report)
    update("extracted.qualitative_targets", "period_start = null, period_end = null", "true")(report)


def unread(report: Report) -> None:
    """A document that landed and was not read."""
    report.connection.execute(
        "delete from extracted.document_profiles where document_id = ?", [report.document_id]
    )


DOCUMENTS = (
    Fault("region_is_known", WARNING, changes={"region_code": None}),
    Fault("plan_year_is_known", WARNING, changes={"plan_year": None}),
    Fault("kind_is_known", WARNING, changes={"kind": None}),
    Fault("plan_year_is_a_year_of_reports", WARNING, plant=year_without_periods,
          changes={"region_code": "110101"}),
    Fault("plan_year_follows_review_year", WARNING, plant=update("extracted.document_profiles",
          "review_year = 2020", "true")),
    Fault("region_is_in_the_code_list", ERROR, changes={"region_code": "999999"}),
    Fault("region_is_of_its_time", WARNING, changes={"region_code": "130603"}),
    Fault("report_states_a_gdp_target", WARNING, plant=update("extracted.figures", "indicator_id = null",
          "indicator_id = 'gdp' and is_headline")),
    Fault("every_document_is_read", ERROR, plant=unread),
)  # fmt: skip

TEXTS = (
    Fault("numbering_skips", WARNING, "（一）抓好产业发展。\n（三）抓好民生保障。"),
    Fault("numbering_skips", WARNING, "五、全面加强自身建设"),
    Fault("heading_of_another_year", WARNING, "四、2022年工作安排"),
)  # fmt: skip

TOLD = tuple(
    Fault(name, severity, "示范区面积扩大。", told(name, "示范区"))
    for name, severity in (
        ("missing_target_list", WARNING),
        ("list_lengths_differ", WARNING),
        ("region_unclear", WARNING),
        ("plan_year_unclear", WARNING),
        ("ambiguous_place", INFO),
        ("repeated_text", WARNING),
        ("target_not_set", INFO),
        ("core_name_without_target", INFO),
        ("achieved_in_plan_year", INFO),
        ("outsized_number", WARNING),
        ("vanishing_number", WARNING),
        ("reading_failed", ERROR),
        ("undeclared_reader_finding", INFO),
    )
)

FAULTS = (*SIZES, *UNITS, *TIMES, *HEADLINES, *RECORDS, *LEDGER, *DOCUMENTS, *TEXTS, *TOLD)
