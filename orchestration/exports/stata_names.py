"""Names of Stata's variables for columns whose names are too long for it."""

from __future__ import annotations

from collections.abc import Sequence

from orchestration.exports.panel_columns import panel_indicator

LONGEST_NAME = 32


def stata_names(columns: Sequence[str]) -> dict[str, str]:
    """Names of at most 32 letters for columns: the part, which tells ``_low`` from ``_high``, is kept whole.

    ``secondary_industry_value_added_high`` becomes ``secondary_industry_value_ad_high``.
    """
    names: dict[str, str] = {}
    for column in columns:
        name, number = _shortened(column, ""), 1
        while name in names.values():
            number += 1
            name = _shortened(column, f"_{number}")
        names[column] = name
    return names


def _shortened(name: str, ending: str) -> str:
    kept = name.removeprefix(panel_indicator(name) or name) + ending
    return name.removesuffix(kept)[: LONGEST_NAME - len(kept)].rstrip("_") + kept
