"""Values as cells of a table: for CSV, JSON and spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"): text from a report
# could then run a command or call out to a network.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """``text``, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def json_value(value: object) -> JsonValue:
    """A value of a record or a query as JSON has it.

    A decimal becomes a number whose digits are the same ones; one with more digits than a JSON reader keeps
    (some 15) becomes a string, so that none is lost.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return _json_number(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [json_value(item) for item in value]
    return str(value)


def csv_cell(value: object) -> str:
    """A value as a cell of a CSV file: empty for null, no exponents, text made harmless, lists as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, str):
        return harmless(str(value))
    if isinstance(value, list | tuple | dict):
        return harmless(json.dumps(json_value(value), ensure_ascii=False))
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def plain_number(number: Decimal) -> str:
    """A decimal without exponent or needless zeros: ``69000``, ``5.5``, not ``6.9E+4`` or ``5.50000000``."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _json_number(number: Decimal) -> int | float | str:
    if not number.is_finite():
        return str(number)
    if number == number.to_integral_value():
        return int(number)
    as_float = float(number)
    return as_float if Decimal(repr(as_float)) == number else plain_number(number)
