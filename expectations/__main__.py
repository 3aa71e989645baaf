"""``python -m expectations --data DATA``: check the working database again, write the reports, say how it
stands.

Exit code 0 (warnings too), 1 where a check of error severity failed, 2 where one could not run. The published
file is only read.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from expectations.reports import write_reports
from expectations.run import check_extracted, check_marts, check_raw, record


def main(arguments: list[str] | None = None) -> int:
    """Run all checks on what was read last; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m expectations", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="the folder of generated data")
    data: Path = parser.parse_args(arguments).data
    working = data / "state" / "warehouse.duckdb"
    if not working.exists():
        print(f"No working database at {working}: run `make warehouse` first.", file=sys.stderr)
        return 2
    published = data / "zhibiao.duckdb"
    checked_at = datetime.now(UTC)
    run_id = f"quality-{checked_at:%Y%m%dT%H%M%S}"
    with duckdb.connect(str(working)) as connection:
        check_raw(connection)
        check_extracted(connection)
        check_marts(connection)
        record(connection, run_id=run_id, checked_at=checked_at, published=published)
        reports = write_reports(
            connection, data / "quality", run_id=run_id, checked_at=checked_at, published=published
        )
    print(reports.summary.read_text("utf-8"))
    print(f"Report: {reports.page}")
    return reports.exit_code


if __name__ == "__main__":
    sys.exit(main())
