"""A report of a few sentences with what a careful reader takes from it, made by hand."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from zhibiao.commands.reading import ReadDocument
from zhibiao.model import (
    Bound,
    Extraction,
    Figure,
    Finding,
    Measure,
    Numeral,
    Profile,
    QualitativeTarget,
    Reason,
    Severity,
    Status,
)

TEXT = (
    "焦作市政府工作报告\n"
    "2023年，生产总值增长3.1%，尼龙66项目投产。<script>document.title='taken'</script>\n"
    "2024年主要预期目标：生产总值增长5.5%左右，城镇新增就业6.9万人以上，"
    "进出口平稳增长，税收、支出均增长4%，全省第4位，神秘7。\n"
)


def _figure(value_text: str, **fields: object) -> Figure:
    start = TEXT.index(value_text)
    stated: dict[str, object] = {
        "figure_id": hashlib.sha256(f"{value_text}{fields}".encode()).hexdigest()[:16],
        "char_start": start,
        "char_end": start + len(value_text),
        "value_text": value_text,
        "number": Decimal("1"),
        "number_high": None,
        "unit_text": "%",
        "value": Decimal("1"),
        "value_high": None,
        "unit": "%",
        "bound": Bound.EXACT,
        "bound_text": None,
        "measure": Measure.GROWTH_RATE,
        "direction": "up",
        "indicator_text": "生产总值",
        "indicator_id": "gdp",
        "status": Status.TARGET,
        "is_headline": True,
        "period_start": date(2024, 1, 1),
        "period_end": date(2024, 12, 31),
        "period_text": "2024年",
        "region_code": "410800",
        "region_text": None,
        "entity_text": None,
        "quote": "",
        "section": "主要预期目标",
        "commitment": "预期",
        "rule": "plain",
    }
    return Figure(**(stated | fields))  # type: ignore[arg-type]


def _numeral(numeral_text: str, reason: Reason) -> Numeral:
    start = TEXT.index(numeral_text)
    return Numeral(start, start + len(numeral_text), numeral_text, None, reason)


def _extraction() -> Extraction:
    phrase = "进出口平稳增长"
    shared = {"number": Decimal("4"), "value": Decimal("4")}
    return Extraction(
        figures=[
            _figure(
                "3.1%",
                number=Decimal("3.1"),
                value=Decimal("3.10000000"),
                status=Status.ACTUAL,
                is_headline=False,
                period_start=date(2023, 1, 1),
                period_end=date(2023, 12, 31),
                commitment=None,
            ),
            _figure("5.5%", number=Decimal("5.5"), value=Decimal("5.5"), bound=Bound.ABOUT),
            _figure(
                "6.9万人",
                number=Decimal("6.9"),
                value=Decimal("69000"),
                unit_text="万人",
                unit="人",
                bound=Bound.AT_LEAST,
                bound_text="以上",
                measure=Measure.LEVEL,
                indicator_id="new_urban_jobs",
                indicator_text="城镇新增就业",
            ),
            _figure("4%", indicator_id="tax_revenue", indicator_text="=税收", **shared),
            _figure("4%", indicator_id=None, indicator_text="支出", **shared),
            _figure(
                "第4位",
                number=Decimal("4"),
                value=Decimal("4"),
                unit_text="位",
                unit="位",
                measure=Measure.RANK,
                status=Status.REFERENCE,
                is_headline=False,
            ),
        ],
        qualitative_targets=[
            QualitativeTarget(
                target_id="q1",
                char_start=TEXT.index(phrase),
                char_end=TEXT.index(phrase) + len(phrase),
                target_text=phrase,
                indicator_id="total_trade",
                indicator_text="进出口",
                benchmark_text=None,
                direction="up",
                period_start=date(2024, 1, 1),
                period_end=date(2024, 12, 31),
                period_text=None,
                region_code="410800",
                region_text=None,
                quote="",
                section="主要预期目标",
                commitment=None,
                rule="plain",
            )
        ],
        numerals=[
            _numeral("2023", Reason.DATE),
            _numeral("66", Reason.NAME),
            _numeral("2024", Reason.DATE),
            _numeral("7", Reason.UNEXPLAINED),
        ],
        findings=[Finding("a_check", Severity.WARNING, "look at <b>this</b>", 0, 3, TEXT[:3])],
    )


@pytest.fixture
def document() -> ReadDocument:
    """The hand-made report as it comes from the reader."""
    return ReadDocument(
        file_name="焦作<1>.txt",
        document_id="0" * 64,
        text=TEXT,
        encoding="utf-8",
        profile=Profile(
            title="焦作市政府工作报告",
            kind="work_report",
            region_code="410800",
            region_name="焦作市",
            region_level="prefecture",
            plan_year=2024,
            review_year=2023,
        ),
        extraction=_extraction(),
    )


@pytest.fixture(scope="session")
def published_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small published database."""
    path = tmp_path_factory.mktemp("data") / "zhibiao.duckdb"
    sample = Path(__file__).parents[1] / "exports" / "published_sample.sql"
    with duckdb.connect(path) as connection:
        connection.execute(sample.read_text("utf-8"))
    path.chmod(0o444)
    return path
