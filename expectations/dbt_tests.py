"""dbt's tests beside the checks of this package: kept as long as they speak of what is there, and reported.

Those that did not pass stand in the reports of a run like any check; what dbt declares beside its models is
not told twice when it holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from expectations.check import Check, CheckResult, Outcome, Scope
from expectations.failed_rows import SHOWN_COLUMNS
from zhibiao.model import Severity


@dataclass(frozen=True, slots=True)
class DbtTest:
    """What came of a test of dbt; ``checked`` is the number of rows of its table.

    ``error`` has dbt's words where the test could not run, and the rules that are broken where rows failed it.
    """

    table: str
    name: str
    severity: Severity
    outcome: Outcome
    checked: int = 0
    failed: int = 0
    error: str | None = None

    def result(self) -> CheckResult:
        """Return it as the result of a check."""
        words = self.name.replace("_", " ")
        check = Check(
            name=self.name,
            table=self.table,
            frame="",
            severity=self.severity,
            title_zh=f"dbt：{words}",
            title_en=f"dbt: {words}",
            reason="Declared beside the model in dbt_project.",
            expectation="dbt",
            arguments={},
            message=f"{self.failed} rows of {self.table} are not so"
            + (f" ({self.error})" if self.error else ""),
            scope=Scope.WAREHOUSE,
        )
        if self.outcome is not Outcome.FAILED:
            return CheckResult(check, self.outcome, self.checked, self.failed, error=self.error)
        return CheckResult(
            check,
            self.outcome,
            self.checked,
            self.failed,
            (dict.fromkeys(SHOWN_COLUMNS, "") | {"message": check.message},),
        )
