"""Values as cells: exact numbers, harmless text."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from zhibiao.commands.cells import csv_cell, harmless, json_value, plain_number


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "生产总值", "5.5%", "a=b", "—— 坚持"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [("6.9E+4", "69000"), ("5.50000000", "5.5"), ("0E-8", "0"), ("100", "100"), ("-0.30", "-0.3")],
)
def test_a_decimal_is_written_plainly(number: str, text: str) -> None:
    assert plain_number(Decimal(number)) == text


@pytest.mark.parametrize("number", ["3.1", "334760000000", "0.00000001", "123456789012.345"])
def test_a_decimal_keeps_its_digits_in_json(number: str) -> None:
    assert Decimal(json.dumps(json_value(Decimal(number)))) == Decimal(number)


def test_a_decimal_with_more_digits_than_json_readers_keep_becomes_a_string() -> None:
    assert json_value(Decimal("12345678901234567890.12345678")) == "12345678901234567890.12345678"


def test_nested_values_of_a_query_become_json() -> None:
    nested = {"aliases": ["鹰城", None], "since": date(1983, 9, 1), "share": (Decimal("0.5"),)}
    assert json_value(nested) == {"aliases": ["鹰城", None], "since": "1983-09-01", "share": [0.5]}


def test_lists_dates_booleans_and_nulls_as_csv() -> None:
    assert [csv_cell(value) for value in (["鹰城"], date(2024, 1, 1), True, None)] == [
        '["鹰城"]',
        "2024-01-01",
        "true",
        "",
    ]
