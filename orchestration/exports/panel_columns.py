"""How the panel's columns are named: an indicator, and a part of its target (``gdp``, ``gdp_low``)."""

from __future__ import annotations

from zhibiao.commands.wording import indicator_names


def panel_indicator(column: str) -> str | None:
    """The indicator that a column of the panel is about; null where it is about none."""
    owners = [
        indicator
        for indicator in indicator_names()
        if column == indicator or column.startswith(f"{indicator}_")
    ]
    return max(owners, key=len, default=None)
