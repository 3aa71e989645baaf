"""What tests of every layer share."""

from __future__ import annotations

import os

# Dagster and dbt ask nobody anything while the tests run.
os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "true")
os.environ.setdefault("DBT_SEND_ANONYMOUS_USAGE_STATS", "false")
