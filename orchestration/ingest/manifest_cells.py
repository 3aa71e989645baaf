"""What the cells of a manifest mean; each function raises ``ValueError`` that says why a cell means nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from zhibiao.regions.divisions import division_table

# 2024-01-31, 2024/1/31, 2024.1.31, 2024年1月31日, 20240131, and a time that a spreadsheet puts behind it.
_DAY = re.compile(
    r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?",
    re.ASCII,
)
_CODE = re.compile(r"(\d{6})(?:\.0)?", re.ASCII)
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0|年)?", re.ASCII)


def _half_width(cell: str) -> str:
    """Return a cell with the full-width digits and signs of a Chinese keyboard (２０２４) as the usual ones."""
    return unicodedata.normalize("NFKC", cell)


def _text(cell: str) -> str:
    return cell


def _day(cell: str) -> date:
    if match := _DAY.fullmatch(_half_width(cell)):
        year, month, day = (int(part) for part in match.groups() if part)
        try:
            return date(year, month, day)
        except ValueError:
            pass
    raise ValueError(f"{cell!r} is no date of the form 2024-01-31")


def _region_code(cell: str) -> str:
    match = _CODE.fullmatch(_half_width(cell))
    if match is None:
        raise ValueError(f"region_code {cell!r} is not six digits")
    if match[1] not in division_table().by_code:
        raise ValueError(f"region_code {cell!r} is the code of no division of any year")
    return match[1]


def _plan_year(cell: str) -> int:
    match = _YEAR.fullmatch(_half_width(cell))
    # A report is given for its own year or the next.
    if match is None or not 1949 <= int(match[1]) <= datetime.now(UTC).year + 2:
        raise ValueError(f"plan_year {cell!r} is no year of a report")
    return int(match[1])


FIELDS: dict[str, Callable[[str], Any]] = {
    "source_url": _text,
    "publisher": _text,
    "published_on": _day,
    "accessed_on": _day,
    "licence": _text,
    "region_code": _region_code,
    "plan_year": _plan_year,
}
COLUMN_OF_FIELD = {"region_code": "manifest_region_code", "plan_year": "manifest_plan_year"}
