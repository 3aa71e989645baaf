"""A raw folder and a working database of their own for each test, and a small one to publish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from dagster import DagsterInstance, DagsterRunStatus, job, op

from orchestration.storage.database import connect

REPORT = "初步预计，全年地区生产总值增长4.5%。一般公共预算收入增长6.4%，城镇新增就业6.9万人。\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """An empty raw folder."""
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty working database."""
    with connect(tmp_path / "state" / "warehouse.duckdb") as opened:
        yield opened


@op
def nothing() -> None:
    """Do nothing."""


@job
def warehouse() -> None:
    """Be a job of the name of ours."""
    nothing()


@pytest.fixture
def instance() -> Iterator[DagsterInstance]:
    """A Dagster of its own, in memory."""
    with DagsterInstance.ephemeral() as opened:
        yield opened


def started_run(instance: DagsterInstance) -> str:
    """Return the id of a run that is under way by Dagster's word."""
    return instance.create_run_for_job(warehouse, status=DagsterRunStatus.STARTED).run_id


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A small working database with a key, a foreign key, comments and a view."""
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("""
            CREATE SCHEMA raw; CREATE SCHEMA marts; CREATE SCHEMA quality; CREATE SCHEMA staging;
            CREATE TABLE raw.documents (document_id VARCHAR, text VARCHAR);
            INSERT INTO raw.documents VALUES ('a', '增长5.5%左右');
            CREATE TABLE marts.z_region (region_code VARCHAR PRIMARY KEY);
            INSERT INTO marts.z_region VALUES ('410400');
            CREATE TABLE marts.fact_figures (
                figure_id VARCHAR NOT NULL, document_id VARCHAR, value_text VARCHAR,
                region_code VARCHAR REFERENCES marts.z_region (region_code)
            );
            INSERT INTO marts.fact_figures VALUES ('f', 'a', '5.5%', '410400');
            COMMENT ON TABLE marts.fact_figures IS 'A figure that passed the checks, it''s said (数量)';
            COMMENT ON COLUMN marts.fact_figures.value_text IS 'The span as written';
            CREATE VIEW quality.numerals AS SELECT document_id, '5.5' AS numeral_text FROM raw.documents;
            CREATE TABLE staging.scratch (x INTEGER);
        """)
    return path
