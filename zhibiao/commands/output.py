"""The formats that every command prints in."""

from __future__ import annotations

from enum import StrEnum


class OutputFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
