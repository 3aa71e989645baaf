"""What all checks of a run found, written down for people."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb

from orchestration.storage.settings import Settings


def record_and_report(connection: duckdb.DuckDBPyConnection, settings: Settings, run_id: str) -> None:
    """Write ``quality.findings`` and ``quality.check_results``, and the reports under DATA/quality."""
    from expectations.reports import write_reports
    from expectations.run import record

    now = datetime.now(UTC)
    published = settings.published_database if settings.published_database.exists() else None
    record(connection, None, run_id=run_id, checked_at=now, published=published)
    write_reports(connection, settings.quality, run_id=run_id, checked_at=now, published=published)
