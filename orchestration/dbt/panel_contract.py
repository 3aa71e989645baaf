"""The contracts of ``marts.target_panel`` and of its last version: their columns for every core indicator.

dbt wants each column by name and type. They follow from ``indicators.csv``; this writes them, and a test
holds the committed files against what it would write: ``python -m orchestration.dbt.panel_contract``.
"""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

MARTS = Path(__file__).resolve().parents[2] / "dbt_project" / "models" / "marts"
CONTRACT = MARTS / "target_panel.yml"
CONTRACT_V1 = MARTS / "target_panel_v1.yml"

HEADER = """\
# Written by `python -m orchestration.dbt.panel_contract` from zhibiao/lexicon/indicators.csv.
models:
  - name: target_panel
    description: >-
      The headline targets of a region and plan year (目标面板): one row each, and for every core indicator columns
      that hold one quantity in one unit. gdp is the growth that lists set, in %; gdp_level the amount, in 元, where a
      list states one; gdp_beyond_list what the sections state where the list is silent, never mixed in. A fall has
      a minus sign. Of several documents of one region and year the one marked is_panel_source in dim_document
      speaks. The long forms have all indicators and each sentence: target_panel_long (one row an indicator),
      target_measures (one row a measure), five_year_goals. Until November 2026 a column held whatever the list
      stated; that panel is target_panel_v1. Key (主键): region_code, plan_year.
    data_tests:
      - rows_conform:
          name: target_panel_rows_conform
          arguments:
            unique_combination_of_columns:
              - {region_code, plan_year}
            not_null: {region_key, region_name, level, document_id, stated_indicators}
            relationships:
              region_key: {to: dim_region, field: region_key}
              document_id: {to: dim_document, field: document_id}
    columns:
      - name: region_code
        data_type: varchar
        description: "{{ doc('region_code') }}"
      - name: plan_year
        data_type: integer
        description: "{{ doc('plan_year') }}"
      - name: region_key
        data_type: varchar
        description: "{{ doc('region_key') }}"
      - name: region_name
        data_type: varchar
        description: "{{ doc('region_name') }}"
      - name: level
        data_type: varchar
        description: "{{ doc('level') }}"
      - name: province_name
        data_type: varchar
        description: "{{ doc('province_name') }}"
      - name: prefecture_name
        data_type: varchar
        description: "{{ doc('prefecture_name') }}"
      - name: document_id
        data_type: varchar
        description: "{{ doc('document_id') }}"
      - name: document_kind
        data_type: varchar
        description: >-
          What the document is (文件类型), as dim_document.kind says: work_report 政府工作报告, report_digest 报告摘要,
          conference_digest 经济工作会议报道, plan_report 计划报告, budget_report 预算报告 or other 其他.
      - name: stated_indicators
        data_type: integer
        description: How many indicators it states a headline target for, core or not (目标指标数).
"""


DESCRIPTION_V1 = """\
    description: >-
      The panel as it was to November 2026 (目标面板·旧版), kept for a version: thirteen columns for every core
      indicator, in which a column holds the growth in one row and an amount in another, as the _measure beside it
      says. Use target_panel. Key (主键): region_code, plan_year.
"""


class PanelColumn(NamedTuple):
    """A column that every core indicator has: what stands behind its id, type, English, Chinese."""

    suffix: str
    data_type: str
    english: str
    chinese: str


