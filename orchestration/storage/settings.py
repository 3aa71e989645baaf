"""Where the reports lie and where everything made of them goes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DBT_PROJECT = PROJECT / "dbt_project"


@dataclass(frozen=True, slots=True)
class Settings:
    """The two folders that a run works on, and the places under DATA."""

    raw: Path
    data: Path

    @classmethod
    def from_environment(cls) -> Settings:
        """Read ``ZHIBIAO_RAW`` (default ``raw``) and ``ZHIBIAO_DATA`` (default ``data``)."""
        raw = Path(os.environ.get("ZHIBIAO_RAW") or PROJECT / "raw")
        data = Path(os.environ.get("ZHIBIAO_DATA") or PROJECT / "data")
        return cls(raw.absolute(), data.absolute())

    @property
    def published_database(self) -> Path:
        return self.data / "zhibiao.duckdb"

    @property
    def exports(self) -> Path:
        return self.data / "exports"

    @property
    def site(self) -> Path:
        return self.data / "site"

    @property
    def quality(self) -> Path:
        return self.data / "quality"

    @property
    def state(self) -> Path:
        return self.data / "state"

    @property
    def working_database(self) -> Path:
        return self.state / "warehouse.duckdb"

    @property
    def dagster_home(self) -> Path:
        return self.state / "dagster"

    @property
    def dbt_target(self) -> Path:
        return self.state / "dbt"

    @property
    def carried_through(self) -> Path:
        return self.state / "carried_through.json"

    @property
    def lock(self) -> Path:
        return self.state / "lock"


def automation_is_on() -> bool:
    """Return whether schedule and sensor start switched on, as under ``make ui``."""
    return os.environ.get("ZHIBIAO_AUTOMATION") == "on"
