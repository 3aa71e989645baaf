"""The tables that Python writes, as ``tables.yml`` describes them: DDL, comments, Arrow types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

ARROW_TYPES = {
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "INTEGER": pa.int32(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "DOUBLE": pa.float64(),
    "TIMESTAMPTZ": pa.timestamp("us", tz="UTC"),
    "DECIMAL(28, 8)": pa.decimal128(28, 8),
    "INTEGER[]": pa.list_(pa.int32()),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, DuckDB type and what it holds."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the working database that Python writes; ``name`` is ``schema.table``."""

    name: str
    description: str
    columns: tuple[Column, ...]

    def arrow_schema(self) -> pa.Schema:
        """Return the columns as Arrow fields."""
        return pa.schema([pa.field(column.name, ARROW_TYPES[column.type]) for column in self.columns])

    def arrow(self, rows: Iterable[Sequence[Any]]) -> pa.Table:
        """Return rows, their values in the order of the columns, as an Arrow table of the columns' types."""
        columns = list(zip(*rows, strict=True)) or [()] * len(self.columns)
        return self.arrow_of_columns(dict(zip(self.arrow_schema().names, columns, strict=True)))

    def arrow_of_columns(self, columns: Mapping[str, Sequence[Any]]) -> pa.Table:
        """Return columns, by name, as an Arrow table of the columns' types."""
        schema = self.arrow_schema()
        arrays = [pa.array(columns[field.name], type=field.type) for field in schema]
        return pa.Table.from_arrays(arrays, schema=schema)

    def ddl(self) -> list[str]:
        """Return the statements that make the schema and the empty table with its comments."""
        schema_name = self.name.split(".")[0]
        columns = ", ".join(f"{column.name} {column.type}" for column in self.columns)
        return [
            f"CREATE SCHEMA IF NOT EXISTS {schema_name}",
            f"CREATE TABLE IF NOT EXISTS {self.name} ({columns})",
            f"COMMENT ON TABLE {self.name} IS {_literal(self.description)}",
            *(
                f"COMMENT ON COLUMN {self.name}.{column.name} IS {_literal(column.description)}"
                for column in self.columns
            ),
        ]


@cache
def tables() -> tuple[Table, ...]:
    """Return every table of ``tables.yml``."""
    content = yaml.safe_load(Path(__file__).with_name("tables.yml").read_text(encoding="utf-8"))
    return tuple(
        Table(
            name,
            entry["description"].strip(),
            tuple(
                Column(column, *(part.strip() for part in text.split("|", 1)))
                for column, text in entry["columns"].items()
            ),
        )
        for name, entry in content.items()
    )


def table(name: str) -> Table:
    """Return the table of that name (``raw.documents``); raises ``KeyError`` where there is none."""
    for candidate in tables():
        if candidate.name == name:
            return candidate
    raise KeyError(name)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
