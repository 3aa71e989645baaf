"""A working database filled from labels instead of from the extractor.

The dbt models are tested on what careful people read in the five seed documents, so that a test here fails
for a fault of a model and never for a fault of the reader.
"""

from __future__ import annotations

import hashlib
import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from orchestration.storage.tables import tables
from zhibiao.folding import fold
from zhibiao.grammar.comparability import mark_comparability
from zhibiao.grammar.definitions import mark_definitions
from zhibiao.grammar.relative import mark_benchmarks
from zhibiao.model import Figure
from zhibiao.quantities.units import canonical

CHECKED_TABLES = """
    create schema if not exists checked;
    create table if not exists checked.figure_failures (
        figure_id varchar, document_id varchar, check_name varchar, severity varchar, message varchar
    );
    create table if not exists checked.document_failures (
        layer varchar, document_id varchar, file_name varchar, check_name varchar, message varchar,
        failed_count bigint, char_start bigint, char_end bigint, quote varchar
    );
    create table if not exists checked.identities (
        identity varchar, confirms boolean, document_id varchar, figure_id varchar, figure_ids varchar[], holds boolean
    );
    create table if not exists checked.corrected_figures as
    select *, null::varchar as correction_id, null::varchar as correction_reason from extracted.figures;
"""
LANDED_AT = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
SENTENCE_ENDS = "。；\n"
HEADING = re.compile(r"^(#+) *(.+?) *$", re.MULTILINE)
BOUND_WORD = re.compile(r"\**(以上|左右|以内)")
REPOSITORY = Path(__file__).resolve().parents[2]
LABELS = REPOSITORY / "tests" / "labels"
RAW = REPOSITORY / "raw"
REGION_OF_NAME = {"全省": "410000", "全国": "000000"}

# What the texts themselves say, as a person files them: title, kind, region, level, plan year.
PROFILES: dict[str, tuple[str, str, str, str, int]] = {
    "000_fce88b0bee09f505": ("2023 结构质量提升", "conference_digest", "410400", "prefecture", 2024),
    "001_256c26c0965ef6d6": (
        "加快打造中国式现代化建设河南实践先行区 奋力谱写新时代新征程中原更加出彩焦作新篇章",
        "conference_digest",
        "410800",
        "prefecture",
        2024,
    ),
    "002_fa673bd64aa01c91": ("2026年平顶山市政府工作报告", "work_report", "410400", "prefecture", 2026),
    "003_cd39c75d5ad0c911": ("凝心聚力促发展 砥砺奋进新征程", "report_digest", "410700", "prefecture", 2024),
    "004_e6d542d074aa0565": ("扎实推进中国式现代化建设淇滨实践", "report_digest", "410611", "county", 2024),
}
Record = dict[str, Any]


