"""A division as the cell of a table or of a manifest states it: by its code, or by its name in a year."""

from __future__ import annotations

import re
import unicodedata

from zhibiao.regions.divisions import division_table
from zhibiao.regions.resolution import resolve

_CODE = re.compile(r"(\d{6})(?:\.0)?", re.ASCII)


def stated_division(cell: str, year: int) -> str:
    """Return the code of the division that a cell names in a year.

    Raises ``ValueError`` for a code of no division, and for a name that none or several bear.
    """
    words = unicodedata.normalize("NFKC", cell).strip()
    if code := _CODE.fullmatch(words):
        if code[1] not in division_table().by_code:
            raise ValueError(f"region_code {cell!r} is the code of no division of any year")
        return code[1]
    division = resolve(words, year, None)
    if division is None:
        raise ValueError(f"region {cell!r} is the name of no one division")
    return division.code
