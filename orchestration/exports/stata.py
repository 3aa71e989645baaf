"""The panel as a Stata file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import duckdb
import pandas as pd

from orchestration.exports.catalogue import Column, Mart
from orchestration.exports.headings import chinese_heading

# Format 118 is the first that holds Unicode: Stata 14 and later.
STATA_VERSION: Literal[118] = 118
LONGEST_NAME = 32
LONGEST_LABEL = 80
# Text longer than this (in bytes) must be a strL.
LONGEST_STRING = 2045


def write_stata(connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path, title: str) -> dict[str, str]:
    """Write ``mart`` with a label for every variable; returns the variable of each column.

    Decimals become doubles, which Stata has nothing better than. A null text becomes an empty one.
    """
    names = stata_names(mart.column_names)
    frame = connection.execute(f"from {mart.full_name} {mart.order_clause}").df()
    frame = pd.DataFrame(
        {names[column.name]: _variable(frame[column.name], column) for column in mart.columns}
    )
    long_text = [names[column.name] for column in mart.columns if _is_long(frame[names[column.name]])]
    frame.to_stata(
        path,
        version=STATA_VERSION,
        write_index=False,
        data_label=title[:LONGEST_LABEL],
        variable_labels={names[column.name]: stata_label(column) for column in mart.columns},
        convert_strl=long_text,
    )
    return names


def stata_names(columns: Sequence[str]) -> dict[str, str]:
    """Names of at most 32 letters for columns: the end, which tells ``_low`` from ``_high``, is kept.

    ``general_public_budget_revenue_years_unchanged`` becomes ``general_public_b_years_unchanged``.
    """
    names: dict[str, str] = {}
    for column in columns:
        name, number = _shortened(column, ""), 1
        while name in names.values():
            number += 1
            name = _shortened(column, f"_{number}")
        names[column] = name
    return names


def stata_label(column: Column) -> str:
    """The Chinese heading and the beginning of the description, in the 80 characters that Stata keeps."""
    description = column.comment.split(". ", 1)[0] or column.name
    heading = chinese_heading(column)
    return f"{heading} | {description}"[:LONGEST_LABEL] if heading else description[:LONGEST_LABEL]


def _shortened(name: str, ending: str) -> str:
    if len(name) + len(ending) <= LONGEST_NAME:
        return name + ending
    kept_end = "_".join(name.split("_")[-2:])[-18:]
    return name[: LONGEST_NAME - len(kept_end) - len(ending) - 1].rstrip("_") + "_" + kept_end + ending


def _is_long(values: pd.Series) -> bool:
    return values.dtype == object and any(len(text.encode()) > LONGEST_STRING for text in values)


def _variable(values: pd.Series, column: Column) -> pd.Series:
    if column.is_text:
        return values.fillna("").astype(object)
    if column.data_type == "DATE":
        return pd.to_datetime(values)
    if column.data_type == "BOOLEAN":
        return values.astype("Float64").astype("float64")
    if values.isna().any() or column.is_decimal:
        return pd.to_numeric(values).astype("float64")
    return values
