"""What was achieved, from made reports as the reader reads them: by whom, of which definition, and copies once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.dbt.conftest import Rows, run_dbt
from tests.dbt.labelled_warehouse import LANDED_AT, create_working_database, insert
from zhibiao.extract import extract
from zhibiao.model import Profile

PLAN = (
    "二、2016年工作安排\n主要预期目标是：生产总值增长8%，城镇居民人均可支配收入实际增长7%，居民消费价格涨幅控制在3%以内，"
    "规模以上工业增加值增长9%。\n"
)
REVIEW = (
    "一、过去五年工作回顾\n固定资产投资增长90%，生产总值年均增长9%。\n"
    "在对五年工作简要回顾的基础上，现就2016年政府工作向大会报告。\n"
    "全市生产总值增长7.5%，分别比上年和2011年增长7.5%和50%。城镇居民人均可支配收入增长9%，扣除价格因素实际增长7.2%。"
    "居民消费价格指数为102。开发区规模以上工业增加值增长20%。生产总值预期增长8%，完成7.5%。\n"
)
DOCUMENTS = {
    "targets.txt": ("work_report", 2016, 2015, PLAN),
    "next.txt": ("work_report", 2017, 2016, REVIEW + "社会事业全面进步。\n"),
    "next.docx": ("work_report", 2017, 2016, REVIEW),
    "communique.md": (
        "communique",
        None,
        2016,
        "一、综合\n全年全市生产总值增长7.6%。居民消费价格上涨2.1%。\n",
    ),
}


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    """Land the documents and enter what the reader reads in them, as reports of one city."""
    for name, (kind, plan_year, review_year, text) in DOCUMENTS.items():
        document_id = hashlib.sha256(text.encode()).hexdigest()
        known = Profile(kind=kind, region_code="410400", plan_year=plan_year, review_year=review_year)
        read = extract(text, known, document_id)
        told: dict[str, Any] = {
            "document_id": document_id, "file_name": name, "text": text, "encoding": "utf-8",
            "byte_size": len(text.encode()), "landed_at": LANDED_AT, "text_length": len(text),
            "extractor_version": "made", "extracted_at": LANDED_AT,
        }  # fmt: skip
        for table, records in (
            ("raw.documents", [{}]),
            ("extracted.document_profiles", [asdict(known)]),
            ("extracted.figures", [asdict(one) for one in read.figures]),
            ("extracted.qualitative_targets", [asdict(one) for one in read.qualitative_targets]),
        ):
            columns = {column for (column, *_) in connection.execute(f"describe {table}").fetchall()}
            rows = [{key: value for key, value in (row | told).items() if key in columns} for row in records]
            insert(connection, table, rows)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, target: Path) -> Iterator[Rows]:
    """Run a query on what dbt makes of the documents."""
    path = tmp_path_factory.mktemp("attained") / "warehouse.duckdb"
    with create_working_database(path) as connection:
        fill(connection)
    models = ("+target_attainment", "+target_ratchet")
    built = run_dbt(path, target, "build", "-s", *models, "--exclude-resource-types", "unit_test", "test")
    assert built.returncode == 0, built.stdout
    with duckdb.connect(str(path), read_only=True) as connection:
        yield lambda query, *values: connection.execute(query, values).fetchall()


def test_each_target_has_the_claims_of_its_year_and_definition(told: Rows) -> None:
    assert told("""
        select indicator_id, reported_by, cast(actual_value as double), is_preferred, is_preferred_by_statistics
        from marts.target_attainment where plan_year = 2016 order by indicator_id, reported_by, claim_rank
    """) == [
        ("cpi", "communique", 2.1, False, True),
        ("cpi", "next_report", 2.0, True, False),
        ("gdp", "communique", 7.6, False, True),
        ("gdp", "next_report", 7.5, True, False),
        ("urban_resident_income", "next_report", 7.2, True, True),
        ("urban_resident_income", "next_report", 9.0, False, False),
    ]


def test_a_copy_stands_behind_the_fullest(told: Rows) -> None:
    assert told("""
        select copies.file_name, fullest.file_name
        from intermediate.int_documents as copies
        inner join intermediate.int_documents as fullest on copies.copy_of = fullest.document_id
    """) == [("next.docx", "next.txt")]
