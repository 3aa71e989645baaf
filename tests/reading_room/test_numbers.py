"""Numbers in words: exact, in the scale that a reader counts in, with their bound."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reading_room.numbers import amount, plural, points, stated
from reading_room.wording import words

NAMES = {"人": "person", "元": "yuan", "吨": "tonne", "个百分点": "percentage point", "天": "day"}


@pytest.mark.parametrize(
    ("number", "unit", "chinese", "english"),
    [
        ("6.50000000", "%", "6.5%", "6.5%"),
        ("-3", "%", "−3%", "−3%"),
        ("69000", "人", "6.9万人", "69,000 people"),
        ("1", "人", "1人", "1 person"),
        ("334760000000", "元", "3347.6亿元", "334.76 billion yuan"),
        ("1234567", "吨", "123.4567万吨", "1.234567 million tonnes"),
        ("9999.5", "天", "9999.5天", "9,999.5 days"),
        ("12345678912.34", "元", "123.4567891234亿元", "12.34567891234 billion yuan"),
        ("5", None, "5", "5"),
        ("7", "套", "7套", "7 套"),
    ],
)
def test_no_digit_is_lost(number: str, unit: str | None, chinese: str, english: str) -> None:
    assert amount(Decimal(number), unit, words("zh"), NAMES) == chinese
    assert amount(Decimal(number), unit, words("en"), NAMES) == english


@pytest.mark.parametrize(
    ("bound", "value", "low", "high", "chinese", "english"),
    [
        ("exact", "6", "6", "6", "6%", "6%"),
        ("about", "6", "6", "6", "6%左右", "about 6%"),
        ("at_least", "6", "6", None, "6%以上", "at least 6%"),
        ("at_most", "3", None, "3", "不超过3%", "at most 3%"),
        ("range", "6.5", "6", "7", "6%–7%", "6%–7%"),
        # A fall is kept as a negative number: 下降3%以上 is at most −3.
        ("at_most", "-3", None, "-3", "下降3%以上", "fall of at least 3%"),
        ("at_least", "-3", "-3", None, "降幅不超过3%", "fall of at most 3%"),
        ("about", "-3", "-3", "-3", "下降3%左右", "fall of about 3%"),
        ("range", "-3.5", "-4", "-3", "下降3%–4%", "fall of 3%–4%"),
    ],
)
def test_a_bound_is_said(
    bound: str, value: str, low: str | None, high: str | None, chinese: str, english: str
) -> None:
    ends = [Decimal(value), Decimal(low) if low else None, Decimal(high) if high else None]
    assert stated(bound, *ends, "%", words("zh"), NAMES) == chinese
    assert stated(bound, *ends, "%", words("en"), NAMES) == english


def test_a_difference_has_its_sign() -> None:
    assert [points(Decimal(each)) for each in ("0.5", "-1", "0", "0.333333")] == ["+0.5", "−1", "0", "+0.33"]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("person", "people"),
        ("yuan", "yuan"),
        ("tonne of standard coal per 10,000 yuan", "tonnes of standard coal per 10,000 yuan"),
        ("microgram per cubic metre", "micrograms per cubic metre"),
        ("inch", "inches"),
        ("day", "days"),
    ],
)
def test_a_unit_has_its_plural(one: str, many: str) -> None:
    assert plural(one) == many
