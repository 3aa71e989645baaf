"""Reports that say what they are told to say, and the identities asked of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb

from expectations.corrections import apply_corrections
from expectations.frames import prepare
from expectations.identities import make_identities
from expectations.kept import find_documents_to_check
from expectations.storage import create_tables
from tests.expectations.tables import Report

CITY, PROVINCE = "410800", "410000"
STATE_BEFORE = "name level begun state_before"


class Told:
    """A report that says what it is told to say, each sentence with its figures."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, year: int, region: str = CITY, kind: str = "work_report"
    ) -> None:
        self.connection, self.year, self.region, self.kind = connection, year, region, kind
        self.said: list[tuple[str, list[tuple[str, dict[str, Any]]]]] = []

    def say(self, sentence: str, *figures: tuple[str, str, dict[str, Any]]) -> Told:
        """Add a sentence; a figure is its words, its indicator and what else is said of it."""
        self.said.append((sentence, [(words, {"indicator_id": one, **more}) for words, one, more in figures]))
        return self

    def close(self) -> Report:
        """Write the report, achievements of the year before its own unless told otherwise."""
        text = "。".join(sentence for sentence, _ in self.said) + "。"
        report = Report(
            self.connection, text, file_name=f"{self.region}-{self.year}-{self.kind}.txt",
            region_code=self.region, plan_year=self.year, kind=self.kind,
        )  # fmt: skip
        year = self.year - 1
        for sentence, figures in self.said:
            for words, more in figures:
                stated = {
                    "status": "actual",
                    "period_start": date(year, 1, 1),
                    "period_end": date(year, 12, 31),
                    **more,
                }
                stated.setdefault("indicator_text", str(stated["indicator_id"]))
                report.figure(words, after=sentence[: sentence.index(words)], **stated)
        report.close()
        return report


def level(words: str, indicator: str, **more: Any) -> tuple[str, str, dict[str, Any]]:
    return words, indicator, {"measure": "level", **more}


def growth(words: str, indicator: str, **more: Any) -> tuple[str, str, dict[str, Any]]:
    return words, indicator, {"measure": "growth_rate", **more}


def of(year: int) -> dict[str, date]:
    return {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def asked(connection: duckdb.DuckDBPyConnection) -> dict[str, list[bool | None]]:
    """Which identities were asked, and whether they held."""
    create_tables(connection)
    find_documents_to_check(connection, "extracted", only_changed=False)
    apply_corrections(connection)
    prepare(connection)
    make_identities(connection)
    answers: dict[str, list[bool | None]] = {}
    for identity, holds in connection.execute("select identity, holds from checked.identities").fetchall():
        answers.setdefault(identity, []).append(holds)
    return answers


def target(words: str, indicator: str, **more: Any) -> tuple[str, str, dict[str, Any]]:
    said = {"status": "target", "is_headline": True, "measure": "growth_rate", **of(2023)}
    return words, indicator, {**said, **more}
