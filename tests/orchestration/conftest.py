"""A raw folder and a working database of their own for each test."""

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
