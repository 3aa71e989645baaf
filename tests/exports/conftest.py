"""A small published file and its exports."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from orchestration.exports import write_exports


@pytest.fixture(scope="session")
def published_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small published database, not to be written to."""
    path = tmp_path_factory.mktemp("data") / "zhibiao.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute(Path(__file__).with_name("published_sample.sql").read_text("utf-8"))
    path.chmod(0o444)
    return path


@pytest.fixture(scope="session")
def exports(published_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its exports."""
    out = tmp_path_factory.mktemp("exports")
    assert all(path.is_file() for path in write_exports(published_file, out))
    return out
