"""What the form of a line says: heading, bullet, paragraph, marker, run-in heading."""

from __future__ import annotations

import pytest

from zhibiao.folding import fold
from zhibiao.outline.layout import Layout, layout


def shape(text: str) -> Layout:
    folded = fold(text)
    return layout(folded, 0, len(folded))


@pytest.mark.parametrize(
    "text",
    [
        "一、2023年工作回顾",
        "**二、2014年政府工作目标和改革重点**",
        "## 一、2018年工作回顾",
        "### 主要预期目标",
        "### 1 扩大有效需求,着力筑牢稳增长基础。",
        "（一）突出内需主导，挖掘释放有效需求",
        "第一部分 2021年工作回顾",
        "2021年工作回顾",
        "二00八年工作回顾",
        "发展主要预期目标",
        "经济运行恢复向好",
        "政府工作报告",
    ],
)
def test_headings(text: str) -> None:
    assert shape(text).kind == "heading"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("地区生产总值增长4.5%;", "paragraph"),
        ("310场促消费活动", "paragraph"),
        ("各位代表！", "paragraph"),
        ("title: 2006年湖南省政府工作报告", "paragraph"),
        ("- 经济增长**6.5%**", "bullet"),
        ("●一般公共预算收入**214.3**亿元", "bullet"),
        ("——坚持新发展理念引领，推动高质量发展取得重大进展。", "bullet"),
        ("（1）实施农村通村油路6000公里以上。", "bullet"),
        ("一是综合经济实力不强。经济总量小，人均水平低。", "bullet"),
        ("| 指标 | 目标 |", "table"),
        ("　　", "blank"),
    ],
)
def test_no_headings(text: str, kind: str) -> None:
    assert shape(text).kind == kind


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "（一）多措并举稳住经济大盘。深化企业大走访和包保服务，解决了一大批企业诉求。",
            "多措并举稳住经济大盘。",
        ),
        ("**转型发展迈出坚实步伐。**开展转型项目建设年活动，完成投资100亿元。", "转型发展迈出坚实步伐。**"),
        (
            "促进服务业优质高效发展。出台支持政策措施，加快生产性服务业专业化发展。",
            "促进服务业优质高效发展。",
        ),
        ("（1）实施农村通村油路6000公里以上。（2）建成高速公路100公里。", ""),
        ("粮食产量稳中有增，2021年全县粮食产量达11.8万吨。新建高标准农田。", ""),
    ],
)
def test_run_in_headings(text: str, lead: str) -> None:
    found = shape(text)
    assert fold(text)[found.body_start : found.lead_end] == fold(lead)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("### 10 聚焦重点领域", "10 "),
        ("1、坚持以科技创新为引领", "1、"),
        ("3．农民讲师团：", "3."),
        ("（12）建设公园", "(12)"),
        ("1 坚持以科技创新引领", "1 "),
        ("12 条重点产业链", None),
        ("1.27万户群众", None),
        ("2023年工作回顾", None),
        ("●12条重点产业链", None),
    ],
)
def test_arabic_list_markers(text: str, marker: str | None) -> None:
    found = shape(text).marker
    assert (fold(text)[slice(*found)] if found else None) == marker
