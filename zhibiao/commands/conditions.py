"""A person's year, region and indicator as conditions on whatever columns a table has for them."""

from __future__ import annotations

from dataclasses import dataclass, field

import duckdb

from zhibiao.commands.complaints import ComplaintError
from zhibiao.commands.places import Named, find_regions
from zhibiao.commands.published import Table

YEAR_COLUMNS = ("plan_year", "year")
OF_DOCUMENTS = "document_id in (select document_id from marts.dim_document where {condition})"


@dataclass(slots=True)
class Conditions:
    """Conditions on the rows of ``table`` with their values, and in ``words`` how a person would say them."""

    table: Table
    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def where(self) -> str:
        """The ``where`` clause; nothing without conditions."""
        return f"where {' and '.join(self.conditions)}" if self.conditions else ""

    def add_year(self, year: int) -> None:
        """Rows of a year: its plan year, the year it is about, or that it was in force."""
        for column in YEAR_COLUMNS:
            if column in self.table.columns:
                return self._add(f"{column} = ?", f"of {year}", year)
        if {"valid_from", "valid_to"} <= set(self.table.columns):
            in_force = "year(valid_from) <= ? and coalesce(year(valid_to), 9999) >= ?"
            return self._add(in_force, f"in force in {year}", year, year)
        self._refuse_without("document_id", "years")
        return self._add(OF_DOCUMENTS.format(condition="plan_year = ?"), f"of {year}", year)

    def add_indicator(self, indicator: Named) -> None:
        """Rows on an indicator; in the panel, which has columns for it, rows that state it."""
        column = "indicator_id"
        if indicator.code in self.table.columns:
            stated = f'"{indicator.code}" is not null or "{indicator.code}_text" is not null'
            return self._add(f"({stated})", f"on {indicator.full_name}")
        self._refuse_without(column, "indicators")
        return self._add(f"{column} = ?", f"on {indicator.full_name}", indicator.code)

    def add_region(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        """Rows of the region called ``name``; of several, the one that the table has rows of."""
        if "region_code" in self.table.columns:
            condition, source = "region_code = ?", self.table.full_name
        else:
            self._refuse_without("document_id", "regions")
            condition, source = OF_DOCUMENTS.format(condition="region_code = ?"), "marts.dim_document"
        candidates = {region.code: region for region in find_regions(connection, name)}
        if len(candidates) > 1:
            rows = connection.execute(f"select distinct region_code from {source}").fetchall()
            present = {code for (code,) in rows}
            candidates = {code: named for code, named in candidates.items() if code in present} or candidates
        if len(candidates) > 1:
            words = [f"  {code}  {named.full_name}" for code, named in candidates.items()]
            raise ComplaintError(f"{name} is the name of several; take the code:", "\n".join(words))
        region = next(iter(candidates.values()))
        self._add(condition, f"for {region.full_name} ({region.code})", region.code)

    def _add(self, condition: str, words: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values.extend(values)
        self.words.append(words)

    def _refuse_without(self, column: str, what: str) -> None:
        if column not in self.table.columns:
            columns = f"Its columns: {', '.join(self.table.columns)}"
            raise ComplaintError(f"{self.table.full_name} knows no {what}", columns)
