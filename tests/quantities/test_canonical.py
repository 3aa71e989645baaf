"""Amounts in the canonical unit, exact to the last digit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhibiao.quantities import canonical

CASES = [
    ("6.9", "万人", "69000", "人"),
    ("3347.6", "亿元", "334760000000", "元"),
    ("93", "亿斤", "4650000", "吨"),
    ("5.5", "%", "5.5", "%"),
    ("5.5", "％", "5.5", "%"),
    ("1.4", "百分点", "1.4", "个百分点"),
    ("4.5", "&permil;", "4.5", "‰"),
    ("8", "_M_M_", "8", "%"),
    ("2.76", "万亿元", "2760000000000", "元"),
    ("13.6", "万农户", "136000", "农户"),
    ("105", "万", "1050000", None),
    ("103", None, "103", None),
    ("8", "GWh", "8000000", "千瓦时"),
    ("208", "亿千瓦·时", "20800000000", "千瓦时"),
    ("0.75", "元／千瓦·时", "0.75", "元/千瓦时"),
    ("8", "万家次", "80000", "家次"),
    ("95", "兆瓦", "95000", "千瓦"),
    ("1.2", "万公顷", "180000", "亩"),
    ("0.1", "万元/人", "1000", "元/人"),
    ("0.72", "吨标准煤/万元", "0.72", "吨标准煤/万元"),
    ("35", "微克/立方米", "35", "微克/立方米"),
    ("30", "元/斤", "60000", "元/吨"),
    ("17.1", "万**家", "171000", "家"),
    ("3", "亿美元", "300000000", "美元"),
    ("7", "不识", "7", "不识"),
]


@pytest.mark.parametrize(("number", "unit", "value", "canonical_unit"), CASES)
def test_canonical(number: str, unit: str | None, value: str, canonical_unit: str | None) -> None:
    assert canonical(Decimal(number), unit) == (Decimal(value), canonical_unit)
