"""The panel as a Stata file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import duckdb
import pandas as pd

from orchestration.exports.catalogue import CHINESE_TERM, Column, Mart
from orchestration.exports.stata_names import stata_names

# Format 118 is the first that holds Unicode: Stata 14 and later.
STATA_VERSION: Literal[118] = 118
LONGEST_LABEL = 80
# Text longer than this (in bytes) must be a strL.
LONGEST_STRING = 2045
# Of a character in UTF-8.
MOST_BYTES = 4


def write_stata(connection: duckdb.DuckDBPyConnection, mart: Mart, path: Path, title: str) -> dict[str, str]:
    """Write ``mart`` with a label for every variable; returns the variable of each column.

    Decimals become doubles, which Stata has nothing better than. A null text becomes an empty one.
    """
    names = stata_names(mart.column_names)
    rows = connection.execute(f"from {mart.full_name} {mart.order_clause}").df()
    frame = pd.DataFrame(
        {names[column.name]: _variable(rows[column.name], column) for column in mart.columns}
    )
    frame.to_stata(
        path,
        version=STATA_VERSION,
        write_index=False,
        data_label=title[:LONGEST_LABEL],
        variable_labels={names[column.name]: stata_label(column) for column in mart.columns},
        convert_strl=[name for name in frame if _is_long(frame[name])],
    )
    return names


def stata_label(column: Column) -> str:
    """The Chinese term and the beginning of the description, in the 80 characters that Stata keeps."""
    sentence = column.comment.split(". ", 1)[0].rstrip(".")
    description = " ".join(CHINESE_TERM.sub("", sentence, count=1).split())
    return " | ".join(filter(None, [column.chinese_term, description]))[:LONGEST_LABEL] or column.name


def _is_long(values: pd.Series) -> bool:
    may_be = values.dtype == object and max(map(len, values), default=0) * MOST_BYTES > LONGEST_STRING
    return may_be and any(len(text.encode()) > LONGEST_STRING for text in values)


def _variable(values: pd.Series, column: Column) -> pd.Series:
    if column.is_text:
        return values.fillna("").astype(object)
    if column.data_type == "DATE":
        return pd.to_datetime(values)
    if column.data_type == "BOOLEAN":
        return values.astype("boolean").astype("Float64").astype("float64")
    if values.isna().any() or column.is_decimal:
        return pd.to_numeric(values).astype("float64")
    return values
