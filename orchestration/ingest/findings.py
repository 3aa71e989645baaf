"""A finding about a file, as a row of ``raw.landing_findings``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zhibiao.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class LandingFinding:
    """What is wrong with a file, or with the folder. Of one file never an error: it does not stop the others."""

    check_name: str
    file_name: str
    message: str
    severity: Severity = Severity.WARNING
    document_id: str | None = None
    char_start: int | None = None
    char_end: int | None = None
    quote: str | None = None

    @classmethod
    def of_decoding(cls, finding: Finding, file_name: str, document_id: str) -> LandingFinding:
        """Return what the decoding found, with the file that it was found in."""
        return cls(
            finding.check_name,
            file_name,
            f"{file_name}: {finding.message}",
            finding.severity,
            document_id,
            finding.char_start,
            finding.char_end,
            finding.quote,
        )

    def row(self) -> tuple[Any, ...]:
        """Return the values in the order of the table's columns."""
        return (
            "raw",
            self.check_name,
            self.severity.value,
            self.file_name,
            self.document_id,
            self.char_start,
            self.char_end,
            self.quote,
            self.message,
        )
