"""A small working database to plant faults in: tables as the reader leaves them, rows with sound defaults."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb

from orchestration.storage.tables import tables

SENTENCE_ENDS = re.compile(r"[^。！？\n]*[。！？]?")


def empty_database() -> duckdb.DuckDBPyConnection:
    """A database in memory with the tables that checks read, and nothing in them."""
    connection = duckdb.connect()
    for table in tables():
        for statement in table.ddl():
            connection.execute(statement)
    return connection


def insert(connection: duckdb.DuckDBPyConnection, table: str, **values: Any) -> None:
    """Insert one row; columns that are not given are null."""
    names = ", ".join(values)
    marks = ", ".join("?" for _ in values)
    connection.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))


class Report:
    """A report in the making: its text, and the rows that a faultless reader would leave.

    Every Arabic numeral that no figure claims is put into the ledger as a name when ``close`` is called.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        text: str,
        *,
        file_name: str = "report.txt",
        region_code: str | None = "410800",
        plan_year: int | None = 2024,
        kind: str | None = "work_report",
    ) -> None:
        self.connection = connection
        self.text = text
        self.region_code = region_code
        self.plan_year = plan_year
        self.document_id = hashlib.sha256(f"{file_name}{text}".encode()).hexdigest()
        now = datetime.now(UTC)
        insert(
            connection, "raw.documents", document_id=self.document_id, file_name=file_name, text=text,
            encoding="utf-8", byte_size=len(text.encode()), landed_at=now,
        )  # fmt: skip
        insert(
            connection, "extracted.document_profiles", document_id=self.document_id, extractor_version="1",
            extracted_at=now, title="政府工作报告", kind=kind, region_code=region_code, region_name="焦作市",
            region_level="prefecture", plan_year=plan_year, review_year=plan_year - 1 if plan_year else None,
        )  # fmt: skip
        self.claimed: list[tuple[int, int, str]] = []
        self.closed = False

    def figure(self, value_text: str, *, after: str = "", **changes: Any) -> str:
        """Add the figure of ``value_text`` (the first one behind ``after``); return its id.

        Without changes it is an exact level of the plan year, a target, with a number and unit as written.
        """
        start = self.text.index(value_text, self.text.index(after) + len(after))
        end = start + len(value_text)
        digits = re.match(r"[0-9.]+", value_text)
        number = Decimal(digits.group() if digits else "1")
        unit_text = value_text[digits.end() :] if digits else value_text[-1:]
        year = self.plan_year or 2024
        row: dict[str, Any] = {
            "document_id": self.document_id,
            "figure_id": f"{self.document_id[:8]}-{start}-{len(self.claimed)}",
            "char_start": start, "char_end": end, "value_text": value_text, "number": number,
            "unit_text": unit_text or None, "value": number, "unit": unit_text or None, "bound": "exact",
            "measure": "growth_rate" if unit_text == "%" else "level", "indicator_text": after or value_text,
            "status": "target", "is_headline": False, "period_start": date(year, 1, 1),
            "period_end": date(year, 12, 31), "region_code": self.region_code, "quote": self.sentence(start),
            "section": "", "rule": "test",
        }  # fmt: skip
        row.update(changes)
        insert(self.connection, "extracted.figures", **row)
        self.claimed.append((start, end, row["figure_id"]))
        return str(row["figure_id"])

    def phrase(self, target_text: str, **changes: Any) -> str:
        """Add a headline target without a numeral, of the plan year; return its id."""
        start = self.text.index(target_text)
        row: dict[str, Any] = {
            "document_id": self.document_id,
            "target_id": f"{self.document_id[:8]}-{start}",
            "char_start": start,
            "char_end": start + len(target_text),
            "target_text": target_text,
            "period_start": date(self.plan_year or 2024, 1, 1),
            "period_end": date(self.plan_year or 2024, 12, 31),
            "region_code": self.region_code,
            "quote": self.sentence(start),
            "section": "",
            "rule": "test",
        }
        row.update(changes)
        insert(self.connection, "extracted.qualitative_targets", **row)
        return str(row["target_id"])

    def sentence(self, position: int) -> str:
        """The sentence at a position."""
        return next(
            match.group()
            for match in SENTENCE_ENDS.finditer(self.text)
            if match.start() <= position < match.end()
        )

    def close(self) -> None:
        """Write the ledger, once: each run of digits belongs to a figure or is called a name."""
        if self.closed:
            return
        self.closed = True
        for match in re.finditer(r"[0-9]+(?:\.[0-9]+)?", self.text):
            owner = next((key for start, end, key in self.claimed if start <= match.start() < end), None)
            insert(
                self.connection, "extracted.numerals", document_id=self.document_id, char_start=match.start(),
                char_end=match.end(), numeral_text=match.group(), figure_id=owner,
                reason=None if owner else "name",
            )  # fmt: skip
