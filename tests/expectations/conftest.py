"""What tests of checks start from."""

from __future__ import annotations

import duckdb
import pytest

from tests.expectations.tables import empty_database


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """An empty working database."""
    return empty_database()
