"""What dbt's connection may hold in memory: in few steps, since another profile has the project parsed anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.dbt.project import environment
from orchestration.storage.settings import Settings


@pytest.mark.parametrize(
    ("megabytes", "limit"), [(None, "1000MB"), (999, "1000MB"), (1_001, "2000MB"), (3_900, "4000MB")]
)
def test_the_limit_doubles_with_the_database(tmp_path: Path, megabytes: int | None, limit: str) -> None:
    settings = Settings(raw=tmp_path / "raw", data=tmp_path)
    if megabytes is not None:
        settings.working_database.parent.mkdir(parents=True)
        with settings.working_database.open("wb") as file:
            file.truncate(megabytes * 1_000_000)  # No byte of it is written.
    assert environment(settings)["ZHIBIAO_DBT_MEMORY"] == limit
