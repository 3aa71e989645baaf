"""Write all reports of a run into one folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.check import CheckResult
from expectations.reports.changes import changes_since
from expectations.reports.junit import junit
from expectations.reports.markdown import markdown
from expectations.reports.page import page
from expectations.reports.summary import Summary, summarize
from expectations.storage import load

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Reports:
    """Where the reports lie, and what a shell should return."""

    page: Path
    summary: Path
    junit: Path
    results: Path
    exit_code: int


def write_reports(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    results: Sequence[CheckResult] | None = None,
    *,
    run_id: str,
    checked_at: datetime,
    published: Path | None,
) -> Reports:
    """Write index.html, summary.md, junit.xml and results.json on the results of all layers.

    Without ``results`` those that the layers' checks kept are taken. ``published`` is the file published before, with
    which the run is compared.
    """
    folder.mkdir(parents=True, exist_ok=True)
    told = load(connection) if results is None else results
    summary = summarize(connection, told, changes_since(connection, published), run_id, checked_at)
    reports = Reports(
        folder / "index.html",
        folder / "summary.md",
        folder / "junit.xml",
        folder / "results.json",
        summary.exit_code,
    )
    reports.page.write_text(page(connection, summary), encoding="utf-8")
    reports.summary.write_text(markdown(summary), encoding="utf-8")
    reports.junit.write_text(junit(summary), encoding="utf-8")
    reports.results.write_text(
        json.dumps(_results(summary, reports.exit_code), ensure_ascii=False, indent=2), encoding="utf-8"
    )
    return reports


def _results(summary: Summary, code: int) -> dict[str, Any]:
    """The run for machines."""
    return {
        "run_id": summary.run_id,
        "checked_at": summary.checked_at.isoformat(),
        "exit_code": code,
        "verdict": {"zh": summary.verdict[1], "en": summary.verdict[2]},
        "documents": summary.documents,
        "figures": summary.figures,
        "quarantined": summary.quarantined,
        "set_aside": [asdict(each) for each in summary.set_aside],
        "changes": asdict(summary.changes),
        "checks": [
            {
                "layer": result.check.layer,
                "table": result.table,
                "name": result.name,
                "title_zh": result.check.title_zh,
                "title_en": result.check.title_en,
                "severity": str(result.severity),
                "scope": str(result.check.scope),
                "quarantine": result.check.quarantine,
                "reason": result.check.reason,
                "observed": result.check.observed,
                "expectation": result.check.expectation,
                "arguments": dict(result.check.arguments),
                "outcome": str(result.outcome),
                "checked": result.checked,
                "failed": result.failed,
                "sample": [dict(row) for row in result.sample],
                "error": result.error,
            }
            for result in summary.results
        ],
    }
