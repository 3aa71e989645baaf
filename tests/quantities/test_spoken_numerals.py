"""Numerals as they are spoken: of several scales, estimated, with more within the unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhibiao.extract import extract
from zhibiao.folding import fold
from zhibiao.model import Bound, Profile, Reason
from zhibiao.quantities import canonical, scan

READ = {
    # of several scales: one amount
    "惠及1万2千人": [("1万2千人", "12000", None, "exact")],
    "绿化3万4千亩": [("3万4千亩", None, None, "exact")],
    "补助5亿3000万元": [("5亿3000万元", "530000000", None, "exact")],
    "搬迁1百05户": [("1百05户", "105", None, "exact")],
    "补助13万5元": [("13万5元", "135000", None, "exact")],
    "投资3亿元，5千元": [("3亿元", "300000000", None, "exact"), ("5千元", "5000", None, "exact")],
    "收入3万、5千元": [("3万", "30000", None, "exact"), ("5千元", "5000", None, "exact")],
    # more within the unit
    "提高3个多百分点": [("3个多百分点", "3", None, "at_least")],
    "下降2个半百分点": [("2个半百分点", "2.5", None, "exact")],
    "提升10多个百分点": [("10多个百分点", "10", None, "at_least")],
    "提高3个百分点": [("3个百分点", "3", None, "exact")],
    # estimates
    "培育两三百家": [("两三百家", "200", "300", "range")],
    "接待三四十万人次": [("三四十万人次", "300000", "400000", "range")],
    "提高一两个百分点": [("一两个百分点", "1", "2", "range")],
    "走访三五个人": [],
    # with a half, or with tenths of a tenth
    "占比六成五": [("六成五", "65", None, "exact")],
    "占两成半以上": [("两成半", "25", None, "at_least")],
    "增长一倍半。": [("一倍半", "1.5", None, "exact")],
    "六成五年内完成": [("六成", "60", None, "exact")],
    "增长一倍半年内完成": [("一倍", "1", None, "exact")],
    # passed
    "总量迈上万亿台阶": [("万亿", "1000000000000", None, "at_least")],
    "购置三万台设备": [("三万台", "30000", None, "exact")],
    "投入上百亿元": [("百亿元", "10000000000", None, "at_least")],
    "税收冲破15亿元": [("15亿元", "1500000000", None, "at_least")],
    "总量迈上5000亿元": [("5000亿元", "500000000000", None, "at_least")],
    "迈上3个": [("3个", "3", None, "exact")],
    "网上300家": [("300家", "300", None, "exact")],
    "占百分之七十百姓满意": [("百分之七十", "70", None, "exact")],
    "移动4/5G用户": [],
    "占1/3": [("1/3", "0.3333", None, "exact")],
    "15℅": [("15℅", "15", None, "exact")],
    "9.8%0": [("9.8%0", "9.8", None, "exact")],
}  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_spoken(text: str) -> None:
    found = scan(fold(text)).quantities
    assert [(text[one.start : one.end], one.bound.value) for one in found] == [
        (one[0], one[3]) for one in READ[text]
    ]
    for one, (_, value, high, _) in zip(found, READ[text], strict=True):
        if value:
            assert canonical(one.number, one.unit_text)[0] == Decimal(value)
        if high:
            assert one.number_high is not None
            assert canonical(one.number_high, one.unit_text)[0] == Decimal(high)


def test_a_generation_is_a_name() -> None:
    assert [reason for _, _, reason in scan("移动4/5G用户").excluded] == [Reason.NAME]


def test_what_may_be_read_in_two_ways_is_told() -> None:
    profile = Profile(region_code="410800", plan_year=2024, review_year=2023)
    assert [one.check_name for one in extract("补助13万5元。", profile, "d").findings] == [
        "ambiguous_numeral"
    ]
    assert extract("补助13万5千元。", profile, "d").findings == []
    assert Bound.EXACT is extract("补助13万5千元。", profile, "d").figures[0].bound
