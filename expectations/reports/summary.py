"""The numbers of a run that every report begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from expectations.check import CheckResult, Outcome
from expectations.reports.changes import Changes
from expectations.reviews import reviews_of_no_finding
from expectations.run import exit_code
from expectations.set_aside import SetAside, documents_set_aside
from zhibiao.model import Severity

if TYPE_CHECKING:
    import duckdb

GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Summary:
    """A run at a glance: what was looked at, what came of it, and whether it may be published."""

    run_id: str
    checked_at: datetime
    documents: int
    figures: int
    quarantined: int
    set_aside: tuple[SetAside, ...]
    results: tuple[CheckResult, ...]
    changes: Changes
    reviews_of_no_finding: tuple[tuple[str, str], ...] = ()

    @property
    def failing(self) -> list[CheckResult]:
        """The checks that did not pass, the gravest first: those that could not run, then by severity."""
        return sorted(
            (result for result in self.results if not result.passed),
            key=lambda result: (
                result.outcome is not Outcome.ERROR,
                GRAVITY.index(result.severity),
                -result.failed,
            ),
        )

    def count(self, severity: Severity) -> int:
        """How many checks of a severity failed."""
        return sum(
            result.outcome is Outcome.FAILED and result.severity is severity for result in self.results
        )

    @property
    def blocking(self) -> int:
        """How many checks failed that keep the warehouse from being published."""
        return sum(result.outcome is Outcome.FAILED and result.blocks for result in self.results)

    @property
    def broken(self) -> int:
        """How many checks could not run."""
        return sum(result.outcome is Outcome.ERROR for result in self.results)

    @property
    def passed(self) -> int:
        """How many checks passed."""
        return sum(result.passed for result in self.results)

    @property
    def exit_code(self) -> int:
        """What a shell should return."""
        return exit_code(self.results)

    @property
    def verdict(self) -> tuple[str, str, str]:
        """A sign, and whether the warehouse may be published, in Chinese and English."""
        if self.broken:
            return (
                "💥",
                f"{self.broken} 项检查未能运行，不可发布",
                f"{self.broken} checks could not run: not to be published",
            )
        if errors := self.blocking:
            return (
                "⛔",
                f"{errors} 项错误，不可发布",
                f"{errors} checks failed as errors: not to be published",
            )
        if count := len(self.set_aside):
            documents = "1 document" if count == 1 else f"{count} documents"
            return (
                "⛔",
                f"可以发布，但搁置 {count} 份文件",
                f"Fit to be published without {documents} set aside",
            )
        if warnings := self.count(Severity.WARNING):
            return (
                "⚠️",
                f"可以发布，{warnings} 项警告待查看",
                f"Fit to be published; {warnings} warnings to look at",
            )
        return "✅", "可以发布", "Fit to be published"


def summarize(
    connection: duckdb.DuckDBPyConnection,
    results: Sequence[CheckResult],
    changes: Changes,
    run_id: str,
    checked_at: datetime,
) -> Summary:
    """Count what the run has read; ``results`` are those of all layers."""
    row = connection.execute(
        "select (select count(distinct document_id) from raw.documents where removed_at is null), "
        "(select count(*) from extracted.figures), (select count(distinct figure_id) from "
        "checked.figure_failures)"
    ).fetchone()
    documents, figures, quarantined = row or (0, 0, 0)
    set_aside = tuple(documents_set_aside(connection))
    idle = tuple(reviews_of_no_finding(connection))
    return Summary(
        run_id, checked_at, documents, figures, quarantined, set_aside, tuple(results), changes, idle
    )
