"""A sound report: what is planted into it is the only fault that it has."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files

import duckdb

from tests.expectations.tables import Report

# Words without a figure, to make a text as long as a report.
PROSE = "我们坚持以人民为中心的发展思想，持续改善生态环境，切实保障和改善民生。"

TEXT = """{name}政府工作报告

一、2023年工作回顾

过去一年，面对复杂严峻的外部环境和艰巨繁重的改革发展稳定任务，在上级党委、政府和区委的坚强领导下，我们坚持稳中求进工作总基调，\
完整、准确、全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展，全区经济持续回升向好，社会大局保持和谐稳定。\
地区生产总值完成234.5亿元，增长5.2%。森林覆盖率达到36.8%，重点项目完成年度投资计划的110.4%。一家企业出口增长3000%。\
经济总量居全省第12位，比上年提升2位，人口自然增长率为4.6‰，孕产妇死亡率为9.5/10万。我们深入实施创新驱动发展战略，培育壮大新兴产业，改造提升传统产业，加快发展现代服务业，\
全面推进乡村振兴，持续改善生态环境，切实保障和改善民生，不断提升治理能力和水平，各项事业取得新的进步。

二、2024年主要预期目标

地区生产总值增长6%左右，城镇新增就业5.5万人，居民消费价格涨幅3%左右。一般公共预算收入确保增长5%、力争增长7%。\
居民收入增长与经济增长同步。到2025年，常住人口城镇化率达到60%。

三、重点工作

{fault}
我们要坚持以人民为中心的发展思想，巩固拓展脱贫攻坚成果，扎实推进各项民生实事，让发展成果更多更公平惠及全区人民。\
我们要全面加强政府自身建设，坚持依法行政，严格落实中央八项规定精神，持续纠治形式主义、官僚主义，努力建设人民满意的服务型政府。
"""
YEAR = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
BEFORE = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31), "status": "actual"}


def districts() -> list[tuple[str, str]]:
    """Codes and names of divisions at county level that are in force: a region for each report."""
    with files("zhibiao.lexicon").joinpath("divisions.csv").open(encoding="utf-8") as lines:
        return [
            (row["division_code"], row["name"])
            for row in csv.DictReader(lines)
            if row["level"] == "县级" and row["status"] == "在用" and int(row["start_year"]) < 2000
        ]


def sound_report(
    connection: duckdb.DuckDBPyConnection, number: int, fault: str = "", **profile: str | int | None
) -> Report:
    """Add report ``number`` with the sentence ``fault`` in its third section, and all its sound figures."""
    code, name = districts()[number]
    report = Report(
        connection,
        TEXT.format(name=name, fault=fault),
        file_name=f"{number:03d}.txt",
        **{"region_code": code, **profile},  # type: ignore[arg-type]
    )
    add_review(report)
    add_targets(report)
    return report


def add_review(report: Report) -> None:
    """What the review claims, with the sizes that are rare but real."""
    report.figure(
        "234.5亿元", after="地区生产总值完成", indicator_id="gdp", unit="元", value=23_450_000_000, **BEFORE
    )
    report.figure("5.2%", after="亿元，增长", indicator_id="gdp", direction="up", **BEFORE)
    report.figure("36.8%", after="森林覆盖率达到", indicator_id="forest_coverage", measure="share", **BEFORE)
    report.figure(
        "110.4%", after="完成年度投资计划的", indicator_id="key_project_investment", measure="share", **BEFORE
    )
    report.figure("3000%", after="一家企业出口增长", entity_text="一家企业", **BEFORE)
    report.figure(
        "第12位", after="居全省", number=12, value=12, unit_text="位", unit="位", measure="rank", **BEFORE
    )
    report.figure(
        "2位", after="比上年提升", indicator_id="gdp", measure="change_amount", direction="up", **BEFORE
    )
    report.figure("9.5/10万", after="死亡率为", unit_text="/10万", unit="/10万", measure="share", **BEFORE)
    report.figure("4.6‰", after="自然增长率为", indicator_id="natural_growth_rate", measure="share", **BEFORE)


def add_targets(report: Report) -> None:
    """The list of expected targets: growth, an amount, a floor with its stretch goal, and a later year's."""
    headline = {"is_headline": True, **YEAR}
    report.figure("6%", after="地区生产总值增长", indicator_id="gdp", bound="about", **headline)
    report.figure(
        "5.5万人", after="城镇新增就业", indicator_id="new_urban_jobs", unit="人", value=55_000, **headline
    )
    report.figure("3%", after="居民消费价格涨幅", indicator_id="cpi", bound="about", **headline)
    report.figure(
        "5%", after="预算收入确保增长", indicator_id="fiscal_revenue", commitment="确保", **headline
    )
    report.figure("7%", after="力争增长", indicator_id="fiscal_revenue", commitment="力争", **headline)
    report.figure(
        "60%",
        after="城镇化率达到",
        indicator_id="urbanization_rate",
        measure="share",
        period_start=None,
        period_end=date(2025, 12, 31),
    )
    report.phrase("居民收入增长与经济增长同步", indicator_id="resident_income")
