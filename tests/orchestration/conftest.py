"""A raw folder and a working database of their own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

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