def period_dates(period: str) -> tuple[date | None, date | None]:
    """First and last day of a label's period: ``2024``, ``2023-01/2023-11``, ``/2023-11-30``."""
    if not period:
        return None, None
    first, slash, last = period.partition("/")
    last = last if slash else first
    start = date.fromisoformat(f"{first}-01-01"[:10]) if first else None
    if len(last) == 4:
        return start, date(int(last), 12, 31)
    if len(last) == 7:
        year, month = int(last[:4]), int(last[5:])
        return start, date(year, month, monthrange(year, month)[1])
    return start, date.fromisoformat(last)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence, or line, that a span stands in."""
    first = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    ends = [place for mark in SENTENCE_ENDS if (place := text.find(mark, end)) >= 0]
    return text[first : min(ends, default=len(text) - 1) + 1].strip()


def section_at(text: str, place: int) -> str:
    """The Markdown headings above a place, which are all the labels need of an outline."""
    headings: dict[int, str] = {}
    for heading in HEADING.finditer(text, 0, place):
        level = len(heading[1])
        headings = {above: title for above, title in headings.items() if above < level} | {level: heading[2]}
    return " > ".join(headings.values())


def identifier(*parts: object) -> str:
    """A stable id of sixteen hexadecimal digits."""
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def _common(label: Record, document_id: str, region_code: str, text: str) -> Record:
    """The columns that figures and qualitative targets share."""
    start, end = period_dates(label["period"])
    return {
        "document_id": document_id,
        "char_start": label["start"],
        "char_end": label["end"],
        "indicator_text": label["indicator_text"] or None,
        "indicator_id": label["indicator"] or None,
        "direction": label.get("direction") or None,
        "period_start": start,
        "period_end": end,
        "region_code": REGION_OF_NAME.get(label["region"], region_code),
        "region_text": label["region"] or None,
        "quote": sentence(text, label["start"], label["end"]),
        "section": section_at(text, label["start"]),
        "rule": "label",
    }


def _figures(label: Record, document_id: str, region_code: str, text: str) -> Iterator[Record]:
    """A row for each indicator that a labelled figure belongs to."""
    number = Decimal(label["number"])
    high = Decimal(label["number_high"]) if label["number_high"] else None
    bound_word = BOUND_WORD.match(text, label["end"])
    value, unit = canonical(number, label["unit"] or None)
    value_high = None if high is None else canonical(high, label["unit"] or None)[0]
    for indicator in [label["indicator"] or None, *label.get("also", [])]:
        yield {
            **_common(label, document_id, region_code, text),
            "figure_id": identifier(document_id, label["start"], label["end"], indicator),
            "value_text": text[label["start"] : label["end"]],
            "number": number,
            "number_high": high,
            "unit_text": label["unit"] or None,
            "value": value,
            "value_high": value_high,
            "unit": unit,
            "bound": label["bound"],
            "bound_text": bound_word[1] if bound_word else None,
            "measure": label["measure"],
            "status": label["status"],
            "is_headline": label["headline"],
            "entity_text": label["entity"] or None,
            "indicator_id": indicator,
        }


def _comparable(row: Record, text: str) -> Record:
    """The row with what the reader adds to every figure for series and panels."""
    names = {field.name for field in fields(Figure)}
    figure = Figure(
        **{"commitment": None, "period_text": None} | {k: v for k, v in row.items() if k in names}
    )
    mark_comparability(text, [figure])
    mark_definitions(fold(text), [figure])
    mark_benchmarks(fold(text), [figure])
    added = (
        *("year_scope", "is_year_on_year", "is_stretch", "is_called_local", "target_text"),
        *("price_basis", "threshold_text", "scope_text", "is_inferred", "benchmark_code"),
    )
    return row | {name: getattr(figure, name) for name in added}


def read_labels(path: Path, document_id: str, region_code: str, text: str) -> dict[str, list[Record]]:
    """The rows of ``extracted`` that the labels of one document stand for."""
    rows: dict[str, list[Record]] = {"figures": [], "qualitative_targets": [], "numerals": []}
    for label in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        span = {"document_id": document_id, "char_start": label["start"], "char_end": label["end"]}
        span["numeral_text"] = text[label["start"] : label["end"]]
        if label["kind"] == "excluded":
            rows["numerals"].append({**span, "figure_id": None, "reason": label["reason"]})
        elif label["kind"] == "qualitative":
            rows["qualitative_targets"].append(
                {
                    **_common(label, document_id, region_code, text),
                    "target_id": identifier(document_id, label["start"], label["end"], label["indicator"]),
                    "target_text": span["numeral_text"],
                }
            )
        else:
            figures = [_comparable(row, text) for row in _figures(label, document_id, region_code, text)]
            rows["figures"] += figures
            # The ledger is of Arabic numerals: 第一 has no row in it.
            if any(character.isdecimal() for character in span["numeral_text"]):
                rows["numerals"].append({**span, "figure_id": figures[0]["figure_id"], "reason": None})
    return rows


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Record]) -> None:
    """Append records to a table by column name."""
    if rows:
        frame = pd.DataFrame(rows)
        connection.register("incoming", frame)
        connection.execute(f"insert into {table} by name select * from incoming")
        connection.unregister("incoming")


def create_working_database(path: Path) -> duckdb.DuckDBPyConnection:
    """A new database with the tables that dbt reads, all empty; the connection is open for writing."""
    connection = duckdb.connect(str(path))
    for table in tables():
        for statement in table.ddl():
            connection.execute(statement)
    connection.execute(CHECKED_TABLES)
    return connection


def fill_from_labels(connection: duckdb.DuckDBPyConnection) -> None:
    """Land the seed documents and enter their labels as if the extractor had read them."""
    for stem, (title, kind, region_code, level, plan_year) in PROFILES.items():
        content = (RAW / f"{stem}.txt").read_bytes()
        text = content.decode("utf-8-sig")
        document_id = hashlib.sha256(content).hexdigest()
        insert(
            connection,
            "raw.documents",
            [
                {
                    "document_id": document_id,
                    "file_name": f"{stem}.txt",
                    "text": text,
                    "encoding": "utf-8",
                    "byte_size": len(content),
                    "landed_at": LANDED_AT,
                }
            ],
        )
        insert(
            connection,
            "extracted.document_profiles",
            [
                {
                    "document_id": document_id,
                    "title": title,
                    "kind": kind,
                    "region_code": region_code,
                    "region_level": level,
                    "plan_year": plan_year,
                    "review_year": plan_year - 1,
                    "kind_source": "label",
                    "region_source": "label",
                    "plan_year_source": "label",
                    "review_year_source": "label",
                    "text_length": len(text),
                    "extractor_version": "labels",
                    "extracted_at": LANDED_AT,
                }
            ],
        )
        for table, rows in read_labels(LABELS / f"{stem}.jsonl", document_id, region_code, text).items():
            insert(connection, f"extracted.{table}", rows)
