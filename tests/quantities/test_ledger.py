"""Why a numeral is no quantity."""

from __future__ import annotations

import pytest

from zhibiao.folding import fold
from zhibiao.model import Reason
from zhibiao.quantities import scan

REASONS = {
    Reason.NAME: [
        "尼龙66原液", "鲲龙—600成功首飞", "邮箱：office@126.com", "冀ICP备05019657号-1", "配备设备（1拖1）", "引进58同城", "包风3、包风4投产", "建设5G基站", "国家4A级景区", "“7群12链”", "“862”工程", "“1+2+4”+N", "PM2.5浓度下降", "PM_{2.5}浓度",
        "PM₁₀平均浓度", "12345热线平台", "国道311改造", "国道108周公山隧道", "国道318成都界至雨城段", "国道205市区段", "2×35万千瓦热电联产", "2X30万千瓦机组", "2x350MW机组", "4*60万千瓦", "提升至2A+", "“15分钟便民生活圈”", "世界500强", "商业3.0标杆",
        "国办函〔2013〕35号文件", "《规划（2013－2020）》", "改善民生“两个80%”制度", "5个100工程", "C919大型客机",
        "地铁3－6号线", "地铁1、2、3号线", "http://www.sz.gov.cn/2009/644.html", "9年义务教育", "广义货币M2",
        "524国道改线", "PM 2.5浓度", "PM2 .5浓度", "8.5代超薄玻璃", "五个100：", "12315平台投诉办结率", "110平台建设", "11.5个100工程", "郑麦918", "11代液晶面板", "电话0312-6699502", "15分钟健身圈",
    ],
    Reason.ORDINAL: ["成立75周年", "第4个通航城市", "第15届博览会", "第2版"],
    Reason.DATE: ["回眸2023", "战胜’98洪涝", "01-14\n", "2018市长国际咨询会议"],
    Reason.LIST_MARKER: ["规划[12]。", "政策[4-6]及", "实事：（1）扩大", "水平。16.三供两治", "网络 ﹝ 7 ﹞ 建设", "\n1 、加强法制", "“双高”9建设",
                         "\n41“振兴初中”计划"],
    Reason.FRAGMENT: ["有效灌面0.万亩", "满意率95.l%", "保障性住房132.、", "增长１$1.$2％"],
}  # fmt: skip
CASES = [(text, reason) for reason, texts in REASONS.items() for text in texts]


@pytest.mark.parametrize(("text", "reason"), CASES, ids=[text for text, _ in CASES])
def test_reason(text: str, reason: Reason) -> None:
    found = scan(fold(text))
    assert found.quantities == []
    assert {why for _, _, why in found.excluded} == {reason}


def test_a_marker_run_into_its_title() -> None:
    text = "9.四在农家：\n\n10.16个城市新区：双山新区"
    found = scan(fold(text))
    assert [(text[s:e], why) for s, e, why in found.excluded][-1] == ("10.", Reason.LIST_MARKER)
    assert [text[one.start : one.end] for one in found.quantities] == ["16个"]


@pytest.mark.parametrize("text", ["城镇新增就业\n\n1.74万人", "8.项目\n10.16个", "1.5个百分点"])
def test_a_decimal_at_the_beginning_of_a_line_is_no_marker(text: str) -> None:
    (one,) = scan(fold(text)).quantities
    assert "." in text[one.start : one.end]


def test_a_marker_within_a_line_before_a_number() -> None:
    text = "6、投资42亿元；7、79个建制镇建成；8、114座水库加固"
    found = scan(fold(text))
    assert [text[one.start : one.end] for one in found.quantities] == ["42亿元", "79个", "114座"]
    assert [(text[s:e].rstrip("、"), why) for s, e, why in found.excluded] == [
        (marker, Reason.LIST_MARKER) for marker in "678"
    ]


@pytest.mark.parametrize("text", ["居第6；3、5个乡镇", "16、培训2人；7、9个乡镇"])
def test_numbers_of_a_list_are_no_markers(text: str) -> None:
    assert [one.number for one in scan(fold(text)).quantities][-2:] in ([3, 5], [7, 9])


def test_spans_of_the_caller_come_first() -> None:
    text = "2023年增长5%"
    found = scan(text, dates=[(0, 5)])
    assert [(text[s:e], why) for s, e, why in found.excluded] == [("2023年", Reason.DATE)]
    assert [text[one.start : one.end] for one in found.quantities] == ["5%"]
    marked = scan("1. 新增3家", markers=[(0, 1)])
    assert marked.excluded == [(0, 1, Reason.LIST_MARKER)]
    assert [one.number for one in marked.quantities] == [3]


def test_a_duration_is_a_quantity_though_claimed() -> None:
    (duration,) = scan("连续5年居首", dates=[(2, 4)]).quantities
    assert (duration.number, duration.unit_text) == (5, "年")


def test_no_quantity_reaches_into_a_claim() -> None:
    text = "达3-2024年"
    found = scan(text, dates=[(3, 8)])
    assert all(one.end <= 3 for one in found.quantities)
