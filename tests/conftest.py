"""What tests of every layer share."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# What is tested is the sources, also where a compiled copy of them lies (zhibiao/compiled.py).
os.environ["ZHIBIAO_COMPILED"] = "0"
# Dagster and dbt ask nobody anything while the tests run.
os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "true")
os.environ.setdefault("DBT_SEND_ANONYMOUS_USAGE_STATS", "false")
# No test is timed, nor how quickly a machine with other work makes up what it is given.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files with whole runs first: at the end no core waits long for the other."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
