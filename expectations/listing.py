"""The table of all checks for docs/quality.md: ``python -m expectations.listing`` writes it there.

A test fails while the page says something else than the catalogue.
"""

from __future__ import annotations

from pathlib import Path

from expectations.catalogue import CHECKS
from expectations.check import Check

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
BEGIN, END = "<!-- checks: begin -->\n", "<!-- checks: end -->\n"


def table_of_checks() -> str:
    """All checks as a Markdown table."""
    lines = [
        "| table | check | 名称 · title | severity | scope | where it fails |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| `{check.table}` | `{check.name}` | {check.title_zh} · {check.title_en} | {check.severity} | "
        f"{check.scope} | {consequence(check)} |"
        for check in CHECKS
    ]
    return "\n".join(lines) + "\n"


def consequence(check: Check) -> str:
    """What a row that fails brings with it, in a few words."""
    if check.quarantine:
        return "quarantined"
    if check.sets_aside:
        return "set aside"
    return "nothing is published" if check.blocking else "told"


def page_with_table(page: str) -> str:
    """The page with the table as it is now."""
    before, rest = page.split(BEGIN)
    return before + BEGIN + table_of_checks() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page_with_table(PAGE.read_text("utf-8")), encoding="utf-8")
