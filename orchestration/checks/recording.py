"""What all checks of a run found, written down for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from orchestration.storage.settings import Settings

if TYPE_CHECKING:
    from expectations.check import CheckResult


@dataclass(frozen=True, slots=True)
class Recorded:
    """What all checks of a run came to, and the time that their records bear."""

    results: Sequence[CheckResult]
    at: datetime


def record_and_report(connection: duckdb.DuckDBPyConnection, settings: Settings, run_id: str) -> None:
    """Write ``quality.findings`` and ``quality.check_results``, and the reports under DATA/quality."""
    report(connection, settings, run_id, record(connection, settings, run_id))


def record(connection: duckdb.DuckDBPyConnection, settings: Settings, run_id: str) -> Recorded:
    """Write ``quality.findings`` and ``quality.check_results``."""
    from expectations import run

    recorded = Recorded(run.load(connection), datetime.now(UTC))
    run.record(
        connection,
        recorded.results,
        run_id=run_id,
        checked_at=recorded.at,
        published=_published(settings),
    )
    return recorded


def report(
    connection: duckdb.DuckDBPyConnection, settings: Settings, run_id: str, recorded: Recorded
) -> None:
    """Write the reports under DATA/quality; ``connection`` need not be one that writes."""
    from expectations.reports import write_reports

    write_reports(
        connection,
        settings.quality,
        recorded.results,
        run_id=run_id,
        checked_at=recorded.at,
        published=_published(settings),
    )


def _published(settings: Settings) -> Path | None:
    return settings.published_database if settings.published_database.exists() else None
