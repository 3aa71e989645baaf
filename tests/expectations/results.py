"""What checks came to, as tests compare it."""

from __future__ import annotations

from expectations.check import CheckResult


def failing(results: list[CheckResult]) -> dict[str, int]:
    """The checks that did not pass, with how many rows failed."""
    return {result.name: result.failed for result in results if not result.passed}
