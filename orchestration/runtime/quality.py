"""``make quality``: check the working database again, write the reports, say how it stands.

Exit code 0 (warnings too), 1 where a check of error severity failed, 2 where one could not run. It follows a run
that is writing, and reads the published file only.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from orchestration.processes.imports import end_with
from orchestration.storage.database import connect
from orchestration.storage.lock import LockRefusedError, writer_lock
from orchestration.storage.settings import Settings
from zhibiao.compiled import complaint


def main() -> int:
    """Run all checks on what was read last; return the exit code."""
    settings = Settings.from_environment()
    if not settings.working_database.exists():
        print(
            f"No working database at {settings.working_database}: run `make warehouse` first.",
            file=sys.stderr,
        )
        return 2
    if stale := complaint():
        print(stale, file=sys.stderr)
    try:
        with writer_lock(
            settings.lock, lambda message: print(message, file=sys.stderr, flush=True), "make quality"
        ):
            return _check(settings)
    except LockRefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 2


def _check(settings: Settings) -> int:
    from expectations.reports import write_reports
    from expectations.run import check_extracted, check_marts, check_raw, record

    checked_at = datetime.now(UTC)
    run_id = f"quality-{checked_at:%Y%m%dT%H%M%S}"
    published = settings.published_database
    with connect(settings.working_database) as connection:
        check_raw(connection)
        check_extracted(connection)
        check_marts(connection)
        record(connection, run_id=run_id, checked_at=checked_at, published=published)
        reports = write_reports(
            connection, settings.quality, run_id=run_id, checked_at=checked_at, published=published
        )
    print(reports.summary.read_text("utf-8"))
    print(f"Report: {reports.page}")
    return reports.exit_code


if __name__ == "__main__":
    end_with(main)
