"""A small published file and its site."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from reading_room.building import build_site


def make_published(path: Path) -> Path:
    """Write the small published file."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(Path(__file__).with_name("small_published.sql").read_text("utf-8"))
    return path


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small published file, not to be written to."""
    return make_published(tmp_path_factory.mktemp("published") / "zhibiao.duckdb")


@pytest.fixture(scope="session")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its site."""
    out = tmp_path_factory.mktemp("site")
    build_site(published, out)
    return out
