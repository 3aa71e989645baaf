"""What a column is called in a sheet and in Stata: its Chinese term and its own name."""

from __future__ import annotations

from orchestration.exports.catalogue import Column
from zhibiao.commands.wording import indicator_names

# Terms for columns whose comment holds none; parts of a panel column (``gdp_low``) are looked up as well.
CHINESE = {
    "region_code": "地区代码",
    "region_name": "地区",
    "region_key": "地区版本",
    "level": "行政级别",
    "province_name": "省",
    "prefecture_name": "地级市",
    "plan_year": "计划年度",
    "document_kind": "文件类型",
    "stated_indicators": "已述指标数",
    "document_id": "文件",
    "file_name": "文件名",
    "source_url": "来源",
    "figure_id": "数据编号",
    "target_id": "目标编号",
    "indicator_id": "指标代码",
    "indicator_name": "指标",
    "indicator_text": "指标原文",
    "value_text": "原文数值",
    "number": "数字",
    "number_high": "数字上限",
    "unit_text": "原文单位",
    "value": "数值",
    "value_high": "数值上限",
    "unit": "单位",
    "bound": "限定",
    "bound_text": "限定词",
    "measure": "度量",
    "direction": "方向",
    "status": "状态",
    "is_headline": "主要目标",
    "is_quantified": "有数值",
    "target_text": "目标原文",
    "benchmark_text": "参照",
    "commitment": "承诺词",
    "period_start": "时期起",
    "period_end": "时期止",
    "period_text": "时期原文",
    "region_text": "地区原文",
    "entity_text": "主体",
    "quote": "原文句子",
    "section": "章节",
    "char_start": "起始字符",
    "char_end": "结束字符",
    "rule": "规则",
    "correction_id": "更正",
    "low": "下限",
    "high": "上限",
    "midpoint": "中值",
    "stretch": "力争值",
    "text": "定性目标",
    "change": "较上年变化",
    "years_unchanged": "未变年数",
    "five_year": "五年规划年均",
    "target_value": "目标值",
    "target_low": "目标下限",
    "target_high": "目标上限",
    "target_bound": "目标限定",
    "target_quote": "目标原文句子",
    "actual_value": "实绩值",
    "actual_bound": "实绩限定",
    "actual_quote": "实绩原文句子",
    "actual_plan_year": "报告年度",
    "deviation": "偏差",
    "shortfall": "缺口",
    "attained_percent": "完成率",
    "is_reached": "是否达标",
    "reports_disagree": "报告不一致",
}


def chinese_heading(column: Column) -> str:
    """The Chinese heading of a column: from its comment, else from the indicator and part that it names."""
    return panel_heading(column.name) or column.chinese_term or CHINESE.get(column.name, "")


def panel_heading(name: str) -> str:
    """The heading of a panel column: ``gdp_low`` is 地区生产总值·下限; nothing for any other column."""
    indicator = panel_indicator(name)
    if indicator is None:
        return ""
    part = name.removeprefix(indicator).removeprefix("_")
    indicator_name = indicator_names()[indicator][0]
    return f"{indicator_name}·{CHINESE.get(part, part)}" if part else indicator_name


def panel_indicator(name: str) -> str | None:
    """The indicator that a panel column is about; null where it is about none."""
    names = indicator_names()
    owners = [indicator for indicator in names if name == indicator or name.startswith(f"{indicator}_")]
    return max(owners, key=len, default=None)
