"""The contract of ``marts.target_panel``: its columns for every core indicator, from the lexicon.

dbt wants each column by name and type. They follow from ``indicators.csv``; this writes them, and a test
holds the committed file against what it would write: ``python -m orchestration.dbt.panel_contract``.
"""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

CONTRACT = Path(__file__).resolve().parents[2] / "dbt_project" / "models" / "marts" / "target_panel.yml"

HEADER = """\
# Written by `python -m orchestration.dbt.panel_contract` from zhibiao/lexicon/indicators.csv.
models:
  - name: target_panel
    description: >-
      The headline targets of a region and plan year (目标面板): one row each, thirteen columns for every core
      indicator, as economists use them. Numbers are in the canonical unit; a fall has a minus sign. Of
      several documents of one region and year the one marked is_panel_source in dim_document speaks. The
      same in long form, with all indicators and with each sentence: target_panel_long.
      Key (主键): region_code, plan_year.
    data_tests:
      - one_row_each:
          name: target_panel_one_row_a_region_and_year
          arguments: {columns: [region_code, plan_year]}
      - never_null:
          name: target_panel_always_says
          arguments: {columns: [region_key, region_name, level, document_id, stated_indicators]}
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
        data_tests:
          - relationships:
              name: target_panel_region_version_exists
              arguments: {to: ref('dim_region'), field: region_key}
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
        data_tests:
          - relationships:
              name: target_panel_document_exists
              arguments: {to: ref('dim_document'), field: document_id}
      - name: document_kind
        data_type: varchar
        description: >-
          What the document is (文件类型), as dim_document.kind says: work_report 政府工作报告, report_digest 报告摘要,
          conference_digest 经济工作会议报道, plan_report 计划报告, budget_report 预算报告 or other 其他.
      - name: stated_indicators
        data_type: integer
        description: How many indicators it states a headline target for, core or not (目标指标数).
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


def panel_contract() -> str:
    """Return the YAML of the panel's contract, one block of columns for each core indicator."""
    lexicon = files("zhibiao").joinpath("lexicon", "indicators.csv").read_text(encoding="utf-8")
    core = [indicator for indicator in csv.DictReader(lexicon.splitlines()) if indicator["core"] == "1"]
    return HEADER + "".join(_column(indicator, column) for indicator in core for column in COLUMNS)


def _column(indicator: dict[str, str], column: PanelColumn) -> str:
    # A bracket within the brackets of the Chinese heading would end it early.
    chinese_name = re.sub("（.*?）", "", indicator["name_zh"])
    return (
        f"      - name: {indicator['indicator_id']}{column.suffix}\n"
        f"        data_type: {column.data_type}\n"
        "        description: >-\n"
        f"          {indicator['name_en']}, {column.english}\n"
        f"          ({chinese_name}·{column.chinese}).\n"
    )


if __name__ == "__main__":
    CONTRACT.write_text(panel_contract(), encoding="utf-8")