NUMBER = "decimal(28,8)"
COLUMNS = (
    PanelColumn("", NUMBER, "target as economists use it: the midpoint, else the bound stated", "目标值"),
    PanelColumn("_low", NUMBER, "low end of the target", "目标下限"),
    PanelColumn("_high", NUMBER, "high end of the target", "目标上限"),
    PanelColumn("_midpoint", NUMBER, "middle of low and high", "目标中值"),
    PanelColumn("_bound", "varchar", "how the number limits the value", "约束方式"),
    PanelColumn("_measure", "varchar", "growth_rate, share, level or another measure", "度量"),
    PanelColumn("_bound_text", "varchar", "words of the bound as written", "约束词"),
    PanelColumn("_commitment", "varchar", "word of intent as written", "承诺词"),
    PanelColumn("_stretch", NUMBER, "stretch goal beside the floor", "力争目标"),
    PanelColumn("_text", "varchar", "words of a relative or qualitative target", "定性目标原文"),
    PanelColumn("_change", NUMBER, "value less that of the year before", "较上年变动"),
    PanelColumn("_years_unchanged", "integer", "years running with the same value", "连续未变年数"),
    PanelColumn("_five_year", NUMBER, "yearly growth set by the five-year plan in force", "五年规划年均目标"),
)


# What stands behind the columns above in the panel of today.
GOALS = (
    PanelColumn(
        "_five_year_total", NUMBER, "total set for the five years by the plan in force", "五年规划累计目标"
    ),
    PanelColumn("_five_year_end", NUMBER, "value set for the end of the plan in force", "五年规划期末目标"),
    PanelColumn(
        "_beyond_list", NUMBER, "target stated beyond the list, where the list is silent", "清单外目标"
    ),
)
GROWTH = PanelColumn("_growth", NUMBER, "rate of growth that the list states, in %", "增长率")
LEVEL = PanelColumn("_level", NUMBER, "amount that the list states, in {unit}", "绝对量")
SHARE = PanelColumn("_share", NUMBER, "share that the list states, in {unit}", "比率")
POINTS = PanelColumn("_points", NUMBER, "change that the list states, in percentage points", "百分点变动")
RATIOS = ("%", "‰")


def panel_contract() -> str:
    """Return the YAML of the panel's contract, one block of columns for each core indicator."""
    columns = "".join(
        _column(indicator, column)
        for indicator in core_indicators()
        for column in (*COLUMNS, *GOALS, *quantities(indicator))
    )
    return HEADER + columns


def panel_contract_v1() -> str:
    """Return the YAML of the contract of the panel as it was: the same keys, thirteen columns an indicator, of which the
    first stand before the others of all."""
    start, end = HEADER.index("    description:"), HEADER.index("    data_tests:")
    header = HEADER[:start] + DESCRIPTION_V1 + HEADER[end:]
    return header.replace("target_panel", "target_panel_v1").replace(
        "Use target_panel_v1.", "Use target_panel."
    ) + "".join(
        _column(indicator, column)
        for columns in (COLUMNS[:1], COLUMNS[1:])
        for indicator in core_indicators()
        for column in columns
    )


def core_indicators() -> list[dict[str, str]]:
    """Return the rows of the lexicon's indicators that the panel has columns for."""
    lexicon = files("zhibiao").joinpath("lexicon", "indicators.csv").read_text(encoding="utf-8")
    return [indicator for indicator in csv.DictReader(lexicon.splitlines()) if indicator["core"] == "1"]


def quantities(indicator: dict[str, str]) -> tuple[PanelColumn, ...]:
    """Return the quantities that reports set an indicator in: a rate and an amount, or a share and its change."""
    if indicator["panel_measure"] == "share":
        return (SHARE, POINTS)
    return (GROWTH,) if indicator["canonical_unit"] in RATIOS else (GROWTH, LEVEL)


def _column(indicator: dict[str, str], column: PanelColumn) -> str:
    # A bracket within the brackets of the Chinese heading would end it early.
    chinese_name = re.sub("（.*?）", "", indicator["name_zh"])
    english = column.english.format(unit=indicator["canonical_unit"] or "points of the index")
    return (
        f"      - name: {indicator['indicator_id']}{column.suffix}\n"
        f"        data_type: {column.data_type}\n"
        "        description: >-\n"
        f"          {indicator['name_en']}, {english}\n"
        f"          ({chinese_name}·{column.chinese}).\n"
    )


if __name__ == "__main__":
    CONTRACT.write_text(panel_contract(), encoding="utf-8")
    CONTRACT_V1.write_text(panel_contract_v1(), encoding="utf-8")
